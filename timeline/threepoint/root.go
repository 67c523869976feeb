package threepoint

import "math"

// root is where a rising function passes zero between two ends; an end, where
// it does not. Each step takes the secant through the bracket, and halves the
// weight of an end that stays twice (the Illinois rule: M. Dowell and P.
// Jarratt, A modified regula falsi method, BIT 11, 1971).
func root(from, to float64, f func(float64) float64) float64 {
	const most = 200
	low, high := f(from), f(to)
	if !(low < 0) {
		return from
	}
	if !(high > 0) {
		return to
	}
	stayed := 0 // −1: the lower end moved last, 1: the upper end
	for range most {
		x := from + (to-from)*(-low/(high-low))
		if !(from < x && x < to) { // the secant is no better than the middle
			x = from + (to-from)/2
		}
		if !(from < x && x < to) { // as near as the numbers go
			break
		}
		y := f(x)
		switch {
		case y == 0:
			return x
		case y < 0:
			if stayed == -1 {
				high /= 2
			}
			from, low, stayed = x, y, -1
		default:
			if stayed == 1 {
				low /= 2
			}
			to, high, stayed = x, y, 1
		}
		if to-from <= 1e-15*math.Max(math.Abs(from), math.Abs(to)) {
			break
		}
	}
	return from + (to-from)/2
}
