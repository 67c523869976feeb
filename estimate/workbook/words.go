package workbook

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
)

// word is a word that cells hold and formulas look for, with what it means.
type word struct{ name, meaning lang.Text }

var kindWords = map[estimate.Kind]word{
	estimate.Own: {
		lang.Text{DA: "Egne timer", EN: "Own hours"},
		lang.Text{
			DA: "Timer, som kommunens egne folk bruger, og som allerede lønnes. Værdien er til oplysning og kræver ingen bevilling.",
			EN: "Hours of the kommune's own people, who are paid already. Their value is information and needs no appropriation.",
		},
	},
	estimate.Backfill: {
		lang.Text{DA: "Frikøb", EN: "Backfill"},
		lang.Text{
			DA: "Egne folks timer, hvor en vikar passer deres arbejde så længe. Vikaren er nye penge.",
			EN: "Hours of own people whose ordinary work a stand-in does. The stand-in is new money.",
		},
	},
	estimate.External: {
		lang.Text{DA: "Indkøb", EN: "Purchase"},
		lang.Text{DA: "Købes ude: licenser, konsulenter, leverandører. Nye penge.", EN: "Bought: licences, consultants, suppliers. New money."},
	},
}

// decisionWords in the order of the drop-down list.
var decisionWords = []struct {
	state plan.DecisionState
	word
}{
	{plan.Undecided, word{
		lang.Text{DA: "Ikke besluttet", EN: "Not decided"},
		lang.Text{DA: "Der er ikke taget stilling til posten.", EN: "Nobody has decided on the item."},
	}},
	{plan.SetAside, word{
		lang.Text{DA: "Afsat", EN: "Set aside"},
		lang.Text{DA: "Pengene er afsat i budgettet.", EN: "The money is set aside in the budget."},
	}},
	{plan.WithinFrame, word{
		lang.Text{DA: "Inden for rammen", EN: "Within the frame"},
		lang.Text{DA: "Området finder pengene eller timerne i det, det har.", EN: "The department finds the money or the hours in what it has."},
	}},
}

// certaintyWords from the weakest to the strongest.
var certaintyWords = []struct {
	certainty drejebog.Certainty
	word
}{
	{drejebog.Assumed, word{
		lang.Text{DA: "Antaget", EN: "Assumed"},
		lang.Text{DA: "Vores eget tal, med begrundelsen ved siden af.", EN: "A figure of ours, with the reasoning beside it."},
	}},
	{drejebog.Implied, word{
		lang.Text{DA: "Følger af kilden", EN: "Implied"},
		lang.Text{DA: "Står ikke direkte i kilden, men følger af den.", EN: "Does not stand in the source, but follows from it."},
	}},
	{drejebog.Stated, word{
		lang.Text{DA: "Oplyst", EN: "Stated"},
		lang.Text{DA: "Står i kilden eller er kommunens eget tal.", EN: "Stands in the source or is the kommune's own figure."},
	}},
}

func (m *model) kind(k estimate.Kind) string { return kindWords[k].name.In(m.language) }

func (m *model) certainty(c drejebog.Certainty) string {
	for _, w := range certaintyWords {
		if w.certainty == c {
			return w.name.In(m.language)
		}
	}
	return ""
}

// decision is the word for a state; what nobody has decided is not decided.
func (m *model) decision(s plan.DecisionState) string {
	for _, w := range decisionWords {
		if w.state == s {
			return w.name.In(m.language)
		}
	}
	return decisionWords[0].name.In(m.language)
}

// projectName is the name of a project, and what stands for the kommune as
// such.
func (m *model) projectName(id string) string {
	if id == "" {
		return m.say("Kommunen som helhed", "The kommune as such")
	}
	if p := m.sched.Book.Project(id); p != nil {
		return p.Name
	}
	return id
}

func (m *model) roleName(id string) string {
	if r := m.sched.Book.Role(id); r != nil {
		return r.Name.In(m.language)
	}
	return id
}

func (m *model) partyName(id string) string {
	if p := m.sched.Book.Party(id); p != nil {
		return p.Name.In(m.language)
	}
	return id
}

// taskName is what a task or milestone is called.
func (m *model) taskName(id string) string {
	if t := m.sched.Task(id); t != nil {
		return m.sched.Label(&t.Node).In(m.language)
	}
	if p := m.sched.Milestone(id); p != nil {
		return m.sched.Label(&p.Node).In(m.language)
	}
	return id
}

func (m *model) contributionName(id string) string {
	for _, list := range [][]estimate.Contribution{m.est.Contributions, m.est.Awaited} {
		for i := range list {
			if list[i].ID == id {
				return list[i].Name.In(m.language)
			}
		}
	}
	return id
}

// sourceText says in words where an amount comes from.
func (m *model) sourceText(source string) string {
	parts := strings.Split(source, "; ")
	for i, part := range parts {
		head, rest, _ := strings.Cut(part, ":")
		switch line, err := strconv.Atoi(rest); {
		case head == "plan" && err == nil:
			parts[i] = m.say("kommunens plan, linje ", "the kommune's plan, line ") + digits(line)
		case head == "plan":
			parts[i] = m.say("kommunens plan", "the kommune's plan")
		default:
			parts[i] = m.contributionName(head) + strings.TrimPrefix(part, head)
		}
	}
	return strings.Join(parts, "; ")
}

// yearName heads the column of a budget year.
func (m *model) yearName(year int) any {
	if year == estimate.Undated {
		return m.say("uden dato", "undated")
	}
	return year
}

func (m *model) dayText(d date.Date) string { return lang.DayText(d).In(m.language) }

// count writes a whole number with the language's separators.
func (m *model) count(n int) string { return lang.Whole(n).In(m.language) }

func digits(n int) string { return strconv.Itoa(n) }
