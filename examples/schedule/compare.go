package main

import (
	"cmp"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// stored is what the file has stored of a task's dates and floats, "" and nil for
// what it has not.
type stored struct {
	EarlyStart  string   `json:"earlyStart"`
	EarlyFinish string   `json:"earlyFinish"`
	LateStart   string   `json:"lateStart"`
	LateFinish  string   `json:"lateFinish"`
	Start       string   `json:"start"`
	Finish      string   `json:"finish"`
	TotalFloat  *int     `json:"totalFloat"` // minutes of work, as the engine's
	FreeFloat   *int     `json:"freeFloat"`
	Differ      []string `json:"differ"` // the keys of those that are otherwise in the engine
}

// compared counts what was stored, and what of it is equal to the engine's: dates
// with no working time between them are.
type compared struct {
	Values int `json:"values"`
	Equal  int `json:"equal"`
}

// compare gives each task what is stored of it.
func (s *solving) compare(tasks []task) *compared {
	c := &compared{}
	for activity := range tasks {
		tasks[activity].Stored = s.stored(activity, c)
	}
	return c
}

func (s *solving) stored(activity int, c *compared) *stored {
	of, got := s.of(activity), s.result.Dates(activity)
	time := s.graph.Calendar(s.network.Network.Activities[activity].Calendar)
	out := &stored{}
	count := func(key string, equal bool) {
		c.Values++
		if equal {
			c.Equal++
		} else {
			out.Differ = append(out.Differ, key)
		}
	}
	for _, d := range []struct {
		key  string
		at   *mspdi.Moment
		got  cpm.Instant
		into *string
	}{
		{"earlyStart", of.EarlyStart, got.EarlyStart, &out.EarlyStart}, {"earlyFinish", of.EarlyFinish, got.EarlyFinish, &out.EarlyFinish},
		{"lateStart", of.LateStart, got.LateStart, &out.LateStart}, {"lateFinish", of.LateFinish, got.LateFinish, &out.LateFinish},
		{"start", of.Start, got.Start, &out.Start}, {"finish", of.Finish, got.Finish, &out.Finish},
	} {
		if d.at != nil {
			*d.into = said(cpm.Instant(*d.at))
			count(d.key, time.Between(d.got, cpm.Instant(*d.at)) == 0)
		}
	}
	total, free := of.TotalSlack, of.FreeSlack
	if total == nil && of.StartSlack != nil && of.FinishSlack != nil {
		total = new(min(*of.StartSlack, *of.FinishSlack))
	}
	if of.LateFinish != nil { // Microsoft Project leaves out a slack of nothing
		total, free = cmp.Or(total, new(0)), cmp.Or(free, new(0))
	}
	for _, f := range []struct {
		key    string
		tenths *int
		got    cpm.Work
		into   **int
	}{{"totalFloat", total, got.TotalFloat, &out.TotalFloat}, {"freeFloat", free, s.free[activity], &out.FreeFloat}} {
		if f.tenths != nil {
			*f.into = new(*f.tenths / 10)
			count(f.key, int(f.got)*10 == *f.tenths)
		}
	}
	return out
}
