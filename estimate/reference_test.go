package estimate_test

import (
	"cmp"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// rawInput, rawLine and rawDriver are what the files say, read by another reader than the
// package's.
type rawInput struct {
	ID                string
	Unit, Step        string
	Low, Likely, High float64
	Certainty, Source string
	Why               struct{ DA, EN string }
}

type rawLine struct {
	Contribution, Step, Milestone, Role, Kind, Per string
	Projects, Of                                   []string
	Monthly                                        bool
}

type rawDriver struct {
	Driver, Scope, Unit string
	Of                  []string
	Fixed               float64
	PerThousand         float64  `yaml:"perThousand"`
	AboveKnee           *float64 `yaml:"aboveKnee"`
	Low, High           float64
	Why                 struct{ DA, EN string }
}

func rawFile(t *testing.T, name string, into any) {
	t.Helper()
	data, err := fs.ReadFile(seeds.Files(), "estimate/"+name+".yaml")
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(data, into))
}

func rawInputs(t *testing.T) map[string]rawInput {
	t.Helper()
	var file struct{ Inputs []rawInput }
	rawFile(t, "inputs", &file)
	lengths := rawLengths(t)
	inputs := map[string]rawInput{}
	for _, n := range file.Inputs {
		if n.Step != "" {
			length := lengths[n.Step]
			n.Low, n.Likely, n.High, n.Why = length.Low, length.Likely, length.High, length.Why
		}
		inputs[n.ID] = n
	}
	return inputs
}

// rawLengths are the lengths of the steps that inputs may be.
func rawLengths(t *testing.T) map[string]rawInput {
	t.Helper()
	lengths := map[string]rawInput{}
	for _, chapter := range []string{"4", "5", "6"} {
		data, err := fs.ReadFile(seeds.Files(), "activities/"+chapter+".yaml")
		require.NoError(t, err)
		var file struct {
			Activities []struct {
				ID    string
				Steps []struct {
					ID       string
					Duration rawInput
				}
			}
		}
		require.NoError(t, yaml.Unmarshal(data, &file))
		for _, a := range file.Activities {
			for _, step := range a.Steps {
				lengths[a.ID+"/"+step.ID] = step.Duration
			}
		}
	}
	return lengths
}

// multiplied is the product of inputs with its ends, in floating point.
func multiplied(inputs map[string]rawInput, of []string) (low, likely, high float64) {
	likely = 1
	var down, up float64
	for _, id := range of {
		n := inputs[id]
		likely *= n.Likely
		below, above := 1-n.Low/n.Likely, n.High/n.Likely-1
		down += below * below
		up += above * above
	}
	return likely * (1 - math.Sqrt(down)), likely, likely * (1 + math.Sqrt(up))
}

// near reports whether a figure of at most three figures and four decimals stands for a
// number.
func near(t *testing.T, want, got float64, what string) {
	t.Helper()
	assert.InDelta(t, want, got, math.Abs(want)*0.0051+0.00005001, what)
}

// wholeOf are the units in which one input would be the whole figure of a line: hours or
// kroner, for each of its driver, for each month.
func wholeOf(line rawLine, drivers []rawDriver) []string {
	measure := "hours"
	if line.Kind == "external" {
		measure = "kroner"
	}
	var under []string
	for _, d := range drivers {
		if d.Driver == line.Per && len(under) == 0 {
			under = append(under, cmp.Or(d.Unit, d.Driver))
		}
	}
	if line.Monthly {
		under = append(under, "months")
	}
	whole := []string{measure}
	if len(under) > 0 {
		whole = append(whole, measure+"/"+strings.Join(under, "*"))
		slices.Reverse(under)
		whole = append(whole, measure+"/"+strings.Join(under, "*"))
	}
	return whole
}

func TestEveryFigureFollowsFromItsInputs(t *testing.T) {
	inputs := rawInputs(t)
	var file struct{ Lines []rawLine }
	rawFile(t, "reference", &file)
	var drivers struct{ Defaults []rawDriver }
	rawFile(t, "drivers", &drivers)
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	lines := map[string]*estimate.Line{}
	for i := range contributions {
		for j := range contributions[i].Lines {
			lines[contributions[i].Lines[j].Key()] = &contributions[i].Lines[j]
		}
	}
	estimable := 0
	used := map[string]bool{}
	for _, raw := range file.Lines {
		key := raw.Contribution + ": " + raw.Step
		if raw.Step == "" {
			key += raw.Milestone
		}
		if len(raw.Projects) > 0 {
			key += "@" + strings.Join(raw.Projects, "+")
		}
		key = strings.Join(slices.DeleteFunc([]string{key, raw.Role, raw.Kind, raw.Per}, func(s string) bool { return s == "" }), " ")
		if len(raw.Of) == 0 {
			continue
		}
		estimable++
		line := lines[key]
		require.NotNil(t, line, key)
		l, m, h := line.Figures()
		gotLow, _ := l.Float64()
		gotLikely, _ := m.Float64()
		gotHigh, _ := h.Float64()
		low, likely, high := multiplied(inputs, raw.Of)
		near(t, low, gotLow, key)
		assert.InDelta(t, likely, gotLikely, 0.00005001, key)
		near(t, high, gotHigh, key)
		assert.LessOrEqual(t, gotHigh, 6*gotLow, key)
		for _, id := range raw.Of {
			used[id] = true
			assert.NotContains(t, wholeOf(raw, drivers.Defaults), inputs[id].Unit, "%s is the one input %s", key, id)
		}
	}
	for key, line := range lines {
		assert.True(t, line.NotEstimable != nil || len(line.Of) > 0, key)
	}
	assert.Greater(t, estimable, 160)
	for _, d := range drivers.Defaults {
		for _, id := range d.Of {
			used[id] = true
		}
	}
	for id := range inputs {
		assert.True(t, used[id], "nothing uses %s", id)
	}
}

func TestADriverFollowsFromItsInputs(t *testing.T) {
	inputs := rawInputs(t)
	var file struct{ Defaults []rawDriver }
	rawFile(t, "drivers", &file)
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	computed := 0
	for i, raw := range file.Defaults {
		if len(raw.Of) == 0 {
			continue
		}
		computed++
		d := &assumptions.Drivers[i]
		low, likely, high := multiplied(inputs, raw.Of)
		got, _ := d.PerThousand.Float64()
		assert.InDelta(t, likely, got, 0.00005001, raw.Driver)
		gotLow, _ := d.Low.Float64()
		gotHigh, _ := d.High.Float64()
		assert.InDelta(t, low/likely, gotLow, 0.011, raw.Driver)
		assert.InDelta(t, high/likely, gotHigh, 0.011, raw.Driver)
	}
	assert.GreaterOrEqual(t, computed, 8)
}

func TestAYearOfAnyKommuneIsNoWiderThanThreeTimes(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	for _, k := range book.Kommuner {
		sched, err := timeline.Compute(book, plan.New(k.Code))
		require.NoError(t, err)
		e, err := estimate.Compute(sched, contributions)
		require.NoError(t, err)
		for i := range e.Years {
			y := &e.Years[i]
			three := y.Low.Add(y.Low).Add(y.Low)
			assert.LessOrEqual(t, y.High.Cmp(three), 0, "%s %d: %s to %s", k.Name, y.Year, y.Low, y.High)
			three = y.NewMoneyLow.Add(y.NewMoneyLow).Add(y.NewMoneyLow)
			assert.LessOrEqual(t, y.NewMoneyHigh.Cmp(three), 0, "%s %d, new money: %s to %s", k.Name, y.Year, y.NewMoneyLow, y.NewMoneyHigh)
		}
	}
}

func TestNoYardstickRestsOnWhatItMeasures(t *testing.T) {
	inputs := rawInputs(t)
	var drivers struct{ Defaults []rawDriver }
	rawFile(t, "drivers", &drivers)
	var file struct {
		Yardsticks []struct{ ID, Measure, Source string }
	}
	rawFile(t, "yardsticks", &file)
	held := 0
	for _, y := range file.Yardsticks {
		for _, d := range drivers.Defaults {
			if y.Measure != d.Driver+"@"+d.Scope {
				continue
			}
			held++
			for _, id := range d.Of {
				if source := inputs[id].Source; source != "" {
					assert.NotContains(t, y.Source, source, "%s and %s", y.ID, id)
				}
			}
		}
	}
	assert.Positive(t, held)
}

// A number in a reason: figures, or a word for one that is no article.
var (
	numberDA = regexp.MustCompile(`(?i)\d|\b(én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|femten|tyve|fyrre|halv\w*|kvart\w*|tredjedel\w*|femtedel\w*|resten|hver (anden|femte|tiende)|(en|et) (dag|time|rolle|taler|møde|ydelsesmedarbejder))\b|^(en|et) |dagen`)
	numberEN = regexp.MustCompile(`(?i)\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|forty|half|halves|quarters?|thirds?|fifths?|every other|(a|an) (day|hour))\b|the day`)
	atMedian = regexp.MustCompile(`([\d.]+|to|tre|fire|fem|otte|ni|tolv) ved 43\.000 indbyggere`)
)

func TestEveryReasonGivesItsFigure(t *testing.T) {
	for id, n := range rawInputs(t) {
		if n.Certainty == "assumed" {
			assert.Regexp(t, numberDA, n.Why.DA, id)
			assert.Regexp(t, numberEN, n.Why.EN, id)
		}
	}
}

// The reasons of the drivers say what the median kommune has.
func TestADriverIsWhatItsReasonSays(t *testing.T) {
	inputs := rawInputs(t)
	words := map[string]string{"to": "2", "tre": "3", "fire": "4", "fem": "5", "otte": "8", "ni": "9", "tolv": "12"}
	var file struct{ Defaults []rawDriver }
	rawFile(t, "drivers", &file)
	said := 0
	for _, d := range file.Defaults {
		match := atMedian.FindStringSubmatch(d.Why.DA)
		if match == nil {
			continue
		}
		said++
		each := d.PerThousand
		if len(d.Of) > 0 {
			_, each, _ = multiplied(inputs, d.Of)
		}
		want := strings.ReplaceAll(cmp.Or(words[match[1]], match[1]), ".", "")
		assert.Equal(t, want, strconv.Itoa(int(math.Round(d.Fixed+each*43))), "%s@%s", d.Driver, d.Scope)
		assert.Regexp(t, numberEN, d.Why.EN)
	}
	assert.GreaterOrEqual(t, said, 19)
}

func TestTheDaysWithoutASystemAreThoseOfTheCutOver(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	steps := book.Activity("5.2").Steps
	at := slices.IndexFunc(steps, func(step drejebog.Step) bool { return step.ID == "overgang" })
	require.GreaterOrEqual(t, at, 0)
	length := steps[at].Duration
	i := slices.IndexFunc(assumptions.Inputs, func(n product.Input) bool { return n.ID == "closed-days" })
	require.GreaterOrEqual(t, i, 0)
	days := assumptions.Inputs[i]
	for _, pair := range []struct {
		step  int
		input decimal.Decimal
	}{{length.Low, days.Low}, {length.Likely, days.Likely}, {length.High, days.High}} {
		assert.Equal(t, strconv.Itoa(pair.step), pair.input.String())
	}
	assert.Equal(t, 7, length.Likely, "six and a half, in whole days")
	assert.Equal(t, length.Why, days.Why)
}

// The estimates of June 2013 are of the kommune's own hours.
func TestAContributionOfOwnHoursPaysForNothing(t *testing.T) {
	for _, c := range reference(t) {
		for i := range c.Lines {
			line := &c.Lines[i]
			if c.ID == "budget-2014" {
				assert.Equal(t, estimate.Own, line.Kind, line.ID())
			}
			if line.Step == "6.1/loebende" && line.Kind == estimate.External {
				assert.Equal(t, "serviceplatformen-afregning", c.ID)
				assert.Equal(t, "2013-11-27", c.Published.String(), "the addendum that tells of the payment")
			}
		}
	}
}

func TestLeadingIsHoursAWeekTimesWeeksThatGrowWithTheKommune(t *testing.T) {
	inputs := rawInputs(t)
	var file struct{ Lines []rawLine }
	rawFile(t, "reference", &file)
	grow := map[string]bool{}
	for _, line := range file.Lines {
		if line.Role != "projektleder" && line.Role != "programleder" || line.Step != "4.5/projektledelse" && line.Step != "4.5/programledelse" {
			continue
		}
		units := map[string]bool{}
		for _, id := range line.Of {
			units[inputs[id].Unit] = true
		}
		assert.True(t, units["weeks"], "%s: %v", line.Step, line.Of)
		assert.True(t, units["hours/weeks"] || units["hours/weeks*thousands"], "%s: %v", line.Step, line.Of)
		for _, project := range append(slices.Clone(line.Projects), "") {
			grow[line.Step+project] = grow[line.Step+project] || line.Per == "inhabitants"
		}
	}
	for key, grows := range grow {
		assert.True(t, grows, key)
	}
	assert.Len(t, grow, 6, "four projects, the programme, and both without project")
}

// What the estimates of June 2013 are for, the text says of 2014 alone.
func TestAContributionThatCarriesLaterYearsSaysThatThisIsOurReading(t *testing.T) {
	for _, c := range reference(t) {
		if c.ID == "budget-2014" {
			assert.Contains(t, c.Covers.DA, "2015 og 2016")
			assert.Contains(t, c.Covers.DA, "vores læsning")
			assert.Contains(t, c.Covers.EN, "our reading")
		}
	}
}
