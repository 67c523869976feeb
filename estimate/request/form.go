package request

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
)

// Estimate is what the request was made from, of the budget years that were asked
// about; nil for one that nobody made.
func (r *Request) Estimate() *estimate.Estimate {
	if r == nil {
		return nil
	}
	return r.est
}

// Head is what the request's JSON begins with: its findings are those of the
// estimate.
func (r *Request) Head() drejebog.Head {
	if r.est == nil {
		return drejebog.Head{}
	}
	return r.est.HeadOf("request")
}

// MarshalJSON is the form that seeds/schema/request.schema.json describes.
func (r Request) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type requestForm struct {
	drejebog.Head
	PriceLevel *int            `json:"priceLevel"` // nil where each budget year has its own
	Years      []Year          `json:"years"`      // the budget year, then the estimate years
	Before     []Year          `json:"before"`
	After      drejebog.Kroner `json:"after"`    // new money, as the next five
	Undated    drejebog.Kroner `json:"undated"`  // with neither date nor contribution
	NewMoney   drejebog.Kroner `json:"newMoney"` // of years, as the next three, which add up to it
	Required   drejebog.Kroner `json:"required"`
	Follows    drejebog.Kroner `json:"follows"`
	Chosen     drejebog.Kroner `json:"chosen"`
	Purposes   []Purpose       `json:"purposes"`
	TooLate    []TooLate       `json:"tooLate"`
	GoLive     *date.Date      `json:"firstGoLive"` // of what takes the place of an old system, that lies ahead
	Slip       *Slip           `json:"slip"`
	Delay      Delay           `json:"delay"`

	Appropriation Account      `json:"appropriation"` // where in the budget the money is to stand
	Supplements   []Supplement `json:"supplements"`   // new money that the adopted budget of its year does not have

	Uncovered    []Uncovered     `json:"uncovered"` // hours of years that the plan's people have no time for; not in newMoney
	GoLives      []GoLive        `json:"goLives"`
	UndatedHours drejebog.Hours  `json:"undatedHours"` // without a day: behind a go-live that nobody knows, or over on days that nobody tells
	UndatedValue drejebog.Kroner `json:"undatedOwnTimeValue"`
	RunningLevel *int            `json:"runningPriceLevel"`
	Running      []running.Row   `json:"running"` // of years
}

// Form has the new money of what lies outside of the years.
func (r Request) Form() any {
	f := requestForm{
		Head: r.Head(), Years: r.Years, Before: r.Before, After: r.After.NewMoney, Undated: r.Undated.NewMoney,
		NewMoney: r.NewMoney, Required: r.Required, Follows: r.Follows, Chosen: r.Chosen, GoLive: r.FirstGoLive, Purposes: r.Purposes, TooLate: r.TooLate, Slip: r.Slip, Delay: r.Delay,
	}
	f.Uncovered, f.GoLives, f.Appropriation, f.Supplements = r.Uncovered, r.GoLives, r.Account, r.Supplements
	f.UndatedHours, f.UndatedValue = r.Undated.Hours, r.Undated.OwnTimeValue
	if r.est != nil {
		f.PriceLevel = r.est.FixedLevel()
		f.RunningLevel, f.Running = &r.est.Running.Level, r.Running
	}
	return f
}

// MarshalJSON is the form of a year of a request.
func (y Year) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// Form has what is asked for, what is decided about it, and what it would be if
// the go-lives slip.
func (y Year) Form() any {
	return struct {
		Year         int             `json:"year"`
		DecisionBy   *date.Date      `json:"decisionBy"`
		Contributed  bool            `json:"contributed"`
		NewMoney     drejebog.Kroner `json:"newMoney"`
		Low          drejebog.Kroner `json:"newMoneyLow"`
		High         drejebog.Kroner `json:"newMoneyHigh"`
		Purchases    drejebog.Kroner `json:"purchases"`
		Backfill     drejebog.Kroner `json:"backfill"`
		SetAside     drejebog.Kroner `json:"setAside"` // of newMoney, as the next two
		WithinFrame  drejebog.Kroner `json:"withinFrame"`
		Undecided    drejebog.Kroner `json:"undecided"`
		Hours        drejebog.Hours  `json:"hours"`
		OwnTimeValue drejebog.Kroner `json:"ownTimeValue"`
		Slipped      drejebog.Kroner `json:"slipped"`             // new money
		Provisional  drejebog.Kroner `json:"provisionalNewMoney"` // of newMoney
		Spent        drejebog.Kroner `json:"spent"`
		Backfilled   drejebog.Hours  `json:"backfilledHours"` // of hours: new money pays a stand-in
	}{
		y.Year, y.DecisionBy, y.Contributed, y.NewMoney, y.NewMoneyLow, y.NewMoneyHigh, y.Purchases, y.Backfill,
		y.NewMoneySetAside, y.NewMoneyWithinFrame, y.NewMoneyUndecided(), y.Hours, y.OwnTimeValue, y.Slipped.NewMoney, y.Provisional, y.Spent, y.Backfilled,
	}
}

// MarshalJSON is the purpose's form.
func (p Purpose) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// MarshalJSON is the form of a day of going live.
func (g GoLive) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// MarshalJSON is the form of a need that came too late.
func (l TooLate) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is the form of what happens when the go-lives slip.
func (s Slip) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the form of what another month costs.
func (d Delay) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the form of a month's payments.
func (m LegacyMonth) MarshalJSON() ([]byte, error) { return form.JSON(m) }
