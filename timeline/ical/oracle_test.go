package ical_test

import (
	"os/exec"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/examples/plans"
)

// secondParser reads a calendar from its input with Debian's icalendar and
// prints its events.
const secondParser = `
import sys, icalendar
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
for e in cal.walk("VEVENT"):
    print(e["UID"], e.decoded("DTSTART").isoformat(), e.decoded("DTEND").isoformat(), e["SUMMARY"], sep="\t")
`

func TestASecondParserReadsTheSameEvents(t *testing.T) {
	python := ""
	for _, candidate := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(candidate, "-c", "import icalendar").Run() == nil {
			python = candidate
		}
	}
	if python == "" {
		t.Skip("python3-icalendar is not installed")
	}
	for _, name := range plans.Names() {
		text := write(t, sample(t, name), meeting(hostile[1], date.New(2014, 9, 1)))
		command := exec.Command(python, "-c", secondParser)
		command.Stdin = strings.NewReader(text)
		command.Env = []string{"PYTHONIOENCODING=utf-8"}
		out, err := command.Output()
		require.NoError(t, err)
		ours := events(t, text)
		lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
		require.Len(t, lines, len(ours))
		for _, line := range lines {
			theirs := strings.Split(line, "\t")
			require.Contains(t, ours, theirs[0])
			event := ours[theirs[0]]
			assert.Equal(t, value(event, ics.ComponentPropertyDtStart), strings.ReplaceAll(theirs[1], "-", ""))
			assert.Equal(t, value(event, ics.ComponentPropertyDtEnd), strings.ReplaceAll(theirs[2], "-", ""))
			assert.Equal(t, value(event, ics.ComponentPropertySummary), theirs[3])
		}
	}
}
