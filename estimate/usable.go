package estimate

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/estimate/internal/vocabulary"
)

// usable holds a line against the playbook. A line that cannot be used gives
// a finding and no money, so that no part of an estimate is wrong in silence.
func (c *computation) usable(line *Line) bool {
	before := len(c.Findings)
	if line.Measures() != 1 {
		c.found("DB-408", line, nil)
		return false
	}
	if !line.IsBounded() {
		c.found("DB-410", line, lang.Args{"most": lang.Plain(contribution.MostDays)})
		return false
	}
	if line.Kind.String() == "" || line.NotEstimable == nil && (line.Kind == External) != (line.Kroner != nil) {
		c.found("DB-409", line, nil)
	}
	if !line.IsRising() {
		low, likely, high := figureTexts(line)
		c.found("DB-405", line, lang.Args{"low": low, "likely": likely, "high": high})
	}
	if line.At() == "" || line.Step != "" && line.Milestone != "" && line.Days == 0 {
		c.found("DB-423", line, lang.Args{"most": lang.Plain(contribution.MostDays)})
	}
	if line.Milestone != "" {
		c.word(line, line.Milestone, &c.words.Milestones)
	}
	if line.Step != "" {
		c.word(line, line.Step, &c.words.Steps)
	}
	if line.Role != "" || line.NotEstimable == nil {
		c.word(line, line.Role, &c.words.Roles)
	}
	if line.Per != "" {
		c.word(line, line.Per, &c.words.Drivers)
	}
	for _, project := range line.Projects {
		c.word(line, project, &c.words.Projects)
	}
	if len(c.Findings) == before {
		c.inScope(line)
	}
	if line.NotEstimable != nil {
		c.word(line, line.NotEstimable.Owes, &c.words.Parties)
	}
	return len(c.Findings) == before
}

// inScope notes the projects of a line that its step or milestone is not for.
func (c *computation) inScope(line *Line) {
	if len(line.Projects) == 0 {
		return
	}
	at := c.words.ScopeOf(line.Step, line.Milestone)
	task := lang.Both(line.At())
	for _, project := range line.Projects {
		if at.Holds(project) {
			continue
		}
		where := c.text("estimate/only-for", lang.Args{"task": task, "projects": lang.Both(c.book.ScopeNames(at.Projects))})
		if len(at.Projects) == 0 {
			where = c.text("estimate/one-for-all", lang.Args{"task": task})
		}
		c.found("DB-422", line, lang.Args{"project": lang.Both(c.book.ScopeName(project)), "task": task, "where": where})
	}
}

// word notes a word that the playbook does not have, with the nearest.
func (c *computation) word(line *Line, word string, known *vocabulary.Words) {
	if known.Has(word) {
		return
	}
	c.found("DB-404", line, lang.Args{"word": lang.Both(word), "suggest": c.book.Suggestion(word, known.All())})
}

// raise notes a finding at what is told of it, on which the kommune has to act where nobody
// else is named.
func (c *computation) raise(code string, at drejebog.Finding, args lang.Args) {
	f := c.book.Finding(code, args)
	f.Subject, f.Project, f.Section, f.Place, f.Actor = at.Subject, at.Project, at.Section, at.Place, cmp.Or(at.Actor, "kommune")
	c.Findings = append(c.Findings, f)
}

// found notes a finding about a line.
func (c *computation) found(code string, line *Line, args lang.Args) {
	if args == nil {
		args = lang.Args{}
	}
	args["id"] = lang.Both(line.Key())
	c.raise(code, drejebog.Finding{Subject: line.ID(), Section: c.book.SectionOf(cmp.Or(line.Step, line.Milestone)), Place: line.Place()}, args)
}

// notes raises what is worth knowing of the whole: the years that money falls
// in without a contribution, the contributions that were promised and have not
// come, and what somebody else could give a figure for.
func (c *computation) notes() {
	c.tellUnsourced()
	c.idleDecisions()
	for i := range c.Years {
		y := &c.Years[i]
		if y.Year == Undated || y.Contributed || y.Likely.IsZero() {
			continue
		}
		c.raise("DB-401", drejebog.Finding{Subject: "budget/" + digits(y.Year), Section: c.book.Landmarks.Budget}, lang.Args{"year": lang.Plain(y.Year), "amount": y.Likely.ToThousands()})
	}
	for i := range c.Awaited {
		c.awaited(&c.Awaited[i])
	}
	for i := range c.NotEstimable {
		n := &c.NotEstimable[i]
		if n.Owes == "" {
			continue // an option is nobody's debt
		}
		what := n.What
		if n.Project != "" {
			what = lang.Joined(" ", what, lang.Bracketed(lang.Both(c.book.ScopeName(n.Project))))
		}
		c.raise("DB-403", drejebog.Finding{Subject: n.Task, Project: n.Project, Actor: n.Owes, Section: c.book.SectionOf(n.Task)},
			lang.Args{"task": what, "reason": n.Reason, "actor": c.book.PartyShortName(n.Owes).Lower()})
	}
}

// awaited notes a contribution that was promised: that it has not come, or that
// by the plan it has, and waits to be read in.
func (c *computation) awaited(a *Contribution) {
	code, args := "DB-402", lang.Args{
		"project": lang.Both(c.book.ScopeNames(a.Projects)), "year": lang.Plain(a.BudgetYear),
		"deadline": a.Awaited.When.Written(), "actor": c.book.PartyName(a.By),
		"id": lang.Both(a.Awaited.Deliverable),
	}
	actor := a.By
	if came := c.Came(a); came != nil {
		code, args["date"], actor = "DB-419", lang.Day(*came), "kommune"
	}
	f := c.book.Finding(code, args)
	f.Subject, f.Actor, f.Section = a.ID, actor, a.Section
	if len(a.Projects) == 1 {
		f.Project = a.Projects[0]
	}
	c.Findings = append(c.Findings, f)
}

func figureTexts(line *Line) (low, likely, high lang.Text) {
	if h := line.Hours; h != nil {
		return lang.Both(h.Low.String()), lang.Both(h.Likely.String()), lang.Both(h.High.String())
	}
	k := line.Kroner
	return lang.Both(k.Low.String()), lang.Both(k.Likely.String()), lang.Both(k.High.String())
}
