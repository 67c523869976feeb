package threepoint

import "math/bits"

// Stream is a row of random numbers that depends on a seed, a key and a block
// of samples only: the same three always give the same numbers, and adding or
// removing other keys changes none of them.
//
// The generator is wyrand (Wang Yi, wyhash, final version 4, 2023): what it counts by is
// made into a number by one wide product, without regard to the one before, so that a
// processor makes several at once.
type Stream struct {
	state  uint64
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
	s.state = mix(mix(seed^mix(h)) ^ mix(h^mix(seed+uint64(block))))
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

// mix makes a number of another, all of whose bits bear on all of its own: what
// SplitMix64 does with each that it has counted (G. L. Steele, D. Lea, C. H. Flood,
// OOPSLA 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// stride is what wyrand counts by.
const stride = 0x2d358dccaa6c78a5

// at is the number of a stream that has counted so far.
func at(state uint64) uint64 {
	high, low := bits.Mul64(state, state^0x8bb84b93962eacc9)
	return high ^ low
}

// Bits are the next number, all of which are even odds.
func (s *Stream) Bits() uint64 {
	s.state += stride
	return at(s.state)
}

// Uniform is the next number, evenly between 0 and 1, and never either: the
// middle of one of 2⁵² intervals.
func (s *Stream) Uniform() float64 { return uniform(s.Bits()) }

func uniform(bits uint64) float64 {
	return (float64(int64(bits>>restBits)) + 0.5) / (1 << (64 - restBits))
}

// restBits are those of a number that a draw leaves over.
const restBits = 12

// Rest is a number between 0 and 1 from the bits that a draw leaves over, on which
// that does not depend: the middle of one of 2¹² intervals. The whole part of a
// quantity plus it is the quantity rounded to whole ones with its mean kept, to
// within 2⁻¹³.
func Rest(bits uint64) float64 {
	return float64(int64(bits&(1<<restBits-1)))/(1<<restBits) + 0.5/(1<<restBits)
}

// Score is the next standard normal score: the normal quantile of the next
// uniform number, one for one, within 10⁻⁷.
func (s *Stream) Score() float64 { return s.scores.at(s.Uniform()) }
