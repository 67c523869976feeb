package steering

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/shopspring/decimal"
)

// Risk is something that may happen.
type Risk struct {
	ID          string           `json:"id"` // in the plan; "" for a computed one
	What        lang.Said        `json:"what"`
	Probability *decimal.Decimal `json:"probability"` // 0.25 is once in four; nil: nobody says
	Delay       *int             `json:"delayDays"`   // likely working days; nil: none
	Kroner      *drejebog.Kroner `json:"kroner"`      // likely; nil: none
	Float       *int             `json:"float"`       // working days, of a computed one
	Owner       string           `json:"owner"`       // id of a person or a role; "": nobody
	Measure     lang.Said        `json:"measure"`     // what is done about it
	Trend       Trend            `json:"trend"`
}

// risks are the plan's, the largest expected delay first, then the largest expected
// cost; without any, computed ones.
func (m *maker) risks() (list []Risk, computed bool) {
	for _, id := range sortedKeys(m.plan.Risks) {
		r := m.plan.Risks[id]
		x := Risk{ID: id, What: lang.OwnWords(lang.Both(r.What)), Probability: &r.Probability, Owner: r.Owner}
		if r.Measure != "" {
			x.Measure = lang.OwnWords(lang.Both(r.Measure))
		}
		if r.Delay != nil {
			x.Delay = &r.Delay.Likely
		}
		if r.Kroner != nil {
			x.Kroner = &r.Kroner.Likely
		}
		list = append(list, x)
	}
	slices.SortStableFunc(list, func(a, b Risk) int {
		return cmp.Or(expectedDelay(&b).Cmp(expectedDelay(&a)), expectedKroner(&b).Cmp(expectedKroner(&a)))
	})
	if len(list) > 0 {
		return list, false
	}
	return m.computedRisks(), true
}

func expectedDelay(r *Risk) decimal.Decimal {
	if r.Delay == nil {
		return decimal.Decimal{}
	}
	return r.Probability.Mul(decimal.NewFromInt(int64(*r.Delay)))
}

func expectedKroner(r *Risk) decimal.Decimal {
	if r.Kroner == nil {
		return decimal.Decimal{}
	}
	return r.Probability.Mul(r.Kroner.Decimal())
}

// trendOfRisk compares what a risk is expected to cost with what the earlier plan has.
func trendOfRisk(before *plan.Plan, now *Risk) Trend {
	old, ok := before.Risks[now.ID]
	switch {
	case now.ID == "":
		return 0
	case !ok:
		return Fresh
	}
	switch was := old.Probability; now.Probability.Cmp(was) {
	case 1:
		return Worse
	case -1:
		return Better
	}
	return Same
}

// computedRisks are the warnings about what has least float, and the chains with the
// least: the errors are told as deviations.
func (m *maker) computedRisks() []Risk {
	var risks []Risk
	told := map[string]bool{}
	for i := range m.Findings {
		f := &m.Findings[i]
		if f.Severity != drejebog.SeverityWarning || f.Task == "" || m.Schedule.IsOver(f.Task) || told[f.Task] {
			continue
		}
		if left, owner, ok := m.floatOf(f.Task); ok {
			told[f.Task] = true
			risks = append(risks, Risk{What: lang.OwnWords(f.Text), Float: &left, Owner: owner, Measure: lang.OwnWords(f.Remedy)})
		}
	}
	risks = append(risks, m.chains()...)
	slices.SortStableFunc(risks, func(a, b Risk) int { return cmp.Compare(*a.Float, *b.Float) })
	return risks[:min(len(risks), m.rules.ComputedRisks)]
}

// chains are the projects' critical paths that are not broken yet, by the task that they
// end with; those of one step and float are one.
func (m *maker) chains() []Risk {
	type chain struct {
		task     *timeline.Task
		to       string
		left     int
		projects []string
	}
	var chains []chain
	for i := range m.Schedule.ProjectPaths {
		p := &m.Schedule.ProjectPaths[i]
		t := m.lastTask(p.IDs)
		if t == nil || p.Float < 0 {
			continue
		}
		same := func(c chain) bool { return c.task.Base() == t.Base() && c.left == p.Float }
		at := slices.IndexFunc(chains, same)
		if at < 0 {
			at = len(chains)
			chains = append(chains, chain{task: t, to: p.To, left: p.Float})
		}
		chains[at].projects = append(chains[at].projects, m.book.ScopeName(p.Project))
	}
	var risks []Risk
	for i := range chains {
		c := &chains[i]
		_, owner, _ := m.floatOf(c.task.ID)
		says := m.say("steering/chain", lang.Args{"task": c.task.Name(), "projects": m.book.ListedNames(c.projects...), "what": m.Schedule.NameOf(c.to)})
		risks = append(risks, Risk{What: says, Float: &c.left, Owner: owner, Measure: m.begin(c.task)})
	}
	return risks
}

// lastTask is the last of a path that is a task.
func (m *maker) lastTask(ids []string) *timeline.Task {
	for _, id := range slices.Backward(ids) {
		if t := m.Schedule.Task(id); t != nil {
			return t
		}
	}
	return nil
}

// begin says when a task is to begin, and no later.
func (m *maker) begin(t *timeline.Task) lang.Said {
	if !t.Start.Known() || t.Start.Date < m.on {
		return lang.Said{}
	}
	return m.say("steering/begin", lang.Args{"day": lang.Day(t.Start.Date)})
}

// floatOf is the float of a task or a milestone, and who answers for it.
func (m *maker) floatOf(id string) (left int, owner string, ok bool) {
	if t := m.Schedule.Task(id); t != nil {
		who, _ := m.Schedule.SeesTo(t)
		return t.FloatLeft(), who.ID, t.HasFloat()
	}
	if s := m.Schedule.Milestone(id); s != nil {
		return s.FloatLeft(), s.Milestone.Actor, s.HasFloat()
	}
	return 0, "", false
}
