package level

import "github.com/drejebog/monopolbrud/timeline/cpm"

// yard is where schedules are generated: plain or general.
type yard interface {
	// count is how many activities there are. They are numbered so that each comes
	// after those that it waits for.
	count() int

	// forward starts all in an order, as early as may be, and returns the cost.
	forward(order, start []int32) cost

	// parallel does so tick by tick, or as forward where it would cost too much.
	parallel(order, start []int32) cost

	// back starts all in an order, the reverse of a feasible one, as late as may be
	// with everything finished by then. False: it could not be done.
	back(order, start []int32, finish int32) bool

	// lengthOf is how long an activity takes, for the order of finishes.
	lengthOf(i int) int32

	// energy is what an activity takes of the resources: shares of them, by length.
	energy(i int) float64

	// straight says that sorting by starts, by number on ties, gives a feasible order.
	straight() bool

	// instant is when a tick begins, and end when the one before it is over.
	instant(tick int32) cpm.Instant
	end(tick int32) cpm.Instant

	// waitsFor and awaits are what comes before and after an activity.
	waitsFor(i int32) []arc
	awaits(i int32) []arc
}

func (p *plain) lengthOf(i int) int32   { return p.length[i] }
func (p *plain) waitsFor(i int32) []arc { return p.before[i] }
func (p *plain) awaits(i int32) []arc   { return p.after[i] }

// straight: no link lets an activity start before one that it waits for.
func (p *plain) straight() bool {
	for _, arcs := range p.before {
		for _, a := range arcs {
			if a.ticks < 0 {
				return false
			}
		}
	}
	return true
}
func (p *plain) energy(i int) float64 { return p.energies[i] }
