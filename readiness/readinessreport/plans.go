package readinessreport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness/status"
)

// Findings is the name of the main table of Plans: every finding, one a row.
const Findings = "findings"

// Plans tells of each plan how it stands, and what the kommune and others must do, the
// worst first, findings of one cause as one. Plans without a book are an empty document.
func Plans(p *status.Plans) *document.Document {
	if p == nil || p.Book == nil {
		return &document.Document{}
	}
	r := newReport(p.Book, nil)
	r.Title = r.say("plancheck/title", nil)
	for i := range p.Plans {
		r.plan(&p.Plans[i])
	}
	r.Attached = []*table.Sheet{r.allFindings(p.Plans)}
	return r.Document
}

func (r report) plan(c *status.Checked) {
	told := r.book.Grouped(c.Findings)
	file, stands := lang.Both(c.File), r.counted(told)
	if c.Computed() {
		r.Section(lang.Both(c.Kommune))
		r.Tell(lang.Joined(": ", file, stands))
	} else {
		r.Section(file)
		r.Tell(lang.Joined(" ", stands, r.say("plancheck/unreadable", nil)))
	}
	for _, party := range r.partiesOf(told) {
		r.heading(2, party.heading)
		var list document.List
		for i := range told {
			f := &told[i]
			if !party.of(f) {
				continue
			}
			text, who := r.book.Told(*f), r.book.PartyShortName(f.Actor)
			if party.several && !strings.Contains(text.DA, who.DA) {
				text = lang.Joined(": ", who, text)
			}
			list.Items = append(list.Items, document.Item{Mark: lang.Joined(" ", r.severity(f.Severity), lang.Both(f.Code)), Text: text})
		}
		r.Add(list)
	}
}

func (r report) severity(s drejebog.Severity) lang.Text {
	return r.book.Words.Key("plancheck-severity", s.String(), nil)
}

// counted counts the findings, the worst first: "2 fejl, 1 advarsel."
func (r report) counted(findings []drejebog.Finding) lang.Text {
	counts := map[drejebog.Severity]int{}
	for i := range findings {
		counts[findings[i].Severity]++
	}
	var parts []lang.Text
	if n := counts[drejebog.SeverityError]; n > 0 {
		parts = append(parts, r.say("common/errors", lang.Args{"n": lang.Whole(n)}))
	}
	if n := counts[drejebog.SeverityWarning]; n > 0 {
		parts = append(parts, r.say("common/warnings", lang.Args{"n": lang.Whole(n)}))
	}
	if n := counts[drejebog.SeverityNote]; n > 0 {
		parts = append(parts, r.say("common/notes", lang.Args{"n": lang.Whole(n)}))
	}
	if len(parts) == 0 {
		return r.say("plancheck/nothing", nil)
	}
	return lang.Joined(", ", parts...).Ended()
}

// party is who must act by some of the findings: the kommune, or everybody else.
type party struct {
	heading lang.Text
	of      func(*drejebog.Finding) bool
	several bool // each of its findings says who
	worst   drejebog.Severity
}

// partiesOf are the kommune and the others, whom the worst concerns first, and else the
// kommune; without those who need not act.
func (r report) partiesOf(findings []drejebog.Finding) []party {
	own := r.book.Parties[0].ID
	var others []string
	for i := range findings {
		if actor := findings[i].Actor; actor != own && !slices.Contains(others, actor) {
			others = append(others, actor)
		}
	}
	parties := []party{
		{heading: r.say("plancheck/acts", lang.Args{"who": r.book.Party(own).Name}), of: func(f *drejebog.Finding) bool { return f.Actor == own }},
		{heading: r.say("plancheck/others-act", nil), of: func(f *drejebog.Finding) bool { return f.Actor != own }, several: true},
	}
	if len(others) == 1 && others[0] != "" {
		parties[1].heading, parties[1].several = r.say("plancheck/acts", lang.Args{"who": r.book.Party(others[0]).Name}), false
	}
	for i := range parties {
		for j := range findings {
			if parties[i].of(&findings[j]) {
				parties[i].worst = max(parties[i].worst, findings[j].Severity)
			}
		}
	}
	parties = slices.DeleteFunc(parties, func(p party) bool { return p.worst == 0 })
	slices.SortStableFunc(parties, func(a, b party) int { return cmp.Compare(b.worst, a.worst) })
	return parties
}

func (r report) allFindings(plans []status.Checked) *table.Sheet {
	t := &table.Sheet{Name: Findings, Title: r.say("plancheck/findings", nil), Columns: []table.Column{
		table.Head("file", r.say("plancheck/column-file", nil)), table.Head("kommune", r.say("readiness-page/column-kommune", nil)),
		table.Head("severity", r.say("plancheck/column-severity", nil)), table.Head("code", r.say("readiness-page/column-code", nil)),
		table.Head("acts", r.say("plancheck/column-acts", nil)), table.Head("id", r.say("readiness-page/column-id", nil)),
		table.Head("says", r.say("plancheck/column-says", nil)), table.Head("remedy", r.say("plancheck/column-remedy", nil)),
		table.Head("date", r.say("readiness-page/column-date", nil)), table.Head("section", r.say("plancheck/column-section", nil)),
		table.Figures("line", r.say("plancheck/column-line", nil)), table.Figures("column", r.say("plancheck/column-column", nil)),
	}}
	for i := range plans {
		c := &plans[i]
		for j := range c.Findings {
			f := &c.Findings[j]
			var line, column *int
			if f.Place.Line > 0 {
				line, column = &f.Place.Line, &f.Place.Column
			}
			t.Append(
				table.Text(c.File), table.Text(c.Kommune), table.Of(r.severity(f.Severity)), table.Text(f.Code), table.Of(r.book.PartyShortName(f.Actor)),
				table.Text(f.Subject), table.Of(f.Text), table.Of(f.Remedy), table.DayOrNone(f.Date), table.Text(f.Section), table.WholeOrNone(line), table.WholeOrNone(column),
			)
		}
	}
	return t
}
