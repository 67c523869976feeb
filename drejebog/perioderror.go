package drejebog

import (
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// PeriodError says that a text is no period, which part of it is wrong, and
// what was expected there.
type PeriodError struct {
	Text string    // the whole text
	Part string    // the part that is wrong
	Want lang.Text // what was expected there
}

// Error says it in English.
func (e *PeriodError) Error() string {
	return "the period “" + e.Text + "” cannot be read: “" + e.Part + "” is not " + e.Want.EN
}

// Danish says it in Danish.
func (e *PeriodError) Danish() string {
	return "perioden »" + e.Text + "« kan ikke læses: »" + e.Part + "« er ikke " + e.Want.DA
}

// Expects returns what was expected, for messages that name the text already.
func (e *PeriodError) Expects() (english, danish string) { return e.Want.EN, e.Want.DA }

var (
	periodWant = lang.Text{
		DA: "en periode som maj 2014, uge 25 2013, 3. kvartal 2014, medio maj 2014, 15. oktober 2013 eller løbende",
		EN: "a period such as maj 2014, uge 25 2013, 3. kvartal 2014, medio maj 2014, 15. oktober 2013 or løbende",
	}
	yearWant     = lang.Text{DA: "en periode med årstal, som i maj 2014", EN: "a period with its year, as in maj 2014"}
	yearOutside  = lang.Text{DA: "et år fra 1900 til 2199", EN: "a year from 1900 to 2199"}
	monthWant    = lang.Text{DA: "en måned fra 1 til 12", EN: "a month from 1 to 12"}
	quarterWant  = lang.Text{DA: "et kvartal fra 1 til 4", EN: "a quarter from 1 to 4"}
	halfWant     = lang.Text{DA: "første eller anden halvdel, som i første halvår 2013", EN: "a first or second half, as in første halvår 2013"}
	seasonWant   = lang.Text{DA: "en vinter med begge årstal, som i vinteren 2013/14", EN: "a winter with both years, as in vinteren 2013/14"}
	newYearWant  = lang.Text{DA: "to år i træk, som i 2013/14", EN: "two years in a row, as in 2013/14"}
	orderWant    = lang.Text{DA: "en periode, der slutter efter, at den begynder; skriv årstal på begge ender", EN: "a period that ends after it begins; write the year at both ends"}
	lengthWant   = lang.Text{DA: "en kort angivelse af en periode", EN: "a short indication of a period"}
	relativeWant = lang.Text{DA: "en længde fra 1 til 999, som i tre måneder før", EN: "a length from 1 to 999, as in tre måneder før"}
)

func weekWant(year, weeks int) lang.Text {
	w, y := strconv.Itoa(weeks), strconv.Itoa(year)
	return lang.Text{DA: "en uge fra 1 til " + w + " i " + y, EN: "a week from 1 to " + w + " in " + y}
}

func dayWant(year int, month time.Month) lang.Text {
	n, y := strconv.Itoa(daysIn(year, month)), strconv.Itoa(year)
	return lang.Text{
		DA: "en dag i kalenderen; " + lang.MonthName(month) + " " + y + " har " + n + " dage",
		EN: "a day of the calendar; " + month.String() + " " + y + " has " + n + " days",
	}
}
