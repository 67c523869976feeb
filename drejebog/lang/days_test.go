package lang_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
)

func TestDaysTellEachMonthAndYearOnce(t *testing.T) {
	on := func(year int, month time.Month, day int) date.Date { return date.New(year, month, day) }
	for _, row := range []struct {
		first, last date.Date
		da, en      string
		short       string
	}{
		{on(2015, 7, 1), on(2015, 7, 14), "1.–14. juli 2015", "1–14 July 2015", "01.07.2015–14.07.2015"},
		{on(2015, 10, 17), on(2015, 11, 2), "17. oktober – 2. november 2015", "17 October – 2 November 2015", "17.10.2015–02.11.2015"},
		{on(2014, 12, 30), on(2015, 1, 2), "30. december 2014 – 2. januar 2015", "30 December 2014 – 2 January 2015", "30.12.2014–02.01.2015"},
		{on(2015, 7, 1), on(2015, 7, 1), "1. juli 2015", "1 July 2015", "01.07.2015"},
	} {
		days, short := lang.Days{First: row.first, Last: row.last}, lang.ShortDays{First: row.first, Last: row.last}
		assert.Equal(t, row.da, days.In(lang.Danish))
		assert.Equal(t, row.en, days.In(lang.English))
		assert.Equal(t, row.short, short.In(lang.Danish))
	}
	assert.Equal(t, "2015-07-01–2015-07-14", lang.ShortDays{First: on(2015, 7, 1), Last: on(2015, 7, 14)}.In(lang.English))
}
