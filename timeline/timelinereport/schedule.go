package timelinereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// Schedule tells a schedule as a page or two for a steering group: where each
// project stands, the hard dates ahead, what is broken, the critical path, each
// project section by section, what is waited for, and the budget years. The
// table "tasks" with all tasks and milestones one by one is attached. Pictures
// of the schedule stand below the head.
func Schedule(s *timeline.Schedule, pictures ...document.Picture) *document.Document {
	t, d := teller{Schedule: s}, &document.Document{}
	if t.isSilent() {
		return d
	}
	t.head(d)
	for _, picture := range pictures {
		d.Add(picture)
	}
	t.projects(d)
	t.hardDates(d)
	t.needsAction(d)
	t.criticalPath(d)
	t.sections(d)
	t.setAside(d)
	t.owed(d)
	t.years(d)
	d.Attached = append(d.Attached, t.taskSheet())
	return d
}

// setAside lists what the plan calls not relevant, such as the tasks of a module that was
// taken out of a system, with the reason, and what several have the same reason for as one.
func (t teller) setAside(d *document.Document) {
	var reasons []string
	of := map[string][]lang.Text{}
	for i := range t.Tasks {
		task := &t.Tasks[i]
		if task.NotRelevant == "" {
			continue
		}
		if of[task.NotRelevant] == nil {
			reasons = append(reasons, task.NotRelevant)
		}
		of[task.NotRelevant] = append(of[task.NotRelevant], task.Label())
	}
	if len(reasons) == 0 {
		return
	}
	lines := make([]lang.Text, len(reasons))
	for i, reason := range reasons {
		lines[i] = lang.Joined(": ", lang.Joined("; ", of[reason]...), lang.Both(reason)).Ended()
	}
	d.Section(t.text("common/not-relevant", nil))
	d.Points(lines...)
}

func (t teller) head(d *document.Document) {
	d.Caution = t.text("timeline/rests-on-playbook", nil)
	if t.Plan.Local() {
		d.Caution = t.text("timeline/rests-on-plan", nil)
	}
	d.Title, d.Subject = t.text("timeline/title", nil), t.kommune()
	d.Tell(t.text("timeline/intro", lang.Args{"day": lang.Day(t.SeenFrom())}))
}

// projects tells of each project where it goes live and how it stands with
// readiness.
func (t teller) projects(d *document.Document) {
	sheet := &table.Sheet{Name: "projects", Columns: []table.Column{
		table.Head("project", t.text("column/project", nil).Lower()), table.Head("goLive", t.text("timeline/head-go-live", nil)),
		table.Head("implementation", t.text("timeline/head-implementation", nil)), table.Head("ready", t.text("timeline/head-ready", nil)),
		table.Head("readyLatest", t.text("timeline/head-ready-latest", nil)), table.Figures("float", t.text("timeline/head-path-float", nil)),
	}}
	var unsure, meanwhile []string
	for i := range t.Book.Projects {
		project := &t.Book.Projects[i]
		live := t.milestone(drejebog.GoLive, project.ID)
		if live == nil {
			continue
		}
		row := []table.Cell{table.Text(project.Name), t.live(live.Date), table.Of(lang.Dash()), table.Of(lang.Dash()), table.Of(lang.Dash()), {}}
		if ready := t.confirmation(project.ID); ready != nil {
			if begins := t.milestone(drejebog.Implementation, project.ID); begins != nil {
				row[2] = t.cell(begins.Date)
			}
			row[3], row[4] = t.cell(ready.Date), t.cell(ready.Latest)
		}
		if path := t.pathOf(project.ID); path != nil {
			row[5] = table.Of(lang.Whole(path.Float))
		}
		sheet.Append(row...)
		switch {
		case !live.Date.Known() || live.Date.Date <= t.SeenFrom() || live.Certainty == drejebog.Stated:
		case live.Driver == driver.PlanID:
			meanwhile = append(meanwhile, project.Name)
		default:
			unsure = append(unsure, project.Name)
		}
	}
	d.Section(t.text("timeline/projects", nil))
	d.Show(sheet)
	t.periods(d)
	if len(meanwhile) > 0 {
		d.Tell(t.text("timeline/works-with", lang.Args{"projects": t.Book.ListedNames(meanwhile...)}))
	}
	if len(unsure) > 0 {
		d.Tell(t.text("timeline/unannounced", lang.Args{"projects": t.Book.ListedNames(unsure...)}))
	}
}

// milestone is a project's milestone of a kind, nil where it has none.
func (t teller) milestone(kind drejebog.MilestoneKind, project string) *timeline.Milestone {
	for i := range t.Milestones {
		if m := &t.Milestones[i]; m.Milestone.Kind == kind && m.Project == project {
			return m
		}
	}
	return nil
}

// confirmation is the milestone with which a kommune confirms that a project can
// begin, nil where it has none.
func (t teller) confirmation(project string) *timeline.Milestone {
	for i := range t.Milestones {
		if m := &t.Milestones[i]; m.Milestone.ConfirmsReadiness() && m.Project == project {
			return m
		}
	}
	return nil
}

// periods says which dates are the first day of a period, or the last.
func (t teller) periods(d *document.Document) {
	for i := range t.Milestones {
		m := &t.Milestones[i]
		period := t.PeriodOf(&m.Node)
		if period == nil {
			continue
		}
		name, words, day := t.Label(&m.Node).Quoted(), period.Written(), lang.Day(m.Date.Date)
		counts := t.text("timeline/counts-on-last", lang.Args{"name": name, "period": words, "day": day})
		if t.Latest != nil {
			last := lang.Day(t.Latest.Milestone(m.ID).Date.Date)
			counts = t.text("timeline/counts-on-first", lang.Args{"name": name, "period": words, "day": day, "last": last})
		}
		d.Tell(counts)
	}
}

// pathOf is the path that decides a project, nil where none does.
func (t teller) pathOf(project string) *timeline.Path {
	i := slices.IndexFunc(t.ProjectPaths, func(p timeline.Path) bool { return p.Project == project })
	if i < 0 {
		return nil
	}
	return &t.ProjectPaths[i]
}

// silentOn is the finding of a frist that has passed and that the plan is silent on.
const silentOn = "DB-103"

// needsAction lists the errors and warnings, the worst first and those of one cause as
// one, and sums up the notes.
func (t teller) needsAction(d *document.Document) {
	var lines []lang.Text
	findings := slices.Clone(t.Findings)
	drejebog.SortFindings(findings)
	notes, silent := 0, 0
	for _, f := range t.Book.Grouped(findings) {
		switch {
		case f.Severity > drejebog.SeverityNote:
			lines = append(lines, f.Says())
		case f.Code != silentOn:
			notes++
		}
	}
	for i := range findings {
		if findings[i].Code == silentOn {
			silent++
		}
	}
	if silent > 0 {
		lines = append(lines, t.text("timeline/silent-on", lang.Args{"n": lang.Whole(silent)}))
	}
	if len(lines) == 0 {
		return
	}
	d.Section(t.text("timeline/needs-action", nil))
	d.Points(lines...)
	if notes > 0 {
		d.Tell(t.text("timeline/besides-notes", lang.Args{"n": lang.Whole(notes)}))
	}
}

func (t teller) criticalPath(d *document.Document) {
	if len(t.CriticalPath) == 0 {
		return
	}
	sheet := &table.Sheet{Name: "path", Columns: []table.Column{
		table.Head("when", t.text("timeline/head-when", nil)), table.Head("what", t.text("timeline/head-what", nil)),
	}}
	for _, id := range t.CriticalPath {
		when := lang.Text{}
		if task := t.Task(id); task != nil {
			when = t.span(task.Start, task.Finish)
		} else if m := t.Milestone(id); m != nil {
			when = t.short(m.Date)
		}
		sheet.Append(table.Of(when), table.Of(t.LabelOf(id)))
	}
	d.Section(t.text("common/critical-path", nil))
	d.Tell(t.text("timeline/least-float", lang.Args{"days": t.workdays(t.CriticalPathFloat)}))
	d.Show(sheet)
	if end := t.HardEnd(t.CriticalPathTo); end != nil {
		args, says := lang.Args{"end": t.LabelOf(t.CriticalPathTo), "day": lang.Day(*end)}, "timeline/path-binds"
		if len(t.CriticalPathThrough) > 0 {
			args["through"], says = t.labels(t.CriticalPathThrough), "timeline/path-binds-through"
		}
		d.Tell(t.text(says, args))
	}
	t.projectPaths(d)
}

// labels are the names of tasks and milestones in a list, "" for none.
func (t teller) labels(ids []string) lang.Text {
	names := make([]lang.Text, len(ids))
	for i, id := range ids {
		names[i] = t.LabelOf(id)
	}
	return lang.Joined("; ", names...)
}

// projectPaths tells what decides each project's start of implementation or go-live.
func (t teller) projectPaths(d *document.Document) {
	if len(t.ProjectPaths) == 0 {
		return
	}
	sheet := &table.Sheet{Name: "projectPaths", Columns: []table.Column{
		table.Head("project", t.text("column/project", nil).Lower()), table.Figures("float", t.text("timeline/head-float", nil)),
		table.Head("to", t.text("timeline/head-bound", nil)), table.Head("tasks", t.text("timeline/head-path", nil)),
	}}
	for i := range t.ProjectPaths {
		p := &t.ProjectPaths[i]
		sheet.Append(table.Of(lang.Both(t.Book.ScopeName(p.Project))), table.Of(lang.Whole(p.Float)), table.Of(t.LabelOf(p.To)), table.Of(t.labels(p.IDs)))
	}
	d.Tell(t.text("timeline/project-paths", nil))
	d.Show(sheet)
}

func (t teller) years(d *document.Document) {
	sheet := &table.Sheet{Name: "years", Columns: []table.Column{
		table.Head("year", t.text("column/budget-year", nil).Lower()), table.Figures("tasks", t.text("timeline/head-tasks", nil)),
		table.Figures("days", t.text("timeline/head-working-days", nil)), table.Figures("knownTooLate", t.text("timeline/head-known-too-late", nil)),
	}}
	years := t.BudgetYears()
	for i := range years {
		y := &years[i]
		year := table.Whole(y.Year)
		if y.Year == timeline.Undated {
			year = table.Of(t.text("timeline/no-year", nil))
		}
		sheet.Append(year, table.Of(lang.Whole(len(y.Tasks))), table.Of(lang.Whole(y.Workdays)), t.knownTooLate(y))
	}
	d.Section(t.text("common/budget-years", nil))
	d.Show(sheet)
}

// knownTooLate counts what was known too late for a year's budget; of a year
// whose budget was adopted before the playbook came out there is nothing to
// count.
func (t teller) knownTooLate(y *timeline.BudgetYear) table.Cell {
	if y.Process == nil || y.Process.Adoption.Day() < t.Book.Editions[0].Date {
		return table.Of(lang.Dash())
	}
	return table.Of(lang.Whole(len(y.KnownTooLate())))
}
