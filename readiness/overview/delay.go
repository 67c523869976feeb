package overview

import (
	"cmp"
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/readiness"
)

// Delay is what a slip in one kommune does to another in a later wave of the
// same project: the later one's implementation starts when the earlier one's
// system is live (4.8).
type Delay struct {
	Project  string    // id
	From, To string    // codes of the kommuner
	Slip     int       // working days by which From's go-live comes later than planned
	Slack    int       // working days from From's planned go-live to To's start of implementation; negative where the plans overlap already
	Left     int       // Slack less Slip
	Live     date.Date // From's go-live as it comes
}

// AtRisk reports whether the slip takes more than the slack: the later kommune
// cannot begin as planned.
func (d Delay) AtRisk() bool { return d.Slip > 0 && d.Left < 0 }

// Slip is a supposed slip: by how many calendar days a kommune's go-live of a
// project comes later than it plans.
type Slip struct {
	Kommune string // code
	Project string // id
	Days    int
}

// Propagate says what the slips of kommuner do to those in later waves, project
// by project: every pair of one that slips and one behind it, those with the
// least slack left first. A kommune slips by as much as its earliest
// implementation lies after the planned one, by a supposed slip in its place,
// or by what those before it push it. Kommuner whose wave or dates are not known
// are left out.
func Propagate(all []*readiness.Assessment, supposed ...Slip) []Delay {
	var delays []Delay
	for _, project := range projectsOf(all) {
		delays = append(delays, propagate(waves(all, project, supposed))...)
	}
	return delays
}

// projectsOf lists the projects of the assessments, each once, in their order.
func projectsOf(all []*readiness.Assessment) []string {
	var ids []string
	for _, a := range all {
		for i := range a.Projects {
			if !slices.Contains(ids, a.Projects[i].ID) {
				ids = append(ids, a.Projects[i].ID)
			}
		}
	}
	return ids
}

// rider is a kommune in a wave of one project.
type rider struct {
	of           *readiness.Assessment
	project      string
	wave         int
	impl, goLive date.Date // as planned
	slip         date.Date // calendar days
}

// waves lists the kommuner of a project by wave, with their own slips.
func waves(all []*readiness.Assessment, project string, supposed []Slip) []rider {
	var riders []rider
	for _, a := range all {
		for i := range a.Projects {
			p := &a.Projects[i]
			if p.ID != project || p.Wave == nil || !p.Implementation.Known() || !p.GoLive.Known() {
				continue
			}
			r := rider{of: a, project: project, wave: *p.Wave, impl: p.Implementation.Date, goLive: p.GoLive.Date}
			if p.EarliestImpl != nil {
				r.slip = max(0, *p.EarliestImpl-r.impl)
			}
			for _, s := range supposed {
				if s.Kommune == a.Kommune.Code && s.Project == project {
					r.slip = date.Date(max(0, s.Days))
				}
			}
			riders = append(riders, r)
		}
	}
	slices.SortStableFunc(riders, func(x, y rider) int {
		return cmp.Or(cmp.Compare(x.wave, y.wave), cmp.Compare(x.of.Kommune.Code, y.of.Kommune.Code))
	})
	return riders
}

// propagate follows the waves in their order, so that who is pushed pushes on.
func propagate(riders []rider) []Delay {
	var delays []Delay
	for j := range riders {
		to := &riders[j]
		for i := range riders[:j] {
			from := &riders[i]
			if from.wave >= to.wave || from.slip == 0 {
				continue
			}
			live := from.goLive + from.slip
			d := Delay{
				Project: to.project, From: from.of.Kommune.Code, To: to.of.Kommune.Code, Live: live,
				Slip: to.workdays(from.goLive, live), Slack: to.workdays(from.goLive, to.impl),
			}
			d.Left = d.Slack - d.Slip
			delays = append(delays, d)
			to.slip = max(to.slip, live-to.impl)
		}
	}
	slices.SortStableFunc(delays, func(x, y Delay) int {
		return cmp.Or(cmp.Compare(x.Left, y.Left), cmp.Compare(x.To, y.To), cmp.Compare(x.From, y.From))
	})
	return delays
}

// workdays counts the working days from one day until the day before another,
// negative where the other lies first.
func (r *rider) workdays(from, to date.Date) int {
	if to < from {
		return -r.of.Schedule.Workdays(to, from-1)
	}
	return r.of.Schedule.Workdays(from, to-1)
}
