package everywriter_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// chooser reads choices from bytes, two of each; behind the last it chooses the first.
func chooser(choices []byte) func(n int) int {
	return func(n int) int {
		var two [2]byte
		choices = choices[copy(two[:], choices):]
		return (int(two[0]) | int(two[1])<<8) % n
	}
}

// valid is the plan that can be read of a text, as it is read again from what is
// written of it; nil where nothing can.
func valid(t testing.TB, book *drejebog.Playbook, text []byte) *plan.Plan {
	p, _ := plan.Read(book, "plan.yaml", bytes.NewReader(text))
	if p == nil {
		return nil
	}
	p, _ = p.Usable(book)
	var first, second bytes.Buffer
	require.NoError(t, p.Write(&first))
	again, findings := plan.Read(book, "plan.yaml", bytes.NewReader(first.Bytes()))
	require.NotNil(t, again, "%v\n%s", findings, first.String())
	require.NoError(t, again.Write(&second))
	require.Equal(t, first.String(), second.String())
	return again
}

// FuzzEveryWriter tries what the programs write on the sample plans, changed at random.
// A plan that can be read is written and read again, computed twice, and told in every
// form of a part: nothing panics, both runs are the same bytes, every table has as many
// rows as the data, every sum is that of its lines, and what another program gets can be
// read.
func FuzzEveryWriter(f *testing.F) {
	g := allGiven(f)
	for of := range parts {
		f.Add(byte(of), byte(3*of), []byte("\x05\x00zyxwvutsrqponmlkjihgfedcba9876543210")[:9*of])
	}
	f.Fuzz(func(t *testing.T, of, sample byte, choices []byte) {
		text, err := plans.Mutant(int(sample), chooser(choices))
		require.NoError(t, err)
		p := valid(t, g.book, text)
		if p == nil {
			return
		}
		var early *drejebog.EditionError
		if _, err := timeline.Compute(g.book, p); errors.As(err, &early) {
			return // seen from a day on which nothing had been published
		}
		chosen, language := part(of)%parts, []lang.Lang{lang.Danish, lang.English}[len(choices)%2]
		first := written(t, g.writers(chosen, p, g.compute(t, p), language))
		for name, content := range written(t, g.writers(chosen, p.Clone(), g.compute(t, p.Clone()), language)) {
			require.Equal(t, string(first[name]), string(content), "%s: two runs", name)
		}
		switch chosen {
		case data:
			sums(t, first["estimate.json"])
			rows(t, first)
		case excel:
			sameSheets(t, sheets.Write(g.book, p, language), first["sheets"])
		}
	})
}

// sameSheets asks that a workbook holds each row of its sheets, under the heads.
func sameSheets(t *testing.T, want []table.Sheet, book []byte) {
	read, faults := xlsx.Read("sheets.xlsx", bytes.NewReader(book))
	require.Empty(t, faults)
	require.Len(t, read, len(want))
	for i := range want {
		require.Len(t, read[i].Rows, len(want[i].Rows), want[i].Name)
	}
}

// written is what writers write, by their names; each is whole as its kind is.
func written(t *testing.T, writers []writer) map[string][]byte {
	all := map[string][]byte{}
	for _, w := range writers {
		var out bytes.Buffer
		require.NoError(t, w.write(&out), w.name)
		all[w.name] = out.Bytes()
		whole(t, w.name, out.Bytes())
	}
	return all
}

func whole(t *testing.T, name string, content []byte) {
	switch {
	case strings.HasSuffix(name, ".json"):
		require.True(t, json.Valid(content), name)
	case strings.HasSuffix(name, ".csv"):
		records(t, content)
	case name == "svg":
		decoder := xml.NewDecoder(bytes.NewReader(content))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, name)
		}
	}
	if name != "workbook" && name != "sheets" && name != "figures" {
		require.True(t, utf8.Valid(content), name)
		require.NotContains(t, string(content), "\x00", name)
	}
}

// summed is what the JSON of an estimate has that is summed.
type summed struct {
	BudgetYears []struct {
		Year *int
		totals
	}
	Lines []struct {
		Year              *int
		Low, Likely, High decimal.Decimal
		Hours             decimal.Decimal
	}
}

type totals struct {
	Low, Likely, High, Hours         decimal.Decimal
	NewMoney, OwnTimeValue           decimal.Decimal
	SetAside, WithinFrame, Undecided decimal.Decimal
}

// sums asks that the totals of a year are those of its lines, and that the parts of the
// likely amount are the whole.
func sums(t *testing.T, estimate []byte) {
	var e summed
	require.NoError(t, json.Unmarshal(estimate, &e))
	by := map[int]*totals{}
	for _, line := range e.Lines {
		year := by[yearOf(line.Year)]
		if year == nil {
			year = &totals{}
			by[yearOf(line.Year)] = year
		}
		year.Low, year.Likely, year.High = year.Low.Add(line.Low), year.Likely.Add(line.Likely), year.High.Add(line.High)
		year.Hours = year.Hours.Add(line.Hours)
	}
	for _, year := range e.BudgetYears {
		lines := by[yearOf(year.Year)]
		if lines == nil {
			lines = &totals{}
		}
		delete(by, yearOf(year.Year))
		for _, pair := range [][2]decimal.Decimal{
			{year.Low, lines.Low}, {year.Likely, lines.Likely}, {year.High, lines.High}, {year.Hours, lines.Hours},
			{year.Likely, year.NewMoney.Add(year.OwnTimeValue)}, {year.Likely, year.SetAside.Add(year.WithinFrame).Add(year.Undecided)},
		} {
			require.Equal(t, pair[0].StringFixed(2), pair[1].StringFixed(2), "%d", yearOf(year.Year))
		}
	}
	require.Empty(t, by, "lines in a year that is not told")
}

// yearOf is 0 for what has no year.
func yearOf(year *int) int {
	if year == nil {
		return 0
	}
	return *year
}

// rows asks that each task and line of the data has its row, event or task in what
// other programs read.
func rows(t *testing.T, all map[string][]byte) {
	var schedule struct {
		Tasks []struct {
			ID          string
			NotRelevant *string
		}
		Milestones []struct{ ID string }
	}
	require.NoError(t, json.Unmarshal(all["schedule.json"], &schedule))
	require.Equal(t, len(schedule.Tasks)+len(schedule.Milestones), records(t, all["schedule tasks.csv"])-1)
	var e summed
	require.NoError(t, json.Unmarshal(all["estimate.json"], &e))
	require.Equal(t, len(e.Lines), records(t, all["estimate lines.csv"])-1)
	project, faults := mspdi.Read("plan.xml", bytes.NewReader(all["mspdi"]))
	require.Empty(t, faults)
	has := map[string]bool{}
	for i := range project.Tasks {
		has[project.Tasks[i].Value(mspdi.Text1)] = true
	}
	for _, task := range schedule.Tasks {
		require.True(t, has[task.ID], "%s is not in the project", task.ID)
	}
	events, err := ical.Read(bytes.NewReader(all["ics"]))
	require.NoError(t, err)
	require.Equal(t, bytes.Count(all["ics"], []byte("BEGIN:VEVENT")), len(events))
}

func records(t *testing.T, content []byte) int {
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\uFEFF"))))
	reader.Comma = ';'
	all, err := reader.ReadAll()
	require.NoError(t, err)
	return len(all)
}
