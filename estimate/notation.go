package estimate

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// thousands writes an amount in whole 1.000 kr., and an en dash for nothing.
func thousands(amount drejebog.Kroner, language lang.Lang) string {
	return whole(amount.Round(-3).Decimal().Shift(-3), amount.IsZero(), language)
}

// tens writes hours in whole tens, and an en dash for none.
func tens(hours drejebog.Hours, language lang.Lang) string {
	return whole(hours.Round(-1).Decimal(), hours.IsZero(), language)
}

// nothing stands where there is no money or time at all.
const nothing = "–"

func whole(number decimal.Decimal, none bool, language lang.Lang) string {
	if none {
		return nothing
	}
	return wholeNumber(number, language)
}

// wholeNumber writes a number without decimals, with the language's thousands
// separator.
func wholeNumber(number decimal.Decimal, language lang.Lang) string {
	return lang.Decimals(number, 0).In(language)
}

// percent writes a share as whole per cent, rounded down, so that a share that
// is not all of it never reads as all of it.
func percent(share decimal.Decimal, language lang.Lang) string {
	number := lang.Decimals(share.Shift(2).Floor(), 0).In(language)
	if language == lang.English {
		return number + "%"
	}
	return number + " %"
}

func dayText(day date.Date, language lang.Lang) string { return lang.Day(day).In(language) }

// shortDate writes a day for a narrow column: "15.10.2014" or "2014-10-15".
func shortDate(day date.Date, language lang.Lang) string { return lang.ShortDay(day).In(language) }

// daysText writes the days from first to last in words, each month and year
// once: "1.–14. juli 2015", "17. oktober – 2. november 2015".
func daysText(first, last date.Date, language lang.Lang) string {
	if first == last {
		return dayText(first, language)
	}
	from, to := dayText(first, language), dayText(last, language)
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

// shortNumber writes a number that may be beyond all bounds, as nothing where it
// would not fit into a line.
func shortNumber(number decimal.Decimal) string {
	if number.Exponent() <= -100 || number.Exponent() >= 100 {
		return nothing
	}
	return number.String()
}

// amountText writes a number with the decimals that it has: "2", "0,25".
func amountText(number decimal.Decimal, language lang.Lang) string {
	return lang.Exactly(number).In(language)
}

// floatText writes a simulated number with so many decimals, or with as many as
// tell it from others for -1.
func floatText(number float64, places int, language lang.Lang) string {
	text := strconv.FormatFloat(number, 'f', places, 64)
	exact, err := decimal.NewFromString(text)
	if err != nil {
		return text
	}
	return lang.Decimals(exact, -exact.Exponent()).In(language)
}

// kronerText writes an amount to the øre.
func kronerText(amount drejebog.Kroner, language lang.Lang) string {
	return lang.Kroner{Value: amount.Decimal()}.In(language)
}

// withUnit is a number of kroner with its unit.
func withUnit(number string, language lang.Lang) string {
	return lang.Text{DA: number + " kr.", EN: "DKK " + number}.In(language)
}
