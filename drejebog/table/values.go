package table

import (
	"errors"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Text returns the text of a cell, without the spaces around it.
func (r Record) Text(key string) string { return strings.TrimSpace(r.cell(key).Text) }

// Amount reads kroner or a number of things as lang.ParseAmount does, "1.234,50",
// "kr. 150.000"; nil for an empty cell.
func (r Record) Amount(key string) *decimal.Decimal { return r.number(key, lang.ParseAmount) }

// Measure reads hours, a factor or a share as lang.ParseMeasure does, "37,5"; nil
// for an empty cell.
func (r Record) Measure(key string) *decimal.Decimal { return r.number(key, lang.ParseMeasure) }

// MeasureWithin reads as Measure does, within bounds, both inclusive.
func (r Record) MeasureWithin(key string, least, most decimal.Decimal) *decimal.Decimal {
	number := r.Measure(key)
	if number == nil || number.Cmp(least) >= 0 && number.Cmp(most) <= 0 {
		return number
	}
	r.Refuse(key, strict.Part{Kind: "strict/number-within", Values: map[string]any{"least": least, "most": most}})
	return nil
}

func (r Record) number(key string, parse func(string) (decimal.Decimal, error)) *decimal.Decimal {
	text := r.Text(key)
	if text == "" {
		return nil
	}
	number, err := parse(text)
	if err != nil {
		r.Refuse(key, lang.Expected(err))
		return nil
	}
	return &number
}

// Whole reads a whole number within bounds, both inclusive; nil for an empty
// cell.
func (r Record) Whole(key string, least, most int) *int {
	return r.whole(key, lang.ParseCount, least, most, strict.Part{Kind: "table/whole-number", Values: map[string]any{"least": least, "most": most}})
}

// Workdays reads a number of working days, "15", "15 dage", "3 uger", within bounds,
// both inclusive; nil for an empty cell. A month has no certain number of them.
func (r Record) Workdays(key string, least, most int) *int {
	return r.whole(key, lang.ParseWorkdays, least, most, strict.Part{Kind: "table/workdays", Values: map[string]any{"least": least, "most": most}})
}

// Months reads a number of months, "6", "6 mdr.", "2 år", likewise.
func (r Record) Months(key string, least, most int) *int {
	return r.whole(key, lang.ParseMonths, least, most, strict.Part{Kind: "table/whole-number", Values: map[string]any{"least": least, "most": most}})
}

// whole reads a whole number.
func (r Record) whole(key string, parse func(string) (decimal.Decimal, error), least, most int, want strict.Part) *int {
	text := r.Text(key)
	if text == "" {
		return nil
	}
	number, err := parse(text)
	if asked, ok := errors.AsType[*lang.NumberError](err); ok && asked.IsAsked() {
		r.Refuse(key, asked.Expects())
		return nil
	}
	if err == nil && number.IsInteger() && number.Cmp(decimal.NewFromInt(int64(least))) >= 0 && number.Cmp(decimal.NewFromInt(int64(most))) <= 0 {
		whole := int(number.IntPart())
		return &whole
	}
	r.Refuse(key, want)
	return nil
}

// Day reads a day as Records.Days does, "15. oktober 2014", "15-10-2014"
// or "2014-10-15"; nil for an empty cell. A time of day behind it is left out.
func (r Record) Day(key string) *date.Date {
	text := r.Text(key)
	if text == "" {
		return nil
	}
	parse := r.of.Days
	if parse == nil {
		parse = lang.ParseDate
	}
	text = withoutClock(text)
	r.noteOrder(key, text)
	day, err := parse(text)
	if err == nil {
		return &day
	}
	r.Refuse(key, lang.Expected(err))
	return nil
}

// withoutClock cuts off "08:00", "T08:00:00Z" and the like.
func withoutClock(text string) string {
	at := strings.LastIndexAny(text, " T")
	if at < 0 || !strings.Contains(text[at:], ":") || strings.Trim(text[at+1:], "0123456789:.,Z+-") != "" {
		return text
	}
	return strings.TrimSpace(text[:at])
}

// Word reads one of a list of words, and returns its key; "" for an empty
// cell.
func (r Record) Word(key string, words []Name) string {
	text := r.Text(key)
	if text == "" {
		return ""
	}
	var meant lang.Text
	var known []string
	for i := range words {
		if words[i].means(text) || len(text) <= longestName && fold(text) == fold(words[i].Key) && words[i].Key != "" {
			return words[i].Key
		}
		meant = lang.Joined(", ", meant, words[i].Text)
		known = append(known, words[i].all()...)
	}
	r.Refuse(key, strict.Part{Kind: "strict/one-of", Values: map[string]any{"words": meant}}, known...)
	return ""
}

// Yes reads ja or nej; nil for an empty cell.
func (r Record) Yes(key string) *bool {
	switch r.Word(key, yesAndNo()) {
	case yesKey:
		return new(true)
	case noKey:
		return new(false)
	}
	return nil
}

// What a file of ours has for ja and nej.
const (
	yesKey = "true"
	noKey  = "false"
)

func yesAndNo() []Name {
	yes, no := lang.YesNo(true), lang.YesNo(false)
	alsoYes, alsoNo := lang.AlsoYesNo()
	return []Name{{Key: yesKey, Text: yes, Also: alsoYes}, {Key: noKey, Text: no, Also: alsoNo}}
}

// YesNo is the cell of ja or nej.
func YesNo(yes bool) Cell {
	return Text(lang.YesNo(yes).DA)
}
