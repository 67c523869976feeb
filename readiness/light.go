package readiness

import "github.com/drejebog/monopolbrud/drejebog/lang"

// Light is how something stands at a glance. The zero value is invalid.
type Light uint8

// The lights, from the best.
const (
	Green  Light = iota + 1 // in order
	Grey                    // nothing is known of it: never green
	Yellow                  // not in order yet, or uncertain
	Red                     // broken, or overdue
)

var lightNames = [...]string{Green: "green", Grey: "grey", Yellow: "yellow", Red: "red"}

// String returns "green", "grey", "yellow", "red", or "".
func (l Light) String() string {
	if int(l) < len(lightNames) {
		return lightNames[l]
	}
	return ""
}

// MarshalText writes the name.
func (l Light) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Lamp is a light with its reason in one sentence.
type Lamp struct {
	Light  Light     `json:"light" form:"set"`
	Reason lang.Said `json:"reason"` // a sentence
}
