package lang

// WeekdayName is the name of a day of the week.
var WeekdayName = weekdayName

// Distance is what Nearest counts between two words, folded.
func Distance(a, b string) int { return distance(fold(a), fold(b)) }

// Folded is a word as Nearest compares it.
func Folded(word string) string { return string(fold(word)) }
