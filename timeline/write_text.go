package timeline

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
)

// WriteText writes the schedule as a page or two for a steering group: where
// each project stands, the hard dates ahead, what is broken, the critical path,
// each project section by section, what is waited for, and the budget years.
// All tasks one by one are in WriteCSV and WriteJSON, and Explain tells why.
func (s *Schedule) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	s.writeHead(p)
	s.writeProjects(p)
	s.writeHardDates(p)
	s.writeBroken(p)
	s.writeCriticalPath(p)
	s.writeSections(p)
	s.writeOwed(p)
	s.writeYears(p)
	_, err := io.WriteString(w, p.String())
	return err
}

func (s *Schedule) writeHead(p *page.Page) {
	rests := s.text("timeline/rests-on-playbook", nil)
	if s.Plan.Local() {
		rests = s.text("timeline/rests-on-plan", nil)
	}
	p.Paragraph("", rests.In(p.Lang))
	p.Line("")
	p.Line(s.text("timeline/title", lang.Args{"kommune": s.kommuneName()}).In(p.Lang))
	p.Paragraph("", s.text("timeline/intro", lang.Args{"day": lang.Day(s.SeenFrom())}).In(p.Lang))
}

// writeProjects tells of each project where it goes live and how it stands
// with readiness.
func (s *Schedule) writeProjects(p *page.Page) {
	heading(p, s.text("timeline/projects", nil))
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Head: s.text("timeline/head-go-live", nil).In(p.Lang)}, {Head: s.text("timeline/head-implementation", nil).In(p.Lang)},
		{Head: s.text("timeline/head-ready", nil).In(p.Lang)}, {Head: s.text("timeline/head-ready-latest", nil).In(p.Lang)},
		{Head: s.text("timeline/head-least-float", nil).In(p.Lang), Right: true},
	}}
	for i := range s.Book.Projects {
		project := &s.Book.Projects[i]
		live := s.Milestone(goLiveID(project.ID))
		if live == nil {
			continue
		}
		row := []string{project.Name, s.liveWhen(p, live.Date)}
		if ready := s.Milestone("4.8/bekraeftet@" + project.ID); ready != nil {
			impl := s.Milestone(implID(project.ID))
			row = append(row, s.roughWhen(p, impl.Date), s.roughWhen(p, ready.Date), s.roughWhen(p, ready.Latest))
		} else {
			row = append(row, "–", "–", "–")
		}
		if float, any := s.leastFloat(project.ID); any {
			row = append(row, p.Integer(float))
		}
		table.Rows = append(table.Rows, row)
	}
	p.Table(table)
	s.writePeriods(p)
	if unsure := s.unannounced(); len(unsure) > 0 {
		p.Paragraph("  ", s.text("timeline/unannounced", lang.Args{"projects": s.listed(bothOf(unsure)...)}).In(p.Lang))
	}
}

// writePeriods says which dates are the first day of a period, or the last.
func (s *Schedule) writePeriods(p *page.Page) {
	for _, m := range s.periods() {
		name, period, day := s.quoted(s.Label(&m.Node)), wordsOf(s.PeriodOf(&m.Node)), lang.Day(m.Date.Date)
		counts := s.text("timeline/counts-on-last", lang.Args{"name": name, "period": period, "day": day})
		if s.Latest != nil {
			last := lang.Day(s.Latest.Milestone(m.ID).Date.Date)
			counts = s.text("timeline/counts-on-first", lang.Args{"name": name, "period": period, "day": day, "last": last})
		}
		p.Paragraph("  ", counts.In(p.Lang))
	}
}

// liveWhen writes a go-live for a narrow column.
func (s *Schedule) liveWhen(p *page.Page, w When) string {
	if w.Known() {
		return p.ShortDay(w.Date)
	}
	return s.text("timeline/unknown", nil).In(p.Lang)
}

// leastFloat is the least float of what is left of a project.
func (s *Schedule) leastFloat(project string) (float int, any bool) {
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.Project != project || !s.IsAhead(t) || !t.HasFloat() {
			continue
		}
		if left := s.FloatLeft(t); !any || left < float {
			float, any = left, true
		}
	}
	return float, any
}

// unannounced names the projects whose go-live is ahead and only implied.
func (s *Schedule) unannounced() []string {
	var names []string
	for i := range s.Book.Projects {
		m := s.Milestone(goLiveID(s.Book.Projects[i].ID))
		if m != nil && m.Date.Known() && m.Date.Date > s.SeenFrom() && m.Certainty < drejebog.Stated {
			names = append(names, s.Book.Projects[i].Name)
		}
	}
	return names
}

// roughWhen writes a When for a narrow column, a distance rounded.
func (s *Schedule) roughWhen(p *page.Page, w When) string {
	switch w.Kind {
	case OnDate:
		return p.ShortDay(w.Date)
	case RelativeTo:
		if w.Days == 0 {
			return s.text("timeline/at-go-live", nil).In(p.Lang)
		}
		far := w.Distance()
		return s.sideText(w, s.DistanceText(far.Unit, lang.Whole(far.Count))).In(p.Lang)
	}
	return "–"
}

// sideText says on which side of its milestone a relative When lies.
func (s *Schedule) sideText(w When, distance lang.Text) lang.Text {
	if w.Days < 0 {
		return s.text("timeline/before", lang.Args{"distance": distance})
	}
	return s.text("timeline/after", lang.Args{"distance": distance})
}

// roughSpan writes the days from the one to the other for a narrow column.
func (s *Schedule) roughSpan(p *page.Page, first, last When) string {
	from, to := s.roughWhen(p, first), s.roughWhen(p, last)
	switch {
	case from == to:
		return from
	case first.Kind == RelativeTo && last.Kind == RelativeTo && (first.Days < 0) == (last.Days < 0):
		a := first.Distance()
		if b := last.Distance(); a.Unit == b.Unit && (a.Count == 1) == (b.Count == 1) && last.Days != 0 {
			counts := lang.Both(strconv.Itoa(a.Count) + "–" + strconv.Itoa(b.Count))
			return s.sideText(first, s.DistanceText(a.Unit, counts)).In(p.Lang)
		}
	}
	return from + "–" + to
}

// hardDate is a date that must not be missed, of one or more scopes.
type hardDate struct {
	day    date.Date
	name   lang.Text
	scopes []string
	actor  string
	float  int
	tight  bool // the float says how much room there is before it
}

// writeHardDates lists what must not be missed from now on, by date.
func (s *Schedule) writeHardDates(p *page.Page) {
	dates := s.hardDates()
	if len(dates) == 0 {
		return
	}
	heading(p, s.text("timeline/dates-that-bind", nil))
	table := page.Table{Indent: 2, Columns: []page.Column{
		{Head: s.text("timeline/head-by", nil).In(p.Lang)}, {Head: s.text("timeline/head-what", nil).In(p.Lang), Wrap: true},
		{Head: s.text("timeline/head-who", nil).In(p.Lang)}, {Head: s.text("timeline/head-float", nil).In(p.Lang), Right: true},
	}}
	for _, h := range dates {
		name := h.name
		if len(h.scopes) > 0 {
			name = lang.Joined(": ", name, s.listed(bothOf(h.scopes)...))
		}
		row := []string{p.ShortDay(h.day), name.In(p.Lang), s.partyName(h.actor).In(p.Lang)}
		if h.tight {
			row = append(row, p.Integer(h.float))
		}
		table.Rows = append(table.Rows, row)
	}
	p.Table(table)
}

func (s *Schedule) hardDates() []hardDate {
	var dates []hardDate
	add := func(node *drejebog.Node, name lang.Text, h hardDate) {
		scope := s.scopeName(node)
		h.name = name
		at := slices.IndexFunc(dates, func(x hardDate) bool {
			return x.day == h.day && x.name == name && scope != "" && x.float == h.float && x.tight == h.tight
		})
		if at < 0 {
			at = len(dates)
			dates = append(dates, h)
		}
		if scope != "" && !strings.Contains(name.DA, scope) {
			dates[at].scopes = append(dates[at].scopes, scope)
		}
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		switch {
		case !s.IsAhead(t) || s.HardDay(t) == nil:
		case t.DeadlineKind == drejebog.Frist:
			add(&t.Node, t.Step.Name, hardDate{day: *t.Deadline, actor: "kommune", float: s.FloatLeft(t), tight: true})
		default:
			add(&t.Node, t.Step.Name, hardDate{day: t.LateFinish.Date, actor: "kommune"})
		}
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		switch {
		case !m.Date.Known() || m.Milestone.Kind == drejebog.BudgetAdopted || m.Milestone.Kind == drejebog.BudgetYearBegins:
		case s.ReachedOn(m) != nil:
		case m.Deadline != nil && *m.Deadline >= s.SeenFrom():
			add(&m.Node, m.Milestone.Name, hardDate{day: *m.Deadline, actor: m.Milestone.Actor, float: m.TotalFloat, tight: true})
		case isTarget(&m.Node) && m.Date.Date >= s.SeenFrom() && !s.sameDayAsGoLive(m):
			add(&m.Node, m.Milestone.Name, hardDate{day: m.Date.Date, actor: m.Milestone.Actor})
		}
	}
	for i := range s.Notices {
		if k := &s.Notices[i]; k.EndsEarly() && *k.Ends >= s.SeenFrom() {
			dates = append(dates, hardDate{day: *k.Ends, actor: "kmd",
				name: s.text("timeline/ends-before-live", lang.Args{"contract": lang.Both(k.Name)})})
		}
	}
	slices.SortStableFunc(dates, func(a, b hardDate) int { return cmp.Compare(a.day, b.day) })
	return dates
}

// sameDayAsGoLive reports whether a start of implementation is no date of its
// own.
func (s *Schedule) sameDayAsGoLive(m *Milestone) bool {
	live := s.Milestone(goLiveID(m.Project))
	return m.Milestone.Kind == drejebog.Implementation && live != nil && live.Date == m.Date
}

// scopeName is the name of the legacy system or the project that a node is for;
// of several contracts on a system, which.
func (s *Schedule) scopeName(node *drejebog.Node) string {
	if name := s.Plan.InstanceName(node); name != "" {
		return name
	}
	if system := s.Book.System(node.System); system != nil {
		return system.Name
	}
	return s.projectName(node.Project)
}

// writeBroken lists the errors and warnings, and sums up the notes.
func (s *Schedule) writeBroken(p *page.Page) {
	var lines []string
	notes, silent := 0, 0
	for _, severity := range []drejebog.Severity{drejebog.Fault, drejebog.Warning} {
		for i := range s.Findings {
			if f := &s.Findings[i]; f.Severity == severity {
				lines = append(lines, f.Text.In(p.Lang)+" "+f.Remedy.In(p.Lang))
			}
		}
	}
	for i := range s.Findings {
		switch f := &s.Findings[i]; {
		case f.Code == "DB-103":
			silent++
		case f.Severity == drejebog.Notice:
			notes++
		}
	}
	if silent > 0 {
		lines = append(lines, s.text("timeline/silent-on", lang.Args{"n": lang.Whole(silent)}).In(p.Lang))
	}
	if len(lines) == 0 {
		return
	}
	heading(p, s.text("timeline/needs-action", nil))
	for _, line := range lines {
		p.Paragraph("  - ", line)
	}
	if notes > 0 {
		p.Paragraph("  ", s.text("timeline/besides-notes", lang.Args{"n": lang.Whole(notes)}).In(p.Lang))
	}
}

func (s *Schedule) writeCriticalPath(p *page.Page) {
	if len(s.CriticalPath) == 0 {
		return
	}
	heading(p, s.text("timeline/critical-path", nil))
	p.Paragraph("  ", s.text("timeline/least-float", lang.Args{"days": s.workdayCount(s.PathFloat)}).In(p.Lang))
	table := page.Table{Indent: 2, Columns: []page.Column{{}, {Wrap: true}}}
	for _, id := range s.CriticalPath {
		if t := s.Task(id); t != nil {
			table.Rows = append(table.Rows, []string{s.roughSpan(p, t.Start, t.Finish), s.Label(&t.Node).In(p.Lang)})
		} else if m := s.Milestone(id); m != nil {
			table.Rows = append(table.Rows, []string{s.roughWhen(p, m.Date), s.Label(&m.Node).In(p.Lang)})
		}
	}
	p.Table(table)
}

func (s *Schedule) writeYears(p *page.Page) {
	heading(p, s.text("common/budget-years", nil))
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Head: s.text("timeline/head-tasks", nil).In(p.Lang), Right: true}, {Head: s.text("timeline/head-working-days", nil).In(p.Lang), Right: true},
		{Head: s.text("timeline/head-known-too-late", nil).In(p.Lang), Right: true},
	}}
	years := s.BudgetYears()
	for i := range years {
		y := &years[i]
		name := s.text("timeline/no-year", nil).In(p.Lang)
		if y.Year != Undated {
			name = strconv.Itoa(y.Year)
		}
		table.Rows = append(table.Rows, []string{name, p.Integer(len(y.Tasks)), p.Integer(y.Workdays), s.knownTooLate(p, y)})
	}
	p.Table(table)
}

// knownTooLate counts what was known too late for a year's budget; of a year
// whose budget was adopted before the playbook came out there is nothing to
// count.
func (s *Schedule) knownTooLate(p *page.Page, y *BudgetYear) string {
	if y.Process == nil || y.Process.Adoption.Day() < s.Book.Editions[0].Date {
		return "–"
	}
	return p.Integer(len(y.KnownTooLate()))
}
