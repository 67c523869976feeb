package readiness

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness/rules"
)

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

// Rating is a light with its reason in one sentence.
type Rating struct {
	Light  Light     `json:"light" form:"set"`
	Reason lang.Said `json:"reason"` // a sentence
}

// rate sets a project's three lights.
func (a *assessor) rate(p *ProjectAssessment) {
	p.Time, p.Money, p.Quality = a.time(p), a.money(p), a.quality(p)
}

// time is the light of time. Red: a gate was passed late or is overdue, or the
// schedule cannot reach one. Yellow: the plan is silent on a deadline that has
// passed, or on what the schedule needs to reach one; the forecast lies after
// the deadline; or a gate that is held up is near. Grey: nobody knows when. Else
// green.
func (a *assessor) time(p *ProjectAssessment) Rating {
	if !p.Implementation.Known() {
		return Rating{Grey, a.say("readiness/implementation-unknown", nil)}
	}
	next := -1
	for i := range p.Gates {
		g := &p.Gates[i]
		switch {
		case g.State == GatePassedLate && g.hard():
			return Rating{Red, a.say("readiness/gate-came-late", lang.Args{"gate": g.Noun.Capital(), "day": lang.Day(*g.Passed), "deadline": lang.Day(*g.due)})}
		case g.State == GateOverdue && g.hard():
			return Rating{Red, a.say("readiness/gate-was-due", lang.Args{"gate": g.Noun.Capital(), "deadline": lang.Day(*g.due)})}
		case g.Ahead() && next < 0:
			next = i
		}
	}
	if late, is := a.cannotReach(p); is {
		return late
	}
	if next < 0 {
		return Rating{Green, a.say("readiness/gates-passed", nil)}
	}
	return a.timeAhead(p, &p.Gates[next])
}

// timeAhead is the light of time by the next gate, where none is broken.
func (a *assessor) timeAhead(p *ProjectAssessment, g *Gate) Rating {
	left := a.left(g)
	switch {
	case g.State == GateOverdue || g.State == GateUnstated:
		return Rating{Yellow, a.say("readiness/gate-was-due-unstated", lang.Args{"gate": g.Noun.Capital(), "deadline": lang.Day(*g.due)})}
	case g.hold.by == holdSilence:
		return Rating{Yellow, a.unless(g)}
	case p.Forecast.late():
		return Rating{Yellow, a.say("readiness/pace-too-slow", lang.Args{"day": lang.Day(*p.Forecast.On), "deadline": lang.Day(*p.Forecast.Deadline)})}
	case g.Left != nil && *g.Left <= a.rules.Thresholds[rules.NearWorkdays] && len(g.Blocks) > 0:
		return Rating{Yellow, left}
	}
	return Rating{Green, left}
}

// cannotReach reports a gate ahead that the schedule cannot reach by its
// deadline, and who is late where it is not the kommune. What rests on the
// plan's silence alone does not count.
func (a *assessor) cannotReach(p *ProjectAssessment) (Rating, bool) {
	for i := range p.Gates {
		g := &p.Gates[i]
		if g.hold.by != holdPlan && g.hold.by != holdParty || g.State == GateUnstated {
			continue
		}
		return Rating{Red, a.outOfReach(g)}, true
	}
	return Rating{}, false
}

func (a *assessor) outOfReach(g *Gate) lang.Said {
	day, deadline := lang.Day(g.Expected.Date), lang.Day(*g.due)
	switch {
	case g.Actor != "kommune":
		return a.say("readiness/out-of-reach-of", lang.Args{"party": a.Book.PartyName(g.Actor), "gate": g.Noun, "day": day, "deadline": deadline})
	case g.hold.by == holdParty:
		party := a.Book.PartyName(a.milestones[g.hold.id].Milestone.Actor)
		return a.say("readiness/out-of-reach-by", lang.Args{"party": party, "gate": g.Noun.Capital(), "day": day, "deadline": deadline})
	}
	return a.say("readiness/out-of-reach", lang.Args{"gate": g.Noun.Capital(), "day": day, "deadline": deadline})
}

// unless says that a gate is out of reach if something has not been done, or
// delivered, that the plan is silent on.
func (a *assessor) unless(g *Gate) lang.Said {
	gate, day, deadline := g.Noun.Capital(), lang.Day(g.Expected.Date), lang.Day(*g.due)
	if t := a.tasks[g.hold.id]; t != nil {
		return a.say("readiness/unless-begun", lang.Args{"gate": gate, "day": day, "deadline": deadline, "task": a.Label(&t.Node)})
	}
	owed := a.Label(&a.milestones[g.hold.id].Node)
	return a.say("readiness/unless-delivered", lang.Args{"gate": gate, "day": day, "deadline": deadline, "task": owed})
}

// left is the next gate with what is left to it.
func (a *assessor) left(g *Gate) lang.Said {
	if g.Left == nil {
		return a.say("readiness/next-gate-unknown", lang.Args{"gate": g.Noun})
	}
	days := a.say("common/working-days", lang.Args{"n": lang.Whole(*g.Left)})
	return a.say("readiness/days-to-gate", lang.Args{"days": days, "gate": g.Noun, "deadline": lang.Day(*g.due)})
}

// answers reports whether the plan answers requirements of a project.
func (a *assessor) answers(project string) bool {
	for key := range a.Plan.Readiness {
		if _, of, _ := strings.Cut(key, "@"); of == project {
			return true
		}
	}
	return false
}

// quality is the light of quality. Red: the last round of the kommune's test
// failed. Yellow: requirements are confirmed without evidence where evidence is
// asked for, or with open questions. Grey: nothing is confirmed or tested. Else
// green.
func (a *assessor) quality(p *ProjectAssessment) Rating {
	for i := range p.Criteria {
		if m := &p.Criteria[i]; m.failed {
			return Rating{Red, m.Says[0]}
		}
	}
	bare, open, confirmed := 0, 0, 0
	for i := range p.Items {
		item := &p.Items[i]
		if !item.Confirmed() {
			continue
		}
		confirmed++
		if item.Requirement.Evidence != "" && len(item.Answer.Evidence) == 0 {
			bare++
		}
		if item.otherwise() {
			open++
		}
	}
	switch {
	case open > 0:
		return Rating{Yellow, a.say("readiness/confirmed-open", lang.Args{"n": lang.Whole(open)})}
	case bare > 0:
		return Rating{Yellow, a.say("readiness/confirmed-bare", lang.Args{"n": lang.Whole(bare)})}
	case confirmed > 0:
		return Rating{Green, a.say("readiness/confirmed-well", lang.Args{"n": lang.Whole(confirmed)})}
	case p.List == nil && (!p.Confirmation().Ahead() || a.answers(p.ID)):
		return Rating{Grey, a.say("readiness/none-to-judge", nil)}
	}
	return Rating{Grey, a.say("readiness/none-confirmed", nil)}
}
