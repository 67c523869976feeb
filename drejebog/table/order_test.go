package table_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/stretchr/testify/assert"
)

func TestAColumnTellsThatItsMonthsStandFirst(t *testing.T) {
	columns := []table.Column{{Name: table.Name{Key: "end", Text: lang.Text{DA: "Slut", EN: "End"}}}}
	for name, row := range map[string]struct {
		days []string
		only int
		also []int
	}{
		"one that only can":        {[]string{"06/07/2014", "06/13/2014", "07/07/2014", "1-2-14"}, 3, []int{2, 5}},
		"one with the day first":   {[]string{"06/07/2014", "06/13/2014", "13/06/2014"}, 0, nil},
		"none that only can":       {[]string{"06/07/2014", "07/06/2014"}, 0, nil},
		"none that may be another": {[]string{"06/13/2014", "1. juni 2014", "2014-06-07"}, 0, nil},
	} {
		sheet := table.Sheet{File: "f.csv", Rows: []table.Row{{Cells: []table.Cell{{Text: "Slut"}}}}}
		for i, day := range row.days {
			sheet.Rows = append(sheet.Rows, table.Row{Line: i + 2, Cells: []table.Cell{{Text: day}}})
		}
		records := table.Match(&sheet, columns)
		for _, r := range records.List {
			r.Day("end")
		}
		found := records.MonthsFirst()
		if row.only == 0 {
			assert.Empty(t, found, name)
			continue
		}
		if assert.Len(t, found, 1, name) {
			assert.Equal(t, "Slut", found[0].Column)
			assert.Equal(t, row.only, found[0].Only.Line)
			lines := []int{}
			for _, place := range found[0].Others {
				lines = append(lines, place.Line)
			}
			assert.Equal(t, row.also, lines)
		}
	}
}
