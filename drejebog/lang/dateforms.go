package lang

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Spelled brings dates in digits, in a text of lower-case letters, to the one form
// that is read: "1/6-2014", "1.6 2014" and "15/8-14" become "1. juni 2014" and "15.
// august 2014", "1/6-15/6 2014" becomes "1. juni – 15. juni 2014", "2014/06/01" and
// "20140601" become "2014-06-01", "01-jun-2014" becomes "01. jun 2014", and the time of
// day behind a date is left out. The day stands before the month, as Danes write.
// Years of two digits are those from 2010 on: "14-06-01" may be 2001, or the first
// of June in a program's order, and stays as it is. So does a month that does not
// exist.
func Spelled(text string) string {
	forms := compiledDates()
	text = forms.clock.ReplaceAllString(text, "$1")
	text = forms.gluedDay.ReplaceAllString(text, "d. $1")
	text = forms.shortYear.ReplaceAllString(text, " 20$1")
	text = forms.yearFirst.ReplaceAllStringFunc(text, func(found string) string {
		part := forms.yearFirst.FindStringSubmatch(found)
		return fmt.Sprintf("%s-%02s-%02s", part[1], part[2], part[3])
	})
	text = forms.yearFirstPlain.ReplaceAllString(text, "$1-$2-$3")
	text = forms.dayRange.ReplaceAllString(text, "$1/$2 – $3/$4")
	text = forms.dottedRange.ReplaceAllString(text, "$1/$2 – $3")
	for _, form := range forms.days {
		text = spelled(text, form)
	}
	text = forms.named.ReplaceAllString(text, "$1. $2 $3")
	return strings.TrimSpace(forms.gluedMonth.ReplaceAllString(text, "$1. $2"))
}

// dateForms are ways to write dates in digits.
type dateForms struct {
	shortYear, yearFirst, yearFirstPlain, dayRange, dottedRange, gluedMonth, gluedDay, named, clock *regexp.Regexp

	days []*regexp.Regexp // a day, a month, and a year of two digits, of four or none
}

// compiledDates compiles the forms when they are first needed: most texts have none.
var compiledDates = sync.OnceValue(func() *dateForms {
	return &dateForms{
		shortYear:      regexp.MustCompile(`['’´](\d\d)\b`),
		yearFirst:      regexp.MustCompile(`\b((?:19|20|21)\d\d)[./](\d{1,2})[./](\d{1,2})\b`),
		yearFirstPlain: regexp.MustCompile(`\b(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\b`),
		dayRange:       regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})\s*[-–]\s*(\d{1,2})/(\d{1,2})\b`),
		dottedRange:    regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.?\s*[-–]\s*(\d{1,2}\.\d{1,2}\.)`),
		gluedMonth:     regexp.MustCompile(`\b(\d{1,2})\.([a-zæøå]{3})`),
		gluedDay:       regexp.MustCompile(`\bd\.(\d)`),
		named:          regexp.MustCompile(`\b(\d{1,2})\.?-([a-zæøå]{3,9})\.?-(\d{4}|\d\d)\b`),
		clock:          regexp.MustCompile(`([a-zæøå\d.])(?:,? \d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?z?|,? kl\.? ?\d{1,2}(?:[.:]\d{2})?(?: ?[-–] ?\d{1,2}(?:[.:]\d{2})?)?)$`),
		days: []*regexp.Regexp{
			regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d\d)\b`),
			regexp.MustCompile(`\b(\d{1,2})-(\d{1,2})-(\d\d)\b`),
			regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d\d)\b`),
			regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})\s?[-,]\s?(\d{4}|\d\d)\b`),
			regexp.MustCompile(`\b(\d{1,2})/(\d{1,2}) (\d{4})\b`),
			regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.?[ -](\d{4})\b`),
			regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})\b()`),
			regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.()$`),
		},
	}
})

// spelled replaces what has a form by day and month in words. What is part of a
// longer row of digits stays.
func spelled(text string, form *regexp.Regexp) string {
	var out strings.Builder
	from := 0
	for _, at := range form.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string { return text[at[2*i]:at[2*i+1]] }
		month, _ := strconv.Atoi(part(2))
		name := MonthName(time.Month(month)).DA
		year, known := fullYear(part(3))
		before, after := text[:at[0]], text[at[1]:]
		if name == "" || !known || strings.HasSuffix(before, "/") || strings.HasSuffix(before, ".") || strings.HasPrefix(after, "/") || strings.HasPrefix(after, "-") {
			continue
		}
		day, _ := strconv.Atoi(part(1))
		out.WriteString(text[from:at[0]] + strings.TrimSpace(fmt.Sprintf("%d. %s %s", day, name, year)))
		from = at[1]
	}
	return out.String() + text[from:]
}

// ShortYear returns the year that two digits are short for, of those from 2010 on.
func ShortYear(digits string) (string, bool) {
	if len(digits) != 2 || !isDigits(digits) {
		return "", false
	}
	return fullYear(digits)
}

// fullYear returns a year in four digits, "" for none.
func fullYear(digits string) (string, bool) {
	if len(digits) == 2 {
		return "20" + digits, digits >= "10"
	}
	return digits, true
}

// ParseWeekday reads a day of the week in Danish: in full, or its first letters
// with or without a dot ("man.", "tirs", "lør", "ma").
func ParseWeekday(text string) (time.Weekday, bool) {
	short, _ := strings.CutSuffix(strings.ToLower(text), ".")
	for i, name := range weekdayNames {
		if short == name || short+"dag" == name || short == string([]rune(name)[:3]) || short == string([]rune(name)[:2]) {
			return time.Weekday(i), true
		}
	}
	return 0, false
}

var weekdayNames = [...]string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}

// weekdayName returns the day's name, "mandag" and "Monday", and nothing for a day
// that does not exist.
func weekdayName(day time.Weekday) Text {
	if day < time.Sunday || day > time.Saturday {
		return Text{}
	}
	return Text{DA: weekdayNames[day], EN: day.String()}
}
