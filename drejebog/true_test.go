package drejebog_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatTheTextDoesNotSayIsNotStated(t *testing.T) {
	b := book(t)
	for _, edge := range []string{
		"ext/boelge > impl", "ext/overtagelsesproeve > impl", "ext/ud-af-kmd-sag > 4.3/procesdiagram",
		"4.13/modtager-opsaetning > 5.5/flyt-sager", "4.13/modtager-uddannelse > 5.5/flyt-sager", "4.13/modtager-uddannelse > 5.5/flyt-brugere",
		"4.4/beslut-2014 > budget/2014", "4.4/beslut-2015 > budget/2015", "4.4/tilpas-2014 > 4.4/tilpas-2015", "ext/bidrag-2015 > 4.4/tilpas-2015",
		"5.1/tilpasning > 4.8/bekraeftelse", "ext/kitos > 4.12/opstart", "ext/exit-guide > 4.13/strategi", "ext/overgangsliste-samlet > 5.2/overgangsplan",
		"ext/overgangsliste-egen > 5.2/overgang", "ext/testbeskrivelse > 5.3/forberedelse", "4.15/kontaktperson > 4.15/netvaerk",
	} {
		i := slices.IndexFunc(b.Dependencies, func(d drejebog.Dependency) bool { return d.From+" > "+d.To == edge })
		require.GreaterOrEqual(t, i, 0, edge)
		assert.Equal(t, drejebog.Implied, b.Dependencies[i].Certainty, edge)
	}
	nodes, _ := b.Network()
	for _, id := range []string{
		"5.2/overgang@ky", "4.6/succeskriterier@ky", "4.15/netvaerk@stoettesystemerne", "6.6/kontraktoverblik@sapa", "6.6/snitfladeoverblik@sapa",
	} {
		assert.Equal(t, drejebog.Implied, node(t, nodes, id).Step.Certainty, id)
	}
	for _, id := range []string{
		"budget/2014", "budget/2015", "ext/oekonomiaftale-2014", "ext/arbejdsgrupper@stoettesystemerne", "ext/stoettesystem-netvaerk@stoettesystemerne",
		"ext/overgangsliste-samlet@ky", "ext/overgangsliste-egen@ky", "ext/testroller@ky", "ext/udvikling@ky", "ext/opsigelsesbesked@kmd-sag",
		"ext/beslutningsstoette@kmd-sag",
	} {
		assert.Equal(t, drejebog.Implied, node(t, nodes, id).Milestone.Certainty, id)
	}
	for _, id := range []string{"ext/organisationsguide", "ext/kravliste@ky", "ext/udbudskrav-serviceplatformen@serviceplatformen"} {
		assert.Equal(t, drejebog.Implied, node(t, nodes, id).Milestone.Delivered.Certainty, id)
	}
	for _, id := range []string{"impl@ky", "impl@stoettesystemerne"} {
		assert.Equal(t, "kommune", node(t, nodes, id).Milestone.Actor, "the text has the kommune implement")
	}
}

// What rests on ours is no surer than that: a distance that no text gives, a start of a
// step that is our division, a reading that a note tells of.
func TestWhatRestsOnOursIsNotStated(t *testing.T) {
	b := book(t)
	for i := range b.Dependencies {
		if d := &b.Dependencies[i]; d.Span != nil {
			assert.Equal(t, d.Span.Certainty, d.Certainty, "%s > %s", d.From, d.To)
		}
	}
	starts := 0
	for i := range b.Activities {
		a := &b.Activities[i]
		for j := range a.Steps {
			for k := range a.Steps[j].Targets {
				starts++
				assert.LessOrEqual(t, a.Steps[j].Targets[k].Certainty, a.Steps[j].Certainty, a.StepID(&a.Steps[j]))
			}
		}
	}
	assert.Greater(t, starts, 40)
	for i := range b.Notes {
		for _, ours := range []string{"Vi ", "vi regner", "vores"} {
			if strings.Contains(b.Notes[i].Text.DA, ours) {
				assert.NotEqual(t, drejebog.Stated, b.Notes[i].Certainty, b.Notes[i].ID)
			}
		}
	}
}

func TestADateIsAsSureAsTheWeakestOfWhatItIsCountedFrom(t *testing.T) {
	b := book(t)
	nodes, _ := b.Network()
	for id, want := range map[string]struct {
		day       string
		certainty drejebog.Certainty
	}{
		"golive@ky":                           {"2016-01-01", drejebog.Implied},
		"impl@ky":                             {"2016-01-01", drejebog.Assumed},
		"4.8/bekraeftet@ky":                   {"2015-10-01", drejebog.Assumed},
		"ext/parathedskrav@ky":                {"2015-07-01", drejebog.Assumed},
		"impl@stoettesystemerne":              {"2015-12-21", drejebog.Stated},
		"4.8/bekraeftet@stoettesystemerne":    {"2015-09-21", drejebog.Stated},
		"ext/parathedskrav@stoettesystemerne": {"2015-06-21", drejebog.Stated},
		"end@kmd-aktiv":                       {"2016-01-01", drejebog.Assumed},
		"end@kmd-sag":                         {"2016-04-01", drejebog.Assumed},
		"budget/2015":                         {"2014-10-15", drejebog.Stated},
	} {
		days, certainty, ok := b.CertainDatesOf(node(t, nodes, id), nil)
		require.True(t, ok, id)
		assert.Equal(t, want.day, days.Last.String(), id)
		assert.Equal(t, want.certainty, certainty, id)
	}
	given := map[string]date.Date{"golive@ky": onDay("2016-03-01")}
	_, certainty, _ := b.CertainDatesOf(node(t, nodes, "end@kmd-aktiv"), given)
	assert.Equal(t, drejebog.Assumed, certainty, "the distance is still ours")
	_, certainty, _ = b.CertainDatesOf(node(t, nodes, "golive@ky"), given)
	assert.Equal(t, drejebog.Stated, certainty, "the kommune's own date")
}

func TestAStatedImplementationMovesWithAGivenGoLive(t *testing.T) {
	b := book(t)
	nodes, _ := b.Network()
	n := node(t, nodes, "impl@stoettesystemerne")
	assert.False(t, b.IsCounted(n, nil))
	days, ok := b.DatesOf(n, map[string]date.Date{"golive@stoettesystemerne": onDay("2016-06-30")})
	require.True(t, ok)
	assert.Equal(t, "2016-06-20", days.First.String())
	days, _ = b.DatesOf(n, map[string]date.Date{"golive@stoettesystemerne": onDay("2016-06-30"), n.ID: onDay("2016-05-02")})
	assert.Equal(t, "2016-05-02", days.First.String())
}

func TestAnEditionTellsOfThePartiesWhatItKnew(t *testing.T) {
	for _, e := range book(t).Editions {
		b := at(t, e.Number)
		for _, a := range b.Activities {
			texts := a.Actors.Kommune.EN + " " + a.Actors.KOMBIT.EN + " " + a.Actors.Supplier.EN
			for word, since := range map[string]string{
				"business case": "2.0", "contribution": "4.0", "process diagram": "4.0", "look-ups": "3.0", "joint picture": "4.0", "memo": "4.0", "advice and rough": "3.0",
			} {
				if strings.Contains(texts, word) {
					assert.GreaterOrEqual(t, e.Number, since, "%s in %s: %s", a.ID, e.Number, word)
				}
			}
			assert.Empty(t, a.Actors.Later)
		}
		known := append([]string{"1", "2", "3", "4", "5", "6", "7"}, append(activityIDs(b), caseIDs(b)...)...)
		for _, d := range b.Documents {
			assert.Subset(t, known, d.Sections, "%s in %s", d.ID, e.Number)
		}
		for _, k := range b.Contacts {
			assert.Subset(t, known, k.Sections, "%s in %s", k.ID, e.Number)
		}
	}
	assert.Contains(t, at(t, "4.1").Activity("4.4").Actors.KOMBIT.DA, "business cases")
	assert.NotContains(t, at(t, "4.0").Activity("4.4").Actors.KOMBIT.DA, "business cases")
	assert.NotContains(t, at(t, "1.0").Activity("4.4").Actors.KOMBIT.DA, "bidrag")
}

func TestAnEditionKnowsThePromiseOfItsDay(t *testing.T) {
	for _, row := range []struct{ id, edition, want string }{
		{"ext/databehandler-info@ky", "1.0", "andet halvår 2013"},
		{"ext/databehandler-info@ky", "3.0", "andet halvår 2013"},
		{"ext/databehandler-info@ky", "4.0", "inden sommerferien 2014"},
		{"golive@serviceplatformen", "1.0", "ultimo 2013"},
		{"golive@serviceplatformen", "2.0", "ultimo 2013"},
		{"golive@serviceplatformen", "2.1", "1. januar 2014"},
		{"impl@stoettesystemerne", "4.0", "ultimo 2015"},
	} {
		nodes, _ := at(t, row.edition).Network()
		promised := node(t, nodes, row.id).Milestone.Promised
		require.NotNil(t, promised, "%s in %s", row.id, row.edition)
		assert.Equal(t, row.want, promised.When.Text, "%s in %s", row.id, row.edition)
	}
	nodes, _ := book(t).Network()
	assert.Equal(t, "andet halvår 2013", node(t, nodes, "ext/databehandler-info@ky").Milestone.Earlier[0].When.Text)
	nodes, _ = at(t, "3.0").Network()
	assert.Nil(t, node(t, nodes, "impl@stoettesystemerne").Milestone.Promised, "4.15 came with 4.0")
}

func TestAStepOfOursIsNotRequiredBecauseItsSectionIs(t *testing.T) {
	b := book(t)
	for i := range b.Activities {
		a := &b.Activities[i]
		for j := range a.Steps {
			s := &a.Steps[j]
			if duty := s.Certainty.Weaker(a.WindowOf(s).Duty); duty != drejebog.Stated && s.Obligation == 0 {
				assert.NotEqual(t, drejebog.Required, a.ObligationOf(s), a.StepID(s))
			}
		}
	}
	for id, want := range map[string]drejebog.Obligation{
		"4.13/modtager-anskaffelse@sapa": 0, "4.13/strategi@sapa": drejebog.Required, "5.2/overgang@ky": drejebog.Required,
		"4.4/beslut-2014": drejebog.Required, "4.8/testbemanding@ky": 0, "5.1/tilpasning@ky": drejebog.Required,
		"4.10/superbrugere@ky": 0, "4.10/slutbrugere@sapa": 0, // that training has to be done follows from 4.8
	} {
		nodes, _ := b.Network()
		n := node(t, nodes, id)
		assert.Equal(t, want, n.Activity.ObligationOf(n.Step), id)
	}
}

func TestEachSectionThatNamesSomebodyToAskHasARoleOfTheirs(t *testing.T) {
	asked := map[string]string{}
	for _, k := range book(t).Contacts {
		for _, section := range k.Sections {
			if k.Party != "" {
				asked[section] += k.Party + " "
			}
		}
	}
	for _, section := range []string{"4.1", "4.2", "4.3", "4.11", "4.13", "4.14", "4.15", "5.5", "6.6"} {
		assert.Contains(t, asked[section], "kombit", section)
	}
	assert.Contains(t, asked["7.2.1"], "roskilde")
	for _, section := range []string{"7.1.5", "7.1.6", "7.1.7", "7.1.8", "7.1.9"} {
		assert.Contains(t, asked[section], "anden-kommune", section)
	}
}

func TestWhatAnotherKommuneHasMadeIsNotTheKommunesOwn(t *testing.T) {
	for _, d := range book(t).Documents {
		assert.NotEqual(t, "kommune", d.By, d.ID)
	}
}

func TestACaseHasTheKommunerOfItsDay(t *testing.T) {
	for edition, want := range map[string]string{"2.0": "0810 0813 0860", "2.1": "0810 0813 0860", "3.0": "0810 0813 0825 0849 0860", "4.1": "0810 0813 0825 0849 0860"} {
		cases := at(t, edition).Cases
		i := slices.IndexFunc(cases, func(c drejebog.Case) bool { return c.ID == "7.1.6" })
		require.GreaterOrEqual(t, i, 0, edition)
		assert.Equal(t, strings.Fields(want), cases[i].Kommuner, edition)
	}
}

func TestNoEditionTellsOfAYearThatNobodyKnewOf(t *testing.T) {
	for _, id := range []string{"2.0", "2.1", "3.0"} {
		for _, k := range at(t, id).Contacts {
			if k.ID != "foerste-administrator" { // has access from 1 January 2014
				assert.NotContains(t, k.What.EN, "2014", "%s in %s", k.ID, id)
			}
		}
	}
}

func TestWhatTheTextAsksOfAKommuneStandsInItsSection(t *testing.T) {
	for section, want := range map[string]string{
		"4.2":  "late in 2012",
		"4.5":  "open to its own people",
		"4.10": "guides and templates",
		"4.14": "two kinds",
		"6.4":  "the schedule of the tenders",
	} {
		var told []string
		for _, n := range book(t).Activity(section).Notes {
			told = append(told, n.Text.EN)
		}
		assert.Contains(t, strings.Join(told, " "), want, section)
	}
	assert.Contains(t, book(t).Activity("6.6").Changed[0].What.EN, "Two tasks for SAPA, each in two parts")
}

func TestTheMilestonesOfABudgetHaveTheDaysOfItsYear(t *testing.T) {
	b := book(t)
	nodes, _ := b.Network()
	held := 0
	for _, y := range b.BudgetYears {
		assert.Equal(t, y.AdoptedBy-21, y.FirstReadingBy, "%d", y.Year)
		for suffix, day := range map[string]date.Date{"": y.AdoptedBy, "/proposal": y.ProposalBy, "/reading": y.FirstReadingBy} {
			i := slices.IndexFunc(nodes, func(n drejebog.Node) bool { return n.ID == fmt.Sprintf("budget/%d%s", y.Year, suffix) })
			if i < 0 {
				continue
			}
			held++
			promised := nodes[i].Milestone.Promised
			require.NotNil(t, promised, nodes[i].ID)
			assert.Equal(t, drejebog.Days{First: day, Last: day}, drejebog.Days{First: promised.When.First, Last: promised.When.Last}, nodes[i].ID)
			assert.NotEmpty(t, cmp.Or(promised.Address, promised.Section), nodes[i].ID)
		}
	}
	assert.Equal(t, 6, held)
	assert.Equal(t, drejebog.Stated, node(t, nodes, "budget/2014").Milestone.Promised.Certainty)
	assert.Equal(t, drejebog.Implied, node(t, nodes, "budget/2014/proposal").Milestone.Promised.Certainty, "the playbook names the adoption only")
	reading := node(t, nodes, "budget/2015/reading").Milestone.Promised
	assert.Equal(t, drejebog.Implied, reading.Certainty)
	assert.Equal(t, "24. september 2014", reading.When.Text)
}

func TestTheToolsOfThreeSectionsNameTheKommunerBehindThem(t *testing.T) {
	b := book(t)
	names := map[string]string{}
	for _, k := range b.Kommuner {
		names[k.Code] = k.Name
	}
	for id, want := range map[string]string{
		"portefoeljerapport": "Slagelse Assens Horsens Aalborg", "exit-strategi": "Roskilde Sorø Hjørring",
		"sagsstrategi-folder": "Frederiksberg Køge Roskilde Esbjerg Vejle Aalborg",
	} {
		i := slices.IndexFunc(b.Documents, func(d drejebog.Document) bool { return d.ID == id })
		require.GreaterOrEqual(t, i, 0, id)
		var got []string
		for _, code := range b.Documents[i].Kommuner {
			got = append(got, names[code])
		}
		assert.Equal(t, strings.Fields(want), got, id)
	}
}

func TestADifferenceTellsWhenAWindowIsAndWhatWasPromised(t *testing.T) {
	what := map[string]string{}
	for _, d := range drejebog.Diff(at(t, "3.0"), book(t)) {
		what[d.Kind.String()+" "+d.ID] += d.What.DA
	}
	assert.Equal(t, "Maj 2014 – 15. oktober 2014", what["windowAdded 4.4/2015"])
	assert.Equal(t, "Maj 2014 – Oktober 2014", what["windowAdded 4.13"], "the window of a section that is new")
	assert.Equal(t, "inden sommerferien 2014 (før: andet halvår 2013)", what["promiseMade ext/databehandler-info"])
	assert.Equal(t, "første halvdel af maj 2014", what["promiseMade ext/bidrag-2015"])
	_, undated := what["promiseMade ext/ind-i-sapa"]
	assert.True(t, undated, "promised without a time")
	assert.NotContains(t, what, "promiseMade ext/exit-guide", "it came")
}

func TestWavesMeetingsAndTheDeadlineOfEachListAreMilestones(t *testing.T) {
	nodes, _ := book(t).Network()
	for _, id := range []string{
		"ext/boelge@sapa", "ext/stoettesystem-netvaerk@stoettesystemerne", "ext/sapa-netvaerksmoeder@sapa", "ext/uddannelse-netvaerksmoeder@ky",
		"ext/gevinstworkshop@ksd", "ext/kravliste-frist@stoettesystemerne",
	} {
		require.NotNil(t, node(t, nodes, id), id)
	}
}

func TestTensionsOfTheTextStandAsNotes(t *testing.T) {
	for _, id := range []string{"stoettesystemerne-parathed-i-september", "aftaler-mod-udvikling", "parathed-mod-driftsproeve", "sagsstrategi-efter-exit"} {
		assert.True(t, slices.ContainsFunc(book(t).Notes, func(n drejebog.Note) bool { return n.ID == id }), id)
	}
}

func TestWhatCameAfterThePlaybookIsToldFromThenOn(t *testing.T) {
	told := func(b *drejebog.Playbook, id string) bool {
		return slices.ContainsFunc(b.Notes, func(n drejebog.Note) bool { return n.ID == id })
	}
	for id, days := range map[string][2]string{
		"administrationsmodul-ophaevet":  {"2017-02-27", "2017-02-28"},
		"stoettesystemerne-forsinket":    {"2017-02-27", "2017-02-28"},
		"sapa-ni-maaneder":               {"2016-06-30", "2016-07-01"},
		"undervist-to-gange":             {"2016-06-30", "2016-07-01"},
		"ksd-lukkede-dage":               {"2020-05-13", "2020-05-14"},
		"ksd-kendte-fejl":                {"2022-04-03", "2022-04-04"},
		"vejledning-kun-til-inspiration": {"2014-06-27", "2014-06-28"},
	} {
		assert.False(t, told(book(t), id), id)
		assert.False(t, told(asOf(t, days[0]), id), id)
		assert.True(t, told(asOf(t, days[1]), id), id)
	}
}

func TestADayOfABudgetIsNoSurerThanItsRule(t *testing.T) {
	files := seedFiles(t)
	rewrite(t, files, "budget.yaml", `(proposals:\n  certainty: )implied`, "${1}assumed")
	rewrite(t, files, "budget.yaml", `(daysApart: 21\n  certainty: )stated`, "${1}assumed")
	book, err := drejebog.LoadFS(files)
	require.NoError(t, err)
	for _, y := range book.BudgetYears {
		assert.Equal(t, drejebog.Assumed, y.Proposal.Certainty, "%d", y.Year)
		assert.Equal(t, drejebog.Assumed, y.FirstReading.Certainty, "%d", y.Year)
	}
}
