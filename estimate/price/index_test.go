package price_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is known of a kind itself comes before what is known of both, the last published
// before those before it; a year's index leads to the next year only.
func TestTheLastPublishedOfTheKindItselfComesFirst(t *testing.T) {
	day := func(year int) *date.Date { d := date.New(year, 5, 1); return &d }
	estimate := func(kind drejebog.PriceKind, to int, percent string, published *date.Date) drejebog.PriceEstimate {
		e := drejebog.PriceEstimate{Kind: kind, FromYear: 2014, ToYear: to, Percent: decimal.RequireFromString(percent)}
		e.Published = published
		return e
	}
	indices := price.Published([]drejebog.PriceEstimate{
		estimate(drejebog.WagesAndPrices, 2015, "9", day(2015)),
		estimate(drejebog.Wages, 2015, "2", day(2014)),
		estimate(drejebog.Wages, 2015, "1", day(2013)),
		estimate(drejebog.Wages, 2016, "7", day(2016)),
	})
	wages, known := indices(drejebog.Wages, 2014)
	require.True(t, known)
	assert.Equal(t, "2", wages.Percent.String())
	prices, known := indices(drejebog.Prices, 2014)
	require.True(t, known)
	assert.Equal(t, "9", prices.Percent.String(), "of both together")
	_, known = indices(drejebog.Wages, 2015)
	assert.False(t, known)
}

func TestGoingBackDividesToTenDecimals(t *testing.T) {
	indices := price.Published([]drejebog.PriceEstimate{{Kind: drejebog.Wages, FromYear: 2014, ToYear: 2015, Percent: decimal.NewFromInt(3)}})
	factor, known := indices.Carried(drejebog.Wages, 2015, 2014)
	assert.True(t, known)
	assert.Equal(t, "0.9708737864", factor.String())
	same, known := indices.Carried(drejebog.Wages, 2099, 2099)
	assert.True(t, known)
	assert.Equal(t, "1", same.String())
}

func TestAnIndexHasAKeyOfItsOwnAndMovesWithinBounds(t *testing.T) {
	for key, is := range map[string]bool{
		"index/2014-2015/wages": true, "index/2014-2015/prices": true, price.Key(drejebog.Wages, 2030): true,
		"index/2014-2016/wages": false, "index/2014-2015/all": false, "index/wages": false, "rate/it-chef/own": false, "": false,
	} {
		assert.Equal(t, is, price.IsKey(key), key)
	}
	for percent, within := range map[string]bool{
		"-50": true, "100": true, "2.1": true, "-50.01": false, "100.0000000001": false, "1e9999": false, "1e-9999": false,
	} {
		assert.Equal(t, within, price.InBounds(decimal.RequireFromString(percent)), percent)
	}
}
