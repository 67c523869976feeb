package drejebog_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shown is a difference without its texts, which belong to the data.
func shown(list []drejebog.Difference) []string {
	lines := make([]string, len(list))
	for i, d := range list {
		lines[i] = strings.TrimSpace(fmt.Sprintf("%-19s %-36s %s", d.Kind, d.ID, d.Edition))
	}
	return lines
}

// The golden holds what each edition brought over the one before. Added and
// changed sections and cases, windows and addenda follow the source's revision
// history; steps and deliverables follow the texts.
func TestTheDiffBetweenNeighbouringEditionsIsWhatTheLaterOneBrought(t *testing.T) {
	var out strings.Builder
	for i := 1; i < len(history); i++ {
		differences := drejebog.Diff(at(t, history[i-1].number), at(t, history[i].number))
		fmt.Fprintf(&out, "%s → %s\n", history[i-1].number, history[i].number)
		for _, line := range shown(differences) {
			fmt.Fprintf(&out, "  %s\n", line)
		}
		for _, d := range differences {
			assert.Equal(t, history[i].number, d.Edition, "%s %s", d.Kind, d.ID)
			assert.False(t, d.Title.IsZero(), "%s %s has no title", d.Kind, d.ID)
		}
		holdsWhatTheHistorySays(t, history[i], differences)
	}
	golden.File(t, "testdata/diff.golden", out.String())
}

func holdsWhatTheHistorySays(t *testing.T, h stoodIn, differences []drejebog.Difference) {
	t.Helper()
	got := map[drejebog.DifferenceKind][]string{}
	for _, d := range differences {
		got[d.Kind] = append(got[d.Kind], d.ID)
	}
	assert.ElementsMatch(t, h.added, got[drejebog.ActivityAdded], h.number)
	assert.ElementsMatch(t, h.changed, got[drejebog.ActivityChanged], h.number)
	assert.ElementsMatch(t, h.newCases, got[drejebog.CaseAdded], h.number)
	assert.ElementsMatch(t, h.caseNews, got[drejebog.CaseChanged], h.number)
}

func TestAnEditionAgainstItselfHasNoDifferences(t *testing.T) {
	for _, h := range history {
		assert.Empty(t, drejebog.Diff(at(t, h.number), at(t, h.number)), h.number)
	}
	assert.Empty(t, drejebog.Diff(book(t), book(t)))
}

func TestAnEditionTakesNothingBack(t *testing.T) {
	for i := 1; i < len(history); i++ {
		assert.Empty(t, drejebog.Diff(at(t, history[i].number), at(t, history[i-1].number)), "%s against %s", history[i].number, history[i-1].number)
	}
}

func TestWhatTwoStepsBringIsWhatTheyBringTogether(t *testing.T) {
	together := drejebog.Diff(at(t, "2.1"), at(t, "4.1"))
	var inTurn []drejebog.Difference
	for _, pair := range [][2]string{{"2.1", "3.0"}, {"3.0", "4.0"}, {"4.0", "4.1"}} {
		inTurn = append(inTurn, drejebog.Diff(at(t, pair[0]), at(t, pair[1]))...)
	}
	// What changes in a section that came on the way is part of its coming.
	got := shown(together)
	for _, line := range got {
		assert.Contains(t, shown(inTurn), line)
	}
	require.Less(t, len(got), len(inTurn))
}

func TestAnAddendumIsADifferenceFromItsOwnDay(t *testing.T) {
	differences := drejebog.Diff(asOf(t, "2014-06-24"), asOf(t, "2014-06-26"))
	var addenda []string
	for _, d := range differences {
		if d.Kind == drejebog.AddendumAdded {
			addenda = append(addenda, d.ID)
			assert.Empty(t, d.Edition, "%s: no edition has carried it yet", d.ID)
			assert.False(t, d.What.IsZero(), d.ID)
		}
	}
	assert.Equal(t, []string{"4.2", "4.4", "4.13"}, addenda)
}

func TestTheClosingOf42IsADifferenceOfEdition40(t *testing.T) {
	assert.Contains(t, drejebog.Diff(at(t, "3.0"), at(t, "4.0")), drejebog.Difference{
		Kind: drejebog.ActivityClosed, Edition: "4.0", ID: "4.2",
		Title: book(t).Activity("4.2").Title, What: book(t).Activity("4.2").Closed.What,
	})
}
