package mspdi_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

func TestAManualTaskAndWhatComesBeforeItHaveSlackByTheirLinks(t *testing.T) {
	p := read(started + "<Tasks>" + task(1, 8, "") +
		task(2, 16, "<Manual>1</Manual><Start>2026-01-07T08:00:00</Start><Finish>2026-01-08T17:00:00</Finish>"+after(1)) +
		task(3, 8, "<ExternalTask>1</ExternalTask><Start>2026-01-07T08:00:00</Start><Finish>2026-01-07T17:00:00</Finish>"+after(1)) +
		task(4, 80, "") + "</Tasks>")
	n := p.Network()
	graph, err := cpm.Build(n.Network)
	require.NoError(t, err)
	const hour = 60
	for _, k := range []struct {
		claim               string
		uid                 int
		lateStart, lateStop string
		total, free         cpm.Work
		without             bool // the task of another project
	}{
		{"two days of work by Friday 16", 2, "2026-01-15T08:00", "2026-01-16T17:00", 6 * 8 * hour, 6 * 8 * hour, false},
		{"what another project says holds what comes before", 1, "2026-01-06T08:00", "2026-01-06T17:00", 8 * hour, 8 * hour, false},
		{"what is typed in does not, but for free slack", 1, "2026-01-14T08:00", "2026-01-14T17:00", 7 * 8 * hour, 8 * hour, true},
	} {
		in := n.Input
		if k.without {
			n.Network.Links = n.Network.Links[:1]
			graph, err = cpm.Build(n.Network)
			require.NoError(t, err)
		}
		var r cpm.Result
		require.NoError(t, graph.Solve(&in, &r))
		d := r.Dates(n.Index[k.uid])
		assert.Equal(t, k.lateStart+" "+k.lateStop, mspdi.Moment(d.LateStart).String()[:16]+" "+mspdi.Moment(d.LateFinish).String()[:16], k.claim)
		assert.Equal(t, []cpm.Work{k.total, k.free}, []cpm.Work{d.TotalFloat, d.FreeFloat}, k.claim)
		require.Empty(t, cpm.Check(n.Network, &in, &r))
	}
}
