package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// words writes what a person reads of a schedule, in one language.
type words struct {
	Lang lang.Lang
	s    *timeline.Schedule
}

// say is a message of the playbook's words, with its places filled.
func (w words) say(id string, args lang.Args) string { return w.text(id, args).In(w.Lang) }

func (w words) text(id string, args lang.Args) lang.Text { return w.s.Book.Words.Say(id, args) }

// Say is say for the templates, whose messages have no places.
func (w words) Say(id string) string { return w.say(id, nil) }

// HTMLLang is the language of the page as HTML names it.
func (w words) HTMLLang() string { return w.Lang.Tag() }

func (w words) day(day date.Date) string { return lang.DayText(day).In(w.Lang) }

func (w words) short(day date.Date) string { return lang.LabelDay(day).In(w.Lang) }

// workdays is a number of working days with its noun.
func (w words) workdays(n int) lang.Text {
	return w.s.Book.Words.Say("common/working-days", lang.Args{"n": lang.Whole(n)})
}

func (w words) title() string {
	return w.say("gantt/title", lang.Args{"kommune": lang.Both(w.s.Kommune.FullName())})
}

// head tells what the picture rests on and what is tightest.
func (w words) head() []string {
	rests := w.text("gantt/rests-on-playbook", nil)
	if w.s.Plan.Local() {
		rests = w.text("gantt/rests-on-plan", nil)
	}
	lines := []string{w.say("gantt/head", lang.Args{"day": lang.Day(w.s.SeenFrom()), "rests": rests})}
	if tight := w.tightest(); tight != "" {
		lines = append(lines, tight)
	}
	return lines
}

// tightest tells the float of the critical path, "" where there is none.
func (w words) tightest() string {
	if len(w.s.CriticalPath) == 0 {
		return ""
	}
	end := w.s.HardEnd(w.s.CriticalPathTo)
	if end == nil {
		return ""
	}
	name, day := w.s.LabelOf(w.s.CriticalPathTo).Quoted(), lang.Day(*end)
	if w.s.CriticalPathFloat < 0 {
		return w.say("gantt/path-short", lang.Args{"days": w.workdays(-w.s.CriticalPathFloat), "milestone": name, "day": day})
	}
	return w.say("gantt/path-float", lang.Args{"days": w.workdays(w.s.CriticalPathFloat), "milestone": name, "day": day})
}

// broken counts what has to be put right.
func (w words) broken() string {
	faults := len(drejebog.WithSeverity(w.s.Findings, drejebog.SeverityError))
	warnings := len(drejebog.WithSeverity(w.s.Findings, drejebog.SeverityWarning))
	errorsText := w.text("common/errors", lang.Args{"n": lang.Whole(faults)})
	warningsText := w.text("common/warnings", lang.Args{"n": lang.Whole(warnings)})
	switch {
	case faults == 0 && warnings == 0:
		return w.say("gantt/none-broken", nil)
	case faults == 0:
		return w.say("gantt/none-broken-but", lang.Args{"warnings": warningsText})
	}
	return w.say("gantt/broken", lang.Args{"errors": errorsText, "warnings": warningsText})
}

// seen is the label of the line that tells from when the picture is seen.
func (w words) seen() string {
	return w.say("gantt/seen", lang.Args{"day": lang.Both(w.short(w.s.SeenFrom()))})
}

// adopted labels the day of a budget where there is room.
func (w words) adopted(year int, day date.Date) string {
	return w.say("gantt/adopted", lang.Args{"year": lang.Plain(year), "day": lang.Both(w.short(day))})
}

// adoptedShort labels it where there is little.
func (w words) adoptedShort(year int, day date.Date) string {
	return w.say("gantt/adopted-short", lang.Args{"day": lang.YearlessDay(day), "year": lang.Plain(year)})
}

// project names a band.
func (w words) project(id string) string {
	return w.s.Book.ScopeText(id).In(w.Lang)
}

// projectShort names it where there is little room.
func (w words) projectShort(id string) string {
	if id == "" {
		return w.say("common/kommune", nil)
	}
	return w.project(id)
}

// rowLabel names a row of the picture by what is done in it: "4.10 Uddan brugerne".
func (w words) rowLabel(it *item) string {
	activity := w.s.Book.Activity(it.section)
	if activity == nil {
		return w.fullName(it)
	}
	does := activity.Does
	if window := windowOf(activity, it); window != nil && !window.Does.IsZero() {
		does = window.Does
	}
	return it.section + " " + does.In(w.Lang)
}

// windowOf is the window that an item belongs to: that of a task's step; of a point the
// first that has not ended, else the last.
func windowOf(a *drejebog.Activity, it *item) *drejebog.Window {
	if it.task != nil {
		return a.WindowOf(it.task.Step)
	}
	for i := range a.Windows {
		if w := &a.Windows[i]; i == len(a.Windows)-1 || it.dated() && it.day() <= w.End.Last {
			return w
		}
	}
	return nil
}

// undated says of a band that its go-live is not known.
func (w words) undated(group []item) string {
	for i := range group {
		if it := &group[i]; it.kind == keydate.GoLive && it.milestone != nil && !it.dated() {
			return w.say("gantt/unknown-go-live", nil)
		}
	}
	return ""
}

// rowUndated says why a row has no bars, "" where there is nothing to tell.
func (w words) rowUndated(group []item) string {
	var first, last timeline.When
	for i := range group {
		t := group[i].task
		switch {
		case t == nil:
		case t.NotRelevant != "":
			return w.say("gantt/not-relevant-why", lang.Args{"why": lang.Both(t.NotRelevant)})
		case t.Start.Kind == timeline.RelativeTo && (first.Kind == timeline.Open || t.Start.Days < first.Days):
			first = t.Start
		}
		if t != nil && t.Finish.Kind == timeline.RelativeTo && (last.Kind == timeline.Open || t.Finish.Days > last.Days) {
			last = t.Finish
		}
	}
	if first.Kind == timeline.Open || last.Kind == timeline.Open {
		return ""
	}
	return w.period(first, last)
}

// when writes a date, a distance, or that there is none.
func (w words) when(when timeline.When) string {
	return w.s.WhenSaid(when).In(w.Lang)
}

// tooltip tells an item in one line.
func (w words) tooltip(it *item) string {
	first, last := it.when()
	said := []string{w.fullName(it) + ": " + w.period(first, last)}
	if it.task != nil && it.task.HasFloat() && !it.done {
		said = append(said, w.say("common/float", lang.Args{"days": w.workdays(it.task.TotalFloat)}))
	}
	if day := it.hard(); day != nil {
		said = append(said, w.say("common/deadline-on", lang.Args{"day": lang.Day(*day)}))
	}
	if it.critical() && !it.done {
		said = append(said, w.say("common/critical", nil))
	}
	return strings.Join(said, "; ")
}

// fullName is the section and the name.
func (w words) fullName(it *item) string {
	if it.section == "" {
		return it.name.In(w.Lang)
	}
	return it.section + " " + it.name.In(w.Lang)
}

// points labels the points of one day: "Idriftsættelse 01.01.2016". Where there is no room
// for all of it, the names are cut, and the day stands.
func (w words) points(group []item, room int) string {
	var names []string
	for i := range group {
		name := group[i].name.In(w.Lang)
		switch group[i].kind {
		case keydate.GoLive:
			name = w.say("gantt/point-go-live", nil)
		case keydate.Implementation:
			name = w.say("gantt/point-implementation", nil)
		}
		names = append(names, name)
	}
	first, _ := group[0].when()
	day := " " + w.short(first.Date)
	return chart.Fitting(capital(strings.Join(names, ", ")), room-chart.TextWidth(day, pointText), pointText) + day
}

func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}
