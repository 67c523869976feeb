package threepoint

import "fmt"

// ValueError says why a three-point value was refused.
type ValueError struct {
	Value Value
	Kind  ErrorKind
}

// ErrorKind is one thing that can be wrong. The zero value is invalid.
type ErrorKind uint8

// The faults.
const (
	OutOfBounds  ErrorKind = iota + 1 // a point that is no number or beyond MaxMagnitude
	NotRising                         // low above likely, or likely above high
	BadEnds                           // ends that are not percentiles on either side of the median
	NotOneIn100                       // Lichtenberg's formula for ends that are not 1 % and 99 %
	EndsTooFar                        // a lognormal of ends that it never reaches, such as the ends of a range
	NotPositive                       // a plain lognormal of a low end that is not above zero
	BadLambda                         // a PERT whose weight of the likely point is out of bounds
	UnknownShape                      // a Shape that is none of the constants
)

var faultKinds = [...]string{
	OutOfBounds: "threepoint/out-of-bounds", NotRising: "threepoint/not-rising", BadEnds: "threepoint/bad-ends",
	NotOneIn100: "threepoint/not-one-in-100", EndsTooFar: "threepoint/ends-too-far", NotPositive: "threepoint/not-positive",
	BadLambda: "threepoint/bad-lambda", UnknownShape: "threepoint/unknown-shape",
}

// Fault returns the kind, "threepoint/invalid" for an invalid one, and its
// values: the three points, and the bounds where it is about them.
func (e *ValueError) Fault() (kind string, values map[string]any) {
	kind = "threepoint/invalid"
	if e.Kind != 0 && int(e.Kind) < len(faultKinds) {
		kind = faultKinds[e.Kind]
	}
	values = map[string]any{"low": shown(e.Value.Low), "likely": shown(e.Value.Likely), "high": shown(e.Value.High)}
	switch e.Kind {
	case OutOfBounds:
		values["most"] = shown(MaxMagnitude)
	case BadEnds:
		values["lowMost"], values["highLeast"] = shown(100*(0.5-middle)), shown(100*(0.5+middle))
	case BadLambda:
		values["least"], values["most"] = 0, maxLambda
	}
	return kind, values
}

// Error returns kind and values, for programmers.
func (e *ValueError) Error() string {
	kind, values := e.Fault()
	return fmt.Sprintf("%s: %s – %s – %s", kind, values["low"], values["likely"], values["high"])
}

func shown(point float64) string { return fmt.Sprintf("%g", point) }
