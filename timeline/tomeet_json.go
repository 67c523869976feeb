package timeline

import (
	"encoding/json"
	"io"
)

// WriteJSON writes the cut with stable fields in a fixed order: days ISO, null
// where a hold rests on nothing.
func (c *Cut) WriteJSON(w io.Writer) error { return writeJSON(w, c) }

// MarshalJSON writes what WriteJSON does.
func (c Cut) MarshalJSON() ([]byte, error) {
	out := jsonCut{
		ID: c.ID, Day: c.Day.String(), Before: c.Before.String(), Date: c.Date.String(),
		Met: c.Met, Exact: c.Exact, Cost: c.Cost, Bound: c.Bound, Shorten: []jsonShortening{}, Holds: []jsonHold{},
	}
	for _, s := range c.Shorten {
		out.Shorten = append(out.Shorten, jsonShortening(s))
	}
	for i := range c.Holds {
		h := &c.Holds[i]
		hold := jsonHold{ID: h.ID, Date: h.Date.String(), Days: h.Days, Cut: h.Cut, Rule: h.Rule, On: orNull(h.On)}
		if h.Edge != nil {
			hold.Section = orNull(h.Edge.Section)
		}
		out.Holds = append(out.Holds, hold)
	}
	return json.Marshal(out)
}

type jsonCut struct {
	ID      string           `json:"id"`
	Day     string           `json:"day"`
	Before  string           `json:"before"`
	Date    string           `json:"date"`
	Met     bool             `json:"met"`
	Exact   bool             `json:"exact"`
	Cost    int64            `json:"cost"`
	Bound   int64            `json:"bound"`
	Shorten []jsonShortening `json:"shorten"`
	Holds   []jsonHold       `json:"holds"`
}

type jsonShortening struct {
	Task  string `json:"task"`
	From  int    `json:"from"`
	Days  int    `json:"days"`
	Price int64  `json:"price"`
}

type jsonHold struct {
	ID      string  `json:"id"`
	Date    string  `json:"date"`
	Days    int     `json:"days"`
	Cut     int     `json:"cut"`
	Rule    Rule    `json:"rule"`
	Section *string `json:"section"`
	On      *string `json:"on"`
}
