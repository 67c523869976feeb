package lang

// WeekdayName is the name of a day of the week.
var WeekdayName = weekdayName
