package readiness

import (
	"encoding/json"
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// WriteJSON writes the assessment with stable fields in a fixed order: counts
// and working days are numbers, dates ISO or null; nothing is left out and no
// list is null. Texts are given in both languages. The reminders are those of
// the next 30 days.
func (a *Assessment) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(jsonAssessment{
		Kommune: jsonKommune{a.Kommune.Code, a.Kommune.Name}, AsOf: a.On.String(), Local: a.Local,
		Projects:  mapTo(a.Projects, jsonProjectOf),
		Matters:   mapTo(a.Matters, jsonMatterOf),
		Facts:     mapTo(a.Facts, jsonFactOf),
		Reminders: mapTo(a.Reminders(remindDays), jsonReminderOf),
		Findings:  mapTo(a.Findings, jsonFindingOf),
	})
}

type jsonAssessment struct {
	Kommune   jsonKommune    `json:"kommune"`
	AsOf      string         `json:"asOf"`
	Local     bool           `json:"local"`
	Projects  []jsonProject  `json:"projects"`
	Matters   []jsonMatter   `json:"matters"`
	Facts     []jsonFact     `json:"laterFacts"`
	Reminders []jsonReminder `json:"reminders"`
	Findings  []jsonFinding  `json:"findings"`
}

type jsonKommune struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type jsonText struct {
	DA string `json:"da"`
	EN string `json:"en"`
}

func jsonTextOf(t lang.Text) jsonText { return jsonText{t.DA, t.EN} }

type jsonFact struct {
	What      jsonText `json:"what"`
	Published *string  `json:"published"`
}

func jsonFactOf(f *LaterFact) jsonFact {
	return jsonFact{jsonTextOf(f.What), isoDate(f.Published)}
}

type jsonProject struct {
	ID             string         `json:"id"`
	Name           string         `json:"name"`
	Verdict        Verdict        `json:"verdict"`
	Reasons        []jsonText     `json:"reasons"`
	Implementation *string        `json:"implementation"`
	GoLive         *string        `json:"goLive"`
	EarliestImpl   *string        `json:"earliestImplementation"`
	Wave           *int           `json:"wave"`
	Priority       *int           `json:"priority"`
	Lights         jsonLights     `json:"lights"`
	Published      *string        `json:"requirementsPublished"`
	Score          jsonScore      `json:"score"`
	Categories     []jsonCategory `json:"categories"`
	Requirements   []jsonItem     `json:"requirements"`
	Preparation    []jsonPrepared `json:"preparation"`
	Gates          []jsonGate     `json:"gates"`
	Blockers       []jsonBlocker  `json:"blockers"`
	Forecast       jsonForecast   `json:"forecast"`
	Matters        []jsonMatter   `json:"matters"`
}

func jsonProjectOf(p *Project) jsonProject {
	out := jsonProject{
		ID: p.ID, Name: p.Name, Verdict: p.Verdict, Reasons: mapTo(p.Reasons, func(t *lang.Text) jsonText { return jsonTextOf(*t) }),
		Implementation: isoDate(day(p.Implementation)), GoLive: isoDate(day(p.GoLive)), EarliestImpl: isoDate(p.EarliestImpl),
		Wave: p.Wave, Priority: p.Priority, Lights: jsonLights{jsonLampOf(&p.Time), jsonLampOf(&p.Money), jsonLampOf(&p.Quality)},
		Score: jsonScoreOf(&p.Score), Categories: mapTo(p.Categories, jsonCategoryOf), Requirements: mapTo(p.Items, jsonItemOf),
		Preparation: mapTo(p.Preparation, jsonPreparedOf), Gates: mapTo(p.Gates, jsonGateOf), Blockers: mapTo(p.Blockers, jsonBlockerOf),
		Forecast: jsonForecast{p.Forecast.Confirmed, p.Forecast.Workdays, p.Forecast.Open, isoDate(p.Forecast.On), isoDate(p.Forecast.Deadline)},
		Matters:  mapTo(p.Matters, jsonMatterOf),
	}
	if p.List != nil {
		out.Published = isoDate(&p.List.Published)
	}
	return out
}

type jsonLights struct {
	Time    jsonLamp `json:"time"`
	Money   jsonLamp `json:"money"`
	Quality jsonLamp `json:"quality"`
}

type jsonLamp struct {
	Light  Light    `json:"light"`
	Reason jsonText `json:"reason"`
}

func jsonLampOf(l *Lamp) jsonLamp { return jsonLamp{l.Light, jsonTextOf(l.Reason)} }

type jsonScore struct {
	Percent   *int `json:"percent"` // null: nothing to score
	Confirmed int  `json:"confirmed"`
	Applies   int  `json:"applies"`
	Answered  int  `json:"answered"`
	All       int  `json:"all"`
}

func jsonScoreOf(s *Score) jsonScore {
	out := jsonScore{nil, s.Confirmed, s.Applies, s.Answered, s.All}
	if s.Known {
		out.Percent = &s.Percent
	}
	return out
}

type jsonCategory struct {
	ID    string    `json:"id"`
	Name  jsonText  `json:"name"`
	Light Light     `json:"light"`
	Score jsonScore `json:"score"`
}

func jsonCategoryOf(c *Category) jsonCategory {
	return jsonCategory{c.Category.ID, jsonTextOf(c.Category.Name), c.Light, jsonScoreOf(&c.Score)}
}

type jsonItem struct {
	Key         string            `json:"key"`
	Text        jsonText          `json:"text"`
	State       *plan.AnswerState `json:"state"` // null: unanswered
	On          *string           `json:"on"`
	By          *string           `json:"by"`
	Since       *string           `json:"confirmedSince"`
	Due         *string           `json:"due"`
	Responsible string            `json:"responsible"`
	Executor    string            `json:"executor"`
	Percent     int               `json:"percent"`
	Evidence    []jsonEvidence    `json:"evidence"`
}

type jsonEvidence struct {
	What string  `json:"what"`
	On   *string `json:"on"`
}

func jsonItemOf(i *Item) jsonItem {
	out := jsonItem{
		Key: i.Key, Text: jsonTextOf(i.Requirement.Both()), On: isoDate(i.Answer.On), By: orNull(i.Answer.By), Since: isoDate(i.Since), Due: isoDate(i.Due),
		Responsible: i.Responsible, Executor: i.Executor, Percent: i.Share * 100 / whole,
		Evidence: mapTo(i.Answer.Evidence, func(e *plan.Evidence) jsonEvidence { return jsonEvidence{e.What, isoDate(e.On)} }),
	}
	if i.State != 0 {
		out.State = &i.State
	}
	return out
}

type jsonPrepared struct {
	Key         string        `json:"key"`
	Text        jsonText      `json:"text"`
	State       PreparedState `json:"state"`
	On          *string       `json:"on"`
	Latest      *string       `json:"latest"`
	Responsible string        `json:"responsible"`
}

func jsonPreparedOf(p *Prepared) jsonPrepared {
	return jsonPrepared{p.Key, jsonTextOf(p.Requirement.Both()), p.State, isoDate(p.On), isoDate(p.Latest), p.Responsible}
}

type jsonGate struct {
	Milestone    string      `json:"milestone"`
	Name         jsonText    `json:"name"`
	Actor        string      `json:"actor"`
	State        GateState   `json:"state"`
	Deadline     *string     `json:"deadline"`
	DeadlineKind string      `json:"deadlineKind"`
	Expected     *string     `json:"expected"`
	Passed       *string     `json:"passed"`
	WorkdaysLeft *int        `json:"workdaysLeft"`
	Blocks       []jsonBlock `json:"blocks"`
}

func jsonGateOf(g *Gate) jsonGate {
	kind := drejebog.Forventet
	if g.Hard {
		kind = drejebog.Frist
	}
	return jsonGate{
		g.Milestone, jsonTextOf(g.Name), g.Actor, g.State, isoDate(g.Deadline), kind.String(), isoDate(day(g.Expected)), isoDate(g.Passed), g.Left,
		mapTo(g.Blocks, jsonBlockOf),
	}
}

type jsonBlock struct {
	Subject      string   `json:"subject"`
	What         jsonText `json:"what"`
	Light        Light    `json:"light"`
	Actor        string   `json:"actor"`
	Role         *string  `json:"role"`
	People       []string `json:"people"`
	By           *string  `json:"by"`
	WorkdaysLeft *int     `json:"workdaysLeft"`
	Section      string   `json:"section"`
}

func jsonBlockOf(b *Block) jsonBlock {
	return jsonBlock{b.Subject, jsonTextOf(b.What), b.Light, b.Actor, orNull(b.Role), noneNull(b.People), isoDate(b.By), b.Left, b.Section}
}

type jsonBlocker struct {
	Gate string `json:"gate"`
	jsonBlock
}

func jsonBlockerOf(b *Blocker) jsonBlocker { return jsonBlocker{b.Gate, jsonBlockOf(&b.Block)} }

type jsonForecast struct {
	Confirmed int     `json:"confirmed"`
	Workdays  int     `json:"workdays"`
	Open      int     `json:"open"`
	On        *string `json:"on"`
	Deadline  *string `json:"deadline"`
}

type jsonMatter struct {
	Topic   string   `json:"topic"`
	Name    jsonText `json:"name"`
	Project *string  `json:"project"`
	Light   Light    `json:"light"`
	Text    jsonText `json:"text"`
	Code    *string  `json:"code"`
	Actor   *string  `json:"actor"`
	Role    *string  `json:"role"`
	By      *string  `json:"by"`
	Section string   `json:"section"`
}

func jsonMatterOf(m *Matter) jsonMatter {
	return jsonMatter{
		m.Topic.ID, jsonTextOf(m.Topic.Name), orNull(m.Project), m.Light, jsonTextOf(m.Text), orNull(m.Code), orNull(m.Actor), orNull(m.Role),
		isoDate(m.By), m.Topic.Section,
	}
}

type jsonReminder struct {
	Role         string   `json:"role"`
	People       []string `json:"people"`
	Project      *string  `json:"project"`
	Subject      string   `json:"subject"`
	What         jsonText `json:"what"`
	Due          string   `json:"due"`
	WorkdaysLeft int      `json:"workdaysLeft"`
}

func jsonReminderOf(r *Reminder) jsonReminder {
	return jsonReminder{r.Role, noneNull(r.People), orNull(r.Project), r.Subject, jsonTextOf(r.What), r.Due.String(), r.Left}
}

type jsonFinding struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Subject  *string  `json:"subject"`
	Project  *string  `json:"project"`
	Actor    *string  `json:"actor"`
	Date     *string  `json:"date"`
	Section  *string  `json:"section"`
	Text     jsonText `json:"text"`
	Remedy   jsonText `json:"remedy"`
	Line     *int     `json:"line"` // null where no file speaks of it
	Column   *int     `json:"column"`
}

func jsonFindingOf(f *drejebog.Finding) jsonFinding {
	out := jsonFinding{
		Code: f.Code, Severity: f.Severity.String(), Subject: orNull(f.Subject), Project: orNull(f.Project), Actor: orNull(f.Actor),
		Date: isoDate(f.Date), Section: orNull(f.Section), Text: jsonTextOf(f.Text), Remedy: jsonTextOf(f.Remedy),
	}
	if f.Place.Line > 0 {
		out.Line, out.Column = &f.Place.Line, &f.Place.Column
	}
	return out
}

func isoDate(day *date.Date) *string {
	if day == nil {
		return nil
	}
	iso := day.String()
	return &iso
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func noneNull(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// mapTo maps a list; the result is never nil.
func mapTo[T, U any](list []T, f func(*T) U) []U {
	mapped := make([]U, len(list))
	for i := range list {
		mapped[i] = f(&list[i])
	}
	return mapped
}
