package interchange

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
)

// The hours between which a day is worked in what FromSchedule writes.
const (
	morning = 8 * 60
	evening = 17 * 60
)

const (
	minutesPerDay = 24 * 60
	workday       = 480 // the work of one working day, in minutes
)

// The fields of the user's own that a schedule is written with.
const (
	idField          = mspdi.Text1      // the playbook's id of a task
	notRelevantField = mspdi.Text1 + 3  // why a task is not done here: Text2
	deadlineField    = mspdi.Text1 + 6  // the deadline that the playbook gives a task, 2014-10-15: Text3
	writtenField     = mspdi.Text1 + 9  // what a task was written with: Text4
	edgesField       = mspdi.Text1 + 12 // the plan's own dependencies, as written: Text5
	statusField      = mspdi.Text1 + 15 // what the kommune calls the task, which no date may show: Text6
	saidField        = mspdi.Text1 + 18 // what the plan says of a milestone's date that is not the day in the file: Text7
)

// FromSchedule makes a project of a schedule: a summary for the kommune as
// such and for each project, below it one for each section, and the tasks with
// their milestones last.
//
// A working day is eight hours, from 8 to 17. A task whose start rests on
// another has no constraint; every other one, and one that another program would
// put before its day, starts no earlier than it is scheduled to. Go-lives, starts of implementation, budgets and what others have
// promised must start on their day, and stand by hand where it has passed; a milestone on a
// day off has a calendar without days off. Hard ends are deadlines, which the field
// Text3 holds too, so that one that is set in the other program can be told from
// them; so is, as a deadline, the late finish of a task that a rule of the schedule
// bounds and the file has no link for. Early and late dates and slack are those
// that another program finds in the file; expected ends stand in the notes, which also tell section and certainty.
// Lags of months become the days that they are at the dates of the schedule. The
// baseline is the schedule itself. What is not relevant, and what has no date
// because its go-live has none, is inactive. The fields Text4 and Text5 hold what
// was written of each task, by which Into tells what has been changed since.
//
// Work that is handed in becomes assignments to resources, who are the roles and
// people that do it; it changes no date.
func FromSchedule(s *timeline.Schedule, language lang.Lang, work ...Work) *mspdi.Project {
	p := mspdi.New()
	b := &scheduleBuilder{
		Project: p, sched: s, words: s.Book.Words, language: language, uids: map[string]int{}, rests: map[[2]string]bool{},
	}
	p.Name, p.Title = s.Kommune.Name, b.say("interchange/title", lang.Args{"kommune": lang.Both(s.Kommune.Name)})
	p.Calendar, p.Currency = workdays, "DKK"
	p.Fields = []mspdi.Field{
		{ID: idField, Name: "Text1", Alias: b.say("interchange/field-id", nil)},
		{ID: notRelevantField, Name: "Text2", Alias: b.say("common/not-relevant", nil)},
		{ID: deadlineField, Name: "Text3", Alias: b.say("interchange/field-deadline", nil)},
		{ID: writtenField, Name: "Text4", Alias: b.say("interchange/field-written", nil)},
		{ID: edgesField, Name: "Text5", Alias: b.say("interchange/field-edges", nil)},
		{ID: statusField, Name: "Text6", Alias: b.say("interchange/field-status", nil)},
		{ID: saidField, Name: "Text7", Alias: b.say("interchange/field-said", nil)},
	}
	if s.Plan.DataDate != nil {
		p.StatusDate = mspdi.At(*s.Plan.DataDate, evening)
	}
	for _, l := range s.Links() {
		b.rests[[2]string{l.To, l.From}] = true
	}
	b.tasks()
	b.links()
	b.span()
	p.Calendars = []mspdi.Calendar{b.calendar()}
	b.onDaysOff()
	b.rollUp()
	b.assign(work)
	b.solve()
	return p
}

// scheduleBuilder makes a project of a schedule.
type scheduleBuilder struct {
	*mspdi.Project
	sched    *timeline.Schedule
	words    *lang.Catalogue
	language lang.Lang
	uids     map[string]int     // by id of task or milestone; a task's index is its UID less one
	rests    map[[2]string]bool // which task or milestone waits for which
}

func (b *scheduleBuilder) say(id string, args lang.Args) string {
	return b.words.Say(id, args).In(b.language)
}

// tasks adds the outline: who it is for, sections, tasks and milestones.
func (b *scheduleBuilder) tasks() {
	b.group("", b.say("common/kommune", nil))
	for i := range b.sched.Book.Projects {
		project := &b.sched.Book.Projects[i]
		b.group(project.ID, project.Name)
	}
}

// group adds what is for one project.
func (b *scheduleBuilder) group(project, name string) {
	top := b.add(mspdi.Task{Name: name, Level: 1, Summary: true})
	section := ""
	for i := range b.sched.Tasks {
		t := &b.sched.Tasks[i]
		if t.Project != project {
			continue
		}
		if t.Activity.ID != section {
			section = t.Activity.ID
			title := t.Activity.Title.In(b.language)
			if section != plan.OwnActivity {
				title = section + " " + title
			}
			b.add(mspdi.Task{Name: title, Level: 2, Summary: true})
		}
		b.uids[t.ID] = b.add(b.task(t))
	}
	milestones := false
	for i := range b.sched.Milestones {
		m := &b.sched.Milestones[i]
		if m.Project != project {
			continue
		}
		if !milestones {
			milestones = true
			b.add(mspdi.Task{Name: b.say("timeline/milestones", nil), Level: 2, Summary: true})
		}
		b.uids[m.ID] = b.add(b.milestone(m))
	}
	if b.Tasks[len(b.Tasks)-1].UID == top {
		b.Tasks = b.Tasks[:len(b.Tasks)-1] // nothing is for it
	}
}

// add adds a task with its number.
func (b *scheduleBuilder) add(t mspdi.Task) int {
	t.UID = len(b.Tasks) + 1
	t.ID, t.Calendar = t.UID, mspdi.None
	b.Tasks = append(b.Tasks, t)
	return t.UID
}

func (b *scheduleBuilder) task(t *timeline.Task) mspdi.Task {
	out := mspdi.Task{Name: b.name(&t.Node), Level: 3, WBS: t.ID, Values: []mspdi.Value{{Field: idField, Text: t.ID}}, Critical: t.Critical}
	facts := b.sched.Facts(t.ID)
	out.Contact = b.contact(cmp.Or(facts.Responsible, t.Step.Role))
	if facts.Status != 0 {
		out.Values = append(out.Values, mspdi.Value{Field: statusField, Text: facts.Status.String()})
	}
	out.Notes = b.notes(facts.Note, t.Activity.ID, b.windowText(t), t.Certainty, b.missingDate(t))
	if t.NotRelevant != "" {
		out.Inactive, out.Remaining = true, new(0)
		out.Values = append(out.Values, mspdi.Value{Field: notRelevantField, Text: t.NotRelevant})
		return out
	}
	if !t.Start.Known() || !t.Finish.Known() {
		out.Inactive = true
		out.Duration = mspdi.Duration{Minutes: t.Duration.Likely * workday, Format: mspdi.FormatDays}
		out.Remaining = new(out.Duration.Minutes)
		return out
	}
	first, last := b.worked(t.Start.Date, t.Finish.Date)
	if out.Milestone = b.isPoint(t.ID); out.Milestone {
		setDates(&out, mspdi.At(last, evening), mspdi.At(last, evening), 0)
	} else {
		setDates(&out, mspdi.At(first, morning), mspdi.At(last, evening), b.sched.Workdays(first, last)*workday)
	}
	if t.Deadline != nil && t.DeadlineKind == drejebog.Frist && (t.Activity.ID == plan.OwnActivity || *t.Deadline >= b.sched.SeenFrom()) {
		setDeadline(&out, *t.Deadline, evening, t.Activity.ID != plan.OwnActivity)
	}
	if !b.rests[[2]string{t.ID, t.Driver}] || t.LevelOfEffort {
		out.Constraint, out.ConstraintDate = mspdi.StartNoEarlierThan, out.Start
	}
	setProgress(&out, &facts, b.sched.Plan.DataDate != nil)
	return out
}

// isPoint reports whether a task is a milestone of the kommune's own, which stands at
// the end of its day.
func (b *scheduleBuilder) isPoint(id string) bool {
	own, ok := b.sched.Plan.Own[id]
	return ok && own.Duration != nil && *own.Duration == 0
}

// worked narrows a range of days to its first and last working day, where it
// has any.
func (b *scheduleBuilder) worked(first, last date.Date) (date.Date, date.Date) {
	if b.sched.Workdays(first, last) == 0 {
		return first, last
	}
	for b.sched.Workdays(first, first) == 0 {
		first++
	}
	for b.sched.Workdays(last, last) == 0 {
		last--
	}
	return first, last
}

// setDates gives a task its dates, and a baseline of the same.
func setDates(t *mspdi.Task, start, finish *mspdi.Moment, minutes int) {
	t.Start, t.Finish, t.Duration = start, finish, mspdi.Duration{Minutes: minutes, Format: mspdi.FormatDays}
	t.Baselines = []mspdi.Baseline{{Start: start, Finish: finish, Duration: t.Duration}}
	t.Remaining = new(minutes)
}

// setProgress adds what the plan reports, where it has a data date.
func setProgress(t *mspdi.Task, facts *plan.Task, dated bool) {
	if !dated || facts.ActualStart == nil {
		return
	}
	t.ActualStart = mspdi.At(*facts.ActualStart, morning)
	t.Start = t.ActualStart
	t.Constraint, t.ConstraintDate = mspdi.AsSoonAsPossible, nil
	switch {
	case facts.ActualFinish != nil:
		t.ActualFinish, t.PercentComplete, t.Remaining = mspdi.At(*facts.ActualFinish, evening), 100, new(0)
		t.Finish = t.ActualFinish
	case facts.Remaining != nil:
		left := min(*facts.Remaining*workday, t.Duration.Minutes)
		t.Remaining = &left
		t.PercentComplete = 100 * (t.Duration.Minutes - left) / max(t.Duration.Minutes, 1)
	}
}

func (b *scheduleBuilder) milestone(m *timeline.Milestone) mspdi.Task {
	out := mspdi.Task{
		Name: b.name(&m.Node), Level: 3, WBS: m.ID, Values: []mspdi.Value{{Field: idField, Text: m.ID}},
		Milestone: true, Critical: m.Critical, Duration: mspdi.Duration{Minutes: 0, Format: mspdi.FormatDays},
	}
	if party := b.sched.Book.Party(m.Milestone.Actor); party != nil {
		out.Contact = party.Name.In(b.language)
	}
	out.Notes = b.notes("", m.Milestone.Section, "", m.Certainty, b.missing(m.Date))
	if !m.Date.Known() {
		out.Inactive, out.Remaining = true, new(0)
		return out
	}
	minute := morning
	if m.Milestone.Kind.ClosesDay() {
		minute = evening
	}
	at := mspdi.At(m.Date.Date, minute)
	setDates(&out, at, at, 0)
	late := stands(m.Milestone.Kind) && m.Deadline != nil && m.Date.Date > *m.Deadline // its own day is the one that binds
	if m.Deadline != nil && !late && *m.Deadline >= b.sched.SeenFrom() {
		setDeadline(&out, *m.Deadline, minute, true)
	}
	told := b.sched.Plan.Deliverables[m.ID]
	if told.Delivered != nil {
		out.ActualStart, out.ActualFinish, out.PercentComplete = at, at, 100
	}
	if said := b.saidOf(m); said != "" {
		out.Values = append(out.Values, mspdi.Value{Field: saidField, Text: said})
	}
	switch {
	case stands(m.Milestone.Kind) && m.Date.Date < b.sched.SeenFrom(): // what has passed bounds nothing, and nothing moves it
		out.Constraint, out.ConstraintDate, out.Manual = mspdi.StartNoEarlierThan, at, true
	case stands(m.Milestone.Kind) || told.Promised != nil && told.Delivered == nil:
		out.Constraint, out.ConstraintDate = mspdi.MustStartOn, at
	case !b.rests[[2]string{m.ID, m.Driver}] || m.Milestone.Kind == drejebog.SystemEnd:
		out.Constraint, out.ConstraintDate = mspdi.StartNoEarlierThan, at
	}
	return out
}

// saidOf is what the plan says of a milestone's date where the file has another day: a
// promise that has passed counts from a later one, and of a period it has one day.
func (b *scheduleBuilder) saidOf(m *timeline.Milestone) string {
	var said *plan.When
	rollout, told := b.sched.Plan.Projects[m.Project], b.sched.Plan.Deliverables[m.ID]
	switch {
	case m.Milestone.Kind == drejebog.GoLive:
		said = rollout.GoLive
	case m.Milestone.Kind == drejebog.Implementation:
		said = rollout.Implementation
	case told.Promised != nil && told.Delivered == nil:
		said = plan.On(*told.Promised)
	}
	if said == nil || *said == *plan.On(m.Date.Date) {
		return ""
	}
	text, err := said.MarshalText()
	if err != nil {
		return "" // no date at all
	}
	return string(text)
}

// setDeadline gives a task its deadline, and notes one of the playbook's as
// such, so that it can be told from one that is set in the other program.
func setDeadline(t *mspdi.Task, day date.Date, minute int, playbooks bool) {
	t.Deadline = mspdi.At(day, minute)
	if playbooks {
		t.Values = append(t.Values, mspdi.Value{Field: deadlineField, Text: day.String()})
	}
}

// stands reports whether a milestone stands on its day whatever comes before.
func stands(kind drejebog.MilestoneKind) bool {
	return slices.Contains([]drejebog.MilestoneKind{
		drejebog.GoLive, drejebog.Implementation, drejebog.BudgetAdopted, drejebog.BudgetYearBegins, drejebog.BudgetProposed, drejebog.BudgetRead,
	}, kind)
}

// name is what a task is called below the summary of its project.
func (b *scheduleBuilder) name(node *drejebog.Node) string {
	if node.System != "" {
		return b.sched.Label(node).In(b.language)
	}
	if node.Step != nil {
		return node.Step.Name.In(b.language)
	}
	return node.Milestone.Name.In(b.language)
}

// contact names who answers for a task.
func (b *scheduleBuilder) contact(id string) string {
	return b.sched.Plan.NameOf(b.sched.Book, id, b.language)
}

// links adds the dependencies that date something, and notes what each task is
// written with.
func (b *scheduleBuilder) links() {
	links := b.sched.Links()
	own := b.ownLinks(links)
	playbooks := map[int][]writtenLink{} // by UID
	for i, l := range links {
		from, to := b.uids[l.From], b.uids[l.To]
		if from == 0 || to == 0 {
			continue
		}
		out := mspdi.Link{From: from, Type: fileTypes[l.Type], Format: mspdi.FormatDays}
		if l.Lag != (drejebog.Lag{}) {
			out.Lag, out.Format = b.lag(&l)
		}
		leaves, arrives := b.ends(&out, to)
		switch {
		case l.Lag.Unit == drejebog.Months:
			out.Lag += (arrives - leaves) * 10 // months count from day to day, and the day itself will do
		case leaves == morning && b.isAt(to, evening) && (out.Lag == 0 || out.Elapsed()):
			out.Lag, out.Format = out.Lag-overnight, mspdi.FormatMinutes+1
		}
		b.Tasks[to-1].Links = append(b.Tasks[to-1].Links, out)
		if noted := linkOf(l.From, &out); own[i] {
			noteLink(&b.Tasks[to-1], noted)
		} else {
			playbooks[to] = append(playbooks[to], noted)
		}
	}
	for i := range b.Tasks {
		if t := &b.Tasks[i]; !t.Summary {
			now := writtenOf(t)
			now.links = digest(playbooks[t.UID])
			t.Values = append(t.Values, mspdi.Value{Field: writtenField, Text: now.String()})
		}
	}
}

// ownLinks tells which dependencies the plan adds; they come behind the
// playbook's.
func (b *scheduleBuilder) ownLinks(links []timeline.Link) []bool {
	type link struct {
		from, to string
		kind     drejebog.LinkType
		lag      drejebog.Lag
	}
	left := map[link]int{}
	for _, e := range b.sched.Plan.Dependencies() {
		l := link{e.From, e.To, e.Type, drejebog.Lag{}}
		if e.Lag != nil {
			l.lag = *e.Lag
		}
		left[l]++
	}
	own := make([]bool, len(links))
	for i, l := range slices.Backward(links) {
		key := link{l.From, l.To, l.Type, l.Lag}
		own[i] = left[key] > 0
		left[key]--
	}
	return own
}

// overnight, in tenths of minutes, takes the morning of a go-live to the evening
// before, at which the old system may end, and that of a task to the evening at
// which a milestone that may begin with it stands.
const overnight = (minutesPerDay - evening + morning) * 10

// isAt reports whether a task is a milestone at a time of day.
func (b *scheduleBuilder) isAt(uid, minute int) bool {
	t := &b.Tasks[uid-1]
	return t.Milestone && t.Start != nil && t.Start.Minute() == minute
}

// ends returns the times of day between which a link is.
func (b *scheduleBuilder) ends(l *mspdi.Link, to int) (leaves, arrives int) {
	leaves, arrives = morning, morning
	if before := &b.Tasks[l.From-1]; before.Milestone && b.isAt(l.From, evening) || !before.Milestone && (l.Type == cpm.FS || l.Type == cpm.FF) {
		leaves = evening
	}
	if after := &b.Tasks[to-1]; after.Milestone && b.isAt(to, evening) || !after.Milestone && (l.Type == cpm.FF || l.Type == cpm.SF) {
		arrives = evening
	}
	return leaves, arrives
}

var fileTypes = [...]cpm.LinkType{drejebog.FS: cpm.FS, drejebog.SS: cpm.SS, drejebog.FF: cpm.FF, drejebog.SF: cpm.SF}

// lag returns a lag in tenths of minutes, with the format that says what they
// count.
func (b *scheduleBuilder) lag(l *timeline.Link) (length, format int) {
	switch l.Lag.Unit {
	case drejebog.Workdays:
		return l.Lag.Value * workday * 10, mspdi.FormatDays
	case drejebog.Months:
		return b.months(l) * minutesPerDay * 10, mspdi.FormatDays + 1
	}
	return l.Lag.Value * minutesPerDay * 10, mspdi.FormatDays + 1
}

// months returns how many days the months of a lag are, counted from the end
// that the lag counts from; of a date that is not known, thirty to the month.
func (b *scheduleBuilder) months(l *timeline.Link) int {
	id, months := l.From, l.Lag.Value
	if l.Lag.From == drejebog.FromSuccessor {
		id, months = l.To, -l.Lag.Value
	}
	task := &b.Tasks[b.uids[id]-1]
	if task.Start == nil {
		return 30 * l.Lag.Value
	}
	day := task.Finish.LastDay()
	if task.Start.Minute() == morning && task.Milestone || months < 0 && (l.Type == drejebog.FS || l.Type == drejebog.SS) {
		day = task.Start.Day()
	}
	days := int(drejebog.AddMonths(day, months) - day)
	return max(days, -days)
}

// span gives the project its first and last moment.
func (b *scheduleBuilder) span() {
	for i := range b.Tasks {
		t := &b.Tasks[i]
		if t.Start != nil && (b.Start == nil || *t.Start < *b.Start) {
			b.Start = t.Start
		}
		if t.Finish != nil && (b.Finish == nil || *t.Finish > *b.Finish) {
			b.Finish = t.Finish
		}
	}
	if b.Start == nil {
		b.Start = mspdi.At(b.sched.AsOf, morning)
		b.Finish = b.Start
	}
}

// calendar is the kommune's calendar from the year in which the project starts
// to the one after it finishes, with every weekday that is not worked.
func (b *scheduleBuilder) calendar() mspdi.Calendar {
	c := mspdi.Calendar{UID: workdays, Name: b.say("interchange/calendar", nil), IsBase: true, Base: mspdi.None}
	for day := time.Sunday; day <= time.Saturday; day++ {
		c.Week[day] = &mspdi.Day{}
		if day != time.Sunday && day != time.Saturday {
			c.Week[day] = &mspdi.Day{Working: true, Shifts: []mspdi.Shift{{From: morning, To: 12 * 60}, {From: 13 * 60, To: evening}}}
		}
	}
	last := date.New(b.Finish.LastDay().Year()+1, time.December, 31)
	for day := date.New(b.Start.Day().Year(), time.January, 1); day <= last; day++ {
		weekday := day.Weekday()
		if weekday == time.Saturday || weekday == time.Sunday || b.sched.Workdays(day, day) > 0 {
			continue
		}
		if n := len(c.Exceptions); n > 0 && c.Exceptions[n-1].To.Day() == day-1 {
			c.Exceptions[n-1].To = mspdi.At(day, minutesPerDay-1)
			c.Exceptions[n-1].Occurrences++
			continue
		}
		c.Exceptions = append(c.Exceptions, mspdi.Exception{
			Name: b.say("interchange/day-off", nil), From: mspdi.At(day, 0), To: mspdi.At(day, minutesPerDay-1), Type: mspdi.Daily, Occurrences: 1,
		})
	}
	return c
}

// rollUp gives the summaries their outline numbers and dates.
func (b *scheduleBuilder) rollUp() {
	var counts [4]int
	for i := range b.Tasks {
		t := &b.Tasks[i]
		counts[t.Level]++
		clear(counts[t.Level+1:])
		for level := 1; level <= t.Level; level++ {
			t.OutlineNumber += strconv.Itoa(counts[level])
			if level < t.Level {
				t.OutlineNumber += "."
			}
		}
		if t.Summary {
			t.WBS = t.OutlineNumber
		}
	}
	parents := b.Parents()
	for i := range b.Tasks {
		t := &b.Tasks[i]
		for parent := parents[i]; parent >= 0 && !t.Summary && t.Start != nil; parent = parents[parent] {
			include(&b.Tasks[parent], t)
		}
	}
	for i := range b.Tasks {
		if t := &b.Tasks[i]; t.Summary && t.Start != nil {
			t.Duration = mspdi.Duration{Minutes: b.sched.Workdays(t.Start.Day(), t.Finish.LastDay()) * workday, Format: mspdi.FormatDays}
			t.Remaining = new(t.Duration.Minutes)
		} else if t.Summary {
			t.Inactive = true // as all that is below it
		}
	}
}

// include widens a summary to one of its tasks.
func include(t, below *mspdi.Task) {
	if t.Start == nil || *below.Start < *t.Start {
		t.Start = below.Start
	}
	if t.Finish == nil || *below.Finish > *t.Finish {
		t.Finish = below.Finish
	}
	t.Critical = t.Critical || below.Critical
}
