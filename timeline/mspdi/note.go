package mspdi

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
)

// ourNotes parts the kommune's own note from what FromSchedule adds below.
const ourNotes = "---"

// notes puts section, window and certainty below a note of the kommune's own.
func (b *scheduleBuilder) notes(own, section, window string, certainty drejebog.Certainty) string {
	var ours []string
	if section != "" && section != timeline.OwnActivity {
		ours = append(ours, words("Drejebogen, afsnit ", "The playbook, section ").In(b.lang)+section+".")
	}
	if window != "" {
		ours = append(ours, window)
	}
	if text, ok := certaintyTexts[certainty]; ok {
		ours = append(ours, text.In(b.lang))
	}
	if len(ours) == 0 {
		return own
	}
	below := ourNotes + "\n" + strings.Join(ours, "\n")
	if own == "" {
		return below
	}
	return own + "\n" + below
}

// certaintyTexts say how sure a date is.
var certaintyTexts = map[drejebog.Certainty]drejebog.Text{
	drejebog.Stated:  words("Datoen følger af drejebogen eller planen.", "The date follows from the playbook or the plan."),
	drejebog.Implied: words("Datoen er udledt af drejebogen.", "The date is implied by the playbook."),
	drejebog.Assumed: words("Datoen bygger på antagelser.", "The date rests on assumptions."),
}

// windowText is the printed window of a task.
func (b *scheduleBuilder) windowText(t *timeline.Task) string {
	window := t.Activity.WindowOf(t.Step)
	if window == nil {
		return ""
	}
	printed := window.Printed()
	kind := words("Forventet: ", "Expected: ")
	if window.Kind == drejebog.Frist {
		kind = words("Frist: ", "Deadline: ")
	}
	if b.lang == drejebog.English {
		printed = window.PrintedEnglish()
	}
	return kind.In(b.lang) + printed + "."
}

// undated adds what the date of a task hangs on.
func (b *scheduleBuilder) undated(notes string, when timeline.When) string {
	return notes + "\n" + words("Opgaven har ingen dato endnu: ", "The task has no date yet: ").In(b.lang) +
		b.sched.WhenText(when).In(b.lang) + "."
}

// ownNote returns what a note says above what FromSchedule adds.
func ownNote(notes string) string {
	if own, _, ok := strings.Cut("\n"+strings.ReplaceAll(notes, "\r\n", "\n"), "\n"+ourNotes+"\n"); ok {
		return strings.TrimSpace(own)
	}
	return strings.TrimSpace(notes)
}
