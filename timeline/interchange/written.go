package interchange

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
)

// written is what FromSchedule wrote of a task, so that the reader can tell what
// has been changed since: its dates, what binds them, its progress, and a digest
// of the dependencies that are the playbook's.
type written struct{ dates, constraint, progress, links string }

// undated stands for the dates of a task that has none.
const undated = "-"

// writtenOf is what a task says now.
func writtenOf(t *mspdi.Task) written {
	w := written{dates: undated}
	if t.Start != nil && t.Finish != nil {
		w.dates = t.Start.Day().String() + "/" + max(t.Start.Day(), t.Finish.LastDay()).String()
	}
	if t.Constraint != mspdi.AsSoonAsPossible {
		w.constraint = strconv.Itoa(int(t.Constraint)) + " " + dayOf(t.ConstraintDate, mspdi.Moment.Day)
	}
	if t.ActualStart != nil || t.ActualFinish != nil || t.PercentComplete != 0 {
		w.progress = dayOf(t.ActualStart, mspdi.Moment.Day) + "/" + dayOf(t.ActualFinish, mspdi.Moment.LastDay) + " " + strconv.Itoa(t.PercentComplete)
		if t.Remaining != nil {
			w.progress += " " + strconv.Itoa(*t.Remaining)
		}
	}
	return w
}

func dayOf(m *mspdi.Moment, day func(mspdi.Moment) date.Date) string {
	if m == nil {
		return ""
	}
	return day(*m).String()
}

// String writes it for a field of a task: "2014-06-02/2014-06-13; 4 2014-06-02; ; 5d1f0a2c".
func (w written) String() string {
	return w.dates + "; " + w.constraint + "; " + w.progress + "; " + w.links
}

// asWritten returns what a task was written with, and false for one that
// FromSchedule did not write.
func asWritten(t *mspdi.Task) (written, bool) {
	parts := strings.Split(t.Value(writtenField), ";")
	if len(parts) != 4 {
		return written{}, false
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return written{parts[0], parts[1], parts[2], parts[3]}, true
}

// digest stands for dependencies in any order, "" for none.
func digest(links []writtenLink) string {
	if len(links) == 0 {
		return ""
	}
	texts := make([]string, len(links))
	for i, l := range links {
		texts[i] = l.String()
	}
	slices.Sort(texts)
	sum := fnv.New32a()
	sum.Write([]byte(strings.Join(texts, ";")))
	return strconv.FormatUint(uint64(sum.Sum32()), 16)
}

// setAside reports whether FromSchedule made a task inactive for want of a date.
func setAside(t *mspdi.Task) bool {
	was, ok := asWritten(t)
	return t.Inactive && ok && was.dates == undated && t.Value(notRelevantField) == ""
}

// unchanged tells which parts of a task are as they were written.
type unchanged struct{ dates, constraint, progress bool }

// unchanged compares a task with what was written of it. For a new plan its
// dates and progress do not go without saying; what bound it to its dates does.
func (b *planBuilder) unchanged(t *mspdi.Task) unchanged {
	was, ok := asWritten(t)
	if !ok {
		return unchanged{}
	}
	now := writtenOf(t)
	return unchanged{
		dates: !b.afresh && was.dates == now.dates, constraint: was.constraint == now.constraint,
		progress: !b.afresh && was.progress == now.progress,
	}
}

// writtenLink is a dependency of the plan's own as FromSchedule wrote it.
type writtenLink struct {
	from    string
	kind    drejebog.LinkType
	lag     int // in tenths of minutes
	elapsed bool
}

// maxFieldText is how long a text is that a field of Microsoft Project holds.
const maxFieldText = 255

// linkOf is a link from a task or milestone.
func linkOf(from string, l *mspdi.Link) writtenLink {
	return writtenLink{from, planTypes[l.Type], l.Lag, l.Lag != 0 && l.Elapsed()}
}

// String writes it for a field of a task: "own/kursus FS 878400e".
func (w writtenLink) String() string {
	text := w.from + " " + w.kind.String() + " " + strconv.Itoa(w.lag)
	if w.elapsed {
		text += "e"
	}
	return text
}

// noteLink adds a dependency to those that a task was written with, as long as the
// field has room.
func noteLink(t *mspdi.Task, w writtenLink) {
	i := slices.IndexFunc(t.Values, func(v mspdi.Value) bool { return v.Field == edgesField })
	if i < 0 {
		t.Values = append(t.Values, mspdi.Value{Field: edgesField, Text: w.String()})
		return
	}
	if text := t.Values[i].Text + "; " + w.String(); len(text) <= maxFieldText {
		t.Values[i].Text = text
	}
}

// linksAsWritten returns the dependencies of the plan's own that a task was
// written with.
func linksAsWritten(t *mspdi.Task) []writtenLink {
	var links []writtenLink
	for text := range strings.SplitSeq(t.Value(edgesField), ";") {
		words := strings.Fields(text)
		if len(words) != 3 {
			continue
		}
		w := writtenLink{from: words[0]}
		lag, elapsed := strings.CutSuffix(words[2], "e")
		n, err := strconv.Atoi(lag)
		if err != nil || w.kind.UnmarshalText([]byte(words[1])) != nil {
			continue
		}
		w.lag, w.elapsed = n, elapsed
		links = append(links, w)
	}
	return links
}
