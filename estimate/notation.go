package estimate

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/dansk"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// thousands writes an amount in whole 1.000 kr., and an en dash for nothing.
func thousands(amount drejebog.Kroner, lang drejebog.Lang) string {
	return whole(amount.Round(-3).Decimal().Shift(-3), amount.IsZero(), lang)
}

// tens writes hours in whole tens, and an en dash for none.
func tens(hours drejebog.Hours, lang drejebog.Lang) string {
	return whole(hours.Round(-1).Decimal(), hours.IsZero(), lang)
}

// nothing stands where there is no money or time at all.
const nothing = "–"

func whole(number decimal.Decimal, none bool, lang drejebog.Lang) string {
	if none {
		return nothing
	}
	return wholeNumber(number, lang)
}

// wholeNumber writes a number without decimals, with the language's thousands
// separator.
func wholeNumber(number decimal.Decimal, lang drejebog.Lang) string {
	return notation(dansk.Decimal(number, 0), lang)
}

// notation turns Danish figures into English ones where English is asked for.
func notation(danish string, lang drejebog.Lang) string {
	if lang != drejebog.English {
		return danish
	}
	return strings.NewReplacer(".", ",", ",", ".").Replace(danish)
}

// percent writes a share as whole per cent, rounded down, so that a share that
// is not all of it never reads as all of it.
func percent(share decimal.Decimal, lang drejebog.Lang) string {
	number := notation(dansk.Decimal(share.Shift(2).Floor(), 0), lang)
	if lang == drejebog.English {
		return number + "%"
	}
	return number + " %"
}

func dayText(day date.Date, lang drejebog.Lang) string { return drejebog.DayText(day).In(lang) }

// shortDate writes a day for a narrow column: "15.10.2014" or "2014-10-15".
func shortDate(day date.Date, lang drejebog.Lang) string {
	if lang == drejebog.English {
		return day.String()
	}
	return dansk.ShortDate(day)
}

// daysText writes the days from first to last in words, each month and year
// once: "1.–14. juli 2015", "17. oktober – 2. november 2015".
func daysText(first, last date.Date, lang drejebog.Lang) string {
	if first == last {
		return dayText(first, lang)
	}
	from, to := dayText(first, lang), dayText(last, lang)
	day, month, ok := strings.Cut(from, " ")
	month, _, _ = strings.Cut(month, " ")
	switch {
	case !ok || first.Year() != last.Year():
		return from + " – " + to
	case first.Month() == last.Month():
		return day + "–" + to
	default:
		return day + " " + month + " – " + to
	}
}

// plainNumber writes a number with the decimals that it has: "2", "0,25".
func plainNumber(number decimal.Decimal) string {
	trimmed := number
	for trimmed.Exponent() < 0 && trimmed.Equal(trimmed.Round(-trimmed.Exponent()-1)) {
		trimmed = trimmed.Round(-trimmed.Exponent() - 1)
	}
	return dansk.Decimal(trimmed, max(0, -trimmed.Exponent()))
}

// shortNumber writes a number that may be beyond all bounds, as nothing where it
// would not fit into a line.
func shortNumber(number decimal.Decimal) string {
	if number.Exponent() <= -100 || number.Exponent() >= 100 {
		return nothing
	}
	return number.String()
}

// amountText is plainNumber in a language.
func amountText(number decimal.Decimal, lang drejebog.Lang) string {
	return notation(plainNumber(number), lang)
}

// kronerText writes an amount to the øre.
func kronerText(amount drejebog.Kroner, lang drejebog.Lang) string {
	return withUnit(notation(dansk.Decimal(amount.Decimal(), 2), lang), lang)
}

// withUnit is a number of kroner with its unit.
func withUnit(number string, lang drejebog.Lang) string {
	return drejebog.Text{DA: number + " kr.", EN: "DKK " + number}.In(lang)
}
