package finding

import (
	"iter"
	"maps"
	"slices"
)

// mostListed is how many findings of a code are told of a file; the rest are counted.
const mostListed = 100

// Listed counts findings by their code, so that a file of a hundred thousand faults of
// one kind is not answered with as many messages. The zero value is nil and cannot count.
type Listed map[string]int

// Add counts a finding and reports whether it is one of those that are told.
func (l Listed) Add(code string) bool {
	full := l.Full(code)
	l[code]++
	return !full
}

// Full reports whether no more of a code are told.
func (l Listed) Full(code string) bool { return l[code] >= mostListed }

// More are the codes of which there are more than are told, sorted, and how many more.
func (l Listed) More() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for _, code := range slices.Sorted(maps.Keys(l)) {
			if more := l[code] - mostListed; more > 0 && !yield(code, more) {
				return
			}
		}
	}
}
