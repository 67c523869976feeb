package readiness

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/table"
)

// WriteCSV writes kommune × project × category, one a row; a project without
// requirements has one row without category. It is written as
// Assessment.WriteCSV writes.
func (o *Overview) WriteCSV(w io.Writer) error {
	sheet := &table.Sheet{}
	sheet.Append(texts("code", "kommune", "project", "verdict", "category", "light", "confirmed", "applies", "percent")...)
	for i := range o.Rows {
		row := &o.Rows[i]
		for j := range row.Projects {
			p := &row.Projects[j]
			begin := texts(row.Kommune.Code, row.Kommune.Name, p.ID, p.Verdict.String())
			if len(p.Categories) == 0 {
				sheet.Append(append(begin[:4:4], make([]table.Cell, 5)...)...)
			}
			for k := range p.Categories {
				c := &p.Categories[k]
				percent := table.Cell{}
				if c.Score.Known {
					percent = table.Whole(c.Score.Percent)
				}
				sheet.Append(append(begin[:4:4], append(texts(c.Category.ID, c.Light.String()), table.Whole(c.Score.Confirmed), table.Whole(c.Score.Applies), percent)...)...)
			}
		}
	}
	return table.WriteCSV(w, sheet)
}
