package mspdi_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithoutAConstraintTypeATaskIsAsSoonAsPossibleFromEitherEnd(t *testing.T) {
	finish := "<StartDate>2026-01-05T08:00:00</StartDate><FinishDate>2026-01-16T17:00:00</FinishDate>"
	for claim, from := range map[string]string{"from the start": finish, "from the finish": fromFinish + finish} {
		scheduled := func(constraint string) map[int]string {
			p := read(from + "<Tasks>" + task(1, 8, constraint) + task(2, 40, late) + task(3, 16, constraint+after(1)) + "</Tasks>")
			require.Empty(t, p.Network().NotHonoured)
			return dates(t, p)
		}
		absent := scheduled("")
		assert.Equal(t, scheduled("<ConstraintType>0</ConstraintType>"), absent, claim)
	}
	absent := dates(t, read(fromFinish+finish+"<Tasks>"+task(1, 8, "")+task(2, 40, late)+"</Tasks>"))
	assert.Equal(t, "2026-01-12T08:00 2026-01-12T17:00", absent[1], "with the project's first task, not on its last day")
}
