package level

import "github.com/drejebog/monopolbrud/timeline/cpm"

// A Problem is a network with what it is solved for, and the resources that its
// activities need.
type Problem struct {
	Network cpm.Network

	// Input is what the network is solved for. Delays and AsLateAsPossible are left
	// out by Level and Smooth: they find dates anew.
	Input cpm.Input

	Resources []Resource
	Demands   []Demand

	// Dues are the binding dates.
	Dues []Due
}

// A Resource is a person, a team, a machine: whatever there is so much of at a time.
type Resource struct {
	// Key is the caller's name for it; the package only repeats it.
	Key string

	// Calendar is the index of the network's calendar in whose working ticks the
	// resource is there; -1 for all ticks.
	Calendar int

	// Units is how much there is of it in each of these ticks, at most MaxUnits.
	Units int64

	// Changes replace Units from one instant to before another, in the same ticks;
	// a later one wins over an earlier one.
	Changes []Change
}

// A Change is another capacity for a time: 0 is a leave.
type Change struct {
	From, Until cpm.Instant
	Units       int64
}

// A Demand says what an activity needs of a resource. It is spread over the working
// ticks of the activity's calendar between its start and its finish, less its pause;
// where there are none, as of a milestone, all of a Total is needed in the tick that
// the start begins, and of anything else nothing. Profile counts if there is one, else
// Total if it is not 0, else Units. Several demands of one activity on one resource
// add up; so does what summaries need, between their dates.
type Demand struct {
	Activity, Resource int

	// Units is needed in each working tick.
	Units int64

	// Total is needed in all, as evenly as whole units can be: up to the n-th of N
	// ticks, n/N of it, rounded down.
	Total int64

	// Profile is what is needed in the first ticks, in those after them and so on; the
	// last stretch goes on to the finish.
	Profile []Stretch
}

// A Stretch is a number of working ticks with the same need in each.
type Stretch struct {
	Ticks cpm.Work
	Units int64
}

// A Due is a binding date: an activity is to finish by an instant. A finish after it
// costs Weight, at least 1, for each tick. By in the past of what the links allow is
// no fault: the lateness that follows from it cannot be helped, and counts.
type Due struct {
	Activity int
	By       cpm.Instant
	Weight   int64
}

// Bounds of what a problem may hold.
const (
	// MaxUnits bounds the units of a resource, a demand in a tick, and a total.
	MaxUnits = 1 << 30

	// MaxWeight bounds the weight of a binding date.
	MaxWeight = 1 << 30

	// MaxCells bounds the ticks that are looked at, of all resources together.
	MaxCells = 1 << 23
)
