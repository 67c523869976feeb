package keydate_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// markOf returns the mark with an id.
func markOf(t *testing.T, s *timeline.Schedule, id string) keydate.Mark {
	t.Helper()
	marks := keydate.Marks(s)
	i := slices.IndexFunc(marks, func(m keydate.Mark) bool { return m.ID == id })
	require.GreaterOrEqual(t, i, 0, id)
	return marks[i]
}

func TestMarksComeByDateAndEachHasItsOwnID(t *testing.T) {
	marks := keydate.Marks(compute(t, plan.New("Roskilde")))
	seen := map[string]bool{}
	for i, m := range marks {
		require.False(t, seen[m.ID], m.ID)
		seen[m.ID] = true
		require.False(t, i > 0 && m.Date < marks[i-1].Date, m.ID)
		assert.NotEmpty(t, m.Label.DA, m.ID)
		assert.NotEmpty(t, m.Label.EN, m.ID)
		assert.NotZero(t, m.Certainty, m.ID)
		assert.NotZero(t, m.Kind, m.ID)
	}
}

func TestTheHardDatesOfTheText(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	for id, want := range map[string]string{
		"deadline/4.4/2014":                            "2013-10-15",
		"deadline/4.11@serviceplatformen":              "2013-10-22",
		"deadline/4.5@sapa":                            "2013-12-31",
		"deadline/4.15@stoettesystemerne":              "2014-05-30",
		"deadline/4.4/2015":                            "2014-10-15",
		"deadline/4.8/bekraeftet@sapa":                 "2015-10-01",
		"notice/kmd-aktiv":                             "2015-06-30",
		"budget/2016/proposal":                         "2015-09-15",
		"golive@stoettesystemerne":                     "2015-12-31",
		"ext/parathedskrav@ky":                         "2015-04-30",
		"5.3/klarmelding@ky":                           "2015-12-18",
		"end@kmd-sag":                                  "2016-03-31",
		"ext/udbudskrav-version-1-2@serviceplatformen": "2013-11-27",
	} {
		assert.Equal(t, want, markOf(t, s, id).Date.String(), id)
	}
	assert.Equal(t, "Forventet dag. Fristen er 1. oktober 2015.", markOf(t, s, "4.8/bekraeftet@sapa").Note.Text().DA)
	assert.Equal(t, "Forinden: Opret projektorganisationen (SAPA).", markOf(t, s, "deadline/4.5@sapa").Note.Text().DA)
}

func TestWhatHasNoDateHasNoMark(t *testing.T) {
	s := compute(t, booktest.Plan(t, "projects: {sapa: {goLive: unknown}}"))
	for _, m := range keydate.Marks(s) {
		assert.NotEqual(t, "golive@sapa", m.ID)
		assert.NotEqual(t, "notice/kmd-sag", m.ID)
	}
}

func TestAContractsNoticeTakesThePlaceOfThePlaybooks(t *testing.T) {
	s := compute(t, booktest.Plan(t,
		"contracts:",
		"  sag: {name: KMD Sag 2009, systems: [kmd-sag], noticeMonths: 3, noticeTo: month, noticeGiven: 2015-12-01}",
	))
	m := markOf(t, s, "notice/sag")
	assert.Equal(t, date.New(2015, 12, 31), m.Date, "three months to the end of the last month that KMD Sag is needed in")
	assert.Equal(t, "Opsig KMD Sag 2009", m.Label.DA)
	assert.Equal(t, "Opsigelsen står i planen til 1. december 2015. Kontrakten slutter 31. marts 2016.", m.Note.Text().DA)
}

func TestTheKommunesOwnBudgetDaysStand(t *testing.T) {
	s := compute(t, booktest.Plan(t, "budget: {2015: {adopted: 2014-10-08}}"))
	m := markOf(t, s, "budget/2015/adopted")
	assert.Equal(t, date.New(2014, 10, 8), m.Date)
	assert.Equal(t, "Kommunens egen dag; senest 15. oktober 2014.", m.Note.Text().DA)
	assert.Equal(t, date.New(2014, 9, 15), markOf(t, s, "budget/2015/proposal").Date)
}

func TestWhatHasComeHasOneDateEverywhere(t *testing.T) {
	s := compute(t, booktest.Plan(t))
	came := 0
	for _, m := range s.Milestones {
		if _, delivered := s.Owed(&m); delivered != nil {
			came++
			assert.Equal(t, m.Date.Date, *delivered, m.ID)
		}
	}
	assert.Greater(t, came, 10)
	ni := s.Milestone("ext/ni-forslag@sapa")
	assert.Equal(t, "2012-12-31", ni.Date.Date.String(), "ultimo 2012")
	for _, mark := range keydate.Marks(s) {
		if mark.ID == ni.ID {
			assert.Contains(t, mark.Note.Text().DA, "Leveret 31. december 2012.")
		}
	}
}
