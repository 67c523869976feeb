package threepoint

import "math"

// Percentile is the p-quantile, p from 0 to 1, of samples that are sorted in
// rising order: a straight line between the two nearest, the first at 0 and
// the last at 1 (definition 7 of R. J. Hyndman and Y. Fan, The American
// Statistician 50, 1996). It is NaN for no samples.
func Percentile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	at := probability(p) * float64(len(sorted)-1)
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}

// MomentsOf is the mean and the variance of samples (over n − 1), added in
// their order, so that the same samples in the same order give the same bits.
// Both are 0 for no samples, and the variance is 0 for one.
func MomentsOf(samples []float64) Moments {
	if len(samples) == 0 {
		return Moments{}
	}
	n := float64(len(samples))
	sum := 0.0
	for _, x := range samples {
		sum += x
	}
	m := Moments{Mean: sum / n}
	if len(samples) == 1 {
		return m
	}
	squares, rest := 0.0, 0.0
	for _, x := range samples {
		d := x - m.Mean
		squares += d * d
		rest += d
	}
	// The second term takes out what the rounding of the mean left (T. F. Chan,
	// G. H. Golub, R. J. LeVeque, The American Statistician 37, 1983).
	m.Variance = (squares - rest*rest/n) / (n - 1)
	return m
}
