package readiness

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Assessment is whether one kommune can receive each system, and what is
// missing.
type Assessment struct {
	Schedule *timeline.Schedule // the one that is assessed; its plan says that the requirements of the lists are delivered
	Kommune  drejebog.Kommune
	On       date.Date // the day that it is seen from: the later of as-of and the plan's data date
	Local    bool      // whether the plan says anything but who the kommune is

	Projects []ProjectAssessment // those that the playbook asks readiness of, in its order
	Criteria []Criterion         // what concerns the kommune as such
	Facts    []LaterFact

	Findings []drejebog.Finding // of the answers, the lists and what stands beside them, the worst first; the schedule has its own

	rules  *rules.Rules
	only   string          // the one project that it is about, "" for all
	stated map[string]bool // ids of the tasks whose outcome stands in the plan's tables
}

// ProjectAssessment is the assessment of one system.
type ProjectAssessment struct {
	ID, Name       string
	Implementation timeline.When // first day
	GoLive         timeline.When // first day
	Wave           *int          // of the roll-out; nil: not known
	Priority       *int          // in the kommune's portfolio, 1 first; nil: not settled

	List           *requirements.List // KOMBIT's requirements; nil: not published, or not read in
	Items          []Item             // the requirements with their answers; empty without a list
	Preparation    []Prepared         // what can be prepared already; empty with a list
	Score          Score              // of all requirements; not known without a list
	Categories     []Category         // those that have requirements, or something to prepare, in the playbook's order
	Gates          []Gate             // in the order in which they are passed
	Criteria       []Criterion        // what else decides
	Blockers       []Blocker          // what holds up the gates that lie ahead, the most urgent first
	Forecast       Forecast           // of the requirements, at the present pace
	Time           Rating             // whether the dates hold
	Money          Rating             // whether it is decided
	Quality        Rating             // whether what is confirmed can be relied on
	Recommendation Recommendation     //
	Reasons        []lang.Said        // a sentence each
	EarliestImpl   *date.Date         // of a kommune that confirmed too late, or has not yet and cannot in time any more, or not by its plan: the first day that the three months allow

	EarliestByPlan bool // EarliestImpl rests on the day that the schedule gives the confirmation

	broken bool // something speaks against receiving the system as planned
}

// Input is what the caller knows beside the schedule. The zero value knows
// nothing more.
type Input struct {
	Lists []requirements.List // KOMBIT's requirements, at most one list a project
	Money []Money             // what is decided on money; of a project that is not named, the plan's decisions count
	Rules *Rules              // what readiness is measured by; nil: those among the files of the schedule's book
}

// Assess holds a kommune's plan against the playbook and KOMBIT's lists. The day
// that a list was published is the day that its requirements came: what waits for
// them is scheduled from it where the plan does not say that they did. The error says that nothing could be assessed: the schedule is not one that
// timeline.Compute made, or the module's own data cannot be read. All else is
// a finding.
func Assess(s *timeline.Schedule, lists ...requirements.List) (*Assessment, error) {
	return Input{Lists: lists}.Assess(s)
}

// Assess is the function of that name, with all that the caller knows.
func (g Input) Assess(s *timeline.Schedule) (*Assessment, error) {
	if s == nil || s.Book == nil || s.Plan == nil {
		return nil, errNoSchedule
	}
	given := g.Rules
	if given == nil || given.rules == nil {
		var err error
		if given, err = RulesOf(s.Book); err != nil {
			return nil, err
		}
	}
	own := given.rules.For(s.Book)
	known, err := g.delivered(s, own)
	if err != nil {
		return nil, err
	}
	a := newAssessor(known, own, g)
	a.out.Local = s.Plan.Local()
	for _, id := range a.asked() {
		a.out.Projects = append(a.out.Projects, a.project(a.Book.Project(id)))
	}
	a.out.Criteria = a.kommuneCriteria()
	for i := range a.out.Criteria {
		ownDays(&a.out.Criteria[i].By)
	}
	a.strayAnswers()
	slices.SortStableFunc(a.out.Findings, func(x, y drejebog.Finding) int {
		return cmp.Or(-cmp.Compare(x.Severity, y.Severity), cmp.Compare(x.Place.Line, y.Place.Line), cmp.Compare(x.Place.Column, y.Place.Column))
	})
	return a.out, nil
}

// delivered is the schedule as it is with the requirements delivered on the days
// that the lists were published, where the plan does not say that they are: what
// waits for them waits no longer.
func (g Input) delivered(s *timeline.Schedule, r *rules.Rules) (*timeline.Schedule, error) {
	p := *s.Plan
	p.Deliverables = maps.Clone(p.Deliverables)
	news := false
	for i := range g.Lists {
		list := &g.Lists[i]
		id := r.At(rules.RequirementsGate) + "@" + list.Project
		own := p.Deliverables[id]
		if s.Milestone(id) == nil || !counts(list, s.SeenFrom()) || own.Delivered != nil {
			continue
		}
		if p.Deliverables == nil {
			p.Deliverables = map[string]plan.Deliverable{}
		}
		own.Delivered = &list.Published
		p.Deliverables[id], news = own, true
	}
	if !news {
		return s, nil
	}
	known, err := timeline.Compute(s.Book, &p)
	if err != nil {
		return nil, fmt.Errorf("readiness: the schedule with the requirements delivered: %w", err)
	}
	return known, nil
}

// Of returns the part of an assessment that is about one project: without the
// topics of the kommune as such, and with the findings that are of the project
// or of none.
func (a *Assessment) Of(project string) *Assessment {
	part := *a
	part.Projects, part.Criteria, part.Facts, part.Findings = nil, nil, nil, nil
	for _, p := range a.Projects {
		if p.ID == project {
			part.Projects = append(part.Projects, p)
		}
	}
	for _, f := range a.Findings {
		if f.Project == project || f.Project == "" {
			part.Findings = append(part.Findings, f)
		}
	}
	part.only = project
	return &part
}

// Project returns the project with the id, or nil.
func (a *Assessment) Project(id string) *ProjectAssessment {
	for i := range a.Projects {
		if a.Projects[i].ID == id {
			return &a.Projects[i]
		}
	}
	return nil
}

// Preparation returns what the playbook itself says of each category, as the
// function of that name does.
func (a *Assessment) Preparation() []requirements.Requirement {
	if a.rules == nil {
		return nil
	}
	return slices.Clone(a.rules.Preparation.Requirements)
}

// Neighbours returns the codes of the other kommuner in the kommune's network of
// neighbours (7.1.6), none where nobody tells of one.
func (a *Assessment) Neighbours() []string {
	if a.rules == nil {
		return nil
	}
	for i := range a.Schedule.Book.Cases {
		if c := &a.Schedule.Book.Cases[i]; c.ID == a.rules.IDs.Neighbours && slices.Contains(c.Kommuner, a.Kommune.Code) {
			others := slices.Clone(c.Kommuner)
			return slices.DeleteFunc(others, func(other string) bool { return other == a.Kommune.Code })
		}
	}
	return nil
}

var errNoSchedule = errors.New("readiness: only a schedule that timeline.Compute made can be assessed")

// assessor is an assessment on its way.
type assessor struct {
	*timeline.Schedule
	out   *Assessment
	rules *rules.Rules
	given Input
	on    date.Date

	start   string // id of the milestone of the start of implementation, without project
	section string // of the confirmation of readiness

	tasks      map[string]*timeline.Task
	milestones map[string]*timeline.Milestone
	before     map[string][]string           // ids of what each task and milestone waits for, soft edges left out
	answered   map[string]bool               // keys of answers that belong to a requirement
	raised     map[string]bool               // findings that concern several projects, by code and subject
	lists      map[string]*requirements.List // by project, as far as they were published by on
	ahead      map[string]*requirements.List // by project, those that are published later
}

func newAssessor(s *timeline.Schedule, r *rules.Rules, g Input) *assessor {
	a := &assessor{
		Schedule: s, rules: r, given: g, on: s.SeenFrom(),
		tasks: make(map[string]*timeline.Task, len(s.Tasks)), milestones: make(map[string]*timeline.Milestone, len(s.Milestones)),
		before: beforeOf(s.Book), answered: map[string]bool{}, raised: map[string]bool{}, lists: map[string]*requirements.List{}, ahead: map[string]*requirements.List{},
	}
	a.start = s.Book.StartOfImplementation()
	for i := range s.Book.Milestones {
		if m := &s.Book.Milestones[i]; m.ID == r.At(rules.ReadinessGate) {
			a.section = m.Section
		}
	}
	for i := range s.Tasks {
		a.tasks[s.Tasks[i].ID] = &s.Tasks[i]
	}
	for i := range s.Milestones {
		a.milestones[s.Milestones[i].ID] = &s.Milestones[i]
	}
	kommune := s.Kommune
	kommune.Population = slices.Clone(kommune.Population)
	a.out = &Assessment{Schedule: s, Kommune: kommune, On: a.on, rules: r, stated: map[string]bool{}}
	for i := range r.LaterFacts {
		if fact := &r.LaterFacts[i]; fact.Published != nil && *fact.Published <= a.on {
			a.out.Facts = append(a.out.Facts, *fact)
		}
	}
	a.takeLists()
	return a
}

// beforeKey is of what waits for what. It names the book, since copies of a book share
// what is kept, and may be changed.
type beforeKey struct{ book *drejebog.Playbook }

// beforeOf is what each task and milestone of the playbook waits for, by its id.
func beforeOf(book *drejebog.Playbook) map[string][]string {
	return book.Kept(beforeKey{book}, func() any {
		before := map[string][]string{}
		nodes, edges := new(plan.Plan).Network(book)
		for _, edge := range edges {
			if !edge.Dependency.Soft {
				to := nodes[edge.To].ID
				before[to] = append(before[to], nodes[edge.From].ID)
			}
		}
		return before
	}).(map[string][]string)
}

// counts reports whether a list is published by a day, and asks anything.
func counts(l *requirements.List, day date.Date) bool {
	return l.Published <= day && len(l.Requirements) > 0
}

// takeLists sorts the lists by project. One that does not count is a finding: it
// is of no project that readiness is asked of, is published later than the day
// of the assessment, is empty, or has another before it.
func (a *assessor) takeLists() {
	for i := range a.given.Lists {
		list := &a.given.Lists[i]
		at := rule{subject: list.Project, project: list.Project, actor: "kommune", place: list.Place()}
		switch {
		case a.milestones[a.gateID(rules.ReadinessGate, list.Project)] == nil:
			at.code, at.project = "DB-536", ""
			a.raise(at, lang.Args{"id": lang.Both(list.Project), "suggest": a.Book.Suggestion(list.Project, a.asked())})
		case list.Published > a.on:
			at.code, at.day = "DB-535", list.Published
			a.raise(at, lang.Args{"date": lang.Day(list.Published), "asof": lang.Day(a.on)})
			a.ahead[list.Project] = list
		case len(list.Requirements) == 0:
			at.code = "DB-537"
			a.raise(at, lang.Args{})
		case a.lists[list.Project] != nil:
			at.code = "DB-506"
			a.raise(at, lang.Args{})
		default:
			a.lists[list.Project] = list
		}
	}
}

// asked lists the projects that readiness is asked of.
func (a *assessor) asked() []string {
	var ids []string
	for i := range a.Book.Projects {
		if id := a.Book.Projects[i].ID; a.milestones[a.gateID(rules.ReadinessGate, id)] != nil {
			ids = append(ids, id)
		}
	}
	return ids
}

func (a *assessor) project(project *drejebog.Project) ProjectAssessment {
	p := ProjectAssessment{ID: project.ID, Name: project.Name, List: a.lists[project.ID]}
	own := a.Plan.Projects[p.ID]
	p.Wave, p.Priority = own.Wave, own.Priority
	if m := a.milestones[a.start+"@"+p.ID]; m != nil {
		p.Implementation = m.Date
	}
	if m := a.milestones[a.gateID(rules.GoLiveGate, p.ID)]; m != nil {
		p.GoLive = m.Date
	}
	if p.List != nil {
		p.Items = a.items(&p)
		a.statesAnswered(&p)
	}
	p.Criteria = a.projectCriteria(&p)
	if p.List == nil {
		p.Preparation = a.prepared(&p)
	}
	p.Score, p.Categories = a.scores(&p)
	p.Forecast = a.forecast(&p)
	p.Gates = a.gates(&p)
	p.Blockers = a.blockers(&p)
	a.rate(&p)
	a.recommend(&p)
	p.apart()
	return p
}

// day is the day of a milestone, nil where it has none.
func day(w timeline.When) *date.Date {
	if !w.Known() {
		return nil
	}
	return &w.Date
}

// workdaysLeft counts the working days from the day after the assessment to a
// day, both included; negative by the working days since, where it has passed.
func (a *assessor) workdaysLeft(day date.Date) int {
	if day < a.on {
		return -a.Workdays(day+1, a.on)
	}
	return a.Workdays(a.on+1, day)
}

// done is the day that a task was finished, nil where the plan does not say
// that it was by the day of the assessment.
func (a *assessor) done(id string) *date.Date {
	finish := a.Facts(id).ActualFinish
	if finish == nil || *finish > a.on {
		return nil
	}
	return finish
}

// says reports whether the plan gives a task progress, a date or a length.
func (a *assessor) says(id string) bool {
	task := a.Facts(id)
	return task.Says() || task.Status != 0
}

// answer is what the plan answered to a key by the day of the assessment: the
// answer that stands, or the last of the earlier ones.
func (a *assessor) answer(key string) (plan.Answer, bool) {
	answer, ok := a.Plan.Readiness[key]
	if !ok || answer.On == nil || *answer.On <= a.on {
		return answer, ok
	}
	for i := len(answer.History) - 1; i >= 0; i-- {
		if earlier := answer.History[i]; earlier.On <= a.on {
			return plan.Answer{
				State: earlier.State, By: earlier.By, On: &earlier.On, Questions: earlier.Questions, Note: earlier.Note, History: answer.History[:i],
			}, true
		}
	}
	return plan.Answer{}, false
}
