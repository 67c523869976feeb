package threepoint

// Stream is a row of random numbers that depends on a seed, a key and a block
// of samples only: the same three always give the same numbers, and adding or
// removing other keys changes none of them.
//
// The generator is SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014):
// what it counts by is made into a number without regard to the one before, so that
// a processor makes several at once.
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

// golden is what SplitMix64 counts by: 2⁶⁴ over the golden ratio.
const golden = 0x9e3779b97f4a7c15

// mix makes a number of another, all of whose bits bear on all of its own: what
// SplitMix64 does with each that it has counted.
func mix(x uint64) uint64 {
	x += golden
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Bits are the next number, all of which are even odds.
func (s *Stream) Bits() uint64 {
	x := mix(s.state)
	s.state += golden
	return x
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
