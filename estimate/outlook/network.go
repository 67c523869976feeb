package outlook

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/rickb777/date/v2"
)

// modelling is a schedule as a network of which durations and dates are uncertain, on
// its way.
type modelling struct {
	risk.Model
	est     *estimate.Estimate
	sched   *timeline.Schedule
	net     *timeline.Network
	work    *cpm.WorkingTime
	curves  *curves
	loading float64
	delays  []float64
	dateOf  map[int]int // by activity, its place among Dates
	unmoved []string    // ids of risks whose delay cannot be counted

	onDays, inPeriods bool // go-lives are drawn around a day, and from a period
}

// networkOf makes the network of an estimate's schedule uncertain: lengths, promises of
// others, go-lives and the plan's risks. Rows start no earlier than planned; what is
// placed starts no earlier than it can, and is begun earlier when its draw needs it. A
// go-live waits for what must precede it.
func networkOf(est *estimate.Estimate, c *curves) (*modelling, error) {
	sched := est.Schedule()
	net := sched.Network()
	m := &modelling{
		Model: risk.Model{Network: net.Problem, Input: net.Input},
		est:   est, sched: sched, net: net, work: net.Graph.Calendar(0), curves: c,
		loading: est.Assumptions().Together.Loading.InexactFloat64(),
		delays:  delays(sched.Book), dateOf: map[int]int{},
	}
	m.loosen()
	if err := m.lengths(); err != nil {
		return nil, err
	}
	if err := m.promises(); err != nil {
		return nil, err
	}
	if err := m.goLives(); err != nil {
		return nil, err
	}
	return m, m.risks()
}

// loosen lets go-lives and starts of implementation come later than they are put, and
// puts rows where they are planned, but what is placed. No go-live waits for what nobody
// has dated, or for what is over: the schedule tells what contradicts it.
func (m *modelling) loosen() {
	m.Network.Links = slices.DeleteFunc(m.Network.Links, func(l cpm.Link) bool {
		return m.begins(l.To) && (m.isOpen(l.From) || m.sched.IsOver(m.net.IDs[l.From]))
	})
	placed := map[int]*timeline.Task{}
	var late []cpm.Constraint // of what is placed: none begins before the day that the schedule is seen from
	for i := range m.sched.Tasks {
		t := &m.sched.Tasks[i]
		a, ok := m.net.Index[t.ID]
		switch {
		case !ok || !t.Start.Known() || t.LevelOfEffort:
		case t.Placed:
			placed[a] = t
			if m.sched.Facts(t.ID).ActualStart == nil {
				from := min(t.Start.Date, max(m.sched.SeenFrom(), t.EarlyStart.Date))
				late = append(late, cpm.Constraint{Activity: a, Kind: cpm.StartNoEarlierThan, At: cpm.Instant(from)})
			}
		default:
			m.Input.Constraints = append(m.Input.Constraints, cpm.Constraint{Activity: a, Kind: cpm.StartNoEarlierThan, At: cpm.Instant(t.Start.Date)})
		}
	}
	for i := range m.sched.Milestones {
		s := &m.sched.Milestones[i]
		a, ok := m.net.Index[s.ID]
		if !ok || !begins(s) {
			continue
		}
		for k := range m.Input.Constraints {
			if c := &m.Input.Constraints[k]; c.Activity == a && c.Kind == cpm.MustStartOn {
				c.Kind = cpm.StartNoEarlierThan
			}
		}
	}
	m.Input.Constraints = slices.DeleteFunc(m.Input.Constraints, func(c cpm.Constraint) bool {
		t := placed[c.Activity]
		if t == nil || !t.EarlyStart.Known() {
			return false
		}
		return c.Kind == cpm.StartNoEarlierThan && c.At > cpm.Instant(t.EarlyStart.Date) ||
			c.Kind == cpm.FinishNoEarlierThan && c.At > cpm.Instant(t.EarlyFinish.Date+1)
	})
	m.Input.Constraints = append(m.Input.Constraints, late...)
}

// isOpen reports whether an activity is a deliverable that nobody has dated: it holds no
// go-live back.
func (m *modelling) isOpen(activity int) bool {
	s := m.sched.Milestone(m.net.IDs[activity])
	if s == nil || s.Milestone == nil || s.Milestone.Kind != drejebog.Deliverable {
		return false
	}
	promised, delivered := m.sched.Owed(s)
	return promised == nil && delivered == nil
}

func (m *modelling) begins(activity int) bool {
	s := m.sched.Milestone(m.net.IDs[activity])
	return s != nil && begins(s)
}

// begins reports whether a milestone is a go-live or a start of implementation.
func begins(m *timeline.Milestone) bool {
	return m.Milestone != nil && (m.Milestone.Kind == drejebog.GoLive || m.Milestone.Kind == drejebog.Implementation)
}

// lengths draws how long what is left takes, of a task on which the plan gives no
// length. Who does it is its common factor.
func (m *modelling) lengths() error {
	remaining := map[int]cpm.Work{}
	for _, p := range m.Input.Progress {
		if _, seen := remaining[p.Activity]; !seen {
			remaining[p.Activity] = max(p.Remaining, 0)
		}
	}
	for i := range m.sched.Tasks {
		t := &m.sched.Tasks[i]
		a, ok := m.net.Index[t.ID]
		facts := m.sched.Facts(t.ID)
		d := t.Duration
		if !ok || t.LevelOfEffort || d.Likely < 1 || d.Low == d.High || facts.Remaining != nil || !m.sched.IsAhead(t) {
			continue
		}
		left, begun := remaining[a]
		if !begun {
			left = cpm.Work(d.Likely)
		}
		done := d.Likely - int(left)
		if begun && left == 0 && facts.ActualStart != nil {
			done = max(done, m.sched.Workdays(*facts.ActualStart, m.sched.SeenFrom()))
		}
		curve, err := m.curves.of(threepoint.Value{
			Low: float64(max(0, d.Low-done)), Likely: float64(left), High: float64(max(int(left), d.High-done)), Ends: threepoint.OneIn100(),
		})
		if err != nil {
			return err
		}
		if curve == nil {
			continue
		}
		m.Durations = append(m.Durations, risk.Duration{Activity: a, Quantity: risk.Quantity{Of: curve, Factor: m.factorOf(t), Loading: m.loading}})
	}
	return nil
}

// factorOf is who does a task: the party, and the role.
func (m *modelling) factorOf(t *timeline.Task) string { return m.sched.Actor(t) + "/" + t.Step.Role }

// promises draws when what others have promised comes, by how late what they promised
// before has come. What nobody has promised comes as late after the day on which it is
// expected.
func (m *modelling) promises() error {
	if len(m.delays) < 2 {
		return nil
	}
	for i := range m.sched.Milestones {
		s := &m.sched.Milestones[i]
		a, ok := m.net.Index[s.ID]
		if !ok || s.Milestone == nil || s.Milestone.Kind != drejebog.Deliverable {
			continue
		}
		promised, delivered := m.sched.Owed(s)
		if promised == nil && s.Date.Known() {
			promised = &s.Date.Date
		}
		if promised == nil || delivered != nil {
			continue
		}
		late := withTails(m.delays).beyond(float64(m.sched.SeenFrom() - *promised))
		m.date(a, threepoint.NewCurve(stretched{of: late, offset: m.instant(a, *promised), span: 1}), s.Milestone.Actor)
	}
	return nil
}

// instant is where a milestone on a day stands.
func (m *modelling) instant(activity int, day date.Date) float64 {
	if m.Network.Activities[activity].Side == cpm.FinishSide {
		return float64(day) + 1
	}
	return float64(day)
}

// goLives draws when go-lives come: as far from their day as is assumed, or from the first
// day of the period that the plan gives and as far from its last. Where the start of
// implementation lies ahead, it is drawn, and the go-live keeps its distance to it.
func (m *modelling) goLives() error {
	earlier, later := m.est.Assumptions().GoLive.EarlierMonths, m.est.Assumptions().GoLive.LaterMonths
	for i := range m.sched.Milestones {
		s := &m.sched.Milestones[i]
		if s.Milestone == nil || s.Milestone.Kind != drejebog.GoLive || !m.isAhead(s) {
			continue
		}
		on := m.drawnFor(s)
		day := s.Date.Date
		if other := m.sched.Milestone(m.net.IDs[on]); other != s {
			day = other.Date.Date
			m.Network.Links = append(m.Network.Links, cpm.Link{
				From: on, To: m.net.Index[s.ID], Lag: cpm.Lag{Value: int32(s.Date.Date - day), Unit: cpm.Elapsed},
			})
		}
		low, high := drejebog.AddMonths(s.Date.Date, -earlier), drejebog.AddMonths(m.lastDay(s), later)
		if m.lastDay(s) > s.Date.Date {
			low, m.inPeriods = s.Date.Date, true
		} else {
			m.onDays = true
		}
		at := func(when date.Date) float64 { return float64(day) + float64(when-s.Date.Date) }
		curve, err := m.curves.of(threepoint.Value{Low: at(low), Likely: at(s.Date.Date), High: at(high), Ends: threepoint.OneIn100()})
		if err != nil {
			return err
		}
		if curve != nil {
			m.date(on, curve, s.Milestone.Actor)
		}
	}
	return nil
}

// isAhead reports whether a milestone has a date that has not passed.
func (m *modelling) isAhead(s *timeline.Milestone) bool {
	_, ok := m.net.Index[s.ID]
	return ok && s.Date.Known() && s.Date.Date >= m.sched.SeenFrom() && m.sched.ReachedOn(s) == nil
}

// lastDay is the last day of the period in which a milestone lies; its own day where the
// plan gives one.
func (m *modelling) lastDay(s *timeline.Milestone) date.Date {
	if m.sched.Latest != nil {
		if last := m.sched.Latest.Milestone(s.ID); last != nil && last.Date.Known() {
			return last.Date.Date
		}
	}
	return s.Date.Date
}

// drawnFor is the activity that a go-live is drawn for: the start of implementation of
// its project, where that lies ahead and not after it.
func (m *modelling) drawnFor(s *timeline.Milestone) int {
	for i := range m.sched.Milestones {
		other := &m.sched.Milestones[i]
		if other.Project == s.Project && other.Milestone != nil && other.Milestone.Kind == drejebog.Implementation && m.isAhead(other) && other.Date.Date <= s.Date.Date {
			return m.net.Index[other.ID]
		}
	}
	return m.net.Index[s.ID]
}

// date makes the day of an activity uncertain.
func (m *modelling) date(activity int, of *threepoint.Curve, factor string) {
	if at, ok := m.dateOf[activity]; ok {
		m.Dates[at].Of = of
		return
	}
	m.dateOf[activity] = len(m.Dates)
	m.Dates = append(m.Dates, risk.Date{Activity: activity, Quantity: risk.Quantity{Of: of, Factor: factor, Loading: m.loading}})
}

// calendarDays are those that a working day stands for where a date is delayed.
const calendarDays = 7.0 / 5

// risks are the plan's own: each happens or not, and delays what it names. A milestone
// is delayed in days of the calendar, seven for five working days.
func (m *modelling) risks() error {
	for _, id := range m.riskIDs() {
		r := m.sched.Plan.Risks[id]
		event := risk.Event{Key: keyOfRisk(id), Probability: r.Probability.InexactFloat64()}
		if r.Task != "" && r.Delay != nil {
			effect, err := m.effect(&r)
			if err != nil {
				return err
			}
			if effect == nil {
				m.unmoved = append(m.unmoved, id)
			} else {
				event.Effects = append(event.Effects, *effect)
			}
		}
		m.Events = append(m.Events, event)
	}
	return nil
}

// riskIDs are the plan's risks in the order of the model's events.
func (m *modelling) riskIDs() []string { return slices.Sorted(maps.Keys(m.sched.Plan.Risks)) }

// effect is how a risk delays what it names; nil where that has no date, is over, or
// stands on its day whatever happens.
func (m *modelling) effect(r *plan.Risk) (*risk.Effect, error) {
	a, ok := m.net.Index[r.Task]
	if !ok || m.sched.IsOver(r.Task) {
		return nil, nil
	}
	effect, scale := risk.Effect{Activity: a}, 1.0
	t, s := m.sched.Task(r.Task), m.sched.Milestone(r.Task)
	switch {
	case s != nil && (!s.Date.Known() || m.stands(a)):
		return nil, nil
	case s != nil:
		if s.Milestone != nil && s.Milestone.Kind == drejebog.GoLive {
			effect.Activity = m.drawnFor(s)
		}
		scale = calendarDays
		m.dated(effect.Activity)
	case t == nil || !t.Finish.Known() || t.LevelOfEffort:
		return nil, nil
	case m.Network.Activities[a].Milestone:
		scale = calendarDays
		m.dated(a)
	}
	effect.OnDate = scale != 1
	low, likely, high := scale*float64(r.Delay.Low), scale*float64(r.Delay.Likely), scale*float64(r.Delay.High)
	curve, err := m.curves.of(threepoint.Value{Low: low, Likely: likely, High: high, Ends: threepoint.OneIn100()})
	if effect.Plus = curve; curve == nil {
		effect.Plus = always(likely)
	}
	return &effect, err
}

// stands reports whether an activity stands on its day whatever comes before.
func (m *modelling) stands(a int) bool {
	return slices.ContainsFunc(m.Input.Constraints, func(c cpm.Constraint) bool {
		return c.Activity == a && (c.Kind == cpm.MustStartOn || c.Kind == cpm.MustFinishOn)
	})
}

// dated gives an activity an uncertain date that is certain as yet: where it is planned.
func (m *modelling) dated(a int) {
	if _, ok := m.dateOf[a]; ok {
		return
	}
	day := m.sched.Milestone(m.net.IDs[a])
	if day != nil {
		m.date(a, always(m.instant(a, day.Date.Date)), "")
		return
	}
	m.date(a, always(float64(m.sched.Task(m.net.IDs[a]).Start.Date)), "")
}
