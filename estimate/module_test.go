package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A module that is cancelled takes its tasks out of the schedule and out of the estimate,
// and nothing else.
func TestTheTasksOfACancelledModuleCostNothing(t *testing.T) {
	const task = "4.15/aktiviteter@stoettesystemerne"
	plain := estimateOf(t, estimatetest.Vejen(t, ""))
	comes := estimateOf(t, estimatetest.Vejen(t, "modules: {adm: {name: Administrationsmodulet, project: stoettesystemerne, tasks: ["+task+"]}}\n"))
	gone := estimateOf(t, estimatetest.Vejen(t, "modules: {adm: {name: Administrationsmodulet, project: stoettesystemerne, tasks: ["+task+"], cancelled: 2014-06-02}}\n"))
	of := plain.Total().Hours.Sub(plain.Total().Hours)
	for i := range plain.Cells {
		if c := &plain.Cells[i]; c.Task == task {
			of = of.Add(c.Hours)
		}
	}
	require.Positive(t, of.Sign())
	assert.Equal(t, plain.Total().Hours.String(), comes.Total().Hours.String())
	assert.Equal(t, plain.Total().Hours.Sub(of).Decimal().String(), gone.Total().Hours.Decimal().String())
	assert.Equal(t, "Administrationsmodulet", gone.Schedule().Task(task).NotRelevant)
}
