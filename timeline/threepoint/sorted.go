package threepoint

import (
	"math"
	"math/bits"
	"slices"
)

// Sorted is a copy of samples in rising order, none of which may be NaN. Many are
// sorted by the first 33 bits in which any differ, digit by digit (a radix sort from the
// last of eleven bits on), and compared only where that leaves any out of order.
func Sorted(samples []float64) []float64 {
	if len(samples) < fewSamples {
		out := slices.Clone(samples)
		slices.Sort(out)
		return out
	}
	keys, next := make([]uint64, len(samples)), make([]uint64, len(samples))
	differ := uint64(0)
	for i, x := range samples {
		keys[i] = rising(x)
		differ |= keys[i] ^ keys[0]
	}
	const digits, width, last = 3, 11, 1<<11 - 1
	shift := max(bits.Len64(differ)-width*digits, 0)
	var counts [digits][last + 1]uint32
	for _, k := range keys {
		k >>= shift
		counts[0][k&last]++
		counts[1][k>>width&last]++
		counts[2][k>>(2*width)&last]++
	}
	for d := range counts {
		count, from := &counts[d], width*d+shift
		if int(count[keys[0]>>from&last]) == len(keys) {
			continue // the same in all
		}
		at := uint32(0)
		for v, n := range count {
			count[v] = at
			at += n
		}
		for _, k := range keys {
			v := k >> from & last
			next[count[v]] = k
			count[v]++
		}
		keys, next = next, keys
	}
	if shift > 0 && !slices.IsSorted(keys) { // nearly, as a rule
		slices.Sort(keys)
	}
	out := make([]float64, len(keys))
	for i, k := range keys {
		out[i] = risen(k)
	}
	return out
}

// fewSamples are sorted sooner by comparing.
const fewSamples = 256

const signBit = 1 << 63

// rising is a number that rises as x does, and risen x again.
func rising(x float64) uint64 {
	k := math.Float64bits(x)
	if k&signBit != 0 {
		return ^k
	}
	return k | signBit
}

func risen(k uint64) float64 {
	if k&signBit != 0 {
		return math.Float64frombits(k &^ signBit)
	}
	return math.Float64frombits(^k)
}
