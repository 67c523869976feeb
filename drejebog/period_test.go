package drejebog_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func edited(t *testing.T, old, with string) fstest.MapFS {
	t.Helper()
	files := seedFiles(t)
	text := string(files["periods.yaml"].Data)
	require.Contains(t, text, old)
	files["periods.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, with, 1))}
	return files
}

func TestABookReadsPeriodsByTheConventionsOfItsFiles(t *testing.T) {
	first := func(b *drejebog.Playbook) date.Date {
		p, err := b.Conventions().Parse("sommerferien 2014")
		require.NoError(t, err)
		return p.First
	}
	built, err := drejebog.Load()
	require.NoError(t, err)
	b, err := drejebog.LoadFS(edited(t, "{week: 27}", "{week: 26}"))
	require.NoError(t, err)
	assert.Equal(t, first(built)-7, first(b))
	var promised, its date.Date
	for i := range built.Milestones {
		if p := built.Milestones[i].Promised; p != nil && p.When.Text == "inden sommerferien 2014" {
			promised, its = p.When.Last, b.Milestones[i].Promised.When.Last
		}
	}
	require.NotZero(t, promised, "the playbook has such a promise")
	assert.Equal(t, promised-7, its, "the files' own periods are read by them, too")
}

func TestADamagedConventionIsToldWithItsPlace(t *testing.T) {
	for _, row := range []struct{ old, with, want string }{
		{"from: {day: 1}\n    until: {day: 10}", "from: {day: 11}\n    until: {day: 10}", "expected days of a month, the first not after the last"},
		{"{week: 27}", "{week: 33}", "expected weeks, the first not after the last"},
		{"month: 12, day: 26", "month: 13, day: 26", "expected two days of the year, each with its month"},
		{"{feast: easter, day: 49}", "{feast: easter, day: 51}", "expected days from Easter Sunday, the first not after the last"},
		{"{feast: easter, day: -8}", "{feast: eastern, day: -8}", "expected days from Easter Sunday"},
		{"[jul]", "[Jul]", "expected words in lower case"},
		{"[pinse]", "[påske]", "expected an id that no other entry of the list has"},
		{"[sommerferie,", "[maj,", "expected a word that is not a month as well"},
		{"from: {day: 4}\n    until: {day: 5}", "from: {day: 4}\n    until: {day: 8}", "expected days of a week, counted from Monday"},
		{"[sommerferien, efterårsferien]", "[sommerferien]", "expected two words for what may be meant"},
		{"kind: asked", "kind: ask", "expected one of monthPart, "},
	} {
		faults := faultsOf(t, edited(t, row.old, row.with))
		if assert.NotEmpty(t, faults, row.with) {
			assert.Contains(t, strings.Join(faults, "\n"), row.want, row.with)
			assert.Contains(t, faults[len(faults)-1], "periods.yaml:", row.with)
		}
	}
}

func TestEveryVagueLengthInTheDataIsOneThatAPeriodNames(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	require.NotEmpty(t, book.VagueLengths)
	for _, length := range book.VagueLengths {
		p, err := drejebog.ParsePeriod(length.Words + " før idriftsættelsen")
		if assert.NoError(t, err) {
			assert.Equal(t, length.Words, p.Relative.Vague)
		}
	}
}

func TestHoursAsPositionsAreNeverNoneWhereThereAreSome(t *testing.T) {
	year := drejebog.FullTimeYear{Hours: drejebog.NewHours(decimal.NewFromInt(1924))}
	for hours, want := range map[string]string{
		"0": "0", "1924": "1", "2886": "1.5", "96.2": "0.1", "96": "0.05", "20": "0.01", "2": "0.001", "0.2": "0.0001", "0.05": "0",
	} {
		assert.Equal(t, want, year.Positions(drejebog.NewHours(decimal.RequireFromString(hours))).String(), hours)
	}
	assert.True(t, new(drejebog.FullTimeYear).Positions(drejebog.NewHours(decimal.NewFromInt(20))).IsZero())
}
