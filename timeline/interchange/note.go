package interchange

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// noteBegin and noteEnd are the lines between which FromSchedule adds its words
// to the kommune's own note.
func noteBegin(words *lang.Catalogue) lang.Text { return words.Say("interchange/note-begin", nil) }

const noteEnd = "---"

// notes puts section, window, certainty and what a date that is missing hangs on
// below a note of the kommune's own.
func (b *scheduleBuilder) notes(own, section, window string, certainty drejebog.Certainty, missing string) string {
	var ours []string
	if section != "" && section != plan.OwnActivity {
		ours = append(ours, b.say("interchange/note-section", lang.Args{"section": lang.Both(section)}))
	}
	if window != "" {
		ours = append(ours, window)
	}
	if certainty != 0 {
		ours = append(ours, b.say("common/date-certainty", lang.Args{"certainty": b.words.Key("certainty", certainty.String(), nil).Lower()}))
	}
	if missing != "" {
		ours = append(ours, missing)
	}
	begin := noteBegin(b.words)
	if len(ours) == 0 && !slices.ContainsFunc(strings.Split(own, "\n"), begins(begin)) {
		return own
	}
	lines := slices.Concat([]string{begin.In(b.language)}, ours, []string{noteEnd})
	if own != "" {
		lines = append([]string{own}, lines...)
	}
	return strings.Join(lines, "\n")
}

// begins tells the lines that begin what FromSchedule adds, in either language.
func begins(begin lang.Text) func(line string) bool {
	return func(line string) bool {
		line = strings.TrimSpace(line)
		return line == begin.DA || line == begin.EN
	}
}

// windowText is the printed window of a task.
func (b *scheduleBuilder) windowText(t *timeline.Task) string {
	window := t.Activity.WindowOf(t.Step)
	if window == nil {
		return ""
	}
	if window.Kind == drejebog.Frist {
		return b.say("interchange/note-deadline", lang.Args{"window": window.Written()})
	}
	return b.say("interchange/note-expected", lang.Args{"window": window.Written()})
}

// missing says what a date that is not known hangs on, "" for one that is.
func (b *scheduleBuilder) missing(when timeline.When) string {
	if when.Known() {
		return ""
	}
	return b.say("interchange/note-no-date", lang.Args{"when": b.sched.WhenSaid(when)})
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
func ownNote(begin lang.Text, notes string) string {
	lines := strings.Split(strings.ReplaceAll(notes, "\r\n", "\n"), "\n")
	for i, line := range slices.Backward(lines) {
		if !begins(begin)(line) {
			continue
		}
		own, below := lines[:i], lines[i+1:]
		if end := slices.Index(below, noteEnd); end >= 0 {
			own = append(own, below[end+1:]...)
		}
		lines = own
		break
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
