package outlook

import (
	"runtime"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// Simulation says how to simulate an estimate. The zero value draws 10,000
// times from PERT distributions of lines that are independent of each other.
type Simulation struct {
	Shape   threepoint.Shape // of lines, drivers and rates; zero: PERT
	Samples int              // zero: 10,000; at most a million
	Seed    uint64           // the same seed gives the same result

	// Correlation, from 0 to 1, is how far lines of one driver go up and down
	// together, beyond what the driver itself does to all of them: between the
	// normal scores of their own figures.
	Correlation float64
}

// The bounds of a simulation.
const (
	usualSamples = 10_000
	mostSamples  = 1_000_000
)

// SimulationError says what of a simulation is out of bounds.
type SimulationError struct {
	Kind        ErrorKind
	Value       string
	Least, Most int // the bounds, both inclusive
}

// ErrorKind is what of a simulation is out of bounds.
type ErrorKind string

// What can be out of bounds.
const (
	SamplesOutOfBounds     ErrorKind = "estimate/samples-out-of-bounds"
	CorrelationOutOfBounds ErrorKind = "estimate/correlation-out-of-bounds"
)

// Error returns kind and values.
func (e *SimulationError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *SimulationError) Fault() (kind string, values map[string]any) {
	return string(e.Kind), map[string]any{"value": e.Value, "least": e.Least, "most": e.Most}
}

// usual is a simulation with the usual in the place of what is left at zero.
func (s Simulation) usual() Simulation {
	if s.Samples == 0 {
		s.Samples = usualSamples
	}
	if s.Shape == 0 {
		s.Shape = threepoint.PERTShape
	}
	return s
}

// check holds a simulation against its bounds.
func (s Simulation) check() error {
	if s.Shape.String() == "" {
		return &threepoint.ValueError{Kind: threepoint.UnknownShape}
	}
	if s.Samples < 1 || s.Samples > mostSamples {
		return &SimulationError{SamplesOutOfBounds, strconv.Itoa(s.Samples), 1, mostSamples}
	}
	if !(s.Correlation >= 0 && s.Correlation <= 1) {
		return &SimulationError{CorrelationOutOfBounds, strconv.FormatFloat(s.Correlation, 'g', -1, 64), 0, 1}
	}
	return nil
}

// Simulated is what a simulation came to. Its figures are drawn, not computed:
// another seed gives slightly other ones. The same simulation of the same
// estimate gives the same figures with any number of cores.
type Simulated struct {
	Simulation // as it was run, with nothing left at zero that means something else
	InAll      Drawn
	NewMoney   Drawn
}

// Drawn is a sum in many draws, rounded to whole kroner.
type Drawn struct {
	Mean, SD drejebog.Kroner
	sorted   []float64
}

// Within is the amount that the share from 0 to 1 of the draws stays within,
// rounded to whole kroner.
func (d Drawn) Within(share float64) drejebog.Kroner {
	return wholeKroner(threepoint.Percentile(d.sorted, share))
}

// drawnOf reduces draws.
func drawnOf(samples []float64) Drawn {
	return reduced(threepoint.MomentsOf(samples), threepoint.Sorted(samples))
}

// drawnAs does so for those of an outcome.
func drawnAs(o *risk.Outcome) Drawn { return reduced(o.Moments, o.Sorted()) }

func reduced(m threepoint.Moments, sorted []float64) Drawn {
	return Drawn{Mean: wholeKroner(m.Mean), SD: wholeKroner(m.SD()), sorted: sorted}
}

// simulate draws the sums, of a simulation within bounds.
func (u *uncertain) simulate(s Simulation) (Simulated, error) {
	d, err := u.draw(s)
	if err != nil {
		return Simulated{}, err
	}
	d.inAll, d.newMoney = make([]float64, s.Samples), make([]float64, s.Samples)
	threepoint.Run(s.Samples, runtime.GOMAXPROCS(0), func() func(threepoint.Block) {
		room := d.room()
		return func(b threepoint.Block) { d.block(b, room) }
	})
	return Simulated{Simulation: s, InAll: drawnOf(d.inAll), NewMoney: drawnOf(d.newMoney)}, nil
}

// draw is a simulation on its way.
type draw struct {
	Simulation
	lines      []drawnLine
	conditions []drawnValue
	groups     []string // keys of the drivers whose lines are correlated
	factor     threepoint.Factor

	inAll, newMoney []float64
}

// drawnValue is a three-point value as an offset and a curve of range 1: values
// of the same form share a curve.
type drawnValue struct {
	key          string
	offset, span float64
	curve        *threepoint.Curve
}

func (v *drawnValue) at(z float64) float64 { return v.offset + v.span*v.curve.At(z) }

type drawnLine struct {
	drawnValue
	newMoney bool
	shares   []int
	group    int // −1 for a line without driver
}

// draw prepares the curves, one for each form of value.
func (u *uncertain) draw(s Simulation) (*draw, error) {
	d := &draw{Simulation: s, factor: threepoint.NewFactor(s.Correlation)}
	curves := newCurves(s.Shape)
	if err := curves.fit(u.values()); err != nil {
		return nil, err
	}
	for i := range u.conditions {
		c := &u.conditions[i]
		d.conditions = append(d.conditions, drawnOfValue(c.input.ID, c.value, curves))
	}
	groups, keys := map[string]int{}, u.keys()
	for i := range u.lines {
		line := &u.lines[i]
		d.lines = append(d.lines, drawnLine{
			drawnValue: drawnOfValue(keys[i], line.value, curves), newMoney: line.newMoney, shares: line.shares, group: d.group(line.basis, groups),
		})
	}
	return d, nil
}

// values are those of the conditions and of the lines.
func (u *uncertain) values() []threepoint.Value {
	values := make([]threepoint.Value, 0, len(u.lines)+len(u.conditions))
	for i := range u.conditions {
		values = append(values, u.conditions[i].value)
	}
	for i := range u.lines {
		values = append(values, u.lines[i].value)
	}
	return values
}

// keys name the draws of the lines: a plan may add a line twice.
func (u *uncertain) keys() []string {
	keys, seen := make([]string, len(u.lines)), map[string]int{}
	for i := range u.lines {
		key := keyOf(u.lines[i].basis)
		if seen[key]++; seen[key] > 1 {
			key += " #" + strconv.Itoa(seen[key])
		}
		keys[i] = key
	}
	return keys
}

// group is the place of a line's driver among those whose lines are
// correlated.
func (d *draw) group(b *estimate.Basis, groups map[string]int) int {
	if b.Driver == nil || d.Correlation == 0 {
		return -1
	}
	at, ok := groups[b.Driver.ID]
	if !ok {
		at = len(d.groups)
		groups[b.Driver.ID] = at
		d.groups = append(d.groups, "factor/"+b.Driver.ID)
	}
	return at
}

func drawnOfValue(key string, v threepoint.Value, c *curves) drawnValue {
	out := drawnValue{key: key, offset: v.Low, span: v.High - v.Low}
	if at, spread := formOf(v); spread {
		out.curve = c.forms[formed{at, v.Ends}].curve
	}
	return out
}

// room is the memory of one core for one block.
type room struct {
	conditions [][]float64 // values of each condition
	groups     [][]float64 // scores of each common factor
	line       []float64
}

func (d *draw) room() *room {
	r := &room{line: make([]float64, threepoint.BlockSize)}
	for range d.conditions {
		r.conditions = append(r.conditions, make([]float64, threepoint.BlockSize))
	}
	for range d.groups {
		r.groups = append(r.groups, make([]float64, threepoint.BlockSize))
	}
	return r
}

// block draws the samples of one block, line by line, in a fixed order.
func (d *draw) block(b threepoint.Block, r *room) {
	n := b.To - b.From
	for i := range d.conditions {
		c := &d.conditions[i]
		stream := threepoint.NewStream(d.Seed, c.key, b.Index)
		for s := range n {
			r.conditions[i][s] = c.at(stream.Score())
		}
	}
	for i, key := range d.groups {
		stream := threepoint.NewStream(d.Seed, key, b.Index)
		for s := range n {
			r.groups[i][s] = stream.Score()
		}
	}
	for i := range d.lines {
		line := &d.lines[i]
		d.line(line, b.Index, n, r)
		for s, amount := range r.line[:n] {
			d.inAll[b.From+s] += amount
		}
		if line.newMoney {
			for s, amount := range r.line[:n] {
				d.newMoney[b.From+s] += amount
			}
		}
	}
}

// line draws one line's kroner for a block.
func (d *draw) line(line *drawnLine, block, n int, r *room) {
	amounts := r.line[:n]
	stream := threepoint.NewStream(d.Seed, line.key, block)
	switch {
	case line.span == 0:
		for s := range amounts {
			amounts[s] = line.offset
		}
	case line.group < 0:
		for s := range amounts {
			amounts[s] = line.at(stream.Score())
		}
	default:
		common := r.groups[line.group]
		for s := range amounts {
			amounts[s] = line.at(d.factor.Score(common[s], stream.Score()))
		}
	}
	for _, c := range line.shares {
		for s, factor := range r.conditions[c][:n] {
			amounts[s] *= factor
		}
	}
}
