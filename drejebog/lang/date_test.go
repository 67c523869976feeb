package lang_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestDatesAreReadInEveryDanishForm(t *testing.T) {
	want := date.New(2013, time.October, 5)
	for _, text := range []string{
		"5. oktober 2013", "05. oktober 2013", "den 5. oktober 2013", "5 OKTOBER 2013", "5. okt. 2013", "5. okt 2013", "  5.   oktober 2013 ",
		"5.10.2013", "05.10.2013", "5/10/2013", "05-10-2013", "2013-10-05",
		"5/10-2013", "5/10 2013", "5/10-13", "05.10.13", "5-10-13", "5/10/13", "5. 10. 2013", "5.10 2013", "2013/10/05", "2013.10.5", "20131005",
		"lørdag den 5. oktober 2013", "lør. 5/10-2013", "Lørdag, d. 5. okt. 2013", "d. 5. oktober 2013", "pr. 5. oktober 2013", "5.oktober 2013", "5. oktober '13",
		"lø 5/10-13", "lø. 5. okt. 2013", "05-okt-2013", "5-Oct-2013", "5 October 2013", "2013-10-05 00:00:00", "5.10.2013 13:45", "5/10-13 kl. 12",
	} {
		got, err := lang.ParseDate(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	for text, danish := range map[string]string{
		"30. februar 2014":           "»30. februar 2014« er ikke en dag, der findes i kalenderen",
		"2014-02-30":                 "»2014-02-30« er ikke en dag, der findes i kalenderen",
		"1.1.1899":                   "»1.1.1899« er ikke en dato i årene 1900–2199",
		"5. oktobre 2013":            "»5. oktobre 2013« er ikke en dato som 15. oktober 2013, 15.10.2013 eller 2013-10-15",
		"fredag den 5. oktober 2013": "»fredag den 5. oktober 2013« er ikke en fredag; 5. oktober 2013 er en lørdag",
		"31/6-2014":                  "»31/6-2014« er ikke en dag, der findes i kalenderen",
		"":                           "»« er ikke en dato som 15. oktober 2013, 15.10.2013 eller 2013-10-15",
	} {
		_, err := lang.ParseDate(text)
		var fault *lang.DateError
		if assert.ErrorAs(t, err, &fault, text) {
			assert.Equal(t, danish, told(fault).DA)
			assert.Contains(t, told(fault).EN, " is not a ")
		}
	}
	_, fault := lang.ParseDate("October 5 2013")
	assert.Equal(t, "»October 5 2013« er ikke noget entydigt; mente du 5. oktober 2013?", told(fault).DA)
	for _, text := range []string{"5.10.03", "05-10-03", "5.10", "10.2013", "2013-1-5", "5.13.2013", "0.1.2013", "5.10/2013", "den", "oktober 2013", "5. oktober", "2013/13/05", "1.2.3.2013", "10/5/13/2013", "5/13-2013", "fredag", "mandag 2013"} {
		_, err := lang.ParseDate(text)
		assert.Error(t, err, text)
	}
}

func TestADateIsReadAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := date.New(1900, time.January, 1) + date.Date(rapid.IntRange(0, 109_500).Draw(t, "day"))
		for _, text := range []string{lang.Day(day).In(lang.Danish), lang.ShortDay(day).In(lang.Danish), day.String()} {
			if got, err := lang.ParseDate(text); err != nil || got != day {
				t.Fatalf("%s is read as %s, %v", text, got, err)
			}
		}
	})
}

func TestMonthsAndWeekdaysHaveDanishNames(t *testing.T) {
	assert.Equal(t, lang.Text{DA: "okt", EN: "Oct"}, lang.ShortMonthName(time.October))
	assert.Zero(t, lang.ShortMonthName(13))
	for month := time.January; month <= time.December; month++ {
		name, english := lang.MonthName(month).DA, lang.MonthName(month).EN
		for _, text := range []string{name, name[:3], name[:3] + ".", english, english[:3], english[:3] + "."} {
			got, ok := lang.ParseMonth(text)
			assert.True(t, ok, text)
			assert.Equal(t, month, got, text)
		}
	}
	for _, text := range []string{"", ".", "ma", "januar.", "oktobe", "octobe", "october.", "maj.."} {
		_, ok := lang.ParseMonth(text)
		assert.False(t, ok, text)
	}
	assert.Empty(t, lang.MonthName(0))
	assert.Empty(t, lang.MonthName(13))
}

func TestDaysOfTheWeekAreRead(t *testing.T) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		name := lang.WeekdayName(day).DA
		for _, text := range []string{name, strings.ToUpper(name), string([]rune(name)[:3]), string([]rune(name)[:3]) + ".", string([]rune(name)[:2]), string([]rune(name)[:2]) + ".", strings.TrimSuffix(name, "dag")} {
			got, ok := lang.ParseWeekday(text)
			assert.True(t, ok, text)
			assert.Equal(t, day, got, text)
		}
	}
	for _, text := range []string{"", ".", "m", "ma..", "dag", "monday", "mandage"} {
		_, ok := lang.ParseWeekday(text)
		assert.False(t, ok, text)
	}
	assert.Empty(t, lang.WeekdayName(-1))
	assert.Empty(t, lang.WeekdayName(7))
}

func TestADateInAnyDigitsIsTheDayThatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := date.New(2010, time.January, 1) + date.Date(rapid.IntRange(0, 32_000).Draw(t, "day"))
		y, m, d := day.Date()
		sign := rapid.SampledFrom([]string{".", "-", "/"}).Draw(t, "sign")
		for _, text := range []string{
			fmt.Sprintf("%d/%d-%d", d, m, y), fmt.Sprintf("%d/%d %d", d, m, y), fmt.Sprintf("%d/%d-%02d", d, m, y%100), fmt.Sprintf("%d%s%d%s%02d", d, sign, m, sign, y%100),
			fmt.Sprintf("%d%s%d%s%d", d, sign, m, sign, y), fmt.Sprintf("%s den %s", lang.WeekdayName(day.Weekday()).DA, lang.Day(day).In(lang.Danish)), day.Format("20060102"),
		} {
			if got, err := lang.ParseDate(text); err != nil || got != day {
				t.Fatalf("%s is read as %s, %v", text, got, err)
			}
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"1/6-2014", "15/8-14", "01.06.14", "mandag den 2. juni 2014", "2014/06/01", "1/6-15/6-2014", "1. 6. 2014"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_ = lang.Spelled(text)
		if day, err := lang.ParseDate(text); err == nil {
			if again, err := lang.ParseDate(lang.Day(day).In(lang.Danish)); err != nil || again != day {
				t.Fatalf("%q is %s, which is read as %s, %v", text, day, again, err)
			}
		}
	})
}

func ExampleDate() {
	day := date.New(2014, time.October, 15)
	fmt.Println(lang.Day(day).In(lang.Danish))
	fmt.Println(lang.ShortDay(day).In(lang.Danish))
	fmt.Println(lang.Day(day).In(lang.English))
	fmt.Println(lang.YearlessDay(day).In(lang.Danish), lang.YearlessDay(day).In(lang.English))
	// Output:
	// 15. oktober 2014
	// 15.10.2014
	// 15 October 2014
	// 15.10. 15 Oct
}
