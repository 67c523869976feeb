package timeline

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// WriteJSON writes the explanation with stable fields in a fixed order: the
// chains, what waits, what is awaited, and the answers in both languages.
func (e *Explanation) WriteJSON(w io.Writer) error {
	if !e.isComputed() {
		return ErrNotComputed
	}
	out := jsonExplanation{
		ID: e.ID, Name: jsonTextOf(e.Label),
		Scheduled: jsonReasons(e.Scheduled), Early: jsonReasons(e.Early), Late: jsonReasons(e.Late),
		Holds: []jsonHeld{}, Awaits: []jsonAwaited{}, Answers: []jsonAnswer{},
	}
	if b := e.Bound; b != nil {
		out.Bound = &jsonBound{b.ID, jsonTextOf(b.Label), jsonWhenOf(b.Date), b.Frist}
	}
	for i := range e.Holds {
		h := &e.Holds[i]
		out.Holds = append(out.Holds, jsonHeld{h.ID, jsonTextOf(h.Label), jsonEdgeOf(h.Edge), jsonWhenOf(h.Date), h.Moves})
	}
	for i := range e.Awaits {
		a := &e.Awaits[i]
		out.Awaits = append(out.Awaits, jsonAwaited{
			a.ID, jsonTextOf(a.Label), a.Actor, jsonTextOf(a.Who), jsonTextOf(a.Promised), jsonWhenOf(a.Date), jsonWhenOf(a.Latest), a.Overdue, a.Direct, a.Soft,
		})
	}
	for _, a := range e.Answers() {
		answer := jsonAnswer{Question: jsonTextOf(a.Question), Short: jsonTextOf(a.Short), Lines: []jsonText{}}
		for _, line := range a.Lines {
			answer.Lines = append(answer.Lines, jsonTextOf(line))
		}
		out.Answers = append(out.Answers, answer)
	}
	return writeJSON(w, out)
}

type jsonExplanation struct {
	ID        string        `json:"id"`
	Name      jsonText      `json:"name"`
	Bound     *jsonBound    `json:"bound"`
	Scheduled []jsonReason  `json:"scheduled"`
	Early     []jsonReason  `json:"early"`
	Late      []jsonReason  `json:"late"`
	Holds     []jsonHeld    `json:"holds"`
	Awaits    []jsonAwaited `json:"awaits"`
	Answers   []jsonAnswer  `json:"answers"`
}

type jsonText struct {
	DA string `json:"da"`
	EN string `json:"en"`
}

func jsonTextOf(t lang.Text) jsonText { return jsonText{t.DA, t.EN} }

type jsonBound struct {
	ID    string   `json:"id"`
	Name  jsonText `json:"name"`
	Date  jsonWhen `json:"date"`
	Frist bool     `json:"frist"`
}

type jsonReason struct {
	ID        string             `json:"id"`
	End       string             `json:"end"`
	Date      jsonWhen           `json:"date"`
	Rule      Rule               `json:"rule"`
	Edge      *jsonEdge          `json:"edge"`
	On        string             `json:"on"`
	Section   string             `json:"section"`
	Line      int                `json:"line"` // in the plan's file; 0: not there
	Certainty drejebog.Certainty `json:"certainty"`
	Text      jsonText           `json:"text"`
}

func jsonReasons(chain []Reason) []jsonReason {
	out := make([]jsonReason, len(chain))
	for i := range chain {
		r := &chain[i]
		end := "start"
		if r.Finish {
			end = "finish"
		}
		out[i] = jsonReason{r.ID, end, jsonWhenOf(r.Date), r.Rule, jsonEdgeOf(r.Edge), r.On, r.Section, r.Place.Line, r.Certainty, jsonTextOf(r.Text)}
	}
	return out
}

type jsonEdge struct {
	From      string             `json:"from"`
	To        string             `json:"to"`
	Type      drejebog.LinkType  `json:"type"`
	Lag       *jsonLag           `json:"lag"`
	Certainty drejebog.Certainty `json:"certainty"`
	Section   string             `json:"section"`
	Why       jsonText           `json:"why"`
}

type jsonLag struct {
	Value int               `json:"value"`
	Unit  drejebog.LagUnit  `json:"unit"`
	From  drejebog.CountEnd `json:"from"`
}

func jsonEdgeOf(d *drejebog.Dependency) *jsonEdge {
	if d == nil {
		return nil
	}
	edge := &jsonEdge{From: d.From, To: d.To, Type: d.Type, Certainty: d.Certainty, Section: d.Section, Why: jsonTextOf(d.Why)}
	if d.Lag.Value != 0 {
		edge.Lag = &jsonLag{d.Lag.Value, d.Lag.Unit, d.Lag.From}
	}
	return edge
}

type jsonHeld struct {
	ID    string    `json:"id"`
	Name  jsonText  `json:"name"`
	Edge  *jsonEdge `json:"edge"`
	Date  jsonWhen  `json:"date"`
	Moves bool      `json:"moves"`
}

type jsonAwaited struct {
	ID       string   `json:"id"`
	Name     jsonText `json:"name"`
	Actor    string   `json:"actor"`
	Who      jsonText `json:"who"`
	Promised jsonText `json:"promised"`
	Date     jsonWhen `json:"date"`
	Latest   jsonWhen `json:"latest"`
	Overdue  bool     `json:"overdue"`
	Direct   bool     `json:"direct"`
	Soft     bool     `json:"soft"`
}

type jsonAnswer struct {
	Question jsonText   `json:"question"`
	Short    jsonText   `json:"short"`
	Lines    []jsonText `json:"lines"`
}
