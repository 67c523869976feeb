package drejebog_test

import (
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
