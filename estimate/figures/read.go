package figures

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
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
	if row != nil && isMeasure(row) {
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
	if column, want := refused(row, *low, *likely, *high); column != "" {
		record.Refuse(column, want)
		return
	}
	r.figures = append(r.figures, estimate.Figure{Key: key, Low: *low, Likely: *likely, High: *high, Place: record.Place("likely")})
}

// isMeasure reports whether a figure is hours or per cent, which have decimals rather than
// thousands.
func isMeasure(f *estimate.Fillable) bool {
	return f.Index != nil || f.Line != nil && f.Line.Kind != estimate.External
}

// refused is what is wrong with figures that are handed in: which of "low", "likely" and
// "high", and what was expected; an empty column where nothing is.
func refused(f *estimate.Fillable, low, likely, high decimal.Decimal) (column string, want strict.Part) {
	switch {
	case f.Index != nil && !price.InBounds(likely):
		return "likely", strict.Part{Kind: "template/want-percent", Values: map[string]any{"least": lang.Whole(price.LeastPercent), "most": lang.Whole(price.MostPercent)}}
	case f.Index != nil:
		return "", strict.Part{}
	case !product.InBounds(low, likely, high):
		return "likely", strict.Part{Kind: "template/want-digits", Values: map[string]any{"before": lang.Whole(product.MostWhole), "after": lang.Whole(product.MostFraction)}}
	case low.IsNegative() || likely.IsNegative():
		return "likely", strict.Part{Kind: "template/want-from-zero"}
	case low.GreaterThan(likely):
		return "low", strict.Part{Kind: "template/want-low"}
	case high.LessThan(likely):
		return "high", strict.Part{Kind: "template/want-high"}
	case f.Input != nil && f.Input.Kind == estimate.DriverInput && (!low.IsInteger() || !likely.IsInteger() || !high.IsInteger()):
		return "likely", strict.Part{Kind: "template/want-whole"}
	}
	return "", strict.Part{}
}
