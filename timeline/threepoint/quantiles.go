package threepoint

// Quantiles are a curve made faster still, for draws with which nothing else is
// correlated: 256 even steps of probability, a straight line with the mean of the
// curve for each, the four at either end in eight steps each, and the curve itself beyond,
// where one draw in 128 lies. They are off by at most five thousandths of the distance between the 1 % and 99 %
// percentiles of the distribution, near those ends, and on average by none. More
// steps would push each other out of the processor's cache, where a model has
// many curves.
//
// They are read-only once made; any number of goroutines may share them.
type Quantiles struct {
	of    *Curve
	cells [quantileCells]cell
	ends  [2 * quantileEnd * fineCells]cell
}

const (
	cellBits      = 8
	quantileCells = 1 << cellBits
	quantileEnd   = 4 // cells on either side that are too coarse
	fineBits      = 3
	fineCells     = 1 << fineBits // in each of those
	fineEnd       = 8             // of them on either side, that are left to the curve

	withinCell = 64 - cellBits - restBits // bits of where in its cell a draw lies
	withinFine = withinCell - fineBits
)

// cell is the value where a step begins, and what is added for each number of
// withinCell bits.
type cell struct{ value, slope float64 }

// NewQuantiles tabulates a curve.
func NewQuantiles(c *Curve) *Quantiles {
	q := &Quantiles{of: c}
	table := scores()
	at := func(i float64) float64 { return c.At(table.at(i / quantileCells)) }
	lines := func(into []cell, from, step float64, bits int) {
		first := at(from)
		for i := range into {
			middle, last := at(from+(float64(i)+0.5)*step), at(from+float64(i+1)*step)
			sag := middle - (first+last)/2
			into[i] = cell{first + sag*2/3, (last - first) / float64(int64(1)<<bits)}
			first = last
		}
	}
	lines(q.cells[quantileEnd:quantileCells-quantileEnd], quantileEnd, 1, withinCell)
	low, high := q.ends[fineEnd:quantileEnd*fineCells], q.ends[quantileEnd*fineCells:len(q.ends)-fineEnd]
	lines(low, float64(fineEnd)/fineCells, 1.0/fineCells, withinFine)
	lines(high, quantileCells-quantileEnd, 1.0/fineCells, withinFine)
	return q
}

// At is the draw that a number of a Stream makes: the quantile at the uniform number of
// the same bits.
func (q *Quantiles) At(bits uint64) float64 {
	i := bits >> (64 - cellBits)
	if i-quantileEnd >= quantileCells-2*quantileEnd {
		return q.end(bits)
	}
	c := &q.cells[i]
	return c.value + c.slope*float64(int64(bits>>restBits&(1<<withinCell-1)))
}

// end is At in the steps at the ends.
func (q *Quantiles) end(bits uint64) float64 {
	i := bits >> (64 - cellBits - fineBits)
	if i >= quantileEnd*fineCells {
		i -= (quantileCells - 2*quantileEnd) * fineCells
	}
	if i-fineEnd >= uint64(len(q.ends)-2*fineEnd) {
		return q.of.At(scores().at(uniform(bits)))
	}
	c := &q.ends[i]
	return c.value + c.slope*float64(int64(bits>>restBits&(1<<withinFine-1)))
}

// Draws fills in the next draws of a stream, each that of At.
func (q *Quantiles) Draws(s *Stream, into []float64) {
	state := s.state
	for k := range into {
		bits := mix(state)
		state += golden
		i := bits >> (64 - cellBits)
		if i-quantileEnd >= quantileCells-2*quantileEnd {
			into[k] = q.end(bits)
			continue
		}
		c := &q.cells[i]
		into[k] = c.value + c.slope*float64(int64(bits>>restBits&(1<<withinCell-1)))
	}
	s.state = state
}

// WholeDraws fills in the next draws of a stream plus a number, each rounded to a whole one
// by its Rest, and from 0 to most.
func WholeDraws[W ~int32](q *Quantiles, s *Stream, plus float64, most W, into []W) {
	last := &q.cells[quantileCells-quantileEnd-1]
	if !(q.cells[quantileEnd].value+plus >= 0 && last.value+last.slope*(1<<withinCell)+plus+1 <= float64(most)) {
		for k := range into {
			bits := s.Bits()
			into[k] = WholePart(q.At(bits)+plus+Rest(bits), most)
		}
		return
	}
	state, half := s.state, plus+0.5/(1<<restBits)
	for k := range into {
		bits := mix(state)
		state += golden
		i := bits >> (64 - cellBits)
		if i-quantileEnd >= quantileCells-2*quantileEnd {
			into[k] = WholePart(q.end(bits)+plus+Rest(bits), most)
			continue
		}
		c := &q.cells[i]
		into[k] = W(c.value + half + c.slope*float64(int64(bits>>restBits&(1<<withinCell-1))) + float64(int64(bits&(1<<restBits-1)))*(1.0/(1<<restBits)))
	}
	s.state = state
}

// WholePart is the whole part of a number from 0 to most; 0 of what is no number.
func WholePart[W ~int32](x float64, most W) W {
	if !(x > 0) {
		return 0
	}
	return W(min(x, float64(most)))
}
