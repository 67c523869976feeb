package estimatereport_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheLoadIsDrawnForThoseWhoAreShort(t *testing.T) {
	s, err := staffing.Of(sampleEstimate(t, "odense.yaml"))
	require.NoError(t, err)
	pictures := estimatereport.Load(s)
	require.Len(t, pictures, 1)
	svg := pictures[0].SVG.DA
	titles := regexp.MustCompile(`class="title"[^>]*>([^<]*)<`).FindAllStringSubmatch(svg, -1)
	require.NotEmpty(t, titles)
	assert.LessOrEqual(t, len(titles), 6)
	short := map[string]bool{}
	for _, c := range s.Clashes {
		short[c.Person] = true
	}
	for i := range s.People {
		if s.People[i].ID == s.Clashes[0].Person {
			assert.Contains(t, svg, ">"+s.People[i].Name.DA+"<", "the worst clash is seen")
		}
	}
	assert.GreaterOrEqual(t, strings.Count(svg, `class="area excess"`), min(len(short), 6))
	assert.Contains(t, svg, "den tid der er")
	assert.Contains(t, pictures[0].SVG.EN, "time there is")
	// A project looks the same with everybody.
	looks := map[string]map[string]bool{}
	legend := regexp.MustCompile(`class="area (\w+)" d="M[\d.]+ [\d.]+h20`).FindAllStringSubmatch(svg, -1)
	names := regexp.MustCompile(`>(KY|KSD|SAPA|Støttesystemerne|Kommunen som helhed|for meget)<`).FindAllStringSubmatch(svg, -1)
	require.Equal(t, len(legend), len(names))
	for i := range names {
		if looks[names[i][1]] == nil {
			looks[names[i][1]] = map[string]bool{}
		}
		looks[names[i][1]][legend[i][1]] = true
	}
	for name, of := range looks {
		assert.Len(t, of, 1, name)
	}
}

// What the bound proves is called the best possible, and what it does not a number of tries.
func TestALevellingSaysThatItIsTheBestPossibleWhereThatIsProved(t *testing.T) {
	s, err := staffing.Of(sampleEstimate(t, "odense.yaml"))
	require.NoError(t, err)
	for proved, says := range map[bool]string{true: "Det er det bedst mulige", false: "Det er det bedste af 7 forsøg"} {
		day := s.Estimate().AsOf
		s.Levelling = &staffing.Levelling{Proved: proved, Schedules: 7, GoLives: []staffing.GoLive{{Milestone: "golive@ky", Project: "ky", Date: day, Levelled: new(day + 7), Days: 7}}}
		assert.Contains(t, textOf(t, estimatereport.Staffing(s), lang.Danish), says)
	}
}

func TestAPlanWithoutPeopleHasTheLoadOfItsRoles(t *testing.T) {
	s, err := staffing.Of(estimateOf(t, plan.New("Roskilde")))
	require.NoError(t, err)
	pictures := estimatereport.Load(s)
	require.Len(t, pictures, 1)
	assert.NotContains(t, pictures[0].SVG.DA, `class="area excess"`, "nobody knows what there is")
	assert.Empty(t, estimatereport.Load(nil))
}

// Where nobody is short of time, and nothing can be moved, no heading says what can be done.
func TestNothingToDoHasNoHeading(t *testing.T) {
	p := plan.New("Roskilde")
	p.People = map[string]plan.Person{"karen": {Name: "Karen", Roles: []string{"projektleder"}}}
	s, err := staffing.Of(estimateOf(t, p))
	require.NoError(t, err)
	s.Smoothing, err = s.Smooth(t.Context())
	require.NoError(t, err)
	told := estimatereport.Staffing(s)
	for i, block := range told.Blocks[:len(told.Blocks)-1] {
		of, ok := block.(document.Heading)
		below, another := told.Blocks[i+1].(document.Heading)
		assert.False(t, ok && another && below.Level <= of.Level, "nothing stands under »%s«", of.Text.In(lang.Danish))
	}
}
