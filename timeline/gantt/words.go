package gantt

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// words writes what a person reads of a schedule, in one language.
type words struct {
	Lang lang.Lang
	s    *timeline.Schedule
}

func (w words) say(da, en string) string { return lang.Text{DA: da, EN: en}.In(w.Lang) }

// Say is say, for the templates.
func (w words) Say(da, en string) string { return w.say(da, en) }

// HTMLLang is the language of the page as HTML names it.
func (w words) HTMLLang() string {
	if w.Lang == lang.English {
		return string(lang.English)
	}
	return string(lang.Danish)
}

func (w words) day(day date.Date) string { return lang.DayText(day).In(w.Lang) }

// short writes a day in figures: "15.10.2014", "15 Oct 2014".
func (w words) short(day date.Date) string {
	if w.Lang == lang.English {
		return day.Format("2 Jan 2006")
	}
	return lang.ShortDay(day).In(lang.Danish)
}

// workdays writes a number of working days.
func (w words) workdays(n int) string {
	if n == 1 || n == -1 {
		return strconv.Itoa(n) + w.say(" arbejdsdag", " working day")
	}
	return strconv.Itoa(n) + w.say(" arbejdsdage", " working days")
}

func (w words) title() string {
	return w.say("Monopolbruddet i ", "The end of the KMD monopoly in ") + w.s.Kommune.FullName()
}

// head tells what the picture rests on and what is tightest.
func (w words) head() []string {
	rests := w.say("Uden kommunens egen plan: datoerne følger af drejebogen og af vores antagelser om varighed.",
		"Without a plan of the kommune's own: dates follow from the playbook and our assumptions on durations.")
	if w.s.Plan.Local() {
		rests = w.say("Bygger på kommunens egen plan og, hvor den ikke siger noget, på drejebogen og vores antagelser om varighed.",
			"Rests on the kommune's own plan and, where that is silent, on the playbook and our assumptions on durations.")
	}
	lines := []string{w.say("Tidsplan set fra ", "Timeline seen from ") + w.day(w.s.SeenFrom()) + ". " + rests}
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
	target := w.s.Milestone(w.s.CriticalPath[len(w.s.CriticalPath)-1])
	if target == nil || !target.Date.Known() {
		return ""
	}
	to := w.quoted(w.s.Label(&target.Node).In(w.Lang)) + ", " + w.day(target.Date.Date)
	if w.s.PathFloat < 0 {
		return w.say("Der mangler ", "Missing: ") + w.workdays(-w.s.PathFloat) + w.say(" på den kritiske vej til ", " on the critical path to ") + to + "."
	}
	return w.say("Den kritiske vej har ", "The critical path has ") + w.workdays(w.s.PathFloat) + w.say(" slæk til ", " of float to ") + to + "."
}

// broken counts what has to be put right.
func (w words) broken() string {
	faults, warnings := 0, 0
	for _, f := range w.s.Findings {
		switch f.Severity {
		case drejebog.Fault:
			faults++
		case drejebog.Warning:
			warnings++
		}
	}
	switch {
	case faults == 0 && warnings == 0:
		return w.say("Ingen frister brydes.", "No deadline is broken.")
	case faults == 0:
		return w.say("Ingen frister brydes; ", "No deadline is broken; ") + w.count(warnings, "advarsel", "advarsler", "warning", "warnings") + "."
	}
	return w.count(faults, "fejl", "fejl", "error", "errors") + w.say(" og ", " and ") + w.count(warnings, "advarsel", "advarsler", "warning", "warnings") + "."
}

func (w words) quoted(text string) string { return w.say("»"+text+"«", "“"+text+"”") }

func (w words) count(n int, da1, da, en1, en string) string {
	if n == 1 {
		return "1 " + w.say(da1, en1)
	}
	return strconv.Itoa(n) + " " + w.say(da, en)
}

// seen is the label of the line that tells from when the picture is seen.
func (w words) seen() string {
	return w.say("Set fra ", "Seen from ") + w.short(w.s.SeenFrom())
}

// adopted labels the day of a budget where there is room.
func (w words) adopted(year int, day date.Date) string {
	return "Budget " + strconv.Itoa(year) + w.say(" vedtages ", " adopted ") + w.short(day)
}

// adoptedShort labels it where there is little.
func (w words) adoptedShort(year int, day date.Date) string {
	return w.say(day.Format("02.01.")+" budget ", day.Format("2 Jan")+" budget ") + strconv.Itoa(year)
}

// project names a band.
func (w words) project(id string) string {
	if project := w.s.Book.Project(id); project != nil {
		return project.Name
	}
	return w.say("Kommunen på tværs", "The kommune as a whole")
}

// projectShort names it where there is little room.
func (w words) projectShort(id string) string {
	if id == "" {
		return w.say("Kommunen", "The kommune")
	}
	return w.project(id)
}

// rowLabel names a row of the picture: "4.10 Uddannelse".
func (w words) rowLabel(it *item) string {
	if activity := w.s.Book.Activity(it.section); activity != nil {
		return it.section + " " + activity.Title.In(w.Lang)
	}
	return w.fullName(it)
}

// undated says of a band that its go-live is not known.
func (w words) undated(group []item) string {
	for i := range group {
		if it := &group[i]; it.kind == timeline.MarkGoLive && it.milestone != nil && !it.dated() {
			return w.say("Idriftsættelsen er ukendt: det, der hænger på den, har afstande i stedet for datoer.",
				"The go-live is not known: what hangs on it has distances instead of dates.")
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
			return w.say("Ikke relevant: ", "Not relevant: ") + t.NotRelevant
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
	return w.s.WhenText(when).In(w.Lang)
}

// tooltip tells an item in one line.
func (w words) tooltip(it *item) string {
	first, last := it.when()
	text := w.fullName(it) + ": " + w.period(first, last)
	if it.task != nil && it.task.HasFloat() && !it.done {
		text += w.say("; slæk ", "; float ") + w.workdays(it.task.TotalFloat)
	}
	if day := it.hard(); day != nil {
		text += w.say("; frist ", "; deadline ") + w.day(*day)
	}
	if it.critical() && !it.done {
		text += w.say("; kritisk", "; critical")
	}
	return text
}

// fullName is the section and the name.
func (w words) fullName(it *item) string {
	if it.section == "" {
		return it.name.In(w.Lang)
	}
	return it.section + " " + it.name.In(w.Lang)
}

// pointWords are the names of turning points in a band's head.
var pointWords = map[timeline.MarkKind]lang.Text{
	timeline.MarkGoLive:         {DA: "idriftsættelse", EN: "go-live"},
	timeline.MarkImplementation: {DA: "implementering begynder", EN: "implementation starts"},
}

// points labels the points of one day: "Idriftsættelse 01.01.2016".
func (w words) points(group []item) string {
	var names []string
	for i := range group {
		name := group[i].name.In(w.Lang)
		if word, ok := pointWords[group[i].kind]; ok {
			name = word.In(w.Lang)
		}
		names = append(names, name)
	}
	first, _ := group[0].when()
	return capital(strings.Join(names, ", ")) + " " + w.short(first.Date)
}

func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}
