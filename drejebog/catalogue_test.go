package drejebog_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// printedWindow is a window as the source prints it and as it counts: from
// its first day to its last, "" where none is printed or it is open.
type printedWindow struct {
	id, start, end string
	first, last    string
	kind           drejebog.EndKind
	obligation     drejebog.Obligation
}

// The 28 windows, written down from the source. The day that a bare "2013"
// begins is 1 January; a month ends on its last day.
var printedWindows = []printedWindow{
	{"4.1", "Juni 2013", "Fortløbende opgave", "2013-06-01", "", drejebog.Forventet, drejebog.Recommended},
	{"4.2", "Juni 2013", "Fortløbende opgave", "2013-06-01", "", drejebog.Forventet, drejebog.Recommended},
	{"4.3", "Juni 2013", "Fortløbende opgave", "2013-06-01", "", drejebog.Forventet, drejebog.Recommended},
	{"4.4/2014", "Uge 25 (2013)", "15. oktober 2013", "2013-06-17", "2013-10-15", drejebog.Frist, drejebog.Required},
	{"4.4/2015", "Maj 2014", "15. oktober 2014", "2014-05-01", "2014-10-15", drejebog.Frist, drejebog.Required},
	{"4.5", "Juni 2013", "December 2013", "2013-06-01", "2013-12-31", drejebog.Frist, drejebog.Required},
	{"4.6", "2014", "2015", "2014-01-01", "2015-12-31", drejebog.Forventet, drejebog.Recommended},
	{"4.7", "Januar 2015", "Oktober 2015", "2015-01-01", "2015-10-31", drejebog.Forventet, drejebog.Recommended},
	{"4.8", "April 2015", "Oktober 2015", "2015-04-01", "2015-10-31", drejebog.Forventet, drejebog.Required},
	{"4.9", "Juni 2015", "Oktober 2015", "2015-06-01", "2015-10-31", drejebog.Forventet, drejebog.Required},
	{"4.10", "August 2015", "December 2015", "2015-08-01", "2015-12-31", drejebog.Forventet, drejebog.Required},
	{"4.11", "September 2013", "22. oktober 2013", "2013-09-01", "2013-10-22", drejebog.Frist, drejebog.Required},
	{"4.12", "December 2013", "Løbende", "2013-12-01", "", drejebog.Forventet, drejebog.Offered},
	{"4.13", "Maj 2014", "Oktober 2014", "2014-05-01", "2014-10-31", drejebog.Forventet, drejebog.Required},
	{"4.14", "Maj 2014", "December 2014", "2014-05-01", "2014-12-31", drejebog.Forventet, drejebog.Recommended},
	{"4.15", "", "1. juni 2014", "", "2014-06-01", drejebog.Frist, drejebog.Required},
	{"5.1", "September 2013", "Juni 2015", "2013-09-01", "2015-06-30", drejebog.Forventet, drejebog.Required},
	{"5.2", "Juli 2015", "December 2015", "2015-07-01", "2015-12-31", drejebog.Forventet, drejebog.Required},
	{"5.3", "November 2015", "December 2015", "2015-11-01", "2015-12-31", drejebog.Forventet, drejebog.Required},
	{"5.4", "Januar 2016", "Februar 2016", "2016-01-01", "2016-02-29", drejebog.Forventet, drejebog.Required},
	{"5.5", "Maj 2014", "Løbende opgaver", "2014-05-01", "", drejebog.Forventet, drejebog.Required},
	{"6.1", "Juni 2013", "Fortløbende opgave", "2013-06-01", "", drejebog.Forventet, drejebog.Required},
	{"6.2", "September 2013", "Oktober 2014", "2013-09-01", "2014-10-31", drejebog.Forventet, drejebog.Required},
	{"6.3", "Oktober 2013", "Juni 2015", "2013-10-01", "2015-06-30", drejebog.Forventet, drejebog.Required},
	{"6.4", "2013", "Løbende", "2013-01-01", "", drejebog.Forventet, drejebog.Recommended},
	{"6.5", "2013", "Løbende", "2013-01-01", "", drejebog.Forventet, drejebog.Required},
	{"6.6/1", "2013", "løbende", "2013-01-01", "", drejebog.Forventet, drejebog.Offered},
	{"6.6/2", "maj 2014", "juni 2014", "2014-05-01", "2014-06-30", drejebog.Forventet, drejebog.Required},
}

// sections are the 26 dated sections in the playbook's order.
var sections = []string{
	"4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10", "4.11", "4.12", "4.13", "4.14", "4.15",
	"5.1", "5.2", "5.3", "5.4", "5.5",
	"6.1", "6.2", "6.3", "6.4", "6.5", "6.6",
}

func TestTheCatalogueHoldsTheTwentySixSectionsInTheirOrder(t *testing.T) {
	b := book(t)
	require.Len(t, sections, 26)
	assert.Equal(t, sections, activityIDs(b))
	for _, a := range b.Activities {
		theme := map[byte]drejebog.Theme{'4': drejebog.Organisation, '5': drejebog.Technology, '6': drejebog.Procurement}[a.ID[0]]
		assert.Equal(t, theme, a.Theme, "%s belongs to the theme of its chapter", a.ID)
		assert.Equal(t, a.ID, a.Section, "an activity is stated in its own section")
	}
}

func TestTheCatalogueHoldsTheTwentyEightWindowsAsTheyArePrinted(t *testing.T) {
	require.Len(t, printedWindows, 28)
	var got []printedWindow
	for _, a := range book(t).Activities {
		for _, w := range a.Windows {
			start, first := "", ""
			if w.Start != nil {
				start, first = w.Start.Text, w.Start.First.String()
			}
			last := ""
			if w.End.Closed() {
				last = w.End.Last.String()
			}
			got = append(got, printedWindow{w.ID, start, w.End.Text, first, last, w.Kind, w.Obligation})
		}
	}
	require.Len(t, got, len(printedWindows))
	for i, want := range printedWindows {
		assert.Equal(t, want, got[i])
	}
}

// fiveHardDates are the only dates in the whole text that must not be missed.
var fiveHardDates = []string{"2013-10-15", "2013-10-22", "2013-12-31", "2014-06-01", "2014-10-15"}

func TestExactlyFiveDatesAreHard(t *testing.T) {
	var hard []string
	for _, a := range book(t).Activities {
		for _, w := range a.Windows {
			if w.Kind == drejebog.Frist {
				hard = append(hard, w.End.Last.String())
			}
		}
	}
	slices.Sort(hard)
	assert.Equal(t, fiveHardDates, hard)
}

func TestAHardMilestoneHasOneOfTheFiveDatesOrARuleCountedFromAnother(t *testing.T) {
	rules := map[string]int{} // months by which a rule lies before its milestone
	for _, m := range book(t).Milestones {
		if !m.Hard {
			continue
		}
		if m.Offset != nil {
			assert.Equal(t, "impl", m.Offset.Milestone, "%s: the rules of 4.8 hang on the implementation, not on go-live", m.ID)
			rules[m.ID] = m.Offset.Months
			continue
		}
		require.NotNil(t, m.Promised, "%s is hard and has no date", m.ID)
		assert.Contains(t, fiveHardDates, m.Promised.When.Last.String(), m.ID)
	}
	assert.Equal(t, map[string]int{"ext/parathedskrav": -6, "4.8/bekraeftet": -3}, rules)
}

func TestSectionsAreForTheProjectsThatTheTextNames(t *testing.T) {
	four := []string{"ksd", "ky", "sapa", "stoettesystemerne"}
	// reading.md 2: the activities themselves; Støttesystemerne have no end
	// users and no cases, so 4.6, 4.7, 4.10 and 5.2 may leave them out.
	for id, want := range map[string][]string{
		"4.1": nil, "4.4": nil, "4.12": nil, "4.14": nil,
		"4.2": {"sapa"}, "4.3": {"sapa"}, "4.13": {"sapa"}, "5.5": {"sapa"},
		"4.11": {"serviceplatformen"}, "6.1": {"serviceplatformen"},
		"4.15": {"stoettesystemerne"}, "6.5": {"stoettesystemerne"},
		"4.5": four, "4.8": four, "5.1": four, "5.3": four, "5.4": four, "6.2": four,
		"4.6": {"ksd", "ky", "sapa"}, "4.7": {"ksd", "ky", "sapa"}, "4.10": {"ksd", "ky", "sapa"}, "5.2": {"ksd", "ky", "sapa"},
	} {
		a := book(t).Activity(id)
		require.NotNil(t, a, id)
		assert.Equal(t, want, sorted(a.Projects), "projects of %s", id)
	}
	assert.Equal(t, []string{"kmd-aktiv", "kmd-dagpenge"}, sorted(book(t).Activity("4.9").Systems), "KMD Sag is moved, not cleaned up")
	assert.Equal(t, []string{"kmd-aktiv", "kmd-dagpenge", "kmd-sag"}, sorted(book(t).Activity("6.3").Systems))
	assert.Equal(t, drejebog.PerContract, book(t).Activity("6.3").Scope)
	assert.Equal(t, drejebog.PerAddOn, book(t).Activity("6.4").Scope)
}

func TestEachLegacySystemBelongsToTheProjectThatReplacesIt(t *testing.T) {
	got := map[string]string{}
	for _, s := range book(t).Systems {
		got[s.ID] = s.Project
	}
	assert.Equal(t, map[string]string{"kmd-aktiv": "ky", "kmd-dagpenge": "ksd", "kmd-sag": "sapa"}, got)
}

func TestNationalGoLivesAreThoseThatTheTextImplies(t *testing.T) {
	nodes, _ := book(t).Network()
	for id, want := range map[string]struct {
		day       string
		certainty drejebog.Certainty
	}{
		"golive@ky":                {"2016-01-01", drejebog.Implied},
		"golive@ksd":               {"2016-01-01", drejebog.Implied},
		"golive@sapa":              {"2016-01-01", drejebog.Implied},
		"golive@stoettesystemerne": {"2015-12-31", drejebog.Assumed},
		"golive@serviceplatformen": {"2014-01-01", drejebog.Implied},
	} {
		n := node(t, nodes, id)
		days, ok := book(t).DatesOf(n, nil)
		require.True(t, ok, id)
		assert.Equal(t, want.day, days.Last.String(), id)
		assert.Equal(t, want.certainty, n.Milestone.Promised.Certainty, "the date of %s", id)
	}
}

func TestImplementationStartsAtGoLiveByAssumptionAndFollowsAGivenDate(t *testing.T) {
	nodes, _ := book(t).Network()
	n := node(t, nodes, "impl@sapa")
	assert.Equal(t, drejebog.Assumed, n.Milestone.Offset.Certainty)
	days, ok := book(t).DatesOf(n, map[string]date.Date{"golive@sapa": onDay("2016-02-29")})
	require.True(t, ok)
	assert.Equal(t, drejebog.Days{First: onDay("2016-02-29"), Last: onDay("2016-02-29")}, days)

	confirmed, ok := book(t).DatesOf(node(t, nodes, "4.8/bekraeftet@sapa"), map[string]date.Date{"impl@sapa": onDay("2016-05-31")})
	require.True(t, ok)
	assert.Equal(t, "2016-02-29", confirmed.Last.String(), "three months before, clamped to the month's last day")

	requirements, ok := book(t).DatesOf(node(t, nodes, "ext/parathedskrav@sapa"), map[string]date.Date{"impl@sapa": onDay("2016-08-31")})
	require.True(t, ok)
	assert.Equal(t, "2016-02-29", requirements.Last.String(), "six months before, clamped to the month's last day")
}

func TestAMilestoneThatNothingDatesHasNoDates(t *testing.T) {
	nodes, _ := book(t).Network()
	_, ok := book(t).DatesOf(node(t, nodes, "ext/uddannelseskoncept@ky"), nil)
	assert.False(t, ok)
}

func TestEveryStepHasALengthShorterThanItsWindow(t *testing.T) {
	for i := range book(t).Activities {
		a := &book(t).Activities[i]
		assert.NotEmpty(t, a.Steps, a.ID)
		for j := range a.Steps {
			s := &a.Steps[j]
			id := a.StepID(s)
			require.True(t, (s.Duration == nil) != (s.Effort == nil), "%s has a duration or spans others", id)
			if s.Duration == nil {
				continue
			}
			assert.Equal(t, drejebog.Assumed, s.Duration.Certainty, "%s: the text has no durations", id)
			days := a.DaysOf(s)
			assert.Less(t, s.Duration.Likely*7/5, int(days.Last-days.First)+1, "%s fills its window", id)
		}
	}
}

func activityIDs(b *drejebog.Playbook) []string {
	ids := make([]string, len(b.Activities))
	for i := range b.Activities {
		ids[i] = b.Activities[i].ID
	}
	return ids
}

func caseIDs(b *drejebog.Playbook) []string {
	ids := make([]string, len(b.Cases))
	for i := range b.Cases {
		ids[i] = b.Cases[i].ID
	}
	return ids
}

func windowIDs(b *drejebog.Playbook) []string {
	var ids []string
	for _, a := range b.Activities {
		for _, w := range a.Windows {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

func sorted(words []string) []string {
	words = slices.Clone(words)
	slices.Sort(words)
	return words
}
