package main

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

// row is one kommune in the portfolio.
type row struct {
	timeline.Summary
	kommune  drejebog.Kommune
	rank     int    // from 1; 0 for a kommune without local data
	file     string // of its plan, "" for none
	schedule *timeline.Schedule
}

// rank puts the kommuner that are pressed most first: those that break most
// deadlines, then those with least slack to their nearest hard date, then those
// with least slack on the critical path. What has no local data is not ranked
// and stands last; names decide the rest, as Danes sort them.
func rank(rows []row) {
	order := lang.NewOrder()
	slices.SortFunc(rows, func(a, b row) int {
		if !a.Local && !b.Local {
			return order.Compare(a.kommune.Name, b.kommune.Name)
		}
		return cmp.Or(
			compareBool(b.Local, a.Local),
			cmp.Compare(len(b.Breaches), len(a.Breaches)),
			cmp.Compare(slack(&a), slack(&b)),
			cmp.Compare(a.schedule.PathFloat, b.schedule.PathFloat),
			order.Compare(a.kommune.Name, b.kommune.Name),
		)
	})
	for i := range rows {
		if rows[i].Local {
			rows[i].rank = i + 1
		}
	}
}

// compareBool sorts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// endless is the slack of a kommune that has no hard date ahead.
const endless = 1 << 30

func slack(r *row) int {
	if r.Next == nil {
		return endless
	}
	return r.Next.Slack
}

func anyBreach(rows []row) bool {
	return slices.ContainsFunc(rows, func(r row) bool { return len(r.Breaches) > 0 })
}
