package readiness

import (
	"encoding/json"
	"io"

	"github.com/drejebog/monopolbrud/drejebog/table"
)

// WriteJSON writes the overview as Assessment.WriteJSON writes one kommune:
// stable fields in a fixed order, nothing absent. A kommune without local data
// has no rank.
func (o *Overview) WriteJSON(w io.Writer) error {
	out := jsonOverview{Kommuner: mapTo(o.Rows, jsonRowOf), KnockOn: mapTo(o.Knocks, jsonKnockOf)}
	for i := range o.local() {
		rank := i + 1
		out.Kommuner[i].Rank = &rank
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

type jsonOverview struct {
	Kommuner []jsonRow   `json:"kommuner"`
	KnockOn  []jsonKnock `json:"knockOn"`
}

type jsonRow struct {
	Rank     *int          `json:"rank"`
	Kommune  jsonKommune   `json:"kommune"`
	AsOf     string        `json:"asOf"`
	Local    bool          `json:"local"`
	Behind   []string      `json:"behind"`
	Network  []string      `json:"network"`
	Projects []jsonCellOf  `json:"projects"`
	Matters  []jsonMatter  `json:"matters"`
	Findings []jsonFinding `json:"findings"`
}

type jsonCellOf struct {
	ID         string         `json:"id"`
	Verdict    Verdict        `json:"verdict"`
	Lights     jsonLights     `json:"lights"`
	Score      jsonScore      `json:"score"`
	Categories []jsonCategory `json:"categories"`
}

func jsonRowOf(r *OverviewRow) jsonRow {
	return jsonRow{
		Kommune: jsonKommune{r.Kommune.Code, r.Kommune.Name}, AsOf: r.On.String(), Local: r.Local,
		Behind: noneNull(r.Behind), Network: noneNull(r.Network),
		Projects: mapTo(r.Projects, func(p *Project) jsonCellOf {
			lights := jsonLights{jsonLampOf(&p.Time), jsonLampOf(&p.Money), jsonLampOf(&p.Quality)}
			return jsonCellOf{p.ID, p.Verdict, lights, jsonScoreOf(&p.Score), mapTo(p.Categories, jsonCategoryOf)}
		}),
		Matters: mapTo(r.Matters, jsonMatterOf), Findings: mapTo(r.Findings, jsonFindingOf),
	}
}

type jsonKnock struct {
	Project string `json:"project"`
	From    string `json:"from"`
	To      string `json:"to"`
	Slip    int    `json:"slipWorkdays"`
	Slack   int    `json:"slackWorkdays"`
	Left    int    `json:"leftWorkdays"`
	Live    string `json:"live"`
	AtRisk  bool   `json:"atRisk"`
}

func jsonKnockOf(k *Knock) jsonKnock {
	return jsonKnock{k.Project, k.From, k.To, k.Slip, k.Slack, k.Left, k.Live.String(), k.AtRisk()}
}

// WriteCSV writes kommune × project × category, one a row; a project without
// requirements has one row without category. It is written as
// Assessment.WriteCSV writes.
func (o *Overview) WriteCSV(w io.Writer) error {
	sheet := &table.Sheet{}
	sheet.Append(texts("code", "kommune", "project", "verdict", "category", "light", "confirmed", "applies", "percent")...)
	for i := range o.Rows {
		row := &o.Rows[i]
		for j := range row.Projects {
			p := &row.Projects[j]
			begin := texts(row.Kommune.Code, row.Kommune.Name, p.ID, p.Verdict.String())
			if len(p.Categories) == 0 {
				sheet.Append(append(begin[:4:4], make([]table.Cell, 5)...)...)
			}
			for k := range p.Categories {
				c := &p.Categories[k]
				percent := table.Cell{}
				if c.Score.Known {
					percent = table.Whole(c.Score.Percent)
				}
				sheet.Append(append(begin[:4:4], append(texts(c.Category.ID, c.Light.String()), table.Whole(c.Score.Confirmed), table.Whole(c.Score.Applies), percent)...)...)
			}
		}
	}
	return table.WriteCSV(w, sheet)
}
