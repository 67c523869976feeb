package steering

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Milestone is one that lies ahead, as it was agreed, was reported last, and stands now.
type Milestone struct {
	ID       string        `json:"id" form:"set"`
	Name     lang.Text     `json:"name" form:"set"`
	Project  string        `json:"project"`
	Baseline *date.Date    `json:"baseline"` // nil: the plan has none
	Last     timeline.When `json:"last"`     // open without an earlier report
	Now      timeline.When `json:"now"`
	Latest   *date.Date    `json:"latest"`    // the last day that a hard rule allows; nil: none
	Later    *int          `json:"daysLater"` // calendar days from the baseline, else from the last report, to now; nil where there is neither
}

// milestones are each project's next gate and its go-live, and what else of the
// baseline lies ahead.
func (m *maker) milestones(last *maker) []Milestone {
	var ids []string
	in := map[string]bool{}
	add := func(id string) {
		if id != "" && !in[id] {
			in[id] = true
			ids = append(ids, id)
		}
	}
	for i := range m.Assessment.Projects {
		p := &m.Assessment.Projects[i]
		if g := nextGate(p); g != nil {
			add(g.Milestone)
		}
		if g := goLiveGate(p); g != nil && g.Ahead() {
			add(g.Milestone)
		}
	}
	if b := m.plan.Baseline; b != nil {
		for _, id := range sortedKeys(b.Milestones) {
			if s := m.Schedule.Milestone(id); s != nil && !m.Schedule.IsOver(id) {
				add(id)
			}
		}
	}
	var list []Milestone
	for _, id := range ids {
		if s := m.Schedule.Milestone(id); s != nil {
			list = append(list, m.milestone(s, last))
		}
	}
	return sorted(list, func(x *Milestone) *date.Date { return dateOf(x.Now) })
}

func (m *maker) milestone(s *timeline.Milestone, last *maker) Milestone {
	x := Milestone{ID: s.ID, Name: s.Label(), Project: s.Project, Now: s.Date, Latest: s.Deadline}
	if b := m.plan.Baseline; b != nil {
		if agreed, ok := b.Milestones[s.ID]; ok {
			x.Baseline = &agreed
		}
	}
	if last != nil {
		if before := last.Schedule.Milestone(s.ID); before != nil {
			x.Last = before.Date
		}
	}
	from := x.Baseline
	if from == nil {
		from = dateOf(x.Last)
	}
	if now := dateOf(x.Now); from != nil && now != nil {
		days := int(*now - *from)
		x.Later = &days
	}
	return x
}

func dateOf(when timeline.When) *date.Date {
	if !when.Known() {
		return nil
	}
	return &when.Date
}

// nextGate is the first gate of a project that is not passed.
func nextGate(p *readiness.ProjectAssessment) *readiness.Gate {
	for i := range p.Gates {
		if p.Gates[i].Ahead() {
			return &p.Gates[i]
		}
	}
	return nil
}

// goLiveGate is the gate that is the project's go-live.
func goLiveGate(p *readiness.ProjectAssessment) *readiness.Gate {
	for i := range p.Gates {
		if g := &p.Gates[i]; g.Expected == p.GoLive && p.GoLive.Known() {
			return g
		}
	}
	return nil
}

// Remaining is the time that is left of one project.
type Remaining struct {
	Project string        `json:"project" form:"set"` // id
	Name    string        `json:"name" form:"set"`
	GoLive  timeline.When `json:"goLive"`
	Left    *int          `json:"workdaysLeft"` // to the go-live; nil: not known, or it is over
	Gates   []Gate        `json:"gates"`        // those that lie ahead and have a day
}

// Gate is a gate that lies ahead.
type Gate struct {
	Milestone string    `json:"milestone" form:"set"`
	Name      lang.Text `json:"name" form:"set"`
	Day       date.Date `json:"date"`
	Left      int       `json:"workdaysLeft"`
}

func (m *maker) remaining() []Remaining {
	var list []Remaining
	for i := range m.Assessment.Projects {
		p := &m.Assessment.Projects[i]
		r := Remaining{Project: p.ID, Name: p.Name, GoLive: p.GoLive}
		if p.GoLive.Known() && p.GoLive.Date > m.on {
			left := m.left(p.GoLive.Date)
			r.Left = &left
		}
		for j := range p.Gates {
			g := &p.Gates[j]
			if g.Ahead() && g.Expected.Known() && g.Expected.Date >= m.on {
				r.Gates = append(r.Gates, Gate{g.Milestone, g.Name, g.Expected.Date, m.left(g.Expected.Date)})
			}
		}
		list = append(list, r)
	}
	return list
}

// Decision is one that was made since the last report.
type Decision struct {
	Day  date.Date `json:"date"`
	What lang.Said `json:"what"`
}

// decisions are what the plan dates in the period: on money, notices of contracts, the
// baseline.
func (m *maker) decisions(from date.Date) []Decision {
	var list []Decision
	add := func(day *date.Date, what lang.Said) {
		if day != nil && *day >= from && *day <= m.on {
			list = append(list, Decision{*day, what})
		}
	}
	for i := range m.plan.Decisions {
		d := &m.plan.Decisions[i]
		if d.State == plan.Undecided {
			continue
		}
		what := m.lineNames(&d.Line)
		if d.Year != nil {
			what = append(what, lang.Written(lang.Plain(*d.Year)))
		}
		state := m.book.Words.Key("decision", d.State.String(), nil).Lower()
		add(d.On, lang.OwnWords(lang.Joined(": ", lang.Joined(", ", what...), state)))
	}
	for _, id := range sortedKeys(m.plan.Contracts) {
		c := m.plan.Contracts[id]
		add(c.NoticeGiven, m.say("steering/notice-given", lang.Args{"contract": lang.Both(c.Name)}))
	}
	if b := m.plan.Baseline; b != nil {
		add(&b.Agreed, m.say("steering/baseline-agreed", nil))
	}
	return sorted(list, func(x *Decision) *date.Date { return &x.Day })
}

// lineNames are what a line is for: the step, and the role or what it is paid with.
func (m *maker) lineNames(l *plan.Line) []lang.Text {
	names := []lang.Text{m.Schedule.LabelOf(l.Step)}
	of := slices.IndexFunc(m.Schedule.Tasks, func(t timeline.Task) bool { return t.Base() == l.Step })
	if m.Schedule.Node(l.Step) == nil && of >= 0 {
		names[0] = m.Schedule.Tasks[of].Name()
	}
	if l.Kind != 0 {
		names = append(names, m.book.Words.Key("line-kind", l.Kind.String(), nil).Lower())
	}
	return names
}
