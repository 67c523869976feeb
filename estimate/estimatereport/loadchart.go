package estimatereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/rickb777/date/v2"
)

// Load draws what is needed of each of the people whom most is asked of, month by month:
// columns stacked by project, what there is as a line, and what is above it in red with
// stripes. Of a plan without people it draws all of it together. There is none where
// nothing has a date.
func Load(s *staffing.Staffing) []document.Picture {
	t, ok := tell(s.Estimate())
	if !ok {
		return nil
	}
	rows := t.loaded(s)
	first, months := monthsOf(rows, t.sched.SeenFrom())
	if months == 0 {
		return nil
	}
	projects := t.projectsOf(rows)
	var charts []chart.Chart
	for _, r := range rows {
		charts = append(charts, t.load(r, projects, first, months))
	}
	return []document.Picture{chart.Draw(t.text("staffing/picture", nil), charts...)}
}

// mostLoaded is how many people have a chart.
const mostLoaded = 6

// loaded are the people with a need, those who are short first, the most first.
func (t *telling) loaded(s *staffing.Staffing) []*staffing.Row {
	over := func(r *staffing.Row) int64 {
		sum := int64(0)
		for i := range r.Months {
			if m := &r.Months[i]; m.Last >= t.sched.SeenFrom() {
				sum += m.Over.Minutes()
			}
		}
		return sum
	}
	of := s.People
	if len(of) == 0 {
		of = s.Roles
	}
	var rows []*staffing.Row
	for i := range of {
		if len(of[i].Months) > 0 {
			rows = append(rows, &of[i])
		}
	}
	slices.SortStableFunc(rows, func(a, b *staffing.Row) int {
		if x, y := over(a), over(b); x != y {
			return int(max(-1, min(y-x, 1)))
		}
		return b.Own.Add(b.Backfill).Cmp(a.Own.Add(a.Backfill))
	})
	return rows[:min(len(rows), mostLoaded)]
}

// monthsOf is the first month of the day that all is seen from, and how many there are to
// the last with a need.
func monthsOf(rows []*staffing.Row, seen date.Date) (first date.Date, n int) {
	year, month, _ := seen.Date()
	first = date.New(year, month, 1)
	for _, r := range rows {
		for i := range r.Months {
			n = max(n, 1+monthsFrom(first, r.Months[i].First))
		}
	}
	return first, n
}

// monthsFrom is how many months one day of a month lies after another.
func monthsFrom(from, to date.Date) int {
	return 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
}

// projectsOf are the projects that rows are for, those of the kommune as such first, so
// that each looks the same in every chart.
func (t *telling) projectsOf(rows []*staffing.Row) []string {
	of := map[string]bool{}
	for _, r := range rows {
		for i := range r.Months {
			for _, p := range r.Months[i].Projects {
				of[p.Project] = true
			}
		}
	}
	var list []string
	if of[""] {
		list = append(list, "")
	}
	for i := range t.book.Projects {
		if id := t.book.Projects[i].ID; of[id] {
			list = append(list, id)
		}
	}
	return list
}

// load is the chart of one row.
func (t *telling) load(r *staffing.Row, projects []string, first date.Date, months int) chart.Chart {
	series := chart.Series()
	bars := make([]chart.Bars, len(projects))
	for k, id := range projects {
		bars[k] = chart.Bars{Name: t.project(id), Look: series[k%len(series)]}
	}
	excess := chart.Bars{Name: t.text("staffing/load-over", nil), Look: chart.Excess}
	line := chart.Curve{Steps: true, Name: t.text("staffing/load-available", nil), Look: chart.Limit}
	top := 0.0
	for i := range r.Months {
		m := &r.Months[i]
		at := monthsFrom(first, m.First)
		if at < 0 {
			continue
		}
		left, right, y := float64(at)+0.1, float64(at)+0.9, 0.0
		within := m.Need().Sub(m.Over).Decimal().InexactFloat64()
		for _, p := range m.Projects {
			k := slices.Index(projects, p.Project)
			to := y + p.Own.Add(p.Backfill).Decimal().InexactFloat64()
			if k >= 0 && y < within { // what lies above what there is, is drawn once, whosever it is
				bars[k].Bars = append(bars[k].Bars, chart.Bar{From: chart.Point{X: left, Y: y}, To: chart.Point{X: right, Y: min(to, within)}})
			}
			y = to
		}
		if m.Over.Sign() > 0 {
			excess.Bars = append(excess.Bars, chart.Bar{From: chart.Point{X: left, Y: within}, To: chart.Point{X: right, Y: y}})
		}
		top = max(top, y)
		if m.Available != nil {
			there := m.Available.Decimal().InexactFloat64()
			top = max(top, there)
			line.Points = append(line.Points, chart.Point{X: float64(at), Y: there}, chart.Point{X: float64(at + 1), Y: there})
		}
	}
	var layers []chart.Layer
	for _, b := range bars {
		if len(b.Bars) > 0 {
			layers = append(layers, b)
		}
	}
	if len(excess.Bars) > 0 {
		layers = append(layers, excess)
	}
	if len(line.Points) > 0 {
		layers = append(layers, line)
	}
	up := chart.Numbers(0, max(top, 1), nil)
	up.Title = t.text("staffing/load-hours", nil)
	return chart.Chart{Title: r.Name, Across: chart.Months(first, months), Up: up, Layers: layers, Height: 150}
}
