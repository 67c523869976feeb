package period

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"golang.org/x/text/unicode/norm"
)

// Parse reads a period as Danish planners write it, in any case and with
// any spaces: "Uge 25 (2013)", "maj 2014", "medio maj 2014 – oktober 2014",
// "3. kvartal 2014", "senest ved udgangen af 2013", "løbende", "nogle uger før
// idriftsættelsen". What the words mean stands on Period. A text without a year
// is an error here; ParseAt reads it. The error is a *Error.
func Parse(text string) (Period, error) {
	return parse(text, 0)
}

// ParseAt reads a period as Parse does and takes a year that is not
// written from the reference date, the day when the text was written:
// "i april måned" of 1 May 2014 is April 2014.
func ParseAt(text string, reference date.Date) (Period, error) {
	return parse(text, reference.Year())
}

// reader reads one text; year is that of the reference date, or 0.
type reader struct {
	text string
	year int
}

func parse(text string, year int) (Period, error) {
	r := reader{text: strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(text, "\ufffd"))), " "), year: year}
	if utf8.RuneCountInString(r.text) > longestText {
		r.text = string([]rune(r.text)[:longestText]) + "…"
		return Period{}, r.fail(nil, lengthWant)
	}
	period, found, err := r.edtf()
	if !found && err == nil {
		period, found, err = r.relative()
	}
	if !found && err == nil {
		period, err = r.absolute(wordsOf(r.text))
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

// fail makes the error for a part of the text; without words, for all of it.
func (r reader) fail(part []string, want strict.Part) error {
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
	case unknowns[joined]:
		return Period{Kind: Unknown}, nil
	case strings.HasSuffix(joined, " og frem"):
		return r.onward(words[:len(words)-2])
	}
	if words[0] == "mellem" || words[0] == "fra" && slices.ContainsFunc(words[1:], func(w string) bool { return w == "–" || w == "til" }) {
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
func (r reader) open(words []string, open func(Period) Period, inden bool) (Period, error) {
	period, err := r.span(words)
	if err != nil {
		return Period{}, err
	}
	if inden && (words[0] == "udgangen" || slices.Contains(words, "udgang")) {
		open = upTo
	}
	opened := open(period)
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
	if ongoing[strings.Join(right, " ")] {
		from, err := r.one(left)
		return openEndPeriod(from.First), err
	}
	until, right, err := r.right(left, right)
	if err != nil {
		return Period{}, err
	}
	from, err := r.left(left, right)
	if err != nil {
		return Period{}, err
	}
	if from.First > until.Last || from.First > until.First {
		return Period{}, r.fail(words, orderWant)
	}
	return spanPeriod(from, until), nil
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
	readers := []reader{{text: r.text}, r}
	if r.year == 0 {
		readers = readers[:1]
	}
	_, best := readers[0].end(left)
	for _, reader := range readers {
		for n := range len(right) {
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
		if e, ok := errors.AsType[*Error](err); ok && e.Want.Kind != periodWant.Kind && e.Want.Kind != yearWant.Kind {
			return err
		}
	}
	return a
}

// end reads one end of a span, which may itself be "3. og 4. kvartal 2013"
// but has no dash.
func (r reader) end(words []string) (Period, error) {
	if slices.Contains(words, "–") {
		return Period{}, r.fail(words, periodWant)
	}
	return r.one(words)
}
