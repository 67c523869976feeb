package level

// What the search does how often, found by trial on every fourth of the public problems
// of 60 activities (PSPLIB, J60) and held against those of 30.
const (
	population = 75  // schedules of each kind, for the hundredth part of the root of the budget
	rivals     = 1   // that a drawn activity must be more urgent than, at first
	worse      = 20  // percent of the children that replace a better schedule, the best excepted
	stretches  = 5   // of a father that are compared
	shortest   = 25  // percent of a list that a stretch has at least
	spread     = 50  // and how much more it may have
	moves      = 10  // percent of the children in which an activity is moved
	likeMoves  = 6   // activities that are moved where father and mother are alike
	alike      = 100 // hundredths of a tick by which the starts of two that are alike differ, on average
)
