package timeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
)

// findings notes what breaks a deadline or a rule, what is missed of what was
// expected, and what the kommune waits for: each breach once, at the task or
// milestone where it happens.
func (s *Schedule) findings() {
	missed := map[string]date.Date{}
	for i := range s.Tasks {
		s.taskFindings(&s.Tasks[i], missed)
	}
	for i := range s.Milestones {
		s.milestoneFindings(&s.Milestones[i])
	}
	s.contradictions()
	s.outdatedFindings()
	s.disagreementFindings()
	s.latenessFindings()
	s.sequenceFindings()
	s.noticeFindings()
	s.budgetFindings()
	s.organisationFindings()
}

// rule is a finding on its way: who and what it is about, and where in the
// plan's file that stands.
type rule struct {
	code        string
	subject     string
	project     string
	actor       string // id of the party that must act
	counterpart string // id of the party that the texts name as {actor}; "": the actor
	section     string
	day         date.Date // 0: none
	path        []string  // keys to the place in the plan
}

// found adds the finding of a rule about a node. What is for its project by our
// assumption only breaks no rule: a warning at the most.
func (s *Schedule) found(code string, node *drejebog.Node, actor string, day date.Date, args lang.Args) {
	args["task"] = s.Label(node)
	if _, given := args["milestone"]; !given {
		args["milestone"] = args["task"]
	}
	path := pathOf(node)
	if path == nil {
		if m := s.Milestone(node.ID); m != nil {
			path = []string{"tasks", m.Driver}
		}
	}
	s.raise(rule{
		code: code, subject: node.ID, project: node.Project, actor: actor,
		section: sectionOf(node), day: day, path: path,
	}, args)
	if s.Book.RestsOnAssumedScope(node) {
		s.soften()
	}
}

// soften makes the last finding a warning at the most.
func (s *Schedule) soften() {
	f := &s.Findings[len(s.Findings)-1]
	f.Severity = min(f.Severity, drejebog.SeverityWarning)
}

func (s *Schedule) raise(r rule, args lang.Args) {
	if _, given := args["actor"]; !given {
		args["actor"] = s.Book.PartyName(cmp.Or(r.counterpart, r.actor))
	}
	args["project"] = lang.Both(s.Book.ScopeName(r.project))
	f := s.Book.Finding(r.code, args)
	f.Subject, f.Project, f.Actor, f.Section = r.subject, r.project, r.actor, r.section
	f.Place = s.Plan.Innermost(r.path)
	if s.solved.Index(r.subject) >= 0 {
		f.Task = r.subject
	}
	if r.day != 0 {
		f.Date = &r.day
	}
	s.Findings = append(s.Findings, f)
}

// pathOf returns where a plan speaks of a node, nil where it never does: a
// confirmation is spoken of at the task that leads to it.
func pathOf(node *drejebog.Node) []string {
	switch {
	case node.Activity != nil && node.Activity.ID == plan.OwnActivity:
		return []string{"own", node.ID}
	case node.Step != nil:
		return []string{"tasks", node.ID}
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive:
		return []string{"projects", node.Project, "goLive"}
	case drejebog.Implementation:
		return []string{"projects", node.Project, "implementation"}
	case drejebog.Deliverable:
		return []string{"deliverables", node.ID}
	case drejebog.BudgetAdopted:
		return []string{"budget", node.Milestone.BudgetYear()}
	}
	return nil
}

func sectionOf(node *drejebog.Node) string {
	switch {
	case node.Activity == nil:
		return node.Milestone.Section
	case node.Activity.ID == plan.OwnActivity:
		return ""
	}
	return node.Activity.ID
}

// Section is that of the playbook which the task belongs to, "" for one of the
// plan's own.
func (t *Task) Section() string {
	if t == nil || t.Activity == nil {
		return ""
	}
	return sectionOf(&t.Node)
}

// Label is what a person calls a task or milestone: its name and, where it
// comes once per project or legacy system, which.
func (s *Schedule) Label(node *drejebog.Node) lang.Text {
	if node == nil || node.Step == nil && node.Milestone == nil {
		return lang.Text{}
	}
	name := node.Name()
	which := s.Book.ScopeName(node.Project)
	if system := s.Book.System(node.System); system != nil {
		which = system.Name
	}
	if name := s.Plan.InstanceName(node); name != "" {
		which = name
	}
	if which == "" || strings.Contains(name.DA, which) {
		return name
	}
	return withNote(name, lang.Both(which))
}

// Label is what a person calls the task; nothing for one that no schedule has.
func (t *Task) Label() lang.Text {
	if t == nil || t.from == nil {
		return lang.Text{}
	}
	return t.from.Label(&t.Node)
}

// Label is what a person calls the milestone; nothing for one that no schedule
// has.
func (m *Milestone) Label() lang.Text {
	if m == nil || m.from == nil {
		return lang.Text{}
	}
	return m.from.Label(&m.Node)
}

// LabelOf is Label of an id; the id of what the schedule does not have.
func (s *Schedule) LabelOf(id string) lang.Text {
	if node := s.Node(id); node != nil {
		return s.Label(node)
	}
	return lang.Both(id)
}

// NameOf is LabelOf without the scope.
func (s *Schedule) NameOf(id string) lang.Text {
	if node := s.Node(id); node != nil {
		return node.Name()
	}
	return lang.Both(id)
}

// taskFindings holds a task against its deadline. Missed holds the deadlines
// that earlier tasks were found to miss: a task that is late only because the
// one that it waits for missed the same deadline is no second breach.
func (s *Schedule) taskFindings(t *Task, missed map[string]date.Date) {
	s.laterThanExpected(t)
	if t.LevelOfEffort || t.NotRelevant != "" || t.Deadline == nil {
		return
	}
	closed := s.solved.IsClosed(s.solved.Index(t.ID))
	if !t.Finish.Known() && !closed {
		return
	}
	facts := s.solved.Facts[t.ID]
	finish, late, unexpected := t.Finish.Date, "DB-101", "DB-102"
	if facts.ActualFinish != nil {
		finish, late, unexpected = *facts.ActualFinish, "DB-111", "DB-130"
	}
	if closed {
		finish = *t.Deadline // nobody says when
	}
	code, day := "", finish
	hard := t.DeadlineKind == drejebog.Frist
	switch {
	case facts.IsDoneUndated() && (!hard || *t.Deadline >= s.SeenFrom()):
	case !hard && s.solved.IsDoneBy(t.ID): // by that day, and nobody says when
	case closed, hard && *t.Deadline < s.SeenFrom() && (!facts.Says() || finish > *t.Deadline && s.solved.IsDoneBy(t.ID)):
		code, day = "DB-103", *t.Deadline
	case hard && finish > *t.Deadline:
		if missed[t.Driver] != *t.Deadline {
			code = late
		}
		missed[t.ID] = *t.Deadline
	case !hard && finish > *t.Deadline && !s.noticeGiven(t) && !s.noticeInTime(t, finish):
		code = unexpected
	}
	if code == "" {
		return
	}
	s.found(code, &t.Node, "kommune", day, lang.Args{
		"date": lang.Day(finish), "deadline": lang.Day(*t.Deadline), "otherwise": s.otherwise(t),
	})
	s.asHistory(*t.Deadline)
}

// laterThanExpected holds a day that the plan gives a task against the one on which the
// text expects it, counted from a milestone, where it has no frist and misses no window.
func (s *Schedule) laterThanExpected(t *Task) {
	if t.Deadline != nil && (t.DeadlineKind == drejebog.Frist || t.Finish.Known() && t.Finish.Date > *t.Deadline) {
		return
	}
	if t.LevelOfEffort || t.NotRelevant != "" || s.solved.Facts[t.ID].ActualStart != nil {
		return
	}
	expected, ok := s.solved.Expected(s.solved.Index(t.ID))
	if !ok {
		return
	}
	planned := t.Start
	if expected.On == drejebog.TargetFinish {
		planned = t.Finish
	}
	if planned.Known() && planned.Date > expected.Day {
		s.found("DB-121", &t.Node, "kommune", planned.Date, lang.Args{"date": lang.Day(planned.Date), "deadline": lang.Day(expected.Day)})
	}
}

// asHistory makes the last finding a note where the hard end has passed: what was missed
// is told, and never an error again.
func (s *Schedule) asHistory(deadline date.Date) {
	if deadline < s.SeenFrom() {
		f := &s.Findings[len(s.Findings)-1]
		f.Severity = min(f.Severity, drejebog.SeverityNote)
	}
}

// noticeGiven reports whether a task per contract is told of by the notice that
// the plan gives: findings on that notice say what it means.
func (s *Schedule) noticeGiven(t *Task) bool {
	scope, _, _ := t.Activity.ScopeOf(t.Step)
	return scope == drejebog.PerContract && slices.ContainsFunc(s.Notices, func(n Notice) bool {
		return n.isOf(t) && n.Given != nil
	})
}

// noticeInTime reports whether a task gives notice on a day that the terms of the plan's
// contract allow: they go before the playbook's months.
func (s *Schedule) noticeInTime(t *Task, day date.Date) bool {
	return slices.ContainsFunc(s.Notices, func(n Notice) bool {
		return n.IsBy(t) && n.Contract != "" && n.Latest != nil && day <= max(*n.Latest, n.last)
	})
}

// otherwise is what a kommune can do that does not meet a deadline: agree on another with
// KOMBIT, which set it, or with its own steering group where it is the plan's own. Nobody
// can move the law's.
func (s *Schedule) otherwise(t *Task) lang.Value {
	switch t.Activity.ID {
	case plan.OwnActivity:
		return s.say("timeline/new-deadline-of-own", nil)
	case s.Book.Landmarks.Budget:
		return s.say("timeline/supplementary-grant", nil)
	}
	return s.say("timeline/new-deadline", lang.Args{"actor": s.Book.PartyName("kombit")})
}

func (s *Schedule) milestoneFindings(m *Milestone) {
	switch m.Milestone.Kind {
	case drejebog.Confirmation:
		s.confirmationFindings(m)
	case drejebog.GoLive:
		if s.solved.HangsOn(s.solved.Index(m.ID)) == m.ID {
			s.found("DB-107", &m.Node, m.Milestone.Actor, 0, lang.Args{})
		}
		s.passedFinding(m)
		s.meanwhileFinding(m)
	case drejebog.Implementation:
		s.meanwhileFinding(m)
	case drejebog.Deliverable:
		s.deliverableFindings(m)
	}
}

// meanwhileFinding says that a date is not known, and which the plan works with.
func (s *Schedule) meanwhileFinding(m *Milestone) {
	if s.solved.IsMeanwhile(s.solved.Index(m.ID)) && m.Date.Known() {
		s.found("DB-128", &m.Node, m.Milestone.Actor, m.Date.Date, lang.Args{"date": lang.Day(m.Date.Date)})
	}
}

// passedFinding says that the day of a go-live has passed by the playbook's word, since
// its newest edition, or by one that the plan only worked with, and that the plan is silent.
func (s *Schedule) passedFinding(m *Milestone) {
	newest := s.Book.Editions[len(s.Book.Editions)-1].Date
	silent := m.Driver != driver.PlanID && m.Date.Date >= newest || s.solved.IsMeanwhile(s.solved.Index(m.ID))
	if m.Date.Known() && m.Date.Date < s.SeenFrom() && silent {
		s.found("DB-120", &m.Node, m.Milestone.Actor, m.Date.Date, lang.Args{"date": lang.Day(m.Date.Date)})
	}
}

// confirmationFindings holds a confirmation against the date that a hard rule
// gives it.
func (s *Schedule) confirmationFindings(m *Milestone) {
	impl := s.Milestone(s.Book.MilestoneOf(drejebog.Implementation, m.Project))
	if m.Deadline == nil || !m.Date.Known() || m.Date.Date <= *m.Deadline || impl == nil {
		return
	}
	code := "DB-105"
	if m.finished {
		code = "DB-134"
	}
	s.found(code, &m.Node, "kommune", m.Date.Date, lang.Args{
		"date": lang.Day(m.Date.Date), "deadline": lang.Day(*m.Deadline), "start": lang.Day(impl.Date.Date), "lead": s.lead(m), "must": s.must(*m.Deadline),
	})
	switch ahead := impl.Date.Known() && impl.Date.Date >= s.SeenFrom(); {
	case m.finished || !ahead:
		s.asHistory(*m.Deadline)
	case *m.Deadline < s.SeenFrom():
		s.soften() // nothing undoes it, and what the rule asks for is still to come
	}
}

// disagreementFindings says where a table of the plan and a task tell different things.
func (s *Schedule) disagreementFindings() {
	for _, d := range s.solved.Disagreed {
		table := s.key("shown-by", cmp.Or(d.By.String(), "answers"), nil)
		day := cmp.Or(d.Day, s.SeenFrom())
		if d.Done {
			s.found("DB-126", &s.solved.Nodes[d.Node], "kommune", day, lang.Args{"date": lang.Day(day), "table": table})
			continue
		}
		s.found("DB-125", &s.solved.Nodes[d.Node], "kommune", 0, lang.Args{"table": table})
	}
}

// outdatedFindings says which confirmations of readiness say little any more.
func (s *Schedule) outdatedFindings() {
	for _, of := range s.solved.Outdated {
		node := &s.solved.Nodes[of.Node]
		if of.Again {
			s.found("DB-123", node, "kommune", of.On, lang.Args{"date": lang.Day(of.On), "start": lang.Day(of.Day)})
			continue
		}
		s.found("DB-124", node, "kommune", of.On, lang.Args{
			"date": lang.Day(of.On), "start": lang.Day(of.Day), "lead": s.say("common/months", lang.Args{"n": lang.Whole(of.Holds)}),
		})
	}
}

// deliverableFindings says what somebody else owes: what comes too late, what
// came late, and what was promised by now and is not known to have come. The
// kommune's own word on it goes before the playbook's. What waited for it and is done shows
// that it came.
func (s *Schedule) deliverableFindings(m *Milestone) {
	promised, delivered := s.Owed(m)
	if delivered == nil && s.solved.IsSpent(s.solved.Index(m.ID)) {
		return
	}
	switch {
	case m.Deadline != nil && m.Date.Known() && m.Date.Date > *m.Deadline:
		s.requirementsFinding(m)
	case delivered == nil && promised != nil && *promised < s.SeenFrom(): // told below
	case delivered == nil && m.TotalFloat < 0 && m.Date.Known() && m.Latest.Known():
		s.found("DB-204", &m.Node, m.Milestone.Actor, m.Date.Date, lang.Args{
			"date": lang.Day(m.Date.Date), "deadline": lang.Day(m.Latest.Date),
		})
	}
	if promised == nil {
		if delivered == nil && m.Deadline != nil && *m.Deadline < s.SeenFrom() && (!m.Date.Known() || m.Date.Date <= *m.Deadline) {
			s.found("DB-205", &m.Node, m.Milestone.Actor, *m.Deadline, lang.Args{"deadline": lang.Day(*m.Deadline)})
		}
		return
	}
	deadline := s.Promise(m)
	switch {
	case delivered != nil && *delivered > *promised:
		s.found("DB-202", &m.Node, "kommune", *delivered, lang.Args{
			"date": lang.Day(*delivered), "deadline": deadline, "actor": s.Book.PartyName(m.Milestone.Actor),
		})
	case delivered == nil && *promised < s.SeenFrom():
		s.found("DB-201", &m.Node, m.Milestone.Actor, *promised, lang.Args{"deadline": deadline})
	}
}

// Owed returns the last day that a deliverable was promised for and the day
// that it came, of a period the last one, nil where nobody says.
func (s *Schedule) Owed(m *Milestone) (promised, delivered *date.Date) {
	if !s.IsComputed() || m == nil || m.Milestone == nil {
		return nil, nil
	}
	if says := m.Milestone.Promised; says != nil && says.When.Closed() {
		promised = &says.When.Last
	}
	if says := m.Milestone.Delivered; says != nil {
		delivered = &says.When.Last
	}
	own := s.Plan.Deliverables[m.ID]
	if own.Promised != nil {
		promised = own.Promised
	}
	if own.Delivered != nil {
		delivered = own.Delivered
	}
	return promised, delivered
}

// Promise is when a deliverable was promised, in the words of the one who did;
// nothing where nobody has.
func (s *Schedule) Promise(m *Milestone) lang.Text {
	by, _ := s.Owed(m)
	if by == nil {
		return lang.Text{}
	}
	if says := m.Milestone.Promised; says != nil && s.Plan.Deliverables[m.ID].Promised == nil {
		return says.When.Written()
	}
	return lang.DayText(*by)
}

// DueOn is the last day that a deliverable is promised for, or that a rule
// counts for it; nil where nobody says.
func (s *Schedule) DueOn(m *Milestone) *date.Date {
	if !s.IsComputed() || m == nil {
		return nil
	}
	if promised, _ := s.Owed(m); promised != nil {
		return promised
	}
	i := s.solved.Index(m.ID)
	if i < 0 {
		return nil
	}
	days, ok := s.solved.DaysOf(i)
	if !ok || s.solved.HangsOn(i) != "" {
		return nil
	}
	return &days.Last
}

// must says of what has a last day that it must be, or should have been.
func (s *Schedule) must(deadline date.Date) lang.Said {
	if deadline < s.SeenFrom() {
		return s.say("timeline/should-have-been", nil)
	}
	return s.say("timeline/must-be", nil)
}

// lead says how long before the start of implementation a milestone has to be
// reached.
func (s *Schedule) lead(m *Milestone) lang.Said {
	return s.say("common/months", lang.Args{"n": lang.Whole(s.Book.MonthsBefore(m.ID))})
}

// requirementsFinding says that requirements come later than a hard rule
// allows.
func (s *Schedule) requirementsFinding(m *Milestone) {
	impl := s.Milestone(s.Book.MilestoneOf(drejebog.Implementation, m.Project))
	if impl == nil || !impl.Date.Known() {
		return
	}
	code := "DB-104"
	if _, delivered := s.Owed(m); delivered != nil && *delivered <= s.SeenFrom() {
		code = "DB-133"
	}
	s.found(code, &m.Node, m.Milestone.Actor, m.Date.Date, lang.Args{
		"date": lang.Day(m.Date.Date), "deadline": lang.Day(*m.Deadline), "start": lang.Day(impl.Date.Date), "lead": s.lead(m), "must": s.must(*m.Deadline),
	})
	s.asHistory(*m.Deadline)
}

// budgetFindings holds the kommune's own budget calendar against the law's.
func (s *Schedule) budgetFindings() {
	for _, y := range s.Book.BudgetYears {
		year := strconv.Itoa(y.Year)
		own := s.Plan.Budget[year]
		for _, day := range []struct {
			key  string
			own  *date.Date
			last date.Date
		}{
			{"proposal", own.Proposal, y.ProposalBy},
			{"adopted", own.Adopted, y.AdoptedBy},
		} {
			if day.own == nil || *day.own <= day.last {
				continue
			}
			s.raise(rule{
				code: "DB-115", subject: "budget/" + year, actor: "kommune", section: s.Book.Landmarks.Budget, day: *day.own, path: []string{"budget", year, day.key},
			}, lang.Args{
				"year": lang.Both(year), "date": lang.Day(*day.own), "deadline": lang.Day(day.last), "what": s.key("timeline-budget-day", day.key, nil),
			})
		}
	}
}
