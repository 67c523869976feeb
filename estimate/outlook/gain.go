package outlook

import (
	"cmp"
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/risk"
)

// Gain is what a go-live would gain if one uncertainty were gone and all else drawn as
// before: a task that takes what it does on average, a date that comes on its mean day, a
// risk that does not happen, a party or role that is as late or early as usual.
type Gain struct {
	Gate string // id
	Kind risk.Kind
	ID   string  // of the task or milestone, key of the plan's risk, or who does it and in which role
	Own  bool    // it is the gate's own day as drawn, or that of its project's start of implementation
	Days float64 // that the day one can be 80 % sure of comes earlier; below zero where it comes later
	Solo float64 // the same where nothing is late together
}

// leastGain is how many days a gain has to have to be told.
const leastGain = 0.5

// mostGains is how many of them are told of a go-live.
const mostGains = 6

// mostWeighed is in how many samples it is tried what would be gained: differences of the
// same draws need fewer than a date does.
const mostWeighed = 2000

// Weighed is in how many samples Weigh tries what would be gained: the first of those of
// the simulation.
func (j *Joint) Weighed() int { return min(j.Samples, mostWeighed) }

// Weigh fills in Gains and the ranks of what decides dates: it simulates the schedule once
// more, and twice for each of what decides the go-lives most. It is not to be called while
// others read.
func (j *Joint) Weigh(ctx context.Context) error {
	if j == nil || j.est == nil {
		return estimate.ErrNotComputed
	}
	m, err := networkOf(j.est, newCurves(j.Shape))
	if err != nil {
		return err
	}
	if err := j.rank(ctx, m); err != nil {
		return err
	}
	m.Targets = nil
	var lives []*Gate
	for i := range j.Gates {
		if g := &j.Gates[i]; g.GoLive {
			lives = append(lives, g)
			m.Targets = append(m.Targets, m.net.Index[g.ID])
		}
	}
	j.Gains = []Gain{}
	named := m.deciding(lives)
	if len(named) == 0 {
		return nil
	}
	with, err := m.removals(ctx, j, named)
	if err != nil {
		return err
	}
	for i := range m.Durations {
		m.Durations[i].Loading = 0
	}
	for i := range m.Dates {
		m.Dates[i].Loading = 0
	}
	solo, err := m.removals(ctx, j, slices.DeleteFunc(named, func(u risk.Uncertainty) bool { return u.Kind == risk.FactorKind }))
	if err != nil {
		return err
	}
	for i, g := range lives {
		j.Gains = append(j.Gains, g.gains(i, m, with, solo)...)
	}
	return nil
}

// rank fills in how what decides a date goes with it.
func (j *Joint) rank(ctx context.Context, m *modelling) error {
	for i := range j.Gates {
		m.Targets = append(m.Targets, m.net.Index[j.Gates[i].ID])
	}
	r, err := risk.Simulate(ctx, &m.Model, risk.Options{Samples: j.Samples, Seed: j.Seed, ChainsOnly: true, Ranks: true})
	if err != nil {
		return err
	}
	for i := range j.Gates {
		for k := range j.Gates[i].Decides {
			d := &j.Gates[i].Decides[k]
			d.Ranks = m.ranksOf(d.ID, &r.Targets[i])
		}
	}
	return nil
}

// ranksOf is the correlation of ranks of a task or milestone with a date; nil where nothing
// of it is drawn. What has an uncertain date goes by that.
func (m *modelling) ranksOf(id string, t *risk.Target) *float64 {
	for i := range m.Dates {
		if m.net.IDs[m.Dates[i].Activity] == id {
			return &t.Dates[i].RankCorrelation
		}
	}
	for i := range m.Durations {
		if a := m.Durations[i].Activity; m.net.IDs[a] == id {
			return &t.Activities[a].RankCorrelation
		}
	}
	return nil
}

func (m *modelling) removals(ctx context.Context, j *Joint, named []risk.Uncertainty) ([]risk.Removal, error) {
	if len(named) == 0 {
		return nil, nil
	}
	return risk.Removals(ctx, &m.Model, risk.Options{Samples: j.Weighed(), Seed: j.Seed}, named...)
}

// deciding are the uncertainties that gates hang on: what decides them most, whoever does
// that, and the plan's risks.
func (m *modelling) deciding(gates []*Gate) []risk.Uncertainty {
	decides := map[string]bool{}
	for _, g := range gates {
		for _, d := range g.Decides {
			decides[d.ID] = true
		}
	}
	var out []risk.Uncertainty
	add := func(kind risk.Kind, key string) {
		if u := (risk.Uncertainty{Kind: kind, Key: key}); key != "" && !slices.Contains(out, u) {
			out = append(out, u)
		}
	}
	for i := range m.Durations {
		if d := &m.Durations[i]; decides[m.net.IDs[d.Activity]] {
			add(risk.DurationKind, m.Network.Activities[d.Activity].Key)
			add(risk.FactorKind, d.Factor)
		}
	}
	for i := range m.Dates {
		if d := &m.Dates[i]; decides[m.net.IDs[d.Activity]] {
			add(risk.DateKind, m.Network.Activities[d.Activity].Key)
			add(risk.FactorKind, d.Factor)
		}
	}
	for i := range m.Events {
		add(risk.EventKind, m.Events[i].Key)
	}
	return out
}

// gains are those of a gate, of which it is the target of a number.
func (g *Gate) gains(target int, m *modelling, with, solo []risk.Removal) []Gain {
	var out []Gain
	for _, r := range with {
		one := Gain{Gate: g.ID, Kind: r.Kind, ID: r.Key, Days: r.Gains[target].P80}
		for _, s := range solo {
			if s.Uncertainty == r.Uncertainty {
				one.Solo = s.Gains[target].P80
			}
		}
		switch s := m.sched.Milestone(r.Key); {
		case r.Kind == risk.EventKind:
			one.ID = r.Key[len(keyOfRisk("")):]
		case r.Kind == risk.DateKind && s != nil:
			one.Own = begins(s) && s.Project == g.Project
		}
		if max(one.Days, -one.Days) >= leastGain {
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b Gain) int { return cmp.Compare(b.Days, a.Days) })
	return out[:min(len(out), mostGains)]
}
