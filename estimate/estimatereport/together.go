package estimatereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/staffing"
)

// Together tells the staffing of several kommuner: the people whom they share, with their
// months in the table shared, when the go-lives of all come if nobody is hired in goLives, and then what Staffing tells of each kommune, with the
// kommune's code behind the names of its tables: moves-0461. The document of none is empty.
func Together(of *staffing.Together) *document.Document {
	if of == nil || len(of.Plans) == 0 {
		return &document.Document{}
	}
	t, ok := tell(of.Plans[0].Estimate())
	if !ok {
		return &t.Document
	}
	t.Title = t.text("staffing/together", nil)
	var names []lang.Text
	for _, s := range of.Plans {
		names = append(names, lang.Both(s.Estimate().Kommune.Name))
	}
	t.Subject = t.book.Listed(names...)
	t.Tell(t.text("staffing/together-head", nil))
	t.Section(t.text("staffing/shared", nil))
	if len(of.Shared) == 0 {
		t.Tell(t.text("staffing/no-shared", nil))
	}
	var points []lang.Text
	for i := range of.Shared {
		points = append(points, t.shared(of, &of.Shared[i]))
	}
	t.Points(points...)
	if len(of.Shared) > 0 {
		t.Tell(t.text("staffing/one-week", nil))
		t.Show(t.sharedMonths(of))
	} else {
		t.Attached = append(t.Attached, t.sharedMonths(of))
	}
	for i := range of.Findings {
		t.Tell(of.Findings[i].Says())
	}
	t.levellingTogether(of)
	for i, s := range of.Plans {
		t.Section(names[i])
		d, code := Staffing(s), s.Estimate().Kommune.Code
		t.Add(within(d, code)...)
		for _, sheet := range d.Attached {
			own := *sheet
			own.Name += "-" + code
			t.Attached = append(t.Attached, &own)
		}
	}
	return &t.Document
}

// within are the blocks of a document as a part of another.
func within(d *document.Document, code string) []document.Block {
	blocks := slices.Clone(d.Blocks)
	for i := range blocks {
		switch b := blocks[i].(type) {
		case document.Heading:
			b.Level++
			blocks[i] = b
		case document.Table:
			sheet := *b.Sheet
			sheet.Name += "-" + code
			blocks[i] = document.Table{Sheet: &sheet}
		}
	}
	return blocks
}

// shared tells of somebody whom kommuner share.
func (t *telling) shared(of *staffing.Together, s *staffing.Shared) lang.Text {
	args := lang.Args{"who": s.Name, "kommuner": t.book.Listed(t.kommuner(of, s)...), "need": s.Need.ToWhole()}
	switch {
	case s.PerWeek == nil:
		return t.text("staffing/shared-unknown", args)
	case s.Over.IsZero():
		return t.text("staffing/shared-enough", args)
	}
	args["over"], args["alone"] = s.Over.ToWhole(), s.Alone.ToWhole()
	if s.Cost == nil {
		return t.text("staffing/shared-unpriced", args)
	}
	args["cost"] = s.Cost.ToThousands()
	return t.text("staffing/shared-short", args)
}

// kommuner are the names of those who share somebody.
func (t *telling) kommuner(of *staffing.Together, s *staffing.Shared) []lang.Text {
	var names []lang.Text
	for _, by := range s.Plans {
		i := slices.IndexFunc(of.Plans, func(p *staffing.Staffing) bool { return p.Estimate().Kommune.Code == by.Kommune })
		names = append(names, lang.Both(of.Plans[i].Estimate().Kommune.Name))
	}
	return names
}

// sharedMonths are the months of those whom kommuner share, with a column for each kommune
// that shares anybody.
func (t *telling) sharedMonths(of *staffing.Together) *table.Sheet {
	sheet := &table.Sheet{Name: "shared", Columns: []table.Column{
		table.Head("who", t.text("staffing/who", nil)), table.Head("month", t.text("staffing/month", nil)),
	}}
	var codes []string
	for _, p := range of.Plans {
		code := p.Estimate().Kommune.Code
		shares := func(s staffing.Shared) bool {
			return slices.ContainsFunc(s.Plans, func(by staffing.SharedBy) bool { return by.Kommune == code })
		}
		if slices.ContainsFunc(of.Shared, shares) {
			codes = append(codes, code)
			sheet.Columns = append(sheet.Columns, table.Figures(code, lang.Both(p.Estimate().Kommune.Name)))
		}
	}
	sheet.Columns = append(sheet.Columns,
		table.Figures("need", t.text("staffing/need", nil)), table.Figures("available", t.text("staffing/available", nil)),
		table.Figures("over", t.text("staffing/over", nil)))
	for i := range of.Shared {
		s := &of.Shared[i]
		for k := range s.Months {
			m := &s.Months[k]
			cells := []table.Cell{table.Of(s.Name), table.Of(month(m.First))}
			for _, code := range codes {
				cell := table.Of(lang.Text{})
				if n := slices.IndexFunc(s.Plans, func(by staffing.SharedBy) bool { return by.Kommune == code }); n >= 0 {
					cell = table.Of(m.Needs[n].Whole())
				}
				cells = append(cells, cell)
			}
			available := table.Of(lang.Text{})
			if m.Available != nil {
				available = table.Of(m.Available.Whole())
			}
			sheet.Append(append(cells, table.Of(m.Need.Whole()), available, table.Of(m.Over.Whole()))...)
		}
	}
	return sheet
}
