package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// ReadFigures reads the figures of a template that was filled in, with every
// fault at its sheet and cell. A row without figures of the kommune's is left
// out, and so is one with a fault. Where no low or high is given, they are the
// figure itself. Handed to Assumptions.Figures, each stands in the place of
// what is assumed.
func (e *Estimate) ReadFigures(sheets ...table.Sheet) ([]Figure, []strict.Fault) {
	columns := e.templateColumns()
	r := figureReader{known: map[string]*wanted{}, seen: map[string]bool{}}
	rows := e.wanted()
	for i := range rows {
		r.known[rows[i].key] = &rows[i]
		r.keys = append(r.keys, rows[i].key)
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

type figureReader struct {
	known   map[string]*wanted
	keys    []string
	seen    map[string]bool
	figures []Figure
	faults  []strict.Fault
}

// read reads a row.
func (r *figureReader) read(record table.Record) {
	if record.Text("low")+record.Text("likely")+record.Text("high") == "" {
		return
	}
	key := record.Text("key")
	row := r.known[key]
	figure := record.Amount
	if row != nil && row.measure {
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
	if sound(record, row, *low, *likely, *high) {
		r.figures = append(r.figures, Figure{Key: key, Low: *low, Likely: *likely, High: *high, Place: record.Place("likely")})
	}
}

// The least and the most that wages or prices move in a year, in per cent.
var leastPercent, mostPercent = decimal.NewFromInt(-50), decimal.NewFromInt(100)

// sound reports whether a row's figures can be used; else the record has a
// fault that says what was expected.
func sound(record table.Record, row *wanted, low, likely, high decimal.Decimal) bool {
	switch {
	case row.percent && !percentInBounds(likely):
		record.Refuse("likely", strict.Part{Kind: "template/want-percent", Values: map[string]any{"least": lang.Exactly(leastPercent), "most": lang.Exactly(mostPercent)}})
	case row.percent:
		return true
	case !inBounds(low) || !inBounds(likely) || !inBounds(high):
		record.Refuse("likely", strict.Part{Kind: "template/want-digits", Values: map[string]any{"before": lang.Whole(mostWhole), "after": lang.Whole(mostFraction)}})
	case low.IsNegative() || likely.IsNegative():
		record.Refuse("likely", strict.Part{Kind: "template/want-from-zero"})
	case low.GreaterThan(likely):
		record.Refuse("low", strict.Part{Kind: "template/want-low"})
	case high.LessThan(likely):
		record.Refuse("high", strict.Part{Kind: "template/want-high"})
	case row.whole && (!low.IsInteger() || !likely.IsInteger() || !high.IsInteger()):
		record.Refuse("likely", strict.Part{Kind: "template/want-whole"})
	default:
		return true
	}
	return false
}

func percentInBounds(percent decimal.Decimal) bool {
	return inBounds(percent) && percent.GreaterThanOrEqual(leastPercent) && percent.LessThanOrEqual(mostPercent)
}
