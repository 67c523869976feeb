package readiness

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Gate is a point that a project passes on its way into a kommune.
type Gate struct {
	Milestone string    // id: "4.8/bekraeftet@sapa"
	Name      lang.Text // "Parathed bekræftet"
	Noun      lang.Text // within a sentence: "bekræftelsen af parathed"
	Actor     string    // id of the party that passes it
	Section   string
	Expected  timeline.When // as scheduled
	Deadline  *date.Date    // as Milestone.Deadline: a working day; nil: no rule sets one, or no date

	DeadlineKind drejebog.EndKind // as Milestone.DeadlineKind; the zero value without a deadline

	Latest *date.Date // as Milestone.Latest: the last day that serves every hard end; nil: none binds it
	Left   *int       // working days from the day after the assessment to the last day, else to the day that it is planned for, both included; negative: since it; nil: passed, or no date
	State  GateState
	Passed *date.Date // the day that it was passed
	Blocks []Block    // what holds it up, the most urgent first; empty once it is passed

	key  string     // of its row
	due  *date.Date // the last day, or the day that it is planned for where nothing binds it; nil: nobody knows
	hold hold       // what keeps it from its last day by the schedule
}

// Last is the last day to pass the gate: its deadline, else the latest day by the
// schedule; nil where nothing binds it.
func (g *Gate) Last() *date.Date { return cmp.Or(g.Deadline, g.Latest) }

// hard reports whether a rule sets the gate a deadline that must not be missed.
func (g *Gate) hard() bool { return g.DeadlineKind == drejebog.Frist }

// GateState is how a gate stands. The zero value is invalid.
type GateState uint8

// The states.
const (
	GatePassed     GateState = iota + 1 // in time
	GatePassedLate                      // after the deadline
	GateOpen                            // ahead
	GateOverdue                         // the deadline has passed, the gate was not
	GateUnstated                        // the deadline has passed, and the plan is silent on it
	GateUndated                         // ahead, and nobody knows when
)

var gateStateNames = [...]string{
	GatePassed: "passed", GatePassedLate: "passedLate", GateOpen: "open", GateOverdue: "overdue", GateUnstated: "unstated", GateUndated: "undated",
}

// String returns "passed", "passedLate", "open", "overdue", "unstated",
// "undated", or "".
func (s GateState) String() string {
	if int(s) < len(gateStateNames) {
		return gateStateNames[s]
	}
	return ""
}

// MarshalText writes the name.
func (s GateState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Ahead reports whether the gate is not passed.
func (g *Gate) Ahead() bool { return g.Passed == nil }

// late reports whether the gate was passed late, or is overdue by the plan's own
// word.
func (g *Gate) late() bool { return g.State == GatePassedLate || g.State == GateOverdue }

// Block is one thing that holds up a gate.
type Block struct {
	Subject string         `json:"subject"` // id of a task, a milestone or a topic, or key of a requirement
	What    lang.Sentences `json:"what"`    // or a name
	Light   Light          `json:"light" form:"set"`
	Actor   string         `json:"actor"`        // id of the party that must act
	Role    string         `json:"role"`         // id of the role in the kommune that must, "" for others
	People  []string       `json:"people"`       // ids of the plan's people with that role
	By      *date.Date     `json:"by"`           // last day to have it done; nil: no date
	Left    *int           `json:"workdaysLeft"` // working days to it, as for a gate; nil: no date
	Section string         `json:"section"`
}

// gate is one of the gates of a project by its key in the files, nil before they are found.
func (p *ProjectAssessment) gate(key string) *Gate {
	if i := slices.IndexFunc(p.Gates, func(g Gate) bool { return g.key == key }); i >= 0 {
		return &p.Gates[i]
	}
	return nil
}

// Confirmation is the gate at which the kommune confirms that it is ready; nil in an
// assessment without gates.
func (p *ProjectAssessment) Confirmation() *Gate { return p.gate(rules.ReadinessGate) }

// gates follows a project through its gates. Each is held up by what is open
// of its own and by the one before it.
func (a *assessor) gates(p *ProjectAssessment) []Gate {
	gates := []Gate{a.requirementsGate(p), a.readinessGate(p), a.testGate(p), a.goLiveGate(p), a.trialGate(p)}
	for i := range gates {
		g := &gates[i]
		if g.key == rules.GoLiveGate {
			a.passGoLive(p, g, gates[:i])
		}
		a.settle(g, a.silent(p, g))
		g.hold = a.holdOf(g)
		if !g.Ahead() {
			g.Blocks = nil
			continue
		}
		if i > 0 && gates[i-1].Ahead() {
			g.Blocks = append([]Block{a.gateBefore(&gates[i-1])}, g.Blocks...)
		}
		for j := range p.Criteria {
			if m := &p.Criteria[j]; m.Topic.Gate+"@"+p.ID == g.Milestone && m.Light != Green && !g.blockedBy(m.Task) && !p.asks(base(m.Task), base(g.Milestone)) {
				g.Blocks = append(g.Blocks, a.blockOf(m, g))
			}
		}
		slices.SortStableFunc(g.Blocks, func(x, y Block) int { return urgency(&x, &y) })
	}
	a.passedByDate(p, gates)
	return gates
}

// gateID is the milestone of a gate for a project.
func (a *assessor) gateID(gate, project string) string { return a.rules.At(gate) + "@" + project }

// gate is a bare gate.
func (a *assessor) gate(gate, project string) Gate {
	g := Gate{Milestone: a.gateID(gate, project), key: gate}
	m := a.milestones[g.Milestone]
	if m == nil {
		return g
	}
	g.Name, g.Noun = a.rules.Gates[gate].Name, a.rules.Gates[gate].Noun
	g.Actor, g.Section = m.Milestone.Actor, m.Milestone.Section
	g.Expected, g.Deadline, g.DeadlineKind, g.Latest = m.Date, m.Deadline, m.DeadlineKind, day(m.Latest)
	g.due = cmp.Or(g.Last(), day(g.Expected))
	return g
}

// silent reports whether the plan says nothing of a gate: neither that it was
// passed nor how far it is.
func (a *assessor) silent(p *ProjectAssessment, g *Gate) bool {
	says := func(gate string) bool { return a.says(a.rules.Gates[gate].Step + "@" + p.ID) }
	switch g.key {
	case rules.RequirementsGate:
		return a.Plan.Deliverables[g.Milestone] == plan.Deliverable{}
	case rules.ReadinessGate:
		return !says(rules.ReadinessGate) && !slices.ContainsFunc(p.Items, func(i Item) bool { return i.Gate == a.rules.At(rules.ReadinessGate) && i.missed(a.on) })
	case rules.TestGate:
		return !says(rules.TestGate) && !a.tested(p, plan.OwnTest)
	case rules.TrialGate:
		return !says(rules.TrialGate) && !a.tested(p, plan.OperationalTrial)
	}
	return a.Plan.Projects[p.ID].GoLive == nil
}

// tested reports whether the plan has a round of tests of a kind.
func (a *assessor) tested(p *ProjectAssessment, kind plan.TestKind) bool {
	return slices.ContainsFunc(a.Plan.Tests, func(run plan.TestRun) bool { return run.Project == p.ID && run.Kind == kind })
}

// settle says how a gate stands once it is known whether it was passed.
func (a *assessor) settle(g *Gate, silent bool) {
	if g.Passed == nil && g.due != nil {
		left := a.workdaysLeft(*g.due)
		g.Left = &left
	}
	switch {
	case g.Passed != nil && g.due != nil && *g.Passed > *g.due:
		g.State = GatePassedLate
	case g.Passed != nil:
		g.State = GatePassed
	case g.due == nil:
		g.State = GateUndated
	case *g.due < a.on && silent:
		g.State = GateUnstated
	case *g.due < a.on:
		g.State = GateOverdue
	default:
		g.State = GateOpen
	}
}

// requirementsGate is passed when KOMBIT's list is out: read in, or delivered
// by the plan's word.
func (a *assessor) requirementsGate(p *ProjectAssessment) Gate {
	g := a.gate(rules.RequirementsGate, p.ID)
	delivered := a.Plan.Deliverables[g.Milestone].Delivered
	switch {
	case p.List != nil:
		g.Passed = &p.List.Published
	case delivered != nil && *delivered <= a.on:
		g.Passed = delivered
	default:
		b := Block{
			Subject: g.Milestone, Actor: g.Actor, By: g.Latest, Section: g.Section, Light: Yellow,
			What: lang.Sentences{a.say("readiness/not-published", nil)},
		}
		if a.unsaid(g.Milestone, g.due) {
			b.Light, b.What = Grey, named(g.Noun.Capital())
		}
		g.Blocks = []Block{a.block(b)}
	}
	return g
}

// readinessGate is passed when the kommune has told KOMBIT that it is ready, and
// every requirement that applies is confirmed: the later of the two days. Without
// a list the kommune's own word is all there is.
func (a *assessor) readinessGate(p *ProjectAssessment) Gate {
	g := a.gate(rules.ReadinessGate, p.ID)
	step := a.rules.Gates[rules.ReadinessGate].Step
	a.openItems(&g, p)
	told := a.done(step + "@" + p.ID)
	if len(g.Blocks) == 0 && told != nil {
		passed := *told
		if last := p.Forecast.On; last != nil { // nothing is open: the last confirmation
			passed = max(passed, *last)
		}
		g.Passed = &passed
		return g
	}
	if p.List != nil && told == nil {
		a.openTask(&g, p, step)
	}
	a.openBefore(&g, p, step)
	return g
}

// openItems adds the requirements that hold up the gate.
func (a *assessor) openItems(g *Gate, p *ProjectAssessment) {
	for i := range p.Items {
		if item := &p.Items[i]; item.open() && item.Gate == base(g.Milestone) {
			g.Blocks = append(g.Blocks, a.itemBlock(p, item))
		}
	}
}

// testGate is passed when the kommune's test is finished.
func (a *assessor) testGate(p *ProjectAssessment) Gate {
	return a.stepGate(rules.TestGate, p)
}

// goLiveGate is passed when the day has come and the gates before it are
// passed.
func (a *assessor) goLiveGate(p *ProjectAssessment) Gate {
	g := a.gate(rules.GoLiveGate, p.ID)
	a.openItems(&g, p)
	a.openOf(&g, p, a.before[g.Milestone])
	return g
}

func (a *assessor) passGoLive(p *ProjectAssessment, g *Gate, before []Gate) {
	ahead := slices.ContainsFunc(before[1:], func(g Gate) bool { return g.Ahead() })
	if !ahead && p.GoLive.Known() && p.GoLive.Date <= a.on {
		g.Passed = &p.GoLive.Date
	}
}

// trialGate is passed when the operational trial is approved.
func (a *assessor) trialGate(p *ProjectAssessment) Gate {
	return a.stepGate(rules.TrialGate, p)
}

// stepGate is a gate that is passed when a step is finished.
func (a *assessor) stepGate(gate string, p *ProjectAssessment) Gate {
	g, step := a.gate(gate, p.ID), a.rules.Gates[gate].Step
	if g.Passed = a.done(step + "@" + p.ID); g.Passed == nil {
		a.openTask(&g, p, step)
		a.openBefore(&g, p, step)
	}
	return g
}

// openTask adds a task of the project that is not finished.
func (a *assessor) openTask(g *Gate, p *ProjectAssessment, step string) {
	id := a.taskOf(step, p.ID)
	t := a.tasks[id]
	if t == nil || t.LevelOfEffort || t.NotRelevant != "" || a.done(id) != nil || a.out.stated[id] || p.asks(step, base(g.Milestone)) {
		return
	}
	by := day(t.LateFinish)
	light := Yellow
	if by != nil && *by < a.on {
		light = Red
		if task := a.Facts(id); !task.Says() {
			light = Grey
		}
	}
	g.Blocks = append(g.Blocks, a.block(Block{
		Subject: id, What: named(t.Step.Name), Light: light, Actor: "kommune",
		Role: cmp.Or(a.Facts(id).Responsible, t.Step.Role), By: by, Section: t.Activity.ID,
	}))
}

// asks reports whether an open requirement that holds up a gate is delivered by
// a step: it says more than the task.
func (p *ProjectAssessment) asks(step, gate string) bool {
	return step != "" && slices.ContainsFunc(p.Items, func(i Item) bool { return i.Requirement.Step == step && i.Gate == gate && i.open() })
}

// openBefore adds what a step of the project waits for and has not got.
func (a *assessor) openBefore(g *Gate, p *ProjectAssessment, step string) {
	if id := a.taskOf(step, p.ID); id != "" {
		a.openOf(g, p, a.before[id])
	}
}

// openOf adds what is open among the things that a gate waits for.
func (a *assessor) openOf(g *Gate, p *ProjectAssessment, ids []string) {
	for _, id := range ids {
		switch {
		case a.tasks[id] != nil:
			a.openTask(g, p, base(id))
		case a.milestones[id] != nil && a.milestones[id].Milestone.Kind == drejebog.Deliverable:
			a.openDeliverable(g, p, id)
		}
	}
}

// openDeliverable adds what somebody else owes and the plan does not know to
// have come. The requirements have a gate of their own.
func (a *assessor) openDeliverable(g *Gate, p *ProjectAssessment, id string) {
	m := a.milestones[id]
	own := a.Plan.Deliverables[id].Delivered
	if base(id) == a.rules.At(rules.RequirementsGate) || own != nil && *own <= a.on || m.Milestone.Delivered != nil || m.Project != "" && m.Project != p.ID {
		return
	}
	by := day(m.Latest)
	light := Yellow
	if a.unsaid(id, by) {
		light = Grey
	}
	g.Blocks = append(g.Blocks, a.block(Block{
		Subject: id, What: named(m.Milestone.Name), Light: light, Actor: m.Milestone.Actor, By: by, Section: m.Milestone.Section,
	}))
}

// unsaid reports whether the plan is silent on a deliverable that should have
// come by a day before the assessment: it may have.
func (a *assessor) unsaid(id string, by *date.Date) bool {
	return by != nil && *by < a.on && a.Plan.Deliverables[id] == plan.Deliverable{}
}

func (a *assessor) itemBlock(p *ProjectAssessment, item *Item) Block {
	light := Yellow
	switch {
	case item.missed(a.on):
		light = Red
	case item.lateOn(a.on):
		light = Grey
	}
	role := item.Responsible
	if by := item.Answer.By; by != "" && item.State == plan.AnswerInProgress {
		role = by
	}
	what := named(item.Requirement.Both())
	if item.State == 0 && light != Grey {
		what = lang.Sentences{a.say("readiness/unanswered-item", lang.Args{"requirement": item.Requirement.Both()})}
	}
	return a.block(Block{Subject: item.Key, What: what, Light: light, Actor: "kommune", Role: role, By: item.Due, Section: a.section}, p.ID)
}

// gateBefore says that the gate before is not passed.
func (a *assessor) gateBefore(before *Gate) Block {
	light := Yellow
	switch before.State {
	case GateOverdue:
		light = Red
	case GateUnstated:
		light = Grey
	}
	return a.block(Block{
		Subject: before.Milestone, Light: light, Actor: before.Actor, By: before.Latest, Section: before.Section,
		What: lang.Sentences{a.say("readiness/first-gate", lang.Args{"gate": before.Noun})},
	})
}

// blockOf says that a topic is not in order.
func (a *assessor) blockOf(m *Criterion, g *Gate) Block {
	by := m.By
	if by == nil && m.Task == "" {
		by = g.Last()
	}
	b := Block{Subject: m.Topic.ID + "@" + m.Project, What: m.Says, Light: m.Light, Actor: m.Actor, Role: m.Role, By: by, Section: m.Topic.Section}
	if m.Task != "" { // which says what is to be done
		b.Subject, b.What = m.Task, named(a.tasks[m.Task].Step.Name)
	}
	return a.block(b, m.Project)
}

// named is what is said by its name alone.
func named(name lang.Text) lang.Sentences { return lang.Sentences{lang.OwnWords(name)} }

// blockedBy reports whether a task holds up the gate already.
func (g *Gate) blockedBy(task string) bool {
	return task != "" && slices.ContainsFunc(g.Blocks, func(b Block) bool { return b.Subject == task })
}

// block completes a block: the days left, and who has the role for the project.
func (a *assessor) block(b Block, project ...string) Block {
	if b.By != nil {
		left := a.workdaysLeft(*b.By)
		b.Left = &left
	}
	if len(project) == 0 {
		_, id, _ := cutScope(b.Subject)
		project = []string{id}
		if t := a.tasks[b.Subject]; t != nil {
			project = []string{t.Project}
		}
	}
	if _, ok := a.Plan.People[b.Role]; ok {
		b.People = []string{b.Role}
	} else if b.Role != "" {
		b.People = a.Plan.Holders(b.Role, project[0])
	}
	return b
}

// urgency orders blocks: the earliest day first, the undated last, the worse
// light before the better.
func urgency(x, y *Block) int {
	return cmp.Or(lang.CompareDays(x.By, y.By), -cmp.Compare(x.Light, y.Light), cmp.Compare(x.Subject, y.Subject))
}

// passedByDate raises the finding of a go-live that the plan itself dates
// before the assessment although gates are open.
func (a *assessor) passedByDate(p *ProjectAssessment, gates []Gate) {
	goLive := a.Plan.Projects[p.ID].GoLive
	if goLive == nil || goLive.Unknown || goLive.Assumed || goLive.Date > a.on {
		return
	}
	var names []lang.Text
	for _, g := range gates {
		if !g.Ahead() || g.key == rules.GoLiveGate || g.key == rules.TrialGate {
			continue
		}
		names = append(names, g.Noun)
	}
	if len(names) == 0 {
		return
	}
	a.raise(rule{
		code: "DB-517", subject: a.gateID(rules.GoLiveGate, p.ID), project: p.ID, actor: "kommune", section: a.section, day: goLive.Date,
		path: []string{"projects", p.ID, "goLive"},
	}, lang.Args{"date": lang.Day(goLive.Date), "asof": lang.Day(a.on), "what": lang.SeriesOf(", ", names)})
}
