package interchange

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// leftOut is what is not taken over as it stands, by cause: a file has a fault of
// one kind in many places, and it is told once.
type leftOut struct {
	causes []lang.Text
	places map[lang.Text]*places
}

// places are where a cause shows: elements, and the numbers of tasks.
type places struct {
	fields []string
	tasks  []int // by index
}

// leave notes that an element of a task, or of none (-1), is not taken over as it
// stands.
func (l *leftOut) leave(why lang.Text, field string, task int) {
	at := l.places[why]
	if at == nil {
		if l.places == nil {
			l.places = map[lang.Text]*places{}
		}
		at = &places{}
		l.places[why], l.causes = at, append(l.causes, why)
	}
	if !slices.Contains(at.fields, field) {
		at.fields = append(at.fields, field)
	}
	if task >= 0 && (len(at.tasks) == 0 || at.tasks[len(at.tasks)-1] != task) {
		at.tasks = append(at.tasks, task)
	}
}

// tellLeftOut makes a finding of each cause.
func (b *planBuilder) tellLeftOut() {
	for _, why := range b.out.causes {
		at := b.out.places[why]
		args := lang.Args{"what": lang.Both(strings.Join(at.fields, ", ")), "why": why, "tasks": lang.Text{}}
		first := strict.Place{File: b.file}
		if len(at.tasks) > 0 {
			args["tasks"] = b.text("interchange/of-tasks", lang.Args{"n": lang.Whole(len(at.tasks)), "numbers": lang.Both(b.numbers(at.tasks))})
			first = b.placeOf(&b.project.Tasks[at.tasks[0]])
		}
		b.add("DB-640", "", first, args)
	}
}

// numbers writes the numbers of tasks, those that follow each other as ranges:
// "3, 5–9".
func (b *planBuilder) numbers(tasks []int) string {
	of := map[int]bool{}
	for _, i := range tasks {
		of[numberOf(&b.project.Tasks[i])] = true
	}
	var ranges []string
	sorted := slices.Sorted(maps.Keys(of))
	for i := 0; i < len(sorted); {
		last := i
		for last+1 < len(sorted) && sorted[last+1] == sorted[last]+1 {
			last++
		}
		text := strconv.Itoa(sorted[i])
		if last > i {
			text += "–" + strconv.Itoa(sorted[last])
		}
		ranges, i = append(ranges, text), last+1
	}
	return strings.Join(ranges, ", ")
}

// placeOf is where a task stands, in the file as the findings call it.
func (b *planBuilder) placeOf(t *mspdi.Task) strict.Place {
	return strict.Place{File: b.file, Line: t.Place.Line, Column: t.Place.Column}
}

// numberOf is what people call a task by: its line in the planning program or, where
// it has none, its UID.
func numberOf(t *mspdi.Task) int { return cmp.Or(t.ID, t.UID) }

// odd takes over what was not read as it stands. What cannot be read at all is a
// fault of the reading, and told by it.
func (b *planBuilder) odd() {
	index := make(map[int]int, len(b.project.Tasks))
	for i := range slices.Backward(b.project.Tasks) {
		index[b.project.Tasks[i].UID] = i
	}
	for _, n := range b.project.Odd() {
		if n.Why == mspdi.Unreadable {
			continue
		}
		task, known := index[n.UID]
		if !known || n.UID == mspdi.None {
			task = -1
		}
		b.out.leave(b.book.Words.Key("not-honoured", string(n.Why), nil), n.Field, task)
	}
}

// add adds a finding about something at a place.
func (b *planBuilder) add(code, subject string, place strict.Place, args lang.Args) {
	if !b.told.Add(code) {
		return
	}
	f := b.book.Finding(code, args)
	f.Subject, f.Actor, f.Place = subject, "kommune", place
	b.findings = append(b.findings, f)
}
