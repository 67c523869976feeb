package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// The tables of the elements that hold one value, in the order that the schema
// wants: what is read and what is written is the same. Source: Microsoft, XML
// structure for the Project data interchange, schema of Project 2007 and later.

var projectFields = fieldsOf(
	text("Name", func(p *Project) *string { return &p.Name }),
	text("Title", func(p *Project) *string { return &p.Title }),
	truth("ScheduleFromStart", false, func(p *Project) *bool { return &p.FromFinish }),
	moment("StartDate", func(p *Project) **Moment { return &p.Start }),
	finish("FinishDate", func(p *Project) **Moment { return &p.Finish }),
	setting("CriticalSlackLimit", -100_000, 100_000, func(p *Project) *int { return &p.CriticalSlack }),
	text("CurrencyCode", func(p *Project) *string { return &p.Currency }),
	setting("CalendarUID", None, maxNumber, func(p *Project) *int { return &p.Calendar }),
	clockTime("DefaultStartTime", func(p *Project) *int { return &p.DefaultStart }),
	clockTime("DefaultFinishTime", func(p *Project) *int { return &p.DefaultFinish }),
	setting("MinutesPerDay", 1, minutesPerDay, func(p *Project) *int { return &p.MinutesPerDay }),
	setting("MinutesPerWeek", 1, 7*minutesPerDay, func(p *Project) *int { return &p.MinutesPerWeek }),
	setting("DaysPerMonth", 1, 31, func(p *Project) *int { return &p.DaysPerMonth }),
	truth("HonorConstraints", true, func(p *Project) *bool { return &p.HonorConstraints }),
	truthOfSome("MultipleCriticalPaths", func(p *Project) *bool { return &p.ManyPaths }),
	finish("StatusDate", func(p *Project) **Moment { return &p.StatusDate }),
	always("ProjectExternallyEdited", func(*Project) string { return "0" }), // or Microsoft Project schedules anew what it opens
)

var taskFields = fieldsOf(
	name("UID", 0, func(t *Task) *int { return &t.UID }),
	name("ID", 0, func(t *Task) *int { return &t.ID }),
	text("Name", func(t *Task) *string { return &t.Name }),
	truth("Active", false, func(t *Task) *bool { return &t.Inactive }),
	truth("Manual", true, func(t *Task) *bool { return &t.Manual }),
	always("Type", func(*Task) string { return "1" }), // of a fixed duration: work changes no dates
	truth("IsNull", true, func(t *Task) *bool { return &t.Null }),
	text("Contact", func(t *Task) *string { return &t.Contact }),
	text("WBS", func(t *Task) *string { return &t.WBS }),
	text("OutlineNumber", func(t *Task) *string { return &t.OutlineNumber }),
	number("OutlineLevel", 0, maxLevel, func(t *Task) *int { return &t.Level }),
	moment("Start", func(t *Task) **Moment { return &t.Start }),
	finish("Finish", func(t *Task) **Moment { return &t.Finish }),
	minutes("Duration", func(t *Task) *int { return &t.Duration.Minutes }),
	format("DurationFormat", func(t *Task) *int { return &t.Duration.Format }),
	optionalMinutes("Work", func(t *Task) **int { return &t.Work }),
	moment("Stop", func(t *Task) **Moment { return &t.Stop }),
	moment("Resume", func(t *Task) **Moment { return &t.Resume }),
	always("EffortDriven", func(*Task) string { return "0" }),
	truth("Estimated", true, func(t *Task) *bool { return &t.Estimated }),
	truth("Milestone", true, func(t *Task) *bool { return &t.Milestone }),
	truth("Summary", true, func(t *Task) *bool { return &t.Summary }),
	truth("Critical", true, func(t *Task) *bool { return &t.Critical }),
	truthOfSome("IsSubproject", func(t *Task) *bool { return &t.IsSubproject }),
	truth("ExternalTask", true, func(t *Task) *bool { return &t.External }),
	moment("EarlyStart", func(t *Task) **Moment { return &t.EarlyStart }),
	finish("EarlyFinish", func(t *Task) **Moment { return &t.EarlyFinish }),
	moment("LateStart", func(t *Task) **Moment { return &t.LateStart }),
	finish("LateFinish", func(t *Task) **Moment { return &t.LateFinish }),
	optional("FreeSlack", func(t *Task) **int { return &t.FreeSlack }),
	optional("TotalSlack", func(t *Task) **int { return &t.TotalSlack }),
	optional("StartSlack", func(t *Task) **int { return &t.StartSlack }),
	optional("FinishSlack", func(t *Task) **int { return &t.FinishSlack }),
	setting("PercentComplete", 0, 100, func(t *Task) *int { return &t.PercentComplete }),
	moment("ActualStart", func(t *Task) **Moment { return &t.ActualStart }),
	finish("ActualFinish", func(t *Task) **Moment { return &t.ActualFinish }),
	always("ActualDuration", func(t *Task) string { return length(t.done()) }),
	optionalMinutes("RemainingDuration", func(t *Task) **int { return &t.Remaining }),
	setting("ConstraintType", 0, int(FinishNoLaterThan), func(t *Task) *int { return (*int)(&t.Constraint) }),
	setting("CalendarUID", None, maxNumber, func(t *Task) *int { return &t.Calendar }),
	momentAt("ConstraintDate", (*Task).bindsFinish, func(t *Task) **Moment { return &t.ConstraintDate }),
	finish("Deadline", func(t *Task) **Moment { return &t.Deadline }),
	delay("LevelingDelay", func(t *Task) *int { return &t.LevelingDelay }),
	format("LevelingDelayFormat", func(t *Task) *int { return &t.LevelingDelayFormat }),
	truthOfSome("IgnoreResourceCalendar", func(t *Task) *bool { return &t.IgnoreResourceCalendar }),
	text("Notes", func(t *Task) *string { return &t.Notes }),
)

// maxLevel bounds the levels of an outline.
const maxLevel = 1000

var linkFields = fieldsOf(
	name("PredecessorUID", 0, func(l *Link) *int { return &l.From }),
	field[Link]{"Type", aNumber,
		func(l *Link, s string) Reason {
			n, why := parseNumber(s)
			switch {
			case why == Unreadable:
				return why
			case n < 0 || n >= len(linkTypes):
				return OutOfBounds
			}
			l.Type = linkTypes[n]
			return why
		},
		func(l *Link) string {
			for n, known := range linkTypes {
				if known == l.Type {
					return string(rune('0' + n))
				}
			}
			return "1"
		},
		func(l *Link) bool { return l.Type <= cpm.SF },
		resetting(func(l *Link) *cpm.LinkType { return &l.Type }),
	},
	truth("CrossProject", true, func(l *Link) *bool { return &l.CrossProject }),
	text("CrossProjectName", func(l *Link) *string { return &l.Project }),
	number("LinkLag", -maxNumber, maxNumber, func(l *Link) *int { return &l.Lag }),
	format("LagFormat", func(l *Link) *int { return &l.Format }),
)

var baselineFields = fieldsOf(
	number("Number", 0, 10, func(b *Baseline) *int { return &b.Number }),
	moment("Start", func(b *Baseline) **Moment { return &b.Start }),
	finish("Finish", func(b *Baseline) **Moment { return &b.Finish }),
	minutes("Duration", func(b *Baseline) *int { return &b.Duration.Minutes }),
	format("DurationFormat", func(b *Baseline) *int { return &b.Duration.Format }),
)

var valueFields = fieldsOf(
	name("FieldID", 0, func(v *Value) *int { return &v.Field }),
	text("Value", func(v *Value) *string { return &v.Text }),
)

var fieldFields = fieldsOf(
	name("FieldID", 0, func(f *Field) *int { return &f.ID }),
	text("FieldName", func(f *Field) *string { return &f.Name }),
	text("Alias", func(f *Field) *string { return &f.Alias }),
)

var resourceFields = fieldsOf(
	name("UID", -maxInt32, func(r *Resource) *int { return &r.UID }),
	name("ID", -maxInt32, func(r *Resource) *int { return &r.ID }),
	text("Name", func(r *Resource) *string { return &r.Name }),
	always("Type", func(*Resource) string { return "1" }), // somebody who works, not material
	setting("CalendarUID", None, maxNumber, func(r *Resource) *int { return &r.Calendar }),
)

var assignmentFields = fieldsOf(
	name("UID", -maxInt32, func(a *Assignment) *int { return &a.UID }),
	name("TaskUID", -maxInt32, func(a *Assignment) *int { return &a.Task }),
	name("ResourceUID", -maxInt32, func(a *Assignment) *int { return &a.Resource }),
	delay("Delay", func(a *Assignment) *int { return &a.Delay }),
	finish("Finish", func(a *Assignment) **Moment { return &a.Finish }),
	delay("LevelingDelay", func(a *Assignment) *int { return &a.LevelingDelay }),
	optionalMinutes("RemainingWork", func(a *Assignment) **int { return &a.RemainingWork }),
	moment("Start", func(a *Assignment) **Moment { return &a.Start }),
	fraction("Units", func(a *Assignment) *float64 { return &a.Units }),
	optionalMinutes("Work", func(a *Assignment) **int { return &a.Work }),
)

// linkTypes are the types of links by their number in the file.
var linkTypes = [...]cpm.LinkType{cpm.FF, cpm.FS, cpm.SF, cpm.SS}

var calendarFields = fieldsOf(
	name("UID", 0, func(c *Calendar) *int { return &c.UID }),
	text("Name", func(c *Calendar) *string { return &c.Name }),
	truth("IsBaseCalendar", true, func(c *Calendar) *bool { return &c.IsBase }),
	setting("BaseCalendarUID", None, maxNumber, func(c *Calendar) *int { return &c.Base }),
)

var shiftFields = fieldsOf(
	clockTime("FromTime", func(s *Shift) *int { return &s.From }),
	clockTime("ToTime", func(s *Shift) *int { return &s.To }),
)

var exceptionFields = fieldsOf(
	truth("EnteredByOccurrences", true, func(e *Exception) *bool { return &e.ByOccurrences }),
	nonzero("Occurrences", maxOccurrences, func(e *Exception) *int { return &e.Occurrences }),
	text("Name", func(e *Exception) *string { return &e.Name }),
	setting("Type", 0, 9, func(e *Exception) *int { return (*int)(&e.Type) }),
	nonzero("Period", maxOccurrences, func(e *Exception) *int { return &e.Period }),
	nonzero("DaysOfWeek", 127, func(e *Exception) *int { return &e.DaysOfWeek }),
	nonzero("MonthItem", 9, func(e *Exception) *int { return &e.MonthItem }),
	nonzero("MonthPosition", 4, func(e *Exception) *int { return &e.MonthPosition }),
	nonzero("Month", 11, func(e *Exception) *int { return &e.Month }),
	nonzero("MonthDay", 31, func(e *Exception) *int { return &e.MonthDay }),
	truth("DayWorking", true, func(e *Exception) *bool { return &e.Working }),
)
