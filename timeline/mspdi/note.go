package mspdi

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

// The lines between which FromSchedule adds its words to the kommune's own note.
var oursBegin = words("--- Fra tidsplanen ---", "--- From the schedule ---")

const oursEnd = "---"

// notes puts section, window, certainty and what a date that is missing hangs on
// below a note of the kommune's own.
func (b *scheduleBuilder) notes(own, section, window string, certainty drejebog.Certainty, missing string) string {
	var ours []string
	if section != "" && section != timeline.OwnActivity {
		ours = append(ours, words("Drejebogen, afsnit ", "The playbook, section ").In(b.language)+section+".")
	}
	if window != "" {
		ours = append(ours, window)
	}
	if text, ok := certaintyTexts[certainty]; ok {
		ours = append(ours, text.In(b.language))
	}
	if missing != "" {
		ours = append(ours, missing)
	}
	if len(ours) == 0 && !slices.ContainsFunc(strings.Split(own, "\n"), beginsOurs) {
		return own
	}
	lines := slices.Concat([]string{oursBegin.In(b.language)}, ours, []string{oursEnd})
	if own != "" {
		lines = append([]string{own}, lines...)
	}
	return strings.Join(lines, "\n")
}

func beginsOurs(line string) bool {
	line = strings.TrimSpace(line)
	return line == oursBegin.DA || line == oursBegin.EN
}

// certaintyTexts say how sure a date is.
var certaintyTexts = map[drejebog.Certainty]lang.Text{
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
	if b.language == lang.English {
		printed = window.PrintedEnglish()
	}
	return kind.In(b.language) + printed + "."
}

// missing says what a date that is not known hangs on, "" for one that is.
func (b *scheduleBuilder) missing(when timeline.When) string {
	if when.Known() {
		return ""
	}
	return words("Opgaven har ingen dato endnu: ", "The task has no date yet: ").In(b.language) + b.sched.WhenText(when).In(b.language) + "."
}

// missingDate says it of a task that is to be done.
func (b *scheduleBuilder) missingDate(t *timeline.Task) string {
	switch {
	case t.NotRelevant != "":
		return ""
	case !t.Start.Known():
		return b.missing(t.Start)
	}
	return b.missing(t.Finish)
}

// ownNote returns what a note says above and below what FromSchedule adds, which
// begins at the last line that begins it.
func ownNote(notes string) string {
	lines := strings.Split(strings.ReplaceAll(notes, "\r\n", "\n"), "\n")
	for i, line := range slices.Backward(lines) {
		if !beginsOurs(line) {
			continue
		}
		own, below := lines[:i], lines[i+1:]
		if end := slices.Index(below, oursEnd); end >= 0 {
			own = append(own, below[end+1:]...)
		}
		lines = own
		break
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
