package cpm

import (
	"container/heap"
	"encoding/binary"
	"math"
)

// maxSearchWork bounds the activities and links that a search looks at by
// solving, and maxTrials how often it solves.
const (
	maxSearchWork = 3_000_000
	maxTrials     = 20_000
)

// searching looks for the cheapest shortening, cheapest first (P. Hart, N.
// Nilsson and B. Raphael, A formal basis for the heuristic determination of
// minimum cost paths, 1968). What is tried and does not meet the date leaves a
// chain to the target that is too long. Whatever meets the date and shortens no
// activity less has to shorten one of that chain more: each of them, by a tick,
// is what is tried next. What the trial costs, and what that chain by itself
// costs at least, bounds all that follow.
type searching struct {
	m      *meeting
	trials []trial // a heap
	seen   map[string]bool
	tried  int
}

// trial is a shortening to be tried, and a bound on the cost of all that meet
// the date and shorten no activity less.
type trial struct {
	amounts     []shorter
	cost, bound int64
}

// shorter is by how much a choice is shorter.
type shorter struct {
	choice int32
	ticks  Work
}

func (m *meeting) search() {
	s := searching{m: m, seen: map[string]bool{}}
	s.add(trial{})
	m.work = 0
	for len(s.trials) > 0 && m.work < maxSearchWork && s.tried < maxTrials {
		next := heap.Pop(&s).(trial)
		if m.cut.Met && next.bound >= m.cut.Cost {
			s.trials = nil // nor is any other cheaper
			break
		}
		m.cut.raise(next.bound)
		s.try(next)
	}
	switch c := m.cut; {
	case len(s.trials) > 0:
		c.raise(s.trials[0].bound)
	case c.Met:
		c.raise(c.Cost)
	default:
		c.Exact, c.Proof = true, nil
	}
}

// raise raises the bound to one that is higher, at most to what meets the
// date. The proof is one of the bound before.
func (c *Cut) raise(bound int64) {
	if c.Met {
		bound = min(bound, c.Cost)
	}
	if bound > c.Bound {
		c.Bound, c.Proof = bound, nil
	}
	c.Exact = c.Met && c.Cost == c.Bound
}

func (s *searching) add(t trial) {
	key := make([]byte, 0, 4*len(t.amounts))
	for _, a := range t.amounts {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(a.choice)), uint64(a.ticks))
	}
	if !s.seen[string(key)] {
		s.seen[string(key)] = true
		heap.Push(s, t)
	}
}

// try solves for a trial: it meets the date, or others follow from it.
func (s *searching) try(t trial) {
	m := s.m
	s.tried++
	amounts := make([]Work, len(m.choices))
	for _, a := range t.amounts {
		amounts[a.choice] = a.ticks
	}
	m.shorten(amounts)
	if m.isMet() {
		m.keep()
		return
	}
	chain := m.walkBack()
	more := chain.atLeast()
	if more == math.MaxInt64 {
		return
	}
	bound := max(t.bound, t.cost+more)
	for _, c := range chain.choices {
		if amounts[c] == m.choices[c].limit {
			continue
		}
		cost := t.cost + m.choices[c].price
		if next := max(bound, cost); !m.cut.Met || next < m.cut.Cost {
			s.add(trial{with(t.amounts, c), cost, next})
		}
	}
}

// with returns the amounts with one choice a tick shorter, in the order of the
// choices.
func with(amounts []shorter, choice int32) []shorter {
	out := make([]shorter, 0, len(amounts)+1)
	added := false
	for _, a := range amounts {
		if !added && a.choice >= choice {
			added = true
			if a.choice == choice {
				out = append(out, shorter{choice, a.ticks + 1})
				continue
			}
			out = append(out, shorter{choice, 1})
		}
		out = append(out, a)
	}
	if !added {
		out = append(out, shorter{choice, 1})
	}
	return out
}

func (s *searching) Len() int { return len(s.trials) }

// Less puts the lower bound first, and of equals the one that costs more, which
// is nearer to the date.
func (s *searching) Less(i, j int) bool {
	a, b := &s.trials[i], &s.trials[j]
	if a.bound != b.bound {
		return a.bound < b.bound
	}
	return a.cost > b.cost
}

func (s *searching) Swap(i, j int) { s.trials[i], s.trials[j] = s.trials[j], s.trials[i] }

// Push is for container/heap.
func (s *searching) Push(x any) { s.trials = append(s.trials, x.(trial)) }

// Pop is for container/heap.
func (s *searching) Pop() any {
	last := len(s.trials) - 1
	t := s.trials[last]
	s.trials = s.trials[:last]
	return t
}
