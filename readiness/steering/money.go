package steering

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// Year is the new money of one budget year.
type Year struct {
	Year       int             `json:"year"` // 0: hangs on a date nobody knows
	DecisionBy *date.Date      `json:"decisionBy"`
	Adopted    bool            `json:"adopted"`   // the budget's day has passed
	Granted    drejebog.Kroner `json:"granted"`   // set aside, or held within the frame
	Spent      drejebog.Kroner `json:"spent"`     // at the prices of the year
	Forecast   drejebog.Kroner `json:"forecast"`  // what the estimate has, or what is spent already where that is more
	Deviation  drejebog.Kroner `json:"deviation"` // Forecast less Granted: what has no cover
}

// money is by the years that are not over and have any.
func (m *maker) money() []Year {
	spent := map[int]drejebog.Kroner{}
	for i := range m.plan.Spent {
		x := &m.plan.Spent[i]
		spent[x.Year] = spent[x.Year].Add(x.Kroner)
	}
	var years []Year
	for i := range m.Estimate.Years {
		e := &m.Estimate.Years[i]
		y := Year{Year: e.Year, DecisionBy: e.DecisionBy, Granted: e.NewMoneySetAside.Add(e.NewMoneyWithinFrame), Spent: spent[e.Year], Forecast: e.NewMoney, Adopted: e.Adopted}
		if y.Spent.Cmp(y.Forecast) > 0 {
			y.Forecast = y.Spent
		}
		y.Deviation = y.Forecast.Sub(y.Granted)
		if (e.Year == 0 || e.Year >= m.on.Year()) && !y.Forecast.IsZero() {
			years = append(years, y)
		}
	}
	return years
}
