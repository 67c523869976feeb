package threepoint

import "math/rand/v2"

// Stream is a row of random numbers that depends on a seed, a key and a block
// of samples only: the same three always give the same numbers, and adding or
// removing other keys changes none of them.
//
// The generator is the PCG of math/rand/v2, whose values are promised to stay;
// what is made of them is our own, since the derived methods promise nothing.
type Stream struct {
	pcg    rand.PCG
	scores *scoreTable
}

// NewStream begins the row of a key for a block of samples.
func NewStream(seed uint64, key string, block int) *Stream {
	s := &Stream{}
	s.Begin(seed, key, block)
	return s
}

// Begin makes a stream, of which the zero value will do, that of NewStream.
func (s *Stream) Begin(seed uint64, key string, block int) {
	h := hash(key)
	s.scores = scores()
	s.pcg.Seed(mix(seed^mix(h)), mix(h^mix(seed+uint64(block))))
}

// hash is FNV-1a over the key's bytes (G. Fowler, L. C. Noll, K.-P. Vo).
func hash(key string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * prime
	}
	return h
}

// mix spreads neighbouring numbers (the finisher of SplitMix64; G. L. Steele,
// D. Lea, C. H. Flood, OOPSLA 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Uniform is the next number, evenly between 0 and 1, and never either: the
// middle of one of 2⁵² intervals.
func (s *Stream) Uniform() float64 {
	return (float64(s.pcg.Uint64()>>12) + 0.5) / (1 << 52)
}

// Score is the next standard normal score: the normal quantile of the next
// uniform number, one for one, within 10⁻⁷.
func (s *Stream) Score() float64 { return s.scores.at(s.Uniform()) }

// Draw is the next score, that of Score, with a second number between 0 and 1
// that does not depend on it: the middle of one of 2¹² intervals, from the bits
// that the score leaves over. The whole part of a quantity plus it is the quantity
// rounded to whole ones with its mean kept, to within 2⁻¹³.
func (s *Stream) Draw() (score, rest float64) {
	bits := s.pcg.Uint64()
	return s.scores.at((float64(bits>>12) + 0.5) / (1 << 52)), (float64(bits&(1<<12-1)) + 0.5) / (1 << 12)
}
