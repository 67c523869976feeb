package outlook

import (
	"cmp"
	"math"
	"sync"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// curves keeps one curve of range 1 for each form of value, and one of each value.
type curves struct {
	shape  threepoint.Shape
	forms  map[formed]*basic
	values map[threepoint.Value]*threepoint.Curve
}

// formed is where the likely point of a value lies between its ends, and what those are.
type formed struct {
	at   float64
	ends threepoint.Ends
}

func newCurves(shape threepoint.Shape) *curves {
	return &curves{shape, map[formed]*basic{}, map[threepoint.Value]*threepoint.Curve{}}
}

// of is the curve of a value; nil for one without spread.
func (c *curves) of(v threepoint.Value) (*threepoint.Curve, error) {
	if known := c.values[v]; known != nil {
		return known, nil
	}
	f, err := c.form(v)
	if f == nil || err != nil {
		return nil, err
	}
	c.values[v] = threepoint.NewCurve(stretched{f.of, f.curve, v.Low, v.High - v.Low})
	return c.values[v], nil
}

// form is the distribution of range 1 of a value with spread.
func (c *curves) form(v threepoint.Value) (*basic, error) {
	if err := c.fit([]threepoint.Value{v}); err != nil {
		return nil, err
	}
	at, _ := formOf(v)
	return c.forms[formed{at, v.Ends}], nil
}

// fit fits the forms of many values, side by side.
func (c *curves) fit(values []threepoint.Value) error {
	var fitting sync.WaitGroup
	failed := make([]error, len(values))
	for i, v := range values {
		if err := v.Validate(); err != nil {
			fitting.Wait()
			return err
		}
		at, spread := formOf(v)
		key := formed{at, v.Ends}
		if c.forms[key] != nil || !spread {
			continue
		}
		form := &basic{}
		c.forms[key] = form
		fitting.Go(func() {
			if form.of, failed[i] = (threepoint.Value{Likely: at, High: 1, Ends: v.Ends}).Fit(c.shape); failed[i] == nil {
				form.curve = threepoint.NewCurve(form.of)
			}
		})
	}
	fitting.Wait()
	return cmp.Or(failed...)
}

// formOf is where the likely point of a value lies between its ends, from 0 to 1, to
// twelve decimals: nearer than that two are one; false for a value without spread.
func formOf(v threepoint.Value) (float64, bool) {
	span := v.High - v.Low
	return math.Round((v.Likely-v.Low)/span*1e12) / 1e12, span > 0
}

// basic is a distribution of range 1 and its curve.
type basic struct {
	of    threepoint.Distribution
	curve *threepoint.Curve
}

// stretched is a distribution times a span from an offset.
type stretched struct {
	of           threepoint.Distribution
	fast         *threepoint.Curve // of it; nil where it is fast itself
	offset, span float64
}

// Quantile is the value below which it lies with a probability.
func (s stretched) Quantile(p float64) float64 { return s.offset + s.span*s.of.Quantile(p) }

// CDF is the probability of a value or less.
func (s stretched) CDF(x float64) float64 { return s.of.CDF((x - s.offset) / s.span) }

// Mean is what is expected.
func (s stretched) Mean() float64 { return s.offset + s.span*s.of.Mean() }

// Variance is the mean square distance.
func (s stretched) Variance() float64 { return s.span * s.span * s.of.Variance() }

// At is the value at a normal score.
func (s stretched) At(z float64) float64 {
	if s.fast != nil {
		return s.offset + s.span*s.fast.At(z)
	}
	return s.offset + s.span*s.of.At(z)
}

// always is a curve that is one value.
func always(value float64) *threepoint.Curve {
	return threepoint.NewCurve(threepoint.Normal{Center: value})
}
