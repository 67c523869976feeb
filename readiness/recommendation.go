package readiness

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/rickb777/date/v2"
)

// Recommendation is the answer to whether a kommune can receive a system: go or
// no-go. The zero value is invalid.
type Recommendation uint8

// The recommendations.
const (
	NotAnnounced  Recommendation = iota + 1 // the requirements are not published or not read in: nothing to judge by
	Unanswered                              // they are, and the kommune has answered none
	Go                                      // readiness is confirmed in time, and nothing is broken
	ConditionalGo                           // can be reached, on the conditions in the reasons
	NoGo                                    // a rule or a deadline is broken
)

var recommendationNames = [...]string{
	NotAnnounced: "notAnnounced", Unanswered: "unanswered", Go: "go", ConditionalGo: "conditionalGo", NoGo: "noGo",
}

// String returns "notAnnounced", "unanswered", "go", "conditionalGo", "noGo",
// or "".
func (r Recommendation) String() string {
	if int(r) < len(recommendationNames) {
		return recommendationNames[r]
	}
	return ""
}

// MarshalText writes the name.
func (r Recommendation) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// recommend judges a project. No-go, on facts alone: a hard gate was passed late
// or is overdue, or something that decides is broken. Go: readiness is confirmed
// and nothing is broken. Between them lies conditional go, with its conditions.
// Before the requirements are read in, and before any is answered, there is
// nothing to judge by; what is broken already is told all the same, and first.
func (a *assessor) recommend(p *ProjectAssessment) {
	p.Reasons = a.against(p)
	p.broken = len(p.Reasons) > 0
	a.earliest(p)
	readiness := p.Confirmation()
	switch {
	case p.List == nil:
		p.Recommendation = NotAnnounced
		p.Reasons = append(p.Reasons, a.notAnnounced(p))
	case p.broken:
		p.Recommendation = NoGo
	case p.Score.Answered == 0:
		p.Recommendation = Unanswered
		p.Reasons = []lang.Said{a.unanswered(p)}
	case !readiness.Ahead():
		p.Recommendation = Go
		p.Reasons = []lang.Said{a.say("readiness/confirmed-on", lang.Args{"day": lang.Day(*readiness.Passed)})}
		if conditions := a.conditions(p); len(conditions) > 0 {
			p.Recommendation, p.Reasons = ConditionalGo, append(p.Reasons, conditions...)
		}
	default:
		p.Recommendation = ConditionalGo
		p.Reasons = append(a.toConfirm(p), a.conditions(p)...)
	}
}

// notAnnounced says by when KOMBIT owes the requirements.
func (a *assessor) notAnnounced(p *ProjectAssessment) lang.Said {
	g := p.gate(rules.RequirementsGate)
	switch {
	case g.Passed != nil:
		return a.say("readiness/list-not-read", lang.Args{"day": lang.Day(*g.Passed)})
	case g.due == nil:
		return a.say("readiness/publish-undated", lang.Args{"lead": a.say("common/months", lang.Args{"n": lang.Whole(a.Book.MonthsBefore(g.Milestone))})})
	case *g.due < a.on:
		return a.say("readiness/publish-was-due", lang.Args{"day": lang.Day(*g.due)})
	}
	return a.say("readiness/publish-by", lang.Args{"day": lang.Day(*g.due)})
}

// unanswered says how many requirements wait for an answer: those that readiness
// waits for, or where it waits for none, those of the go-live.
func (a *assessor) unanswered(p *ProjectAssessment) lang.Said {
	open, deadline := p.Forecast.Open, p.Forecast.Deadline
	if open == 0 {
		open, deadline = len(p.Items), day(p.GoLive)
	}
	n := lang.Whole(open)
	switch {
	case deadline == nil:
		return a.say("readiness/waiting", lang.Args{"n": n})
	case p.Forecast.Open == 0:
		return a.say("readiness/waiting-for-go-live", lang.Args{"n": n, "day": lang.Day(*deadline)})
	case *deadline < a.on:
		return a.say("readiness/waiting-was-due", lang.Args{"n": n, "day": lang.Day(*deadline)})
	}
	return a.say("readiness/waiting-by", lang.Args{"n": n, "day": lang.Day(*deadline)})
}

// against collects what speaks against receiving the system as planned.
func (a *assessor) against(p *ProjectAssessment) []lang.Said {
	var reasons []lang.Said
	for i := range p.Gates {
		g := &p.Gates[i]
		switch {
		case g.key == rules.RequirementsGate: // KOMBIT's to pass
		case g.State == GatePassedLate && g.hard():
			reasons = append(reasons, a.say("readiness/passed-late", lang.Args{"gate": g.Name, "day": lang.Day(*g.Passed), "deadline": lang.Day(*g.due)}))
		case g.State == GateOverdue && g.hard():
			reasons = append(reasons, a.overdue(g, &p.Forecast))
		case g.State == GateOverdue && g.key != rules.TrialGate && g.key != rules.TestGate:
			reasons = append(reasons, a.say("readiness/gates-open-at-go-live", lang.Args{"day": lang.Day(*g.due)}))
		}
	}
	for i := range p.Criteria {
		if m := &p.Criteria[i]; m.Light == Red {
			reasons = append(reasons, m.Says...)
		}
	}
	if len(reasons) == 0 && p.List != nil && p.Time.Light == Red && p.gate(rules.RequirementsGate).State != GatePassedLate {
		reasons = append(reasons, p.Time.Reason)
	}
	return reasons
}

// Broken reports whether something speaks against receiving the system as planned:
// the first of the Reasons says what.
func (p *ProjectAssessment) Broken() bool { return p.broken }

// Behind reports whether the kommune is behind with a project: something that
// decides is broken, whether or not KOMBIT's requirements are read in, or it
// missed a deadline or cannot keep one by its plan. What KOMBIT owes is not its
// lateness, nor what the plan is silent on.
func (p *ProjectAssessment) Behind() bool {
	return p.broken || slices.ContainsFunc(p.Gates, func(g Gate) bool {
		return g.Actor == "kommune" && (g.hold.by == holdPlan && g.State != GateUnstated || g.hard() && g.late())
	})
}

// Broken reports whether the kommune is behind with a project, or something
// that decides for the kommune as such is broken.
func (a *Assessment) Broken() bool {
	return slices.ContainsFunc(a.Projects, func(p ProjectAssessment) bool { return p.Behind() }) ||
		slices.ContainsFunc(a.Criteria, func(m Criterion) bool { return m.Light == Red })
}

// overdue says why readiness is not confirmed though the deadline has passed.
func (a *assessor) overdue(g *Gate, f *Forecast) lang.Said {
	deadline := lang.Day(*g.due)
	switch {
	case f.Open > 0:
		return a.say("readiness/overdue-open", lang.Args{"gate": g.Name, "deadline": deadline, "n": lang.Whole(f.Open)})
	case f.On != nil && *f.On > *f.Deadline:
		return a.say("readiness/overdue-last", lang.Args{"gate": g.Name, "deadline": deadline, "day": lang.Day(*f.On)})
	}
	return a.say("readiness/overdue-untold", lang.Args{"gate": g.Name, "deadline": deadline})
}

// toConfirm says what is left to confirm and by when.
func (a *assessor) toConfirm(p *ProjectAssessment) []lang.Said {
	f := &p.Forecast
	n := lang.Whole(f.Open)
	var reasons []lang.Said
	switch {
	case f.Deadline != nil && *f.Deadline < a.on:
		return a.unstated(p)
	case f.Open == 0 && f.Deadline == nil:
		return []lang.Said{a.met(p), a.say("readiness/tell", nil)}
	case f.Open == 0:
		return []lang.Said{a.met(p), a.say("readiness/tell-by", lang.Args{"day": lang.Day(*f.Deadline)})}
	case f.Deadline == nil:
		reasons = append(reasons, a.say("readiness/must-confirm", lang.Args{"n": n}))
	default:
		reasons = append(reasons, a.say("readiness/must-confirm-by", lang.Args{"n": n, "day": lang.Day(*f.Deadline)}))
	}
	if f.late() {
		reasons = append(reasons, a.say("readiness/pace-must-rise", lang.Args{"day": lang.Day(*f.On)}))
	}
	return reasons
}

// met says that no requirement that readiness waits for is open: they are
// confirmed, as far as they apply, or none applies.
func (a *assessor) met(p *ProjectAssessment) lang.Said {
	confirmed, aside, later := 0, 0, 0
	for i := range p.Items {
		switch item := &p.Items[i]; {
		case !item.Applies():
			aside++
		case item.Gate != a.rules.At(rules.ReadinessGate):
			later++
		default:
			confirmed++
		}
	}
	switch {
	case confirmed == 0 && later > 0:
		return a.say("readiness/met-none-of-readiness", nil)
	case confirmed == 0:
		return a.say("readiness/met-none", nil)
	case later > 0:
		return a.say("readiness/met-of-readiness", nil)
	case aside > 0:
		return a.say("readiness/met-as-applies", nil)
	}
	return a.say("readiness/met-all", nil)
}

// unstated says of a deadline that has passed what the plan is silent on.
func (a *assessor) unstated(p *ProjectAssessment) []lang.Said {
	f := &p.Forecast
	if f.Open == 0 {
		return []lang.Said{a.met(p), a.say("readiness/told-unstated", lang.Args{"day": lang.Day(*f.Deadline)})}
	}
	return []lang.Said{a.say("readiness/confirmed-unstated", lang.Args{"n": lang.Whole(f.Open), "day": lang.Day(*f.Deadline)})}
}

// conditions are the topics that are not in order and hold up a gate.
func (a *assessor) conditions(p *ProjectAssessment) []lang.Said {
	var conditions []lang.Said
	for i := range p.Criteria {
		if m := &p.Criteria[i]; m.Light == Yellow && m.Code != "" {
			conditions = append(conditions, m.Says...)
		}
	}
	if p.Money.Light == Red {
		conditions = append(conditions, p.Money.Reason)
	}
	return conditions
}

// earliest works out when a kommune that is too late could begin: three months
// after it confirmed, or after it can by its plan and by the forecast, the later
// of the two.
func (a *assessor) earliest(p *ProjectAssessment) {
	g := p.Confirmation()
	byPlan := g.State != GateUnstated && (g.hold.by == holdPlan || g.hold.by == holdParty)
	if !g.late() && !byPlan {
		return
	}
	var confirmed date.Date
	switch {
	case g.Passed != nil:
		confirmed = *g.Passed
	case byPlan:
		confirmed, p.EarliestByPlan = g.Expected.Date, true
	}
	if on := p.Forecast.On; g.Passed == nil && on != nil && *on > confirmed {
		confirmed, p.EarliestByPlan = *on, false
	}
	if confirmed == 0 {
		return
	}
	if g.Passed == nil {
		confirmed = max(confirmed, a.on)
	}
	months := a.rules.Thresholds[rules.DueMonths]
	first := drejebog.AddMonths(confirmed, months)
	for a.MetBy(drejebog.AddMonths(first, -months)) < confirmed { // a month shorter than the other, or a free day
		first++
	}
	p.EarliestImpl = &first
}
