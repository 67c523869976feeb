package threepoint

import "fmt"

// ValueError says why a three-point value was refused.
type ValueError struct {
	Value Value
	Kind  Fault
}

// Fault is one thing that can be wrong. The zero value is invalid.
type Fault uint8

// The faults.
const (
	OutOfBounds  Fault = iota + 1 // a point that is no number or beyond MaxMagnitude
	NotRising                     // low above likely, or likely above high
	BadEnds                       // ends that are not percentiles on either side of the median
	NotOneIn100                   // Lichtenberg's formula for ends that are not 1 % and 99 %
	EndsTooFar                    // a lognormal of ends that it never reaches, such as the ends of a range
	NotPositive                   // a plain lognormal of a low end that is not above zero
	BadLambda                     // a PERT whose weight of the likely point is out of bounds
	UnknownShape                  // a Shape that is none of the constants
)

var faults = [...]struct{ danish, english string }{
	OutOfBounds:  {"hvert af de tre tal skal være et tal på højst 10^15", "each of the three points has to be a number of at most 10^15"},
	NotRising:    {"lav, forventet og høj skal stige", "low, likely and high have to rise"},
	BadEnds:      {"lav skal være en fraktil fra 0 til 45 % og høj fra 55 til 100 %", "low has to be a percentile from 0 to 45% and high from 55 to 100%"},
	NotOneIn100:  {"det successive princip kræver, at lav og høj er 1 %- og 99 %-fraktilen", "the successive principle needs low and high to be the 1% and 99% percentiles"},
	EndsTooFar:   {"en lognormalfordeling kræver fraktiler mellem 0,0001 og 99,9999 %", "a lognormal needs percentiles between 0.0001 and 99.9999%"},
	NotPositive:  {"en lognormalfordeling kræver en lav værdi over nul", "a lognormal needs a low point above zero"},
	BadLambda:    {"PERTs vægt på det forventede skal ligge fra 0 til 1000", "PERT's weight of the likely point has to lie from 0 to 1000"},
	UnknownShape: {"fordelingen er ukendt", "the shape is unknown"},
}

// Error says in English which value was refused and why.
func (e *ValueError) Error() string {
	return "threepoint: " + e.values() + ": " + faults[e.kind()].english
}

// Danish says the same in Danish.
func (e *ValueError) Danish() string { return e.values() + ": " + faults[e.kind()].danish }

func (e *ValueError) kind() Fault {
	if int(e.Kind) >= len(faults) {
		return 0
	}
	return e.Kind
}

func (e *ValueError) values() string {
	return fmt.Sprintf("%g – %g – %g", e.Value.Low, e.Value.Likely, e.Value.High)
}
