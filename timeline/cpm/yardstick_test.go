package cpm_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// bare is the least that any scheduler has to do, as a yardstick for the
// machine that the other figures are measured on: arrays in the order of
// solving, no calendars, no checks, no constraints, nothing that changes from
// pass to pass.
type bare struct {
	durations, early, late, next []int32
	first                        []int32 // links into activity i: from first[i] to before first[i+1]
	links                        []bareLink
}

type bareLink struct{ from, weight int32 }

// bareOf takes over a layered network as if all its links were FS. Its
// activities are in an order of solving already.
func bareOf(net cpm.Network) *bare {
	n := len(net.Activities)
	b := &bare{durations: make([]int32, n), early: make([]int32, n), late: make([]int32, n), next: make([]int32, n)}
	for i := range net.Activities {
		b.durations[i] = int32(net.Activities[i].Duration)
	}
	links := slices.Clone(net.Links)
	slices.SortStableFunc(links, func(a, b cpm.Link) int { return a.To - b.To })
	for _, l := range links {
		for len(b.first) <= l.To {
			b.first = append(b.first, int32(len(b.links)))
		}
		b.links = append(b.links, bareLink{int32(l.From), b.durations[l.From] + l.Lag.Value})
	}
	for len(b.first) <= n {
		b.first = append(b.first, int32(len(b.links)))
	}
	return b
}

func (b *bare) forward() (finish int32) {
	for i, d := range b.durations {
		start := int32(0)
		for _, l := range b.links[b.first[i]:b.first[i+1]] {
			start = max(start, b.early[l.from]+l.weight)
		}
		b.early[i] = start
		finish = max(finish, start+d)
	}
	return finish
}

func (b *bare) backward(finish int32) {
	for i := range b.late {
		b.late[i], b.next[i] = finish, finish
	}
	for i := len(b.durations) - 1; i >= 0; i-- {
		late, early := min(b.late[i], finish-b.durations[i]), b.early[i]
		b.late[i] = late
		for _, l := range b.links[b.first[i]:b.first[i+1]] {
			b.late[l.from] = min(b.late[l.from], late-l.weight)
			b.next[l.from] = min(b.next[l.from], early-l.weight)
		}
	}
}

func BenchmarkBareArrays(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bare := bareOf(layered(n, false))
			for b.Loop() {
				bare.backward(bare.forward())
			}
		})
	}
}
