package drejebog_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
)

func TestOneMilestoneConfirmsTheReadinessOfAProject(t *testing.T) {
	confirming := map[string][]string{}
	for _, m := range book(t).Milestones {
		if m.ConfirmsReadiness() {
			for _, project := range m.Projects {
				confirming[project] = append(confirming[project], m.ID)
			}
		}
	}
	one := []string{"4.8/bekraeftet"}
	assert.Equal(t, map[string][]string{"ky": one, "ksd": one, "sapa": one, "stoettesystemerne": one}, confirming)
	assert.False(t, (*drejebog.Milestone)(nil).ConfirmsReadiness())
}

func TestAMilestoneIsFoundByWhatItIs(t *testing.T) {
	b := book(t)
	assert.Equal(t, "budget/2015", b.BudgetMilestone("2015"))
	assert.Empty(t, b.BudgetMilestone("2031"))
	for i := range b.Milestones {
		m := &b.Milestones[i]
		assert.Equal(t, strings.HasPrefix(m.ID, "budget/"), m.BudgetYear() != "", m.ID)
	}
	assert.Equal(t, "golive@ky", b.MilestoneOf(drejebog.GoLive, "ky"))
	assert.Equal(t, "end@kmd-sag", b.MilestoneOf(drejebog.SystemEnd, "kmd-sag"))
	assert.Empty(t, b.MilestoneOf(drejebog.GoLive, "kmd-sag"))
	assert.Equal(t, 3, b.MonthsBefore(b.ReadinessConfirmation()), "section 4.8: at the latest three months before")
	assert.Equal(t, 3, b.MonthsBefore(b.ReadinessConfirmation()+"@sapa"))
	assert.Zero(t, b.MonthsBefore("golive"))
	assert.Equal(t, 6, b.NoticeMonths(), "section 6.3")
	assert.Zero(t, (&drejebog.Playbook{}).NoticeMonths())
}
