package main

import (
	"encoding/json"
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// The JSON of the results. Nothing is absent: what is not there is null.
type (
	jsonResults struct {
		Plans []jsonPlan `json:"plans"`
	}
	jsonPlan struct {
		File     string        `json:"file"`
		Kommune  *string       `json:"kommune"` // null where the plan cannot be read
		Findings []jsonFinding `json:"findings"`
	}
	jsonFinding struct {
		Code     string  `json:"code"`
		Severity string  `json:"severity"`
		Task     *string `json:"task"` // id of the task, milestone or key
		Project  *string `json:"project"`
		Actor    *string `json:"actor"`
		Date     *string `json:"date"`
		Section  *string `json:"section"`
		Text     string  `json:"text"`
		Remedy   string  `json:"remedy"`
		Line     *int    `json:"line"` // null where the plan's file does not speak of it
		Column   *int    `json:"column"`
	}
)

func writeJSON(w io.Writer, results []checked, language lang.Lang) error {
	out := jsonResults{Plans: make([]jsonPlan, len(results))}
	for i := range results {
		r := &results[i]
		out.Plans[i] = jsonPlan{File: r.file, Kommune: orNull(r.kommune), Findings: make([]jsonFinding, len(r.findings))}
		for j := range r.findings {
			out.Plans[i].Findings[j] = jsonOf(&r.findings[j], language)
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func jsonOf(f *drejebog.Finding, language lang.Lang) jsonFinding {
	out := jsonFinding{
		Code: f.Code, Severity: f.Severity.String(), Task: orNull(f.Subject), Project: orNull(f.Project),
		Actor: orNull(f.Actor), Section: orNull(f.Section), Text: f.Text.In(language), Remedy: f.Remedy.In(language),
	}
	if f.Date != nil {
		day := f.Date.String()
		out.Date = &day
	}
	if f.Place.Line > 0 {
		out.Line, out.Column = &f.Place.Line, &f.Place.Column
	}
	return out
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
