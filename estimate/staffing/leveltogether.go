package staffing

import (
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
)

// LevelledTogether is when the go-lives of several kommuner come if nobody is hired, with
// each of those whom they share once.
type LevelledTogether struct {
	Plans     []LevelledPlan `json:"plans"`     // in the order of the plans
	Proved    bool           `json:"proved"`    // no order of the tasks gives less delay in all kommuner together
	AtLeast   int            `json:"atLeast"`   // days that no order of the tasks avoids, of all their go-lives together
	Schedules int            `json:"schedules"` // that were tried
}

// LevelledPlan are the go-lives of one of the kommuner.
type LevelledPlan struct {
	Kommune string   `json:"kommune" form:"set"` // code
	GoLives []GoLive `json:"goLives"`
}

// Level finds when the go-lives of all plans would come if nobody is hired, as the method of
// a Staffing does for one: those whom plans share are away where one of the plans says so,
// and have the hours a week that count for all. Plans that were smoothed are levelled with
// the moves. It takes the schedule with the fewest days of delay, of all kommuner together.
func (t *Together) Level(ctx context.Context, schedules int) (*LevelledTogether, error) {
	if t == nil || len(t.Plans) == 0 {
		return nil, estimate.ErrNotComputed
	}
	if schedules <= 0 {
		schedules = DefaultSchedules
	}
	plans, shared := t.oneForAll()
	all, err := levellingOf(plans, shared)
	if err != nil {
		return nil, err
	}
	found, err := all.level(ctx, schedules)
	if err != nil {
		return nil, err
	}
	out := &LevelledTogether{}
	if found != nil {
		out.Proved, out.AtLeast, out.Schedules = isLeastLate(found), int(found.BoundLateness), found.Schedules
	}
	for _, l := range all.plans {
		out.Plans = append(out.Plans, LevelledPlan{l.s.est.Kommune.Code, l.tell(found)})
	}
	return out, nil
}

// oneForAll are copies of the plans in which those whom they share, who are returned by
// group, have the same hours a week and days away.
func (t *Together) oneForAll() (plans []*Staffing, shared [][]holder) {
	for _, s := range t.Plans {
		if s.Smoothing != nil && s.Smoothing.Staffing != nil {
			s = s.Smoothing.Staffing
		}
		own := *s
		own.people = slices.Clone(s.people)
		plans = append(plans, &own)
	}
	for _, held := range holdersOf(plans) {
		best := surest(held)
		if len(held) == 1 || best == nil {
			continue
		}
		var away []plan.Absence
		for _, h := range held {
			away = append(away, h.person().of.Absences...)
		}
		perWeek, basis := best.perWeek, best.basis
		for _, h := range held {
			p := h.person()
			p.perWeek, p.basis, p.of.Absences = perWeek, basis, away
		}
		shared = append(shared, held)
	}
	return plans, shared
}

// MarshalJSON is the form of a levelling of several kommuner.
func (l LevelledTogether) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is the form of the go-lives of one of them.
func (l LevelledPlan) MarshalJSON() ([]byte, error) { return form.JSON(l) }
