package timeline_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADateToWorkWithMovesDatesLikeAGivenOneAndIsCalledAssumed(t *testing.T) {
	given := compute(t, planOf(t, "projects: {ky: {goLive: 2016-06-01, implementation: 2016-05-02}}"))
	meanwhile := compute(t, planOf(t, "projects: {ky: {goLive: 'ukendt, regn med 2016-06-01', implementation: 'unknown, assume 2016-05-02'}}"))
	for i := range given.Tasks {
		a, b := &given.Tasks[i], &meanwhile.Tasks[i]
		require.Equal(t, a.ID, b.ID)
		assert.Equal(t, []any{a.Start, a.Finish, a.LateFinish, a.TotalFloat}, []any{b.Start, b.Finish, b.LateFinish, b.TotalFloat}, a.ID)
		assert.LessOrEqual(t, b.Certainty, a.Certainty, a.ID)
	}
	for _, id := range []string{"golive@ky", "impl@ky"} {
		assert.Equal(t, drejebog.Stated, given.Milestone(id).Certainty, id)
		assert.Equal(t, drejebog.Assumed, meanwhile.Milestone(id).Certainty, id)
	}
	assert.Equal(t, drejebog.Assumed, meanwhile.Milestone("4.8/bekraeftet@ky").Certainty, "what follows it is no surer")

	told := withCode(meanwhile.Findings, "DB-128")
	require.Len(t, told, 2)
	assert.Empty(t, withCode(given.Findings, "DB-128"))
	assert.Empty(t, withCode(meanwhile.Findings, "DB-107"), "it is no longer without dates")
	assert.Equal(t, drejebog.SeverityNote, told[0].Severity)
	assert.True(t, slices.ContainsFunc(told, func(f drejebog.Finding) bool {
		return f.Text.DA == "Datoen for Idriftsættelse (KY) er ukendt; planen regner med 1. juni 2016."
	}), "%v", told)
}

func TestADateToWorkWithThatHasPassedIsTold(t *testing.T) {
	for when, want := range map[string]int{"ukendt, regn med 2016-02-01": 1, "2016-02-01": 0} {
		s := compute(t, planOf(t, "asOf: 2016-03-01", "dataDate: 2016-03-01", "projects: {ky: {goLive: '"+when+"'}}"))
		var ky []drejebog.Finding
		for _, f := range withCode(s.Findings, "DB-120") {
			if f.Project == "ky" {
				ky = append(ky, f)
			}
		}
		assert.Len(t, ky, want, when)
	}
}

func withCode(findings []drejebog.Finding, code string) []drejebog.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f drejebog.Finding) bool { return f.Code != code })
}
