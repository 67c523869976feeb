package gantt_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func overview(t require.TestingT, s *timeline.Schedule) string {
	var out bytes.Buffer
	require.NoError(t, gantt.WriteOverview(&out, s, lang.Danish))
	return out.String()
}

var overviewHeight = regexp.MustCompile(`viewBox="0 0 1280 (\d+)"`)

// On a screen of 1280 by 720 stand all projects, with what the signs mean.
func TestTheOverviewStandsOnAScreen(t *testing.T) {
	for _, name := range looks {
		svg := overview(t, look(t, name))
		height, err := strconv.Atoi(overviewHeight.FindStringSubmatch(svg)[1])
		require.NoError(t, err)
		assert.LessOrEqual(t, height, 720, name)
		rows := strings.Count(svg, `class="name"`)
		assert.GreaterOrEqual(t, rows, 5, "%s: the kommune and four projects", name)
		assert.LessOrEqual(t, rows, 20, name)
		assert.LessOrEqual(t, strings.Count(svg, `<text x="38" y="4">`), 8, "%s: signs", name)
		decoder := xml.NewDecoder(strings.NewReader(svg))
		for err == nil {
			_, err = decoder.Token()
		}
		assert.ErrorIs(t, err, io.EOF, name)
	}
}

// Nothing that is over is in it.
func TestTheOverviewBeginsWhereTheScheduleIsSeenFrom(t *testing.T) {
	svg := overview(t, sample(t, "struer.yaml")) // seen from October 2015
	assert.NotContains(t, svg, "2013")
	assert.NotContains(t, svg, "2014")
	assert.Contains(t, svg, "begynder 01.03.2016")
	assert.Contains(t, overview(t, sample(t, "hjoerring.yaml")), "idriftsættelse ukendt")
}

func TestTheOverviewOfASampleLooksAsBefore(t *testing.T) {
	golden.File(t, "testdata/overview-odense.svg", overview(t, sample(t, "odense.yaml")))
}

func TestTheOverviewOfAnythingIsDrawn(t *testing.T) {
	s := compute(t, &plan.Plan{Kommune: "Roskilde", Note: "<script>"})
	assert.NotContains(t, overview(t, s), "<script")
	assert.ErrorIs(t, gantt.WriteOverview(full{}, s, lang.English), errFull)
	assert.False(t, errors.Is(gantt.WriteOverview(io.Discard, s, lang.English), errFull))
}

// A name that is longer than its row is cut, and its day stands.
func TestALongNameIsCutAndItsDayStands(t *testing.T) {
	s := read(t, "long.yaml", []byte(strings.Replace(longContract, "NAME", strings.Repeat("Godkendelsesprocedure ", 10), 1)))
	for _, picture := range []string{overview(t, s), svg(t, s)} {
		words, _ := texts(t, picture)
		all := strings.Join(words, "\n")
		assert.Regexp(t, `Godkendelsesprocedure[^\n]*… \d\d\.\d\d\.\d{4}`, all)
		assert.NotRegexp(t, `(?m)Godkendelsesprocedure[^\n]*…$`, all[strings.Index(all, "Budgetår"):])
	}
}

const longContract = `kommune: Lemvig
contracts: {kmd: {systems: [kmd-sag], name: NAME, end: 2016-12-31, noticeMonths: 6}}
`
