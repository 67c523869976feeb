package period

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"golang.org/x/text/unicode/norm"
)

// Parse reads a period as Danish planners write it, in any case and with
// any spaces: "Uge 25 (2013)", "maj 2014", "medio maj 2014 – oktober 2014",
// "3. kvartal 2014", "senest ved udgangen af 2013", "løbende", "nogle uger før
// idriftsættelsen". What the words mean stands on Period. A text without a year
// is an error here; Conventions.ParseAt reads it. What words mean that leave room is said by
// the module's own conventions. The error is a *Error.
func Parse(text string) (Period, error) { return BuiltIn().Parse(text) }

// Parse reads a period as the function Parse does, by these conventions.
func (c *Conventions) Parse(text string) (Period, error) { return c.parse(text, 0) }

// ParseAt reads a period as Parse does and takes a year that is not written from the
// reference date, the day when the text was written: "i april måned" of 1 May 2014 is
// April 2014.
func (c *Conventions) ParseAt(text string, reference date.Date) (Period, error) {
	return c.parse(text, reference.Year())
}

// reader reads one text; year is that of the reference date, or 0.
type reader struct {
	*Conventions

	text string
	year int
}

func (c *Conventions) parse(text string, year int) (Period, error) {
	r := reader{Conventions: c, text: strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(text, "\ufffd"))), " "), year: year}
	if utf8.RuneCountInString(r.text) > longestText {
		r.text = string([]rune(r.text)[:longestText]) + "…"
		return Period{}, r.fail(nil, lengthWant)
	}
	period, found, err := r.edtf()
	if !found && err == nil {
		period, found, err = r.relative()
	}
	if !found && err == nil {
		written := partDash.ReplaceAllString(dashes.Replace(strings.ToLower(r.text)), "${1} ${2}")
		if period, err = r.inWords(written); err != nil {
			if period, found, err = r.weekWithDays(written); !found {
				period, err = r.inWords(plain(written))
			}
			err = r.saidOtherwise(err)
		}
	}
	if err == nil && !period.within() {
		err = r.fail(nil, yearOutside)
	}
	if err != nil {
		return Period{}, err
	}
	period.Text = r.text
	return period, nil
}

// inWords reads a text of lower-case letters that is not counted from an event.
func (r reader) inWords(text string) (Period, error) {
	words, err := r.meaningOfJul(wordsOf(text))
	if err != nil {
		return Period{}, err
	}
	return r.absolute(words)
}

// fail makes the error for a part of the text; without words, for all of it.
func (r reader) fail(part []string, want error) error {
	words := strings.ReplaceAll(strings.Join(part, " "), " – ", "–")
	if words == "" {
		words = r.text
	}
	return &Error{Text: r.text, Part: words, Want: want}
}

// absolute reads everything but relative periods.
func (r reader) absolute(words []string) (Period, error) {
	joined := strings.Join(words, " ")
	switch {
	case len(words) == 0:
		return Period{}, r.fail(nil, periodWant)
	case ongoing[joined]:
		return Period{Kind: OpenEnd}, nil
	case len(words) > 1 && ongoing[words[0]]: // "løbende fra maj 2014"
		return r.absolute(words[1:])
	case unknowns[joined], words[0] == "afventer":
		return Period{Kind: Unknown}, nil
	case strings.HasSuffix(joined, " og frem"):
		return r.onward(words[:len(words)-2])
	}
	if words[0] == "mellem" {
		return r.between(words[1:])
	}
	if words[0] == "fra" && slices.ContainsFunc(words[1:], func(w string) bool { return w == "–" || w == "til" }) {
		return r.span(words[1:])
	}
	for _, opening := range openings {
		if len(words) > len(opening.words) && slices.Equal(words[:len(opening.words)], opening.words) {
			return r.open(words[len(opening.words):], opening.open, opening.words[0] == "inden")
		}
	}
	return r.span(words)
}

// onward reads what stands before "og frem", with or without a "fra".
func (r reader) onward(words []string) (Period, error) {
	period, err := r.absolute(words)
	if err == nil && (period.First == 0 || period.Kind == OpenStart) {
		err = r.fail(nil, periodWant)
	}
	opened := openEndPeriod(period.First)
	opened.Approximate = period.Approximate
	return opened, err
}

// open reads the period behind an opening. "Inden udgangen af" something is
// its last day still, while "inden" else means the day before.
func (r reader) open(words []string, open opening, inden bool) (Period, error) {
	period, err := r.span(words)
	if err != nil {
		return Period{}, err
	}
	if inden && (words[0] == "udgangen" || slices.Contains(words, "udgang")) {
		open = upTo
	}
	opened := open(r.Conventions, period)
	opened.Approximate = period.Approximate
	return opened, nil
}

// span reads one period, or two with a dash or a word between them.
func (r reader) span(words []string) (Period, error) {
	at := slices.Index(words, "–")
	if at < 0 {
		at = slices.IndexFunc(words, func(w string) bool { return joiners[w] })
	}
	if at < 0 {
		return r.one(words)
	}
	left, right := words[:at], words[at+1:]
	if words[at] == "til" && len(right) > 2 && right[0] == "og" && right[1] == "med" {
		right = right[2:]
	}
	if len(left) == 0 || len(right) == 0 {
		return Period{}, r.fail(words, periodWant)
	}
	left, right = r.shareYears(left, right)
	if week, year, asked := weekOfShortYear(left, right); asked {
		return Period{}, r.fail(words, meantWant(week+" "+year))
	}
	if ongoing[strings.Join(right, " ")] {
		from, err := r.one(left)
		return openEndPeriod(from.First), err
	}
	until, right, err := r.right(left, right)
	if err != nil {
		return Period{}, err
	}
	if numericDate.MatchString(right[len(right)-1]) {
		right = append(slices.Clone(right), strconv.Itoa(until.Last.Year())) // which it lends: "1/6 – 15.06.2014"
	}
	from, err := r.left(left, right)
	if err != nil {
		return Period{}, err
	}
	if from.First > until.Last || from.First > until.First {
		return Period{}, r.fail(words, orderWant)
	}
	if (words[at] == "og" || words[at] == "eller") && until.First > from.Last+1 {
		return Period{}, r.fail(words, twoTimesWant(spanOf(from, until)))
	}
	return spanOf(from, until), nil
}

// spanOf joins two ends, of which one that is two days itself counts by one of them.
func spanOf(from, until Period) Period {
	if from.Precision == PrecisionSpan {
		from = dayPeriod(from.First)
	}
	if until.Precision == PrecisionSpan {
		until = dayPeriod(until.Last)
	}
	return spanPeriod(from, until)
}

// between reads what stands behind "mellem": from the one to the other, but between
// two holidays neither is meant.
func (r reader) between(words []string) (Period, error) {
	if at := slices.Index(words, "og"); at > 0 && !slices.Contains(words, "–") {
		words = slices.Clone(words)
		words[at] = "–"
	}
	all, err := r.span(words)
	if err != nil || all.Span == nil {
		return all, err
	}
	from, until := all.Span.From, all.Span.Until
	if !from.isFeast() || !until.isFeast() {
		return all, nil
	}
	if until.First <= from.Last+1 {
		return Period{}, r.fail(words, orderWant)
	}
	return spanPeriod(dayPeriod(from.Last+1), dayPeriod(until.First-1)), nil
}

// weekOfShortYear reads "uge 23-14" as what it is like: no weeks from 23 to 14, but
// week 23 of 2014.
func weekOfShortYear(left, right []string) (week, year string, asked bool) {
	if len(left) != 2 || len(right) != 1 || left[0] != "uge" {
		return "", "", false
	}
	first, ok := number(left[1])
	last, also := number(right[0])
	year, short := lang.ShortYear(right[0])
	return strings.Join(left, " "), year, ok && also && short && last < first
}

// shareYears parts the two years behind a span over the turn of a year: "december –
// januar 2014/15".
func (r reader) shareYears(left, right []string) ([]string, []string) {
	last := len(right) - 1
	before, after, found := strings.Cut(right[last], "/")
	year, ok := number(before)
	next := strconv.Itoa(year + 1)
	row, taken := r.rowAt(right)
	if !found || !ok || len(before) != 4 || !strings.HasSuffix(next, after) || taken > 0 && row.overTheTurn() {
		return left, right
	}
	return append(slices.Clone(left), before), append(slices.Clone(right[:last]), next)
}

// meaningOfJul settles what a word is that is a feast and short for a month, as
// "jul" is: the month behind a day or a part of a month and beside another month,
// Christmas behind a word for until or after. Else it is asked about.
func (r reader) meaningOfJul(words []string) ([]string, error) {
	at := slices.IndexFunc(words, func(w string) bool { _, _, both := r.feastOrMonth(w); return both })
	if at < 0 {
		return words, nil
	}
	feast, month, _ := r.feastOrMonth(words[at])
	for i, word := range words {
		if _, month := lang.ParseMonth(word); month && i != at {
			return words, nil
		}
	}
	if at > 0 {
		_, day := number(strings.TrimSuffix(words[at-1], "."))
		_, part := r.row(words[at-1], MonthPart)
		if day || part || words[at-1] == "af" && words[max(at-2, 0)] != "udgangen" {
			return words, nil
		}
		if !strings.HasSuffix(words[at], ".") && slices.Contains(aroundFeasts, words[0]) {
			words = slices.Clone(words)
			words[at] = feast.Name.DA
			return words, nil
		}
	}
	return nil, r.fail(words[at:], feastOrMonthWant(feast, month))
}

// right reads the right end. Its unit may stand on the left: "uge 25–27 2014".
func (r reader) right(left, right []string) (Period, []string, error) {
	until, err := r.end(right)
	if err != nil && strings.HasPrefix(left[0], "uge") {
		longer := append([]string{left[0]}, right...)
		if until, err := r.end(longer); err == nil {
			return until, longer, nil
		}
	}
	return until, right, err
}

// left reads the left end. Its year, month or unit may stand on the right:
// "maj – oktober 2014", "15.–20. oktober 2013", "tredje eller fjerde kvartal
// 2013". What the right end lends goes before the reference date's year.
func (r reader) left(left, right []string) (Period, error) {
	readers := []reader{{Conventions: r.Conventions, text: r.text}, r}
	if r.year == 0 {
		readers = readers[:1]
	}
	_, best := readers[0].end(left)
	for _, reader := range readers {
		for n := len(right) - 1; n >= 0; n-- { // the most first: "primo – medio juni 2014" has no primo 2014
			lent := append(slices.Clone(left), right[len(right)-n:]...)
			from, err := reader.end(lent)
			if err == nil {
				return from, nil
			}
			best = sharper(best, err)
		}
	}
	return Period{}, best
}

// sharper returns the error that says more: what is wrong with a day rather
// than that a year is missing or that nothing is recognised.
func sharper(a, b error) error {
	for _, err := range []error{a, b} {
		if e, ok := errors.AsType[*Error](err); ok && !isVague(e.Want) {
			return err
		}
	}
	return a
}

// isVague reports whether what was expected is a period of any kind or its year.
func isVague(want error) bool {
	part, ok := errors.AsType[strict.Part](want)
	return ok && (part.Kind == periodWant.Kind || part.Kind == yearWant.Kind)
}

// end reads one end of a span, which may itself be "3. og 4. kvartal 2013"
// but has no dash.
func (r reader) end(words []string) (Period, error) {
	if slices.Contains(words, "–") {
		return Period{}, r.fail(words, periodWant)
	}
	return r.one(words)
}
