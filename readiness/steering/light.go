package steering

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Rating is the light of one subject.
type Rating struct {
	Subject  string          `json:"subject" form:"set"` // "time", "money", "readiness", "benefits" or "resources"
	Light    readiness.Light `json:"light" form:"set"`
	Trend    Trend           `json:"trend"`
	Why      lang.Said       `json:"why"`      // that of the measure that sets it
	Measures []Measure       `json:"measures"` // what could be measured, in the order of the tolerances
}

// Measure is a number that a light is set by.
type Measure struct {
	ID    string          `json:"id" form:"set"` // of its tolerance
	Value int             `json:"value"`         // in the tolerance's unit
	Light readiness.Light `json:"light" form:"set"`
	Says  lang.Said       `json:"says"`
}

// Trend is how something moved since the last report. The zero value: there is
// none, or the two cannot be compared.
type Trend uint8

// The trends.
const (
	Better Trend = iota + 1
	Same
	Worse
	Fresh // it was not there
)

var trendNames = [...]string{Better: "better", Same: "same", Worse: "worse", Fresh: "new"}

// String returns "better", "same", "worse", "new", or "".
func (t Trend) String() string {
	if int(t) < len(trendNames) {
		return trendNames[t]
	}
	return ""
}

// MarshalText writes the name.
func (t Trend) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// measured is a value with its sentence; not ok where it cannot be measured.
type measured struct {
	value int
	says  lang.Said
	ok    bool
}

func (m *maker) lights() []Rating {
	values := map[string]measured{}
	m.measureTime(values)
	m.measureMoney(values)
	m.measureReadiness(values)
	m.measureBenefits(values)
	m.measureResources(values)
	unknown := map[string]lang.Said{
		Time: m.say("steering/time-unknown", nil), Money: m.say("steering/money-unknown", nil), Readiness: m.readinessUnknown(),
		Benefits: m.say("steering/benefits-unknown", nil), Resources: m.resourcesUnknown(),
	}
	var lights []Rating
	for _, subject := range subjects {
		r := Rating{Subject: subject, Light: readiness.Grey, Why: unknown[subject]}
		known := false
		for i := range m.rules.Tolerances {
			t := &m.rules.Tolerances[i]
			v := values[t.ID]
			if t.Light != subject || !v.ok || !m.plan.Local() {
				continue
			}
			one := Measure{t.ID, v.value, t.light(v.value), v.says}
			r.Measures = append(r.Measures, one)
			if !known && m.speaksFor(subject) || one.Light > r.Light || known && one.Light == r.Light && one.Light > readiness.Green {
				r.Light, r.Why, known = one.Light, one.Says, true
			}
		}
		lights = append(lights, r)
	}
	return lights
}

// speaksFor reports whether green can be said of a subject: of readiness only where
// KOMBIT's requirements are read in and one of them is answered, of resources only where
// the hours are known of all who are needed.
func (m *maker) speaksFor(subject string) bool {
	switch subject {
	case Readiness:
		return slices.ContainsFunc(m.Assessment.Projects, func(p readiness.ProjectAssessment) bool { return p.Recommendation > readiness.Unanswered })
	case Resources:
		return len(m.timeless()) == 0
	}
	return true
}

// trendOf compares two lights, and where they are alike the measure that set them.
func trendOf(before, now *Rating) Trend {
	switch {
	case before.Light == readiness.Grey || now.Light == readiness.Grey:
		if before.Light == now.Light {
			return Same
		}
		return 0
	case now.Light < before.Light:
		return Better
	case now.Light > before.Light:
		return Worse
	}
	return Same
}

func (m *maker) measureTime(values map[string]measured) {
	least, to := 0, ""
	for i := range m.Schedule.ProjectPaths {
		if p := &m.Schedule.ProjectPaths[i]; to == "" || p.Float < least {
			least, to = p.Float, p.To
		}
	}
	if len(m.Schedule.CriticalPath) > 0 && (to == "" || m.Schedule.CriticalPathFloat < least) {
		least, to = m.Schedule.CriticalPathFloat, m.Schedule.CriticalPathTo
	}
	dates := keydate.HardDates(m.Schedule)
	for i := range dates {
		if h := &dates[i]; h.IsOwn() && h.Presses() && (to == "" || *h.Float < least) {
			least, to = *h.Float, h.ID
		}
	}
	if to != "" {
		says := m.say("steering/float", lang.Args{"days": m.workdays(least), "what": m.Schedule.LabelOf(to)})
		if least < 0 {
			says = m.say("steering/float-late", lang.Args{"days": m.workdays(-least), "what": m.Schedule.LabelOf(to)})
		}
		values[float] = measured{least, says, true}
	}
	var passed []lang.Text
	for _, f := range m.Schedule.Findings {
		if f.Code == goLivePassed {
			passed = append(passed, lang.Both(m.book.Project(f.Project).Name))
		}
	}
	if len(passed) > 0 {
		values[unreported] = measured{len(passed), m.say("steering/unreported", lang.Args{"projects": m.book.Listed(passed...)}), true}
	}
	broken := m.broken()
	says := m.say("steering/none-missed", nil)
	if len(broken) > 0 {
		says = m.say("steering/missed", lang.Args{"n": lang.Whole(len(broken)), "first": broken[0].Text})
	}
	values[missed] = measured{len(broken), says, true}
	m.measureSlip(values)
}

// goLivePassed is the code of a go-live that has passed and on which the plan is silent.
const goLivePassed = "DB-120"

// broken are the errors of the schedule that are not about how the plan is written.
func (m *maker) broken() []drejebog.Finding {
	written := map[[2]string]bool{}
	for _, f := range plan.Check(m.book, m.plan) {
		written[[2]string{f.Code, f.Subject}] = true
	}
	return slices.DeleteFunc(drejebog.WithSeverity(m.Schedule.Findings, drejebog.SeverityError), func(f drejebog.Finding) bool {
		return written[[2]string{f.Code, f.Subject}]
	})
}

// measureSlip is how much later than the baseline has it a start of implementation or
// a go-live that lies ahead comes.
func (m *maker) measureSlip(values map[string]measured) {
	if m.plan.Baseline == nil {
		return
	}
	most, which := 0, ""
	for i := range m.Schedule.Milestones {
		s := &m.Schedule.Milestones[i]
		agreed, ok := m.plan.Baseline.Milestones[s.ID]
		if kind := s.Milestone.Kind; !ok || !s.Date.Known() || kind != drejebog.GoLive && kind != drejebog.Implementation {
			continue
		}
		if days := int(s.Date.Date - agreed); which == "" || days > most {
			most, which = days, s.ID
		}
	}
	if which == "" {
		return
	}
	says := m.say("steering/no-slip", nil)
	if most > 0 {
		says = m.say("steering/slip", lang.Args{"days": m.book.Words.Say("common/days", lang.Args{"n": lang.Whole(most)}), "what": m.Schedule.LabelOf(which)})
	}
	values[slip] = measured{most, says, true}
}

func (m *maker) measureMoney(values map[string]measured) {
	next := m.Estimate.ToDecide()
	for _, y := range m.money() {
		amount := lang.Args{"year": lang.Plain(y.Year), "amount": y.Deviation.ToThousands()}
		switch open := y.Deviation.Sign() > 0; {
		case y.Year == 0:
		case y.Adopted || !open:
			amount["percent"] = lang.Whole(percent(y.Deviation.Decimal(), y.Forecast.Decimal()))
			says := m.say("steering/covered", lang.Args{"year": lang.Plain(y.Year)})
			if open {
				says = m.say("steering/uncovered", amount)
			}
			worst(values, uncovered, measured{max(0, percent(y.Deviation.Decimal(), y.Forecast.Decimal())), says, true})
		case open && next != nil && y.Year == next.Year:
			proposal := *y.DecisionBy
			if process := m.Schedule.BudgetProcess(y.Year); process != nil {
				proposal = process.Proposal.Day()
			}
			amount["day"], amount["proposal"] = lang.Day(*y.DecisionBy), lang.Day(proposal)
			values[toDecide] = measured{m.left(proposal), m.say("steering/to-decide", amount), true}
		}
		if y.Spent.Sign() > 0 {
			over := percent(y.Spent.Sub(y.Granted).Decimal(), y.Granted.Decimal())
			says := m.say("steering/within-grant", lang.Args{"year": lang.Plain(y.Year)})
			if over > 0 {
				says = m.say("steering/overspent", lang.Args{"year": lang.Plain(y.Year), "amount": y.Spent.Sub(y.Granted).ToThousands()})
			}
			worst(values, overspent, measured{max(0, over), says, true})
		}
	}
}

// worst keeps the larger of two values of a measure.
func worst(values map[string]measured, id string, v measured) {
	if old := values[id]; !old.ok || v.value > old.value {
		values[id] = v
	}
}

// hundredths are the decimals that a share is rounded to before whole per cent are
// taken of it.
const hundredths = 4

// percent is a share in whole per cent, rounded up from what is above nothing, so that
// no overrun is rounded away; all of what has nothing to be a share of is 100.
func percent(part, whole decimal.Decimal) int {
	switch {
	case part.Sign() <= 0:
		return 0
	case whole.Sign() <= 0:
		return 100
	}
	return int(part.Mul(decimal.NewFromInt(100)).DivRound(whole, hundredths).Ceil().IntPart())
}

// of is the first reason of a project's recommendation.
func of(p *readiness.ProjectAssessment) lang.Said {
	return lang.OwnWords(lang.Joined(": ", lang.Both(p.Name), p.Reasons[0].Text()))
}

func (m *maker) readinessUnknown() lang.Said {
	for i := range m.Assessment.Projects {
		p := &m.Assessment.Projects[i]
		if p.Recommendation <= readiness.Unanswered && len(p.Reasons) > 0 {
			return of(p)
		}
	}
	return m.say("steering/readiness-nobody", nil)
}

func (m *maker) measureReadiness(values map[string]measured) {
	late, first := 0, lang.Said{}
	silent, which := 0, lang.Said{}
	var next *readiness.Blocker
	for i := range m.Assessment.Projects {
		p := &m.Assessment.Projects[i]
		if at := slices.IndexFunc(p.Gates, isSilent); at >= 0 {
			if silent++; silent == 1 {
				which = m.say("steering/unanswered-gate", lang.Args{
					"project": lang.Both(p.Name), "gate": p.Gates[at].Noun, "day": lang.Day(*cmp.Or(p.Gates[at].Last(), &p.Gates[at].Expected.Date)),
				})
			}
		}
		if p.Behind() {
			late++
			if first.IsZero() && len(p.Reasons) > 0 {
				first = of(p)
			}
		}
		for j := range p.Blockers {
			b := &p.Blockers[j]
			if b.Actor == "kommune" && b.Left != nil && b.Light != readiness.Grey && (next == nil || *b.Left < *next.Left) {
				next = b
			}
		}
	}
	if first.IsZero() {
		first = m.say("steering/none-behind", nil)
	}
	if next != nil {
		what, day := next.What[:min(1, len(next.What))].Text(), lang.Day(*next.By)
		says := m.say("steering/held-up", lang.Args{"what": what, "day": day})
		if strings.Contains(" "+what.DA, " "+day.In(lang.Danish)) { // "21. juni" is not the 1st
			says = next.What[0] // which says the day itself
		}
		values[heldUp] = measured{*next.Left, says, true}
	}
	if silent > 0 {
		values[unanswered] = measured{silent, m.say("steering/unanswered", lang.Args{"n": lang.Whole(silent), "first": which}), true}
	}
	if late > 0 || m.speaksFor(Readiness) {
		values[behind] = measured{late, first, true}
	}
}

// isSilent reports a gate of the kommune's own that was due and on which the plan is silent.
func isSilent(g readiness.Gate) bool {
	return g.Actor == "kommune" && g.State == readiness.GateUnstated
}

func (m *maker) measureBenefits(values map[string]measured) {
	if len(m.plan.Benefits) == 0 {
		return
	}
	lacking, which := 0, ""
	unseen, first := 0, ""
	for _, id := range sortedKeys(m.plan.Benefits) {
		b := m.plan.Benefits[id]
		if b.Owner == "" || b.Baseline == nil || b.Target == nil {
			if lacking++; which == "" {
				which = b.Name
			}
			continue
		}
		if missing, year, ok := shortOf(&b, m.on); ok {
			says := m.say("steering/on-target", lang.Args{"benefit": lang.Both(b.Name), "year": lang.Plain(year)})
			if missing > 0 {
				says = m.say("steering/shortfall", lang.Args{"benefit": lang.Both(b.Name), "year": lang.Plain(year), "percent": lang.Whole(missing)})
			}
			worst(values, shortfall, measured{missing, says, true})
		} else if b.From != nil && b.From.Year() < m.on.Year() {
			if unseen++; first == "" {
				first = b.Name
			}
		}
	}
	if unseen > 0 {
		values[unmeasured] = measured{unseen, m.say("steering/unmeasured", lang.Args{"n": lang.Whole(unseen), "first": lang.Quoted(first)}), true}
	}
	says := m.say("steering/complete", lang.Args{"n": lang.Whole(len(m.plan.Benefits))})
	if lacking > 0 {
		says = m.say("steering/incomplete", lang.Args{"n": lang.Whole(lacking), "all": lang.Whole(len(m.plan.Benefits)), "first": lang.Quoted(which)})
	}
	values[incomplete] = measured{lacking, says, true}
}

// shortOf is how much of the way from baseline to target a benefit lacks by the last
// year that was measured and is over, once it is expected.
func shortOf(b *plan.Benefit, on date.Date) (missing, year int, ok bool) {
	for _, key := range sortedKeys(b.Realised) {
		y, err := decimal.NewFromString(key)
		if err != nil || int(y.IntPart()) > on.Year() || b.From != nil && int(y.IntPart()) < b.From.Year() {
			continue
		}
		way := b.Target.Sub(*b.Baseline)
		if way.IsZero() {
			continue
		}
		gone := b.Realised[key].Sub(*b.Baseline).DivRound(way, hundredths)
		missing, year, ok = percent(decimal.NewFromInt(1).Sub(gone), decimal.NewFromInt(1)), int(y.IntPart()), true
	}
	return missing, year, ok
}

func (m *maker) measureResources(values map[string]measured) {
	if m.Staffing == nil || len(m.plan.People) == 0 {
		return
	}
	roles := m.nobodies()
	says := m.say("steering/somebody", nil)
	if len(roles) > 0 {
		says = m.say("steering/nobody", lang.Args{"n": lang.Whole(len(roles)), "roles": m.book.Listed(roles...)})
	}
	values[nobody] = measured{len(roles), says, true}
	switch c := m.clash(); {
	case c != nil:
		values[short] = measured{c.share(), m.clashSaid(c), true}
	case m.speaksFor(Resources):
		values[short] = measured{0, m.say("steering/enough", lang.Args{"months": lang.Whole(m.rules.LoadMonths)}), true}
	}
}

func (m *maker) resourcesUnknown() lang.Said {
	switch who := m.timeless(); {
	case len(m.plan.People) == 0:
		return m.say("steering/resources-unknown", nil)
	case m.Staffing == nil:
		return m.say("steering/resources-too-much", nil)
	default:
		return m.say("steering/hours-unknown", lang.Args{"who": m.book.Listed(who...)})
	}
}
