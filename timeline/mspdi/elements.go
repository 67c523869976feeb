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
	moment("FinishDate", func(p *Project) **Moment { return &p.Finish }),
	number("CriticalSlackLimit", -100_000, 100_000, func(p *Project) *int { return &p.CriticalSlack }),
	number("CalendarUID", None, maxNumber, func(p *Project) *int { return &p.Calendar }),
	clockTime("DefaultStartTime", func(p *Project) *int { return &p.DefaultStart }),
	clockTime("DefaultFinishTime", func(p *Project) *int { return &p.DefaultFinish }),
	number("MinutesPerDay", 1, minutesPerDay, func(p *Project) *int { return &p.MinutesPerDay }),
	number("MinutesPerWeek", 1, 7*minutesPerDay, func(p *Project) *int { return &p.MinutesPerWeek }),
	number("DaysPerMonth", 1, 31, func(p *Project) *int { return &p.DaysPerMonth }),
	truth("HonorConstraints", true, func(p *Project) *bool { return &p.HonorConstraints }),
	moment("StatusDate", func(p *Project) **Moment { return &p.StatusDate }),
)

var taskFields = fieldsOf(
	number("UID", 0, maxNumber, func(t *Task) *int { return &t.UID }),
	number("ID", 0, maxNumber, func(t *Task) *int { return &t.ID }),
	text("Name", func(t *Task) *string { return &t.Name }),
	truth("Active", false, func(t *Task) *bool { return &t.Inactive }),
	truth("Manual", true, func(t *Task) *bool { return &t.Manual }),
	truth("IsNull", true, func(t *Task) *bool { return &t.Null }),
	text("Contact", func(t *Task) *string { return &t.Contact }),
	text("WBS", func(t *Task) *string { return &t.WBS }),
	text("OutlineNumber", func(t *Task) *string { return &t.OutlineNumber }),
	number("OutlineLevel", 0, maxLevel, func(t *Task) *int { return &t.Level }),
	moment("Start", func(t *Task) **Moment { return &t.Start }),
	moment("Finish", func(t *Task) **Moment { return &t.Finish }),
	minutes("Duration", func(t *Task) *int { return &t.Duration.Minutes }),
	format("DurationFormat", func(t *Task) *int { return &t.Duration.Format }),
	truth("Estimated", true, func(t *Task) *bool { return &t.Estimated }),
	truth("Milestone", true, func(t *Task) *bool { return &t.Milestone }),
	truth("Summary", true, func(t *Task) *bool { return &t.Summary }),
	truth("Critical", true, func(t *Task) *bool { return &t.Critical }),
	truth("ExternalTask", true, func(t *Task) *bool { return &t.External }),
	moment("EarlyStart", func(t *Task) **Moment { return &t.EarlyStart }),
	moment("EarlyFinish", func(t *Task) **Moment { return &t.EarlyFinish }),
	moment("LateStart", func(t *Task) **Moment { return &t.LateStart }),
	moment("LateFinish", func(t *Task) **Moment { return &t.LateFinish }),
	optional("FreeSlack", func(t *Task) **int { return &t.FreeSlack }),
	optional("TotalSlack", func(t *Task) **int { return &t.TotalSlack }),
	optional("StartSlack", func(t *Task) **int { return &t.StartSlack }),
	optional("FinishSlack", func(t *Task) **int { return &t.FinishSlack }),
	number("PercentComplete", 0, 100, func(t *Task) *int { return &t.PercentComplete }),
	moment("ActualStart", func(t *Task) **Moment { return &t.ActualStart }),
	moment("ActualFinish", func(t *Task) **Moment { return &t.ActualFinish }),
	optionalMinutes("RemainingDuration", func(t *Task) **int { return &t.Remaining }),
	number("ConstraintType", 0, int(FinishNoLaterThan), func(t *Task) *int { return (*int)(&t.Constraint) }),
	number("CalendarUID", None, maxNumber, func(t *Task) *int { return &t.Calendar }),
	moment("ConstraintDate", func(t *Task) **Moment { return &t.ConstraintDate }),
	moment("Deadline", func(t *Task) **Moment { return &t.Deadline }),
	text("Notes", func(t *Task) *string { return &t.Notes }),
)

// maxLevel bounds the levels of an outline.
const maxLevel = 1000

var linkFields = fieldsOf(
	number("PredecessorUID", 0, maxNumber, func(l *Link) *int { return &l.From }),
	field[Link]{"Type", aNumber,
		func(l *Link, s string) bool {
			n := 0
			ok := parseNumber(s, 0, len(linkTypes)-1, &n)
			l.Type = linkTypes[n]
			return ok
		},
		func(l *Link) string {
			for n, known := range linkTypes {
				if known == l.Type {
					return string(rune('0' + n))
				}
			}
			return "1"
		},
	},
	truth("CrossProject", true, func(l *Link) *bool { return &l.CrossProject }),
	text("CrossProjectName", func(l *Link) *string { return &l.Project }),
	number("LinkLag", -maxNumber, maxNumber, func(l *Link) *int { return &l.Lag }),
	format("LagFormat", func(l *Link) *int { return &l.Format }),
)

var baselineFields = fieldsOf(
	number("Number", 0, 10, func(b *Baseline) *int { return &b.Number }),
	moment("Start", func(b *Baseline) **Moment { return &b.Start }),
	moment("Finish", func(b *Baseline) **Moment { return &b.Finish }),
	minutes("Duration", func(b *Baseline) *int { return &b.Duration.Minutes }),
	format("DurationFormat", func(b *Baseline) *int { return &b.Duration.Format }),
)

var valueFields = fieldsOf(
	number("FieldID", 0, 1<<31-1, func(v *Value) *int { return &v.Field }),
	text("Value", func(v *Value) *string { return &v.Text }),
)

var fieldFields = fieldsOf(
	number("FieldID", 0, 1<<31-1, func(f *Field) *int { return &f.ID }),
	text("FieldName", func(f *Field) *string { return &f.Name }),
	text("Alias", func(f *Field) *string { return &f.Alias }),
)

var resourceFields = fieldsOf(
	number("UID", None, 1<<31-1, func(r *Resource) *int { return &r.UID }),
	number("ID", None, 1<<31-1, func(r *Resource) *int { return &r.ID }),
	text("Name", func(r *Resource) *string { return &r.Name }),
)

var assignmentFields = fieldsOf(
	number("UID", None, 1<<31-1, func(a *Assignment) *int { return &a.UID }),
	number("TaskUID", None, 1<<31-1, func(a *Assignment) *int { return &a.Task }),
	number("ResourceUID", -1<<31, 1<<31-1, func(a *Assignment) *int { return &a.Resource }),
)

// linkTypes are the types of links by their number in the file.
var linkTypes = [...]cpm.LinkType{cpm.FF, cpm.FS, cpm.SF, cpm.SS}

var calendarFields = fieldsOf(
	number("UID", 0, maxNumber, func(c *Calendar) *int { return &c.UID }),
	text("Name", func(c *Calendar) *string { return &c.Name }),
	truth("IsBaseCalendar", true, func(c *Calendar) *bool { return &c.IsBase }),
	number("BaseCalendarUID", None, maxNumber, func(c *Calendar) *int { return &c.Base }),
)

var shiftFields = fieldsOf(
	clockTime("FromTime", func(s *Shift) *int { return &s.From }),
	clockTime("ToTime", func(s *Shift) *int { return &s.To }),
)

var exceptionFields = fieldsOf(
	truth("EnteredByOccurrences", true, func(e *Exception) *bool { return &e.ByOccurrences }),
	nonzero("Occurrences", maxOccurrences, func(e *Exception) *int { return &e.Occurrences }),
	text("Name", func(e *Exception) *string { return &e.Name }),
	number("Type", 0, 9, func(e *Exception) *int { return (*int)(&e.Type) }),
	nonzero("Period", maxOccurrences, func(e *Exception) *int { return &e.Period }),
	nonzero("DaysOfWeek", 127, func(e *Exception) *int { return &e.DaysOfWeek }),
	nonzero("MonthItem", 9, func(e *Exception) *int { return &e.MonthItem }),
	nonzero("MonthPosition", 4, func(e *Exception) *int { return &e.MonthPosition }),
	nonzero("Month", 11, func(e *Exception) *int { return &e.Month }),
	nonzero("MonthDay", 31, func(e *Exception) *int { return &e.MonthDay }),
	truth("DayWorking", true, func(e *Exception) *bool { return &e.Working }),
)
