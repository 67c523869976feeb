package main

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// result is a file as the engine has it. Instants are written "2026-01-05T08:00"; floats are minutes of work of the task's calendar.
type result struct {
	Schema        string         `json:"schema" form:"set"`
	Name          string         `json:"name"` // of the project
	Finish        string         `json:"finish" form:"set"`
	CriticalPaths paths          `json:"criticalPaths"`
	Compared      *compared      `json:"compared"` // nil where it was not asked for
	Tasks         []task         `json:"tasks"`
	Warnings      []warning      `json:"warnings"`
	NotHonoured   []notHonoured  `json:"notHonoured"`
	names         map[int]string // of tasks, by UID
}

// task is a task of the file that the engine computes.
type task struct {
	UID         int     `json:"uid"`
	Name        string  `json:"name"`
	EarlyStart  string  `json:"earlyStart" form:"set"`
	EarlyFinish string  `json:"earlyFinish" form:"set"`
	LateStart   string  `json:"lateStart" form:"set"`
	LateFinish  string  `json:"lateFinish" form:"set"`
	Start       string  `json:"start" form:"set"`
	Finish      string  `json:"finish" form:"set"`
	TotalFloat  int     `json:"totalFloat"`
	FreeFloat   int     `json:"freeFloat"`
	Critical    bool    `json:"critical"`
	Drivers     []int   `json:"drivers"` // UIDs of the predecessors that drive it
	Stored      *stored `json:"stored"`  // nil where it was not asked for
}

// paths are the chains of tasks that drive the finish.
type paths struct {
	Count  uint64  `json:"count"` // the greatest number where there are more
	Listed [][]int `json:"listed"`
}

// mostPaths is how many critical paths are listed.
const mostPaths = 20

// warning is something odd that did not keep the file from being computed.
type warning struct {
	UID  *int      `json:"uid"` // nil: of no task
	Kind string    `json:"kind" form:"set"`
	Text lang.Text `json:"text"`
}

// notHonoured is something that the file says and the engine does not have.
type notHonoured struct {
	UID   *int      `json:"uid"` // nil: of the project, a calendar or a resource
	Field string    `json:"field" form:"set"`
	Text  lang.Text `json:"text"`
}

// MarshalJSON is the form that seeds/schema/schedule.schema.json describes.
func (r result) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// compute puts a project through the engine. The error says what keeps it from being
// computed: tasks that wait for each other.
func compute(p *mspdi.Project, rules cpm.Options, compares bool) (*result, error) {
	n := p.Network()
	rules.Critical, rules.HonorConstraints = n.Input.Options.Critical, n.Input.Options.HonorConstraints
	n.Input.Options = rules
	graph, err := cpm.Build(n.Network)
	if err != nil {
		return nil, err
	}
	var solved cpm.Result
	if err := graph.Solve(&n.Input, &solved); err != nil {
		return nil, err
	}
	s := solving{project: p, network: n, graph: graph, result: &solved, free: n.FreeFloats(graph, &solved)}
	r := &result{Schema: "monopolbrud/schedule/1", Name: p.Title, Finish: said(solved.Finish()), names: map[int]string{}}
	if r.Name == "" {
		r.Name = p.Name
	}
	for i := range p.Tasks {
		r.names[p.Tasks[i].UID] = p.Tasks[i].Name
	}
	for activity := range n.Tasks {
		r.Tasks = append(r.Tasks, s.task(activity))
	}
	if compares {
		r.Compared = s.compare(r.Tasks)
	}
	critical := solved.CriticalPaths(mostPaths)
	r.CriticalPaths.Count = critical.Count
	for _, path := range critical.Listed {
		r.CriticalPaths.Listed = append(r.CriticalPaths.Listed, s.uids(path.Activities))
	}
	s.odd(r)
	return r, nil
}

// solving is a file with what the engine made of it.
type solving struct {
	project *mspdi.Project
	network *mspdi.Network
	graph   *cpm.Graph
	result  *cpm.Result
	free    []cpm.Work // by activity
}

// of is the file's task of an activity.
func (s *solving) of(activity int) *mspdi.Task { return &s.project.Tasks[s.network.Tasks[activity]] }

func (s *solving) uids(activities []int) []int {
	list := make([]int, len(activities))
	for i, activity := range activities {
		list[i] = s.of(activity).UID
	}
	return list
}

func (s *solving) task(activity int) task {
	d, of := s.result.Dates(activity), s.of(activity)
	t := task{
		UID: of.UID, Name: of.Name, EarlyStart: said(d.EarlyStart), EarlyFinish: said(d.EarlyFinish), LateStart: said(d.LateStart), LateFinish: said(d.LateFinish),
		Start: said(d.Start), Finish: said(d.Finish), TotalFloat: int(d.TotalFloat), FreeFloat: int(s.free[activity]), Critical: d.Critical,
	}
	for _, driver := range s.result.Drivers(activity) {
		if driver.Kind != cpm.LinkDriver {
			continue
		}
		if uid := s.of(driver.From).UID; !slices.Contains(t.Drivers, uid) {
			t.Drivers = append(t.Drivers, uid)
		}
	}
	return t
}

// said writes an instant to the minute.
func said(x cpm.Instant) string { return mspdi.Moment(x).String()[:len("2026-01-05T08:00")] }

// odd adds what the engine found odd, and what it has not from the file.
func (s *solving) odd(r *result) {
	words := drejebog.BuiltInWords()
	for _, w := range s.result.Warnings() {
		told := warning{Kind: string(w.Code), Text: words.Key("cpm-warning", string(w.Code), nil)}
		if w.Activity >= 0 {
			told.UID = &s.of(w.Activity).UID
		}
		r.Warnings = append(r.Warnings, told)
	}
	for _, n := range s.network.NotHonoured {
		told := notHonoured{Field: n.Field, Text: words.Key("not-honoured", string(n.Why), nil)}
		if n.UID != mspdi.None {
			told.UID = &n.UID
		}
		r.NotHonoured = append(r.NotHonoured, told)
	}
}
