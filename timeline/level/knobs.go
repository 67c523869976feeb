package level

// What the search does how often, found by trial on the public problems of 60 activities
// (PSPLIB, J60) and held against those of 30.
const (
	population = 22  // schedules of each kind, in percent of the square of the budget's cube root
	rivals     = 1   // that an activity must be no less urgent than to be drawn, at first
	worse      = 20  // percent of the children that replace a better schedule, the best excepted
	stretches  = 5   // of a father that are compared
	shortest   = 10  // percent of a list that a stretch has at least
	spread     = 40  // and how much more it may have
	moves      = 10  // percent of the children in which an activity is moved
	likeMoves  = 6   // activities that are moved where father and mother are alike
	alike      = 300 // hundredths of a tick by which the starts of two that are alike differ, on average
	byTick     = 1   // of two that are drawn at first, so many are made by the parallel scheme
	breeding   = 60  // percent of the budget that is for children, the rest for polishing
	polished   = 10  // percent of the early schedules that are polished
	window     = 30  // percent of a list in which activities are moved at a time
	kicks      = 6   // activities that are moved at most
	reach      = 15  // places by which one is moved at most
)
