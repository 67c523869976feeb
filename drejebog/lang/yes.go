package lang

// YesNo is the word for what is so and the word for what is not.
func YesNo(yes bool) Text {
	if yes {
		return Text{DA: "ja", EN: "yes"}
	}
	return Text{DA: "nej", EN: "no"}
}

// AlsoYesNo are what else people and spreadsheets write for the two.
func AlsoYesNo() (yes, no []string) { return []string{"sand", "x", "1"}, []string{"falsk", "0"} }
