package contribution

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// Figure is a figure of KOMBIT's or of the kommune's own, which stands in the
// place of what the module assumes.
type Figure struct {
	Key               string          // of a Line, the ID of an Input, or that of an index ("index/2014-2015/wages")
	Low, Likely, High decimal.Decimal // rising from zero; in the unit of what it replaces; of an index, per cent
	Place             strict.Place    // the file and the cell
}

// With is the line with a figure that was handed in.
func (l *Line) With(f *Figure) *Line {
	stated := *l
	stated.Of, stated.NotEstimable = nil, nil
	stated.Measure(f.Low, f.Likely, f.High)
	stated.Certainty, stated.Address, stated.Why = drejebog.Stated, f.Place.String(), lang.Text{}
	return stated.ReadAt(f.Place)
}
