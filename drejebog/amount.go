package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/amount"
	"github.com/shopspring/decimal"
)

// Kroner is an exact amount of Danish kroner; the zero value is none.
type Kroner = amount.Kroner

// Hours is an exact number of working hours; the zero value is none.
type Hours = amount.Hours

// AmountError says that a text is no amount and no number of hours.
type AmountError = amount.Error

// NewKroner makes an amount of a number of kroner, exactly.
func NewKroner(kroner decimal.Decimal) Kroner { return amount.NewKroner(kroner) }

// KronerFromOere makes an amount of a number of øre: 123450 is 1234.50 kr.
func KronerFromOere(oere int64) Kroner { return amount.KronerFromOere(oere) }

// ParseKroner reads an amount as amount.ParseKroner does; the error is an *AmountError.
func ParseKroner(text string) (Kroner, error) { return amount.ParseKroner(text) }

// NewHours makes hours of a number, exactly.
func NewHours(hours decimal.Decimal) Hours { return amount.NewHours(hours) }

// HoursFromHundredths makes hours of a number of hundredths: 3750 are 37.50 hours.
func HoursFromHundredths(hundredths int64) Hours { return amount.HoursFromHundredths(hundredths) }

// ParseHours reads hours as amount.ParseHours does; the error is an *AmountError.
func ParseHours(text string) (Hours, error) { return amount.ParseHours(text) }
