package period

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// What people write where a period is wanted, and what is asked instead of it.
var (
	// fromToday are words that mean another day tomorrow.
	fromToday = []string{
		"næste", "forrige", "kommende", "denne", "dette", "indeværende", "dag", "dags", "d.d.", "dd.", "morgen", "nu", "straks",
		"snarest", "hurtigst", "asap", "asap.", "sidste", "når",
	}

	// repeated are words for what comes again and again.
	repeated = []string{
		"hver", "hvert", "alle", "daglig", "dagligt", "ugentlig", "ugentligt", "månedlig", "månedligt", "månedsvis", "kvartalsvis", "kvartårlig",
		"kvartårligt", "halvårlig", "halvårligt", "årlig", "årligt", "hverdage", "mandage", "tirsdage", "onsdage", "torsdage", "fredage", "lørdage", "søndage",
	}

	// asNeeded are words for work that has no time of its own.
	asNeeded = []string{"behov", "aftale", "aftales"}

	// inSoManyDays is "om 14 dage", which is another day tomorrow; "om hvad" is no day at all.
	inSoManyDays = regexp.MustCompile(`\b(?:om|for) (?:\d+|en|et|to|tre|fire|fem|seks)\b`)

	// weekAndYear is "23/2014", which may be a week.
	weekAndYear = regexp.MustCompile(`^(1[3-9]|[2-4]\d|5[0-3])[/.-](\d{4})$`)
)

// weekAndDays is a week with its days behind it: "uge 23 (2.-6. juni)".
var weekAndDays = regexp.MustCompile(`^(uge \d{1,2}(?: \d{4})?):?\s+(\d{1,2}[./].*)$`)

// weekWithDays reads a week and its days, which must lie in it.
func (r reader) weekWithDays(text string) (Period, bool, error) {
	parts := weekAndDays.FindStringSubmatch(text)
	if parts == nil {
		return Period{}, false, nil
	}
	days, err := r.inWords(plain(parts[2]))
	if err != nil {
		return Period{}, true, err
	}
	inYear := r
	inYear.year, _ = days.First.ISOWeek()
	week, err := inYear.inWords(parts[1])
	if err == nil && (days.First < week.First || days.Last > week.Last) {
		err = r.fail(nil, severalWant(week.String(), days.String()))
	}
	return days, true, err
}

// saidOtherwise makes of an error that says no more than that a text is no period one
// that says what to write for what it may mean.
func (r reader) saidOtherwise(err error) error {
	if fault, ok := errors.AsType[*Error](err); !ok || !isVague(fault.Want) {
		return err
	}
	words := strings.Fields(strings.ToLower(r.text))
	has := func(some []string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(some, strings.Trim(word, ",;:()")) })
	}
	switch week := weekAndYear.FindStringSubmatch(r.text); {
	case week != nil:
		return r.fail(nil, meantWant("uge "+week[1]+" "+week[2]))
	case has(repeated):
		return r.fail(nil, repeatWant)
	case has(asNeeded):
		return r.fail(nil, severalWant(lang.Ongoing().DA, lang.NotKnown().DA))
	case has(fromToday), inSoManyDays.MatchString(strings.ToLower(r.text)):
		return r.fail(nil, todayWant)
	}
	return err
}
