package readinessreport

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
)

// Everything is the name of an assessment's main table: gates, requirements or what
// can be prepared, and topics, one a row.
const Everything = "everything"

// Assessment tells what a steering group reads: where each system stands, what
// speaks against it, what is missing and who must act by when, and what falls due
// in the next readiness.RemindDays days. What stands on the page is for a meeting;
// the tables and the JSON have it all. An assessment that readiness.Assess did not
// make is an empty document.
func Assessment(a *readiness.Assessment) *document.Document {
	if a == nil || a.Schedule == nil || a.Schedule.Book == nil || a.Schedule.Plan == nil {
		return &document.Document{}
	}
	r := assessment{newReport(a.Schedule.Book, a.Schedule.Plan), a}
	r.head()
	r.overview()
	for i := range a.Projects {
		r.project(&a.Projects[i])
	}
	r.prepared()
	r.kommune()
	r.reminders()
	r.findings()
	r.Attached = []*table.Sheet{r.everything()}
	return r.Document
}

// assessment is its document on its way.
type assessment struct {
	report
	a *readiness.Assessment
}

func (r assessment) head() {
	r.Title, r.Subject = r.say("readiness-page/title", nil), lang.Both(r.a.Kommune.FullName())
	if r.a.Local {
		r.Tell(r.say("readiness-page/head", lang.Args{"day": lang.Day(r.a.On)}))
	} else {
		r.Tell(r.say("readiness-page/head-silent", lang.Args{"day": lang.Day(r.a.On)}))
	}
}

// overview is one line a system.
func (r assessment) overview() {
	r.Section(r.say("readiness-page/overview", nil))
	t := &table.Sheet{Name: "overview", Columns: []table.Column{
		table.Head("system", r.say("readiness-page/column-system", nil)), table.Head("conclusion", r.say("readiness-page/column-conclusion", nil)),
		table.Head("time", r.say("readiness-page/column-time", nil)), table.Head("money", r.say("readiness-page/column-money", nil)),
		table.Head("quality", r.say("readiness-page/column-quality", nil)), table.Figures("confirmed", r.say("readiness-page/column-confirmed", nil)),
		table.Head("implementation", r.say("readiness-page/column-implementation", nil)), table.Head("goLive", r.say("readiness-page/column-go-live", nil)),
	}}
	for i := range r.a.Projects {
		p := &r.a.Projects[i]
		t.Append(
			table.Text(p.Name), table.Of(r.verdict(p.Recommendation)), table.Of(r.light(p.Time.Light)), table.Of(r.light(p.Money.Light)),
			table.Of(r.light(p.Quality.Light)), table.Of(r.score(&p.Score)), r.whenOf(p.Implementation), r.whenOf(p.GoLive),
		)
	}
	r.table(t)
}

// score is how many requirements are confirmed: "12 af 14 (85 %)".
func (r report) score(s *readiness.Score) lang.Text {
	if !s.Known {
		return lang.Dash()
	}
	return r.say("readiness-page/score", lang.Args{"some": lang.Whole(s.Confirmed), "all": lang.Whole(s.Applies), "percent": lang.Whole(s.Percent)})
}

// kommune is what concerns all systems.
func (r assessment) kommune() {
	if len(r.a.Criteria) == 0 {
		return
	}
	r.Section(r.say("common/whole-kommune", nil))
	r.matters("kommune", r.a.Criteria)
	for i := range r.a.Facts {
		if fact := &r.a.Facts[i]; fact.Published != nil {
			r.Tell(r.say("readiness-page/later-fact", lang.Args{"day": lang.Day(*fact.Published), "what": fact.What}))
		}
	}
}

// matters lists what decides beside the requirements, the most urgent first; what the plan is silent
// on stands together in one sentence.
func (r assessment) matters(name string, matters []readiness.Criterion) {
	t := &table.Sheet{Name: name, Columns: make([]table.Column, 3)}
	var silent []lang.Text
	matters = slices.Clone(matters)
	slices.SortStableFunc(matters, func(a, b readiness.Criterion) int { return cmp.Compare(b.Light, a.Light) })
	for i := range matters {
		m := &matters[i]
		switch {
		case m.Light != readiness.Grey || m.Task == "":
			t.Append(table.Of(m.Topic.Name), table.Of(r.light(m.Light)), table.Of(m.Says))
		case m.By != nil:
			silent = append(silent, r.say("readiness-page/topic-by", lang.Args{"topic": m.Topic.Name.Lower(), "day": lang.ShortDay(*m.By)}))
		default:
			silent = append(silent, m.Topic.Name.Lower())
		}
	}
	r.table(t)
	if len(silent) > 0 {
		r.Tell(r.say("readiness-page/silent-on", lang.Args{"topics": lang.Joined(", ", silent...)}))
	}
}

func (r assessment) reminders() {
	due := r.a.Reminders(readiness.RemindDays)
	if len(due) == 0 {
		return
	}
	r.Section(r.say("readiness-page/reminders", lang.Args{"n": lang.Whole(readiness.RemindDays)}))
	t := &table.Sheet{Name: "reminders", Columns: make([]table.Column, 3)}
	for i := range due {
		m := &due[i]
		var who lang.Text
		if i == 0 || due[i-1].Role != m.Role || !slices.Equal(due[i-1].People, m.People) {
			who = r.role(m.Role, m.People)
		}
		t.Append(table.Of(who), table.Of(lang.ShortDay(m.Due)), table.Of(m.What))
	}
	r.table(t)
}

// role is a role with the people who have it.
func (r assessment) role(role string, people []string) lang.Text {
	var names []lang.Text
	for _, id := range people {
		names = append(names, r.who(id))
	}
	known := r.book.Role(role)
	if known == nil {
		return lang.Joined(", ", names...)
	}
	return lang.Joined(" ", known.Name, lang.Bracketed(lang.Joined(", ", names...)))
}

// findings lists what does not hold in the answers.
func (r assessment) findings() {
	if len(r.a.Findings) == 0 {
		return
	}
	r.Section(r.say("readiness-page/findings", nil))
	var list document.List
	findings := r.book.Grouped(r.a.Findings)
	for i := range findings {
		f := &findings[i]
		list.Items = append(list.Items, document.Item{Mark: lang.Both(f.Code), Text: r.findingText(f)})
	}
	r.Add(list)
}
