package national_test

import (
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/national"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// once is the sums of the reference set, which take longer than all else.
var once = sync.OnceValues(func() (*national.National, error) {
	book, err := drejebog.Load()
	if err != nil {
		return nil, err
	}
	contributions, err := estimate.Reference()
	if err != nil {
		return nil, err
	}
	assumptions, err := estimate.Assume()
	if err != nil {
		return nil, err
	}
	return national.Of(book, contributions, &assumptions)
})

func sums(t *testing.T) *national.National {
	t.Helper()
	n, err := once()
	require.NoError(t, err)
	return n
}

// Whoever reads an estimate of our own figures is told what they come to in all kommuner.
func TestWhatTheFiguresAreSaidToComeToIsTheirSum(t *testing.T) {
	n := sums(t)
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	tens := func(k drejebog.Kroner) string { return k.Decimal().Shift(-7).Round(0).Shift(1).String() }
	said := assumptions.Yardsticks.ComesTo
	assert.Equal(t, tens(n.Total.NewMoney), strconv.Itoa(said.NewMoney))
	assert.Equal(t, tens(n.Total.OwnTimeValue), strconv.Itoa(said.OwnTime))
}

func TestEveryYardstickLiesWhereItHasTo(t *testing.T) {
	n := sums(t)
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	require.Len(t, n.Measured, len(assumptions.Yardsticks.All), "each is measured")
	bound := 0
	for i := range n.Measured {
		m := &n.Measured[i]
		assert.True(t, m.Within(), "%s: %s is not from %s to %s", m.ID, m.Likely, m.Yardstick.Low, m.Yardstick.High)
		assert.True(t, m.Low.LessThanOrEqual(m.Likely) && m.Likely.LessThanOrEqual(m.High), m.ID)
		if m.Bound {
			bound++
			assert.True(t, m.Low.GreaterThanOrEqual(m.Yardstick.Low) && m.High.LessThanOrEqual(m.Yardstick.High), "%s: the range %s to %s is too wide", m.ID, m.Low, m.High)
		}
	}
	assert.Positive(t, bound)
}

func TestASumOutsideOfItsYardstickIsToldAsThat(t *testing.T) {
	y := assumed.Yardstick{Low: decimal.NewFromInt(10), High: decimal.NewFromInt(20), Bound: true}
	for likely, want := range map[int64]bool{9: false, 10: true, 20: true, 21: false} {
		m := national.Measured{Yardstick: &y, Likely: decimal.NewFromInt(likely)}
		assert.Equal(t, want, m.Within(), "%d", likely)
	}
	y.Bound = false
	m := national.Measured{Yardstick: &y, Likely: decimal.NewFromInt(50)}
	assert.True(t, m.Within())
	assert.Equal(t, "2.5", m.Multiple().String())
}

func TestTheSumsAreThoseOfTheKommuner(t *testing.T) {
	n := sums(t)
	assert.Equal(t, 98, n.Kommuner)
	assert.Equal(t, 5627145, n.Inhabitants)
	var years, sizes, own drejebog.Kroner
	for i := range n.Years {
		years = years.Add(n.Years[i].Likely)
	}
	kommuner, inhabitants := 0, 0
	for i := range n.Sizes {
		s := &n.Sizes[i]
		sizes = sizes.Add(s.Likely)
		kommuner, inhabitants = kommuner+s.Kommuner, inhabitants+s.Inhabitants
	}
	for i := range booktest.Book(t).Kommuner {
		own = own.Add(estimatetest.Of(t, plan.New(booktest.Book(t).Kommuner[i].Code)).Total().Likely)
	}
	assert.Zero(t, years.Cmp(n.Total.Likely))
	assert.Zero(t, sizes.Cmp(n.Total.Likely))
	assert.Zero(t, own.Cmp(n.Total.Likely), "by another way")
	assert.Zero(t, n.Total.NewMoney.Add(n.Total.OwnTimeValue).Cmp(n.Total.Likely))
	assert.Equal(t, n.Kommuner, kommuner)
	assert.Equal(t, n.Inhabitants, inhabitants)
	assert.True(t, slices.IsSortedFunc(n.Sizes, func(a, b national.Size) int { return a.From - b.From }))
}

func TestTheSumsHoldToTheirSchema(t *testing.T) {
	schema, err := form.Schema("The reference set summed over all kommuner, beside public figures", national.National{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/yardsticks.schema.json", schema, estimatetest.JSON(t, sums(t)))
}

func TestEveryTypeHasOneForm(t *testing.T) {
	n := sums(t)
	estimatetest.HasOneForm(t, *n)
	estimatetest.HasOneForm(t, national.National{})
	estimatetest.HasOneForm(t, n.Years[0])
	estimatetest.HasOneForm(t, n.Sizes[0])
	estimatetest.HasOneForm(t, n.Measured[0])
	estimatetest.HasOneForm(t, national.Measured{})
}

func TestNothingIsSummedOfNothing(t *testing.T) {
	_, err := national.Of(nil, nil, nil)
	require.ErrorIs(t, err, estimate.ErrNotComputed)
	var none *national.National
	assert.Nil(t, none.Book())
	assert.True(t, (&national.Size{}).PerInhabitant(drejebog.Kroner{}).IsZero())
}
