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

// tensText is tens in both languages.
func tensText(hours drejebog.Hours) lang.Text {
	return lang.Text{DA: tens(hours, lang.Danish), EN: tens(hours, lang.English)}
}

// thousand is what amounts of kroner are told in.
var thousand = lang.Whole(1000)

// roundKroner is an amount in whole 1.000 kr., to the last krone:
// "150.000 kr.".
func roundKroner(amount drejebog.Kroner) lang.Amount {
	return lang.Amount(lang.Decimals(amount.Round(-3).Decimal(), 0))
}

// yearText is a year as it stands in a sentence.
func yearText(year int) lang.Text { return lang.Both(digits(year)) }

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
func percent(share decimal.Decimal) lang.Percent {
	return lang.Percent(lang.Decimals(share.Shift(2).Floor(), 0))
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

// ratePercent is a share as per cent, with the decimals that it has.
func ratePercent(share decimal.Decimal) lang.Percent {
	return lang.Percent(lang.Exactly(share.Shift(2)))
}

// rounded is a simulated number with so many decimals, or with as many as tell
// it from others for -1; 0 for what is no number.
func rounded(number float64, places int) lang.Number {
	exact, err := decimal.NewFromString(strconv.FormatFloat(number, 'f', places, 64))
	if err != nil {
		return lang.Number{}
	}
	return lang.Decimals(exact, -exact.Exponent())
}

// kronerOf is an amount to the øre.
func kronerOf(amount drejebog.Kroner) lang.Kroner { return lang.Kroner{Value: amount.Decimal()} }
