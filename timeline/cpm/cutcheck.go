package cpm

import (
	"math/big"
	"slices"
)

// The invariants of a Cut.
const (
	InvariantCutLimits Invariant = "cut-limits" // what is shortened keeps its limit, and the cost is the sum of the prices
	InvariantCutMeets  Invariant = "cut-meets"  // solved again, the target has the finish that the cut says, by the date if it is met
	InvariantCutTight  Invariant = "cut-tight"  // no tick can be given back
	InvariantCutBound  Invariant = "cut-bound"  // the bound is no more than the cost, and equal to it exactly if the cut is exact
	InvariantCutProof  Invariant = "cut-proof"  // the chains prove the bound, or that the date cannot be met
)

// Verify compares a cut with the network and the input that ToMeet was asked
// about, and returns what does not hold; nil when all is well. It shares
// nothing with what made the cut: it solves again, once and once more for each
// activity that is shortened, and adds up the chains of the proof from the
// network itself. Without a proof, it takes the bound as it is.
func (c *Cut) Verify(n Network, in *Input) []Violation {
	g, err := Build(n)
	if err != nil || in == nil || c == nil || len(g.checkCrash(c.Target, c.By, c.Limits)) > 0 || len(g.faults(in)) > 0 {
		return []Violation{{InvariantInput, -1, -1}}
	}
	k := &cutCheck{c: c, n: &n, in: in, g: g, prices: map[int]Crash{}, entries: map[int]*Progress{}}
	for i := range in.Progress {
		if p := &in.Progress[i]; k.entries[p.Activity] == nil { // the first counts
			k.entries[p.Activity] = p
		}
	}
	for _, l := range c.Limits {
		l.Limit = min(l.Limit, max(k.length(l.Activity)-1, 0)) // one tick is left
		k.prices[l.Activity] = l
	}
	k.limits()
	k.meets()
	k.bound()
	k.proof()
	return k.found
}

type cutCheck struct {
	c       *Cut
	n       *Network
	in      *Input
	g       *Graph
	prices  map[int]Crash     // limits no longer than what they limit, by activity
	entries map[int]*Progress // that count, by activity
	found   []Violation
}

func (k *cutCheck) hold(ok bool, rule Invariant, activity int) {
	if !ok {
		k.found = append(k.found, Violation{rule, activity, -1})
	}
}

func (k *cutCheck) progress(activity int) *Progress { return k.entries[activity] }

func (k *cutCheck) duration(activity int) Work {
	switch {
	case !k.g.isLeaf(activity) || k.n.Activities[activity].Milestone:
		return 0
	case k.in.Durations != nil:
		return max(k.in.Durations[activity], 0)
	}
	return max(k.n.Activities[activity].Duration, 0)
}

// length is what is left to be worked.
func (k *cutCheck) length(activity int) Work {
	switch p := k.progress(activity); {
	case p == nil:
		return k.duration(activity)
	case p.ActualFinish != nil || k.n.Activities[activity].Milestone:
		return 0
	default:
		return max(p.Remaining, 0)
	}
}

func (k *cutCheck) limits() {
	cost := new(big.Int)
	before := -1
	for _, s := range k.c.Shorten {
		limit, ok := k.prices[s.Activity]
		k.hold(ok && s.Ticks > 0 && s.Ticks <= limit.Limit && s.Activity > before, InvariantCutLimits, s.Activity)
		before = s.Activity
		cost.Add(cost, new(big.Int).Mul(big.NewInt(int64(s.Ticks)), big.NewInt(limit.Price)))
	}
	k.hold(cost.IsInt64() && cost.Int64() == k.c.Cost, InvariantCutLimits, -1)
}

// finish solves with what is shortened, but for one tick of one of them.
func (k *cutCheck) finish(less int) (Instant, bool) {
	in := *k.in
	in.Durations = make([]Work, len(k.n.Activities))
	for i := range in.Durations {
		in.Durations[i] = k.duration(i)
	}
	in.Progress = slices.Clone(k.in.Progress)
	in.Constraints = slices.DeleteFunc(slices.Clone(k.in.Constraints), func(c Constraint) bool { return c.Kind == AsLateAsPossible })
	shorter := make(map[int]Work, len(k.c.Shorten))
	for i, s := range k.c.Shorten {
		if i == less {
			s.Ticks--
		}
		if s.Activity < 0 || s.Activity >= len(in.Durations) {
			return 0, false
		}
		in.Durations[s.Activity] = max(in.Durations[s.Activity]-s.Ticks, 0)
		shorter[s.Activity] += s.Ticks
	}
	for j := range in.Progress {
		in.Progress[j].Remaining -= shorter[in.Progress[j].Activity]
	}
	var r Result
	if k.g.Solve(&in, &r) != nil {
		return 0, false
	}
	return r.Dates(k.c.Target).EarlyFinish, true
}

func (k *cutCheck) meets() {
	at, ok := k.finish(-1)
	k.hold(ok && at == k.c.Finish && k.c.Met == (at <= k.c.By), InvariantCutMeets, k.c.Target)
	if !k.c.Met {
		k.hold(len(k.c.Shorten) == 0, InvariantCutMeets, k.c.Target)
		return
	}
	for i, s := range k.c.Shorten {
		at, ok := k.finish(i)
		k.hold(ok && at > k.c.By, InvariantCutTight, s.Activity)
	}
}

func (k *cutCheck) bound() {
	c := k.c
	k.hold(!c.Met || c.Bound <= c.Cost && c.Exact == (c.Bound == c.Cost), InvariantCutBound, -1)
	k.hold(c.Bound >= 0, InvariantCutBound, -1)
}

// proof adds up what the chains prove.
func (k *cutCheck) proof() {
	if k.c.Proof == nil {
		return
	}
	sum := new(big.Int)
	weights := map[int]*big.Int{} // by activity: of the chains from its start to its finish, less those back
	for i := range k.c.Proof {
		chain := &k.c.Proof[i]
		sums := chainCheck{cutCheck: k, chain: chain, through: map[int]int64{}}
		excess, ok := sums.excess()
		if !ok || chain.Weight < 1 {
			k.hold(false, InvariantCutProof, -1)
			return
		}
		w := big.NewInt(chain.Weight)
		sum.Add(sum, new(big.Int).Mul(w, big.NewInt(excess)))
		for a, way := range sums.through {
			if weights[a] == nil {
				weights[a] = new(big.Int)
			}
			weights[a].Add(weights[a], new(big.Int).Mul(w, big.NewInt(way)))
		}
	}
	for a, w := range weights {
		limit := k.prices[a]
		over := new(big.Int).Set(w)
		if k.c.Met || !k.c.Exact {
			over.Sub(over, big.NewInt(limit.Price))
		}
		if over.Sign() > 0 {
			sum.Sub(sum, over.Mul(over, big.NewInt(int64(limit.Limit))))
		}
	}
	if k.c.Exact && !k.c.Met {
		k.hold(sum.Sign() > 0, InvariantCutProof, -1) // too long with all that they can be shortened by
		return
	}
	k.hold(sum.Cmp(big.NewInt(k.c.Bound)) >= 0, InvariantCutProof, -1)
}
