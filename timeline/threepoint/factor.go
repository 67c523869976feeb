package threepoint

import "math"

// Factor correlates quantities through a common factor: any two that share it
// have the correlation Rho between their normal scores, and each keeps its own
// distribution (a Gaussian copula with one factor). Rank correlation is then
// (6/π)·asin(Rho/2), and the correlation of the values somewhat below Rho
// where the distributions lean.
type Factor struct{ common, own float64 }

// NewFactor is the common factor of a correlation from 0 to 1; what lies
// outside counts as the nearer end.
func NewFactor(rho float64) Factor {
	rho = probability(rho)
	return Factor{common: math.Sqrt(rho), own: math.Sqrt(1 - rho)}
}

// Score is the score of one quantity from the score of the factor and one of
// its own.
func (f Factor) Score(common, own float64) float64 { return f.common*common + f.own*own }
