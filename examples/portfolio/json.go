package main

import (
	"encoding/json"
	"io"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

// The JSON of the portfolio. Nothing is absent: what is not there is null.
type (
	jsonPortfolio struct {
		Kommuner []jsonKommune `json:"kommuner"`
	}
	jsonKommune struct {
		Rank         *int         `json:"rank"` // null without local data
		Code         string       `json:"code"`
		Name         string       `json:"name"`
		Local        bool         `json:"local"`
		File         *string      `json:"file"`
		SeenFrom     string       `json:"seenFrom"`
		GoLives      []jsonGoLive `json:"goLives"`
		NextHardDate *jsonHard    `json:"nextHardDate"`
		Breaches     []jsonBreach `json:"breaches"`
		Warnings     int          `json:"warnings"`
		CriticalPath []string     `json:"criticalPath"`
		PathFloat    *int         `json:"pathFloat"` // working days; null without a critical path
	}
	jsonGoLive struct {
		Project string  `json:"project"`
		Date    *string `json:"date"` // null where it is unknown
	}
	jsonHard struct {
		Task  string `json:"task"`
		Label string `json:"label"`
		Date  string `json:"date"`
		Slack int    `json:"slack"` // working days
	}
	jsonBreach struct {
		Code  string  `json:"code"`
		Task  string  `json:"task"`
		Actor string  `json:"actor"`
		Date  *string `json:"date"`
		Text  string  `json:"text"`
	}
)

func writeJSON(w io.Writer, rows []row, language lang.Lang) error {
	out := jsonPortfolio{Kommuner: make([]jsonKommune, len(rows))}
	for i := range rows {
		out.Kommuner[i] = jsonOf(&rows[i], language)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func jsonOf(r *row, language lang.Lang) jsonKommune {
	out := jsonKommune{
		Code: r.kommune.Code, Name: r.kommune.Name, Local: r.Local, SeenFrom: r.SeenFrom.String(),
		GoLives: []jsonGoLive{}, Breaches: []jsonBreach{}, Warnings: r.Warnings,
		CriticalPath: append([]string{}, r.schedule.CriticalPath...),
	}
	if r.rank > 0 {
		out.Rank = &r.rank
	}
	if r.file != "" {
		out.File = &r.file
	}
	if len(r.schedule.CriticalPath) > 0 {
		out.PathFloat = &r.schedule.PathFloat
	}
	for _, m := range r.GoLives {
		out.GoLives = append(out.GoLives, jsonGoLive{m.Project, isoOf(m.Date)})
	}
	if r.Next != nil {
		out.NextHardDate = &jsonHard{r.Next.ID, r.Next.Label.In(language), r.Next.Date.String(), r.Next.Slack}
	}
	for _, f := range r.Breaches {
		breach := jsonBreach{Code: f.Code, Task: f.Subject, Actor: f.Actor, Text: f.Text.In(language)}
		if f.Date != nil {
			day := f.Date.String()
			breach.Date = &day
		}
		out.Breaches = append(out.Breaches, breach)
	}
	return out
}

func isoOf(w timeline.When) *string {
	if !w.Known() {
		return nil
	}
	iso := w.Date.String()
	return &iso
}
