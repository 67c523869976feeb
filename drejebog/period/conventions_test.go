package period_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Public calendars' Easter Sundays, the earliest and the latest that there can be
// among them.
func TestFeastsAreCountedFromEaster(t *testing.T) {
	for year, sunday := range map[int]date.Date{
		1900: date.New(1900, time.April, 15), 1943: date.New(1943, time.April, 25), 1981: date.New(1981, time.April, 19),
		2000: date.New(2000, time.April, 23), 2008: date.New(2008, time.March, 23), 2013: date.New(2013, time.March, 31),
		2014: date.New(2014, time.April, 20), 2015: date.New(2015, time.April, 5), 2016: date.New(2016, time.March, 27),
		2038: date.New(2038, time.April, 25), 2049: date.New(2049, time.April, 18), 2100: date.New(2100, time.March, 28),
	} {
		p, err := period.BuiltIn().ParseAt("påskedag", date.New(year, time.January, 1))
		require.NoError(t, err)
		assert.Equal(t, sunday, p.First)
	}
}

func TestWordsMeanWhatTheConventionsSay(t *testing.T) {
	other := &period.Conventions{Rows: []period.Row{
		{Kind: period.HolidayRow, Name: lang.Text{DA: "sommerferien", EN: "summer holidays"}, From: period.Edge{Week: 26}, Until: period.Edge{Week: 31}},
		{Kind: period.FeastRow, Name: lang.Text{DA: "høstfesten", EN: "harvest feast"}, From: period.Edge{Month: 9, Day: 20}, Until: period.Edge{Month: 9, Day: 21}},
	}}
	p, err := other.Parse("inden sommerferien 2014")
	require.NoError(t, err)
	assert.Equal(t, date.New(2014, time.June, 22), p.Last)
	p, err = other.Parse("høstfesten 2014")
	require.NoError(t, err)
	assert.Equal(t, []string{"høstfesten 2014", "harvest feast 2014"}, []string{p.String(), p.English()})
	_, err = other.Parse("primo maj 2014")
	assert.Error(t, err, "it has no such row")

	holiday, err := other.Parse("sommerferien 2014")
	require.NoError(t, err)
	text, err := holiday.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "23. juni 2014 – 3. august 2014", string(text), "what others take for other days is written by its days")

	var none *period.Conventions
	_, err = none.Parse("julen 2014")
	assert.Error(t, err)
	p, err = none.Parse("maj 2014")
	require.NoError(t, err)
	assert.Equal(t, "maj 2014", p.String())
}
