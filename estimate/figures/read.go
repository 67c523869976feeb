package figures

import (
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Read reads the figures of a template that was filled in, with every
// fault at its sheet and cell. A row without figures of the kommune's is left
// out, and so is one with a fault. Where no low or high is given, they are the
// figure itself. Handed to Assumptions.Figures, each stands in the place of
// what is assumed. Of an estimate that nobody computed there is nothing to fill in.
func Read(est *estimate.Estimate, sheets ...table.Sheet) ([]estimate.Figure, []strict.Fault) {
	if est.AllYears() == nil {
		return nil, nil
	}
	columns := columnsOf(est.Schedule().Book.Words)
	r := reader{known: map[string]*estimate.Fillable{}, seen: map[string]bool{}}
	rows := est.Fillable()
	for i := range rows {
		r.known[rows[i].Key] = &rows[i]
		r.keys = append(r.keys, rows[i].Key)
	}
	for i := range sheets {
		if len(sheets) > 1 && table.Fits(&sheets[i], columns) < 3 {
			continue // a sheet of the kommune's own
		}
		records := table.Match(&sheets[i], columns)
		for _, record := range records.List {
			r.read(record)
		}
		r.faults = append(r.faults, records.Faults()...)
	}
	return r.figures, r.faults
}

// reader is figures on their way out of sheets.
type reader struct {
	known   map[string]*estimate.Fillable
	keys    []string
	seen    map[string]bool
	figures []estimate.Figure
	faults  []strict.Fault
}

// read reads a row.
func (r *reader) read(record table.Record) {
	if record.Text("low")+record.Text("likely")+record.Text("high") == "" {
		return
	}
	key := record.Text("key")
	row := r.known[key]
	figure := record.Amount
	if row != nil && row.IsMeasure() {
		figure = record.Measure
	}
	low, likely, high := figure("low"), figure("likely"), figure("high")
	switch {
	case row == nil:
		record.Refuse("key", strict.Part{Kind: "template/want-key"}, r.keys...)
		return
	case r.seen[key]:
		record.Refuse("key", strict.Part{Kind: "template/want-key-once"})
		return
	}
	r.seen[key] = true
	if !record.Need("likely") || likely == nil {
		return
	}
	if low == nil {
		low = likely
	}
	if high == nil {
		high = likely
	}
	if column, want := row.Refuses(*low, *likely, *high); column != "" {
		record.Refuse(column, want)
		return
	}
	r.figures = append(r.figures, estimate.Figure{Key: key, Low: *low, Likely: *likely, High: *high, Place: record.Place("likely")})
}
