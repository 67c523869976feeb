package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// teller tells a result.
type teller struct {
	document.Document
	words *lang.Catalogue
	*result
}

// tell tells a result: its main table is "tasks".
func tell(words *lang.Catalogue, file string, r *result) *document.Document {
	t := &teller{words: words, result: r}
	name := r.Name
	if name == "" {
		name = file
	}
	t.Title = t.say("schedule/title", lang.Args{"name": lang.Both(name)})
	t.Tell(t.say("schedule/finish", lang.Args{"finish": lang.Both(clock(r.Finish))}))
	t.Tell(t.say("schedule/paths", lang.Args{"n": lang.Whole(int(min(r.CriticalPaths.Count, mostShown)))}))
	if r.Compared != nil {
		t.Tell(t.say("schedule/compared", lang.Args{"n": lang.Whole(r.Compared.Values), "equal": lang.Whole(r.Compared.Equal)}))
	}
	t.Section(t.say("schedule/tasks", nil))
	t.Tell(t.say("schedule/units", nil))
	t.Show(t.brief())
	t.Attached = append(t.Attached, t.tasks())
	t.criticalPaths()
	t.differences()
	t.warnings()
	t.notHonoured()
	return &t.Document
}

func (t *teller) say(id string, args lang.Args) lang.Text { return t.words.Say(id, args) }

// clock is an instant as people read it: "2026-01-05 08:00".
func clock(instant string) string { return strings.Replace(instant, "T", " ", 1) }

// sheet is an empty table with its columns, of which some are figures.
func (t *teller) sheet(name string, title lang.Text, keys ...string) *table.Sheet {
	s := &table.Sheet{Name: name, Title: title}
	for _, key := range keys {
		column := table.Column{Name: table.Named(t.words, "schedule-column", key)}
		column.Right = slices.Contains([]string{"total-float", "free-float"}, key)
		s.Columns = append(s.Columns, column)
	}
	return s
}

// mostShown bounds the number of paths that is told.
const mostShown = math.MaxInt32

// brief is the table of the page: the dates as scheduled.
func (t *teller) brief() *table.Sheet {
	s := t.sheet("brief", t.say("schedule/tasks", nil), "uid", "name", "start", "finish", "total-float", "critical", "drivers")
	for i := range t.Tasks {
		of := &t.Tasks[i]
		s.Append(
			table.Text(strconv.Itoa(of.UID)), table.Text(of.Name), table.Text(clock(of.Start)), table.Text(clock(of.Finish)),
			table.Whole(of.TotalFloat), critical(of), table.Text(numbers(of.Drivers)),
		)
	}
	return s
}

// critical says that a task is critical, nothing of one that is not.
func critical(of *task) table.Cell {
	if !of.Critical {
		return table.Cell{}
	}
	return table.Of(lang.YesNo(true))
}

// tasks is the table of all that is computed.
func (t *teller) tasks() *table.Sheet {
	s := t.sheet("tasks", t.say("schedule/tasks", nil), "uid", "name", "start", "finish", "early-start", "early-finish", "late-start", "late-finish", "total-float", "free-float", "critical", "drivers")
	for i := range t.Tasks {
		of := &t.Tasks[i]
		s.Append(
			table.Text(strconv.Itoa(of.UID)), table.Text(of.Name), table.Text(clock(of.Start)), table.Text(clock(of.Finish)),
			table.Text(clock(of.EarlyStart)), table.Text(clock(of.EarlyFinish)), table.Text(clock(of.LateStart)), table.Text(clock(of.LateFinish)),
			table.Whole(of.TotalFloat), table.Whole(of.FreeFloat), critical(of), table.Text(numbers(of.Drivers)),
		)
	}
	return s
}

// numbers are UIDs with a comma between.
func numbers(uids []int) string {
	list := make([]string, len(uids))
	for i, uid := range uids {
		list[i] = strconv.Itoa(uid)
	}
	return strings.Join(list, ", ")
}

// criticalPaths lists the chains, each by the names of its tasks.
func (t *teller) criticalPaths() {
	if len(t.CriticalPaths.Listed) == 0 {
		return
	}
	t.Section(t.say("schedule/critical", nil))
	var list document.List
	for i, path := range t.CriticalPaths.Listed {
		names := make([]string, len(path))
		for j, uid := range path {
			names[j] = t.names[uid]
		}
		list.Items = append(list.Items, document.Item{Mark: lang.Both(strconv.Itoa(i + 1)), Text: lang.Both(strings.Join(names, " → "))})
	}
	t.Add(list)
}

// differences lists what is stored otherwise than computed.
func (t *teller) differences() {
	s := t.sheet("differences", t.say("schedule/differences", nil), "uid", "name", "value", "stored", "computed")
	for i := range t.Tasks {
		of := &t.Tasks[i]
		if of.Stored == nil {
			continue
		}
		for _, v := range of.values() {
			if slices.Contains(of.Stored.Differ, v.key) {
				s.Append(table.Text(strconv.Itoa(of.UID)), table.Text(of.Name), table.Of(t.words.Key("schedule-column", v.column, nil)), table.Text(clock(v.stored)), table.Text(clock(v.computed)))
			}
		}
	}
	t.part(s)
}

// value is one of a task's dates and floats, as stored and as computed.
type value struct{ key, column, stored, computed string }

func (t *task) values() []value {
	minutes := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	return []value{
		{"earlyStart", "early-start", t.Stored.EarlyStart, t.EarlyStart}, {"earlyFinish", "early-finish", t.Stored.EarlyFinish, t.EarlyFinish},
		{"lateStart", "late-start", t.Stored.LateStart, t.LateStart}, {"lateFinish", "late-finish", t.Stored.LateFinish, t.LateFinish},
		{"start", "start", t.Stored.Start, t.Start}, {"finish", "finish", t.Stored.Finish, t.Finish},
		{"totalFloat", "total-float", minutes(t.Stored.TotalFloat), strconv.Itoa(t.TotalFloat)},
		{"freeFloat", "free-float", minutes(t.Stored.FreeFloat), strconv.Itoa(t.FreeFloat)},
	}
}

func (t *teller) warnings() {
	s := t.sheet("warnings", t.say("schedule/warnings", nil), "uid", "name", "what")
	for _, w := range t.Warnings {
		uid, name := t.task(w.UID)
		s.Append(uid, name, table.Of(w.Text))
	}
	t.part(s)
}

func (t *teller) notHonoured() {
	s := t.sheet("not-honoured", t.say("schedule/not-honoured", nil), "uid", "name", "field", "what")
	for _, n := range t.NotHonoured {
		uid, name := t.task(n.UID)
		s.Append(uid, name, table.Text(n.Field), table.Of(n.Text))
	}
	t.part(s)
}

// task is the number and the name of a task, empty for none.
func (t *teller) task(uid *int) (number, name table.Cell) {
	if uid == nil {
		return table.Cell{}, table.Cell{}
	}
	return table.Text(strconv.Itoa(*uid)), table.Text(t.names[*uid])
}

// part shows a table under its title; one without rows can be asked for alone.
func (t *teller) part(s *table.Sheet) {
	if len(s.Rows) == 0 {
		t.Attached = append(t.Attached, s)
		return
	}
	t.Section(s.Title)
	t.Show(s)
}
