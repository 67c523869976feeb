package lang

import (
	"cmp"
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order compares texts in Danish alphabetical order: æ, ø, å last, aa as å,
// small before capital letters where nothing else differs. It keeps buffers,
// so each goroutine makes its own.
type Order struct{ collator *collate.Collator }

// NewOrder returns an order that is ready for use.
func NewOrder() *Order {
	return &Order{collator: collate.New(language.Danish)}
}

// Compare returns -1, 0 or +1 as a stands before, with or after b. It is 0
// only for equal texts, so that a sorted list is the same on every run.
func (o *Order) Compare(a, b string) int {
	if c := o.collator.CompareString(a, b); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// CompareDays puts the earlier day first and none, nil, last.
func CompareDays(a, b *date.Date) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Compare(*a, *b)
}
