package lang_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func catalogue(t *testing.T, messages map[string]lang.Message) *lang.Catalogue {
	t.Helper()
	c := new(lang.Catalogue)
	require.Empty(t, c.Add(map[string]map[string]lang.Message{"test": messages}))
	return c
}

func TestAMessageIsFilledInBothLanguages(t *testing.T) {
	c := catalogue(t, map[string]lang.Message{"due": {DA: "{task} senest {day}.", EN: "{task} by {day}."}})
	assert.Equal(t,
		lang.Text{DA: "Overblik senest 15. oktober 2014.", EN: "Overview by 15 October 2014."},
		c.Say("test/due", lang.Args{"task": lang.Text{DA: "Overblik", EN: "Overview"}, "day": lang.Day(date.New(2014, 10, 15))}))
	assert.Equal(t, lang.Both("test/none"), c.Say("test/none", nil), "an id without a message is shown itself")
	assert.Equal(t, []string{"day", "task"}, c.Places("test/due"))
}

func TestWhatEndsWithAStopEndsItsSentence(t *testing.T) {
	c := catalogue(t, map[string]lang.Message{"cost": {DA: "Det koster {amount}. Intet andet.", EN: "It costs {amount}. Nothing else."}})
	assert.Equal(t,
		lang.Text{DA: "Det koster 12 kr. Intet andet.", EN: "It costs DKK 12. Nothing else."},
		c.Say("test/cost", lang.Args{"amount": lang.Amount(lang.Whole(12))}))
}

func TestANumberTakesTheFormOfItsLanguage(t *testing.T) {
	c := catalogue(t, map[string]lang.Message{"days": {DA: "{n} dage", EN: "{n} days", One: &lang.Text{DA: "{n} dag", EN: "{n} day"}}})
	for number, want := range map[string]lang.Text{
		"0": {DA: "0 dage", EN: "0 days"}, "1": {DA: "1 dag", EN: "1 day"}, "-1": {DA: "-1 dag", EN: "-1 day"},
		"2": {DA: "2 dage", EN: "2 days"}, "1.5": {DA: "1,5 dag", EN: "1.5 days"}, "1.0": {DA: "1,0 dag", EN: "1.0 days"},
		"10000001": {DA: "10.000.001 dage", EN: "10,000,001 days"}, "100000000000001": {DA: "100.000.000.000.001 dage", EN: "100,000,000,000,001 days"},
	} {
		d := decimal.RequireFromString(number)
		assert.Equal(t, want, c.Say("test/days", lang.Args{"n": lang.Decimals(d, -d.Exponent())}), number)
	}
}

func TestAMessageThatIsWrongIsTold(t *testing.T) {
	for _, k := range []struct {
		message lang.Message
		want    string
	}{
		{lang.Message{DA: "{a}", EN: "{a} {b}"}, "lang/other-places: test/m {b}"},
		{lang.Message{DA: "{a}", EN: "none"}, "lang/other-places: test/m {a}"},
		{lang.Message{DA: "dage", EN: "days", One: &lang.Text{DA: "dag", EN: "day"}}, "lang/nothing-to-one: test/m {n}"},
		{lang.Message{DA: "{n} {a}", EN: "{n} {a}", One: &lang.Text{DA: "en", EN: "one"}}, "lang/other-places: test/m {a}"},
		{lang.Message{DA: "{n} dage", EN: "{n} days", One: &lang.Text{DA: "en {x}", EN: "one"}}, "lang/other-places: test/m {x}"},
	} {
		faults := new(lang.Catalogue).Add(map[string]map[string]lang.Message{"test": {"m": k.message}})
		require.Len(t, faults, 1, k.want)
		assert.EqualError(t, faults[0], k.want)
	}
	c := catalogue(t, map[string]lang.Message{"m": {DA: "a", EN: "a"}})
	faults := c.Add(map[string]map[string]lang.Message{"test": {"m": {DA: "b", EN: "b"}}})
	require.Len(t, faults, 1)
	assert.Equal(t, lang.TwiceDefined, faults[0].Kind)
}

// late is a fault as packages without words have them.
type late struct{ days int }

func (l late) Error() string { return fmt.Sprint("test/late: ", l.days) }

func (l late) Fault() (string, map[string]any) {
	return "test/late", map[string]any{"n": l.days, "of": []string{"KY", "SAPA"}, "on": date.New(2014, 10, 15), "why": errors.New("x")}
}

func TestAFaultIsToldByTheMessageOfItsKind(t *testing.T) {
	c := catalogue(t, map[string]lang.Message{"late": {DA: "{of}: {n} dage fra {on} ({why}).", EN: "{of}: {n} days from {on} ({why})."}})
	want := lang.Text{DA: "KY, SAPA: 1.200 dage fra 15. oktober 2014 (x).", EN: "KY, SAPA: 1,200 days from 15 October 2014 (x)."}
	assert.Equal(t, want, c.Of(fmt.Errorf("wrapped: %w", late{1200})))
	assert.Equal(t, lang.Both("plain"), c.Of(errors.New("plain")))
	assert.Equal(t, lang.Both("<nil>"), c.Of(nil))
}

func ExampleCatalogue() {
	var words lang.Catalogue
	faults := words.Add(map[string]map[string]lang.Message{"plan": {
		"left": {DA: "{n} dage tilbage.", EN: "{n} days left.", One: &lang.Text{DA: "{n} dag tilbage.", EN: "{n} day left."}},
	}})
	fmt.Println(len(faults))
	for _, n := range []int{1, 1250} {
		fmt.Println(words.Say("plan/left", lang.Args{"n": lang.Whole(n)}).In(lang.Danish))
	}
	// Output:
	// 0
	// 1 dag tilbage.
	// 1.250 dage tilbage.
}
