package driver

// Kind is what puts a date where it lies.
type Kind uint8

// The kinds. Those up to Effort may hold an early date, those from Deadline
// on a late one; Link and the dates that stand hold both.
const (
	Link        Kind = iota + 1 // a dependency on another task or milestone
	Window                      // the printed window opens, moved with its go-live
	Publication                 // the section was published after its window opened
	Plan                        // the kommune's plan gives the date
	Progress                    // the plan says that it has begun or is done
	DataDate                    // what has not begun by the plan's data date lies after it
	Promise                     // the playbook gives a milestone's date
	Delivery                    // the playbook tells when it came
	Offset                      // counted from another milestone
	Target                      // counted from a milestone by a length that the playbook gives
	Nothing                     // nobody has given a date
	Effort                      // level of effort: from one point to another
	Deadline                    // a frist of its own
	Term                        // the agreed term of a contract that is bound for longer than its system is needed
	Finish                      // nothing hard: the last date of the whole plan
)

var names = [...]string{
	Link: "link", Window: "window", Publication: "publication", Plan: "plan", Progress: "progress",
	DataDate: "dataDate", Promise: "promise", Delivery: "delivery", Offset: "offset", Target: "target", Nothing: "nothing",
	Effort: "effort", Deadline: "deadline", Term: "term", Finish: "finish",
}

// String returns the kind's name in JSON.
func (k Kind) String() string {
	if int(k) < len(names) {
		return names[k]
	}
	return ""
}

// MarshalText writes the name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// What a date can rest on beside a task or a milestone.
const (
	WindowID = "window" // the window that the playbook prints, or its own date of a milestone
	PlanID   = "plan"   // the kommune's plan
)
