package period

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// The words that periods are read by, in lower case. Those that they are written with, in
// two languages, are in package lang.

var ordinals = map[string]int{
	"første": 1, "1.": 1, "anden": 2, "andet": 2, "2.": 2, "tredje": 3, "3.": 3, "fjerde": 4, "4.": 4, "femte": 5, "5.": 5, "sidste": last,
}

// openings are the words before a period that leave one of its ends open.
// Longer ones stand before those that they begin with.
var openings = [...]struct {
	words []string
	open  opening
}{
	{[]string{"senest", "ved"}, upTo},
	{[]string{"senest", "med"}, upTo},
	{[]string{"senest", "den"}, upTo},
	{[]string{"senest", "i"}, upTo},
	{[]string{"senest"}, upTo},
	{[]string{"frist"}, upTo},
	{[]string{"frem", "til", "og", "med"}, upTo},
	{[]string{"frem", "til"}, upTo},
	{[]string{"indtil"}, upTo},
	{[]string{"til", "og", "med"}, upTo},
	{[]string{"til"}, upTo},
	{[]string{"inden"}, before},
	{[]string{"før"}, before},
	{[]string{"fra", "og", "med"}, fromOn},
	{[]string{"fra"}, fromOn},
	{[]string{"tidligst"}, fromOn},
	{[]string{"efter"}, after},
}

// opening opens an end of a period.
type opening func(*Conventions, Period) Period

// aroundFeasts are the words that make a feast of what may be a month.
var aroundFeasts = []string{"inden", "før", "efter", "senest", "til", "indtil", "frem"}

func upTo(c *Conventions, p Period) Period {
	if p.isFeast() && p.First < p.Last {
		return before(c, p) // what lasts until the holidays is over when they begin
	}
	return openStartPeriod(p.Last)
}

func before(_ *Conventions, p Period) Period { return openStartPeriod(p.First - 1) }
func fromOn(_ *Conventions, p Period) Period { return openEndPeriod(p.First) }

// after is from the day after a period on, or to where its row says that "after"
// ends.
func after(c *Conventions, p Period) Period {
	if row, ok := c.row(strings.ToLower(p.Name.DA), HolidayRow, FeastRow); ok && row.After != nil && p.Precision == row.precision() {
		after := closed(p.Last+1, row.After.Until.last(p.Last.Year()), p.Precision)
		after.Name = row.After.Name
		return after
	}
	return openEndPeriod(p.Last + 1)
}

// fillers may stand before a period without changing it.
var fillers = map[string]bool{
	"i": true, "ved": true, "med": true, "den": true, "d.": true, "det": true, "på": true, "af": true,
	"pr.": true, "pr": true, "per": true, "hele": true, "over": true, "gennem": true, "igennem": true, "under": true, "forventet": true, "forventeligt": true,
}

var approximations = map[string]bool{"ca.": true, "ca": true, "cirka": true, "omkring": true}

// joiners stand between the two ends of a period.
var joiners = map[string]bool{"–": true, "til": true, "og": true, "eller": true}

var ongoing = map[string]bool{
	"løbende": true, "fortløbende": true, "løbende opgave": true, "løbende opgaver": true,
	"fortløbende opgave": true, "fortløbende opgaver": true,
}

var unknowns = map[string]bool{
	"ukendt": true, "ikke kendt": true, "ikke fastlagt": true, "ikke oplyst": true, "?": true,
	"tbd": true, "uafklaret": true, "ikke afklaret": true, "ikke planlagt": true,
	"vides endnu ikke": true, "tidligere i processen": true, "??": true, "???": true, "senere": true, "på et senere tidspunkt": true,
	"aftales senere": true, "aftales nærmere": true, "fastlægges senere": true, "meldes ud senere": true, "ikke besluttet": true, "ikke meldt ud": true,
}

const longestText = 200 // characters

// dashes are the signs that people and programs put for the dash of a range.
var dashes = strings.NewReplacer("–", " – ", "—", " – ", "−", " – ", "‐", "-", "‑", "-", "(", " ", ")", " ")

// numericDate is a date in digits, or a year and a month. Its hyphens are not
// the dash of a range.
var numericDate = regexp.MustCompile(
	`^(\d{4}-\d{1,2}|\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4})$`)

// wordsOf parts a text of lower-case letters into words, with every dash of a range as
// a word "–".
func wordsOf(text string) []string {
	var words []string
	for _, word := range strings.Fields(text) {
		word = strings.TrimRight(word, ",;:")
		switch {
		case word == "":
		case numericDate.MatchString(word):
			words = append(words, word)
		default:
			words = append(words, strings.Fields(strings.ReplaceAll(word, "-", " – "))...)
		}
	}
	return words
}

// ordinal reads "første", "3." and the like, and also numbers that are out of
// range, so that the message can say so.
func ordinal(word string) (int, bool) {
	if n, ok := ordinals[word]; ok {
		return n, true
	}
	return number(strings.TrimSuffix(word, "."))
}

// number reads at most four digits.
func number(word string) (int, bool) {
	if len(word) == 0 || len(word) > 4 {
		return 0, false
	}
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(word)
	return n, err == nil
}

// monthAt reads the month at the front of words and returns what follows, less
// a "måned" after the name.
func monthAt(words []string) (time.Month, []string, bool) {
	if len(words) == 0 {
		return 0, nil, false
	}
	month, ok := lang.ParseMonth(words[0])
	if !ok {
		return 0, nil, false
	}
	rest := words[1:]
	if len(rest) > 0 && (rest[0] == "måned" || rest[0] == "mdr." || rest[0] == "md." || rest[0] == "md") {
		rest = rest[1:]
	}
	return month, rest, true
}
