package risk

import (
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// A Model is a network of which some durations and dates are uncertain. What it
// does not name is as network and input have it. It is only read.
type Model struct {
	Network cpm.Network
	Input   cpm.Input // what is started has its remaining work as its duration

	Durations []Duration // at most one an activity
	Dates     []Date     // at most one an activity
	Events    []Event
	Others    []Quantity // what no date depends on, such as a price

	// Targets are the activities whose finish is told: no summaries and no levels
	// of effort.
	Targets []int

	// Money fills in as many Amounts for a sample, in whatever the caller counts.
	// It is called by several goroutines at once, may read the sample and what is
	// never changed, and gives the same for the same sample.
	Amounts int
	Money   func(s *Sample, amounts []float64)

	// Sums does in place of Money what that does, for cpm.Lanes samples at once:
	// amount by amount, which is several times as fast. Each core calls it once, for
	// memory of its own.
	Sums func() func(s *Samples, amounts [][cpm.Lanes]float64)
}

// A Quantity is drawn once a sample.
type Quantity struct {
	// Key names its stream of random numbers: the same seed and key give the same
	// draws, whatever else the model has. Empty is the key of the activity. No two
	// of a kind share one.
	Key string

	// Of is what it is drawn from, in ticks where it is one of time. Quantities
	// may share a curve.
	Of *threepoint.Curve

	// Factor is the key of a common factor, empty for none: its normal score is
	// Loading times that of the factor and √(1−Loading²) times one of its own, so
	// that two with the loadings a and b have the correlation a·b between their
	// scores (a Gaussian copula with one factor). Loading lies from 0 to 1.
	Factor  string
	Loading float64
}

// A Duration is an uncertain one, in working ticks of the activity's calendar.
// One drawn below zero counts as none.
type Duration struct {
	Activity int
	Quantity
}

// A Date is an uncertain instant before which an activity, such as the milestone of
// somebody else's deliverable, does not start: it starts on the later of the date and
// what it waits for. What has started is not moved, and a date before the network's
// start counts as that.
type Date struct {
	Activity int
	Quantity
}

// An Event happens or does not.
type Event struct {
	Key         string // of its stream; required
	Probability float64
	Effects     []Effect
}

// An Effect of an event makes the duration of an activity Times as long (zero means
// as long as it is), and Plus longer, drawn in ticks, if there is a curve. An
// effect OnDate moves the activity's uncertain date by Plus instead. Effects come in
// the order of events; durations below zero count as none.
type Effect struct {
	Activity int
	OnDate   bool
	Times    float64
	Plus     *threepoint.Curve
}

// Options say how to simulate. The zero value draws 10,000 samples with the seed 0
// on all cores.
type Options struct {
	Samples int    // zero: 10,000; at most a million
	Seed    uint64 // the same seed gives the same result
	Cores   int    // zero: all; the result does not depend on it

	// DatesOnly leaves out what decides the targets, ChainsOnly of that what correlates
	// with them.
	DatesOnly, ChainsOnly bool

	// Ranks adds rank correlations, of the first 10,000 samples: 4 bytes for each of them
	// and each duration and date that is drawn.
	Ranks bool
}

// The bounds of a simulation.
const (
	usualSamples = 10_000
	mostSamples  = 1_000_000
	mostRanked   = 10_000
)
