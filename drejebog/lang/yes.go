package lang

// YesNo is the word for what is so and the word for what is not.
func YesNo(yes bool) Text {
	if yes {
		return Text{DA: "ja", EN: "yes"}
	}
	return Text{DA: "nej", EN: "no"}
}
