package model

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatIsKeptIsOfTheBookAndTheDaysOff(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	p := plan.New("Vejen")
	assert.Same(t, calendarOf(book, p), calendarOf(book, p))

	other := plan.New("Vejen")
	other.Calendar = &plan.Calendar{DaysOff: map[string]bool{}}
	for _, d := range book.DaysOff {
		other.Calendar.DaysOff[d.ID] = !d.Free
	}
	assert.NotEqual(t, calendarOf(book, p).days, calendarOf(book, other).days)
}
