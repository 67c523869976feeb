package status_test

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThoseThatBreakMostStandFirstAndWhoHasNoDataIsNotRanked(t *testing.T) {
	p := status.NewPortfolio(booktest.Book(t), samples(t))
	require.Len(t, p.Rows, 8)
	var names []string
	for i := range p.Rows {
		r := &p.Rows[i]
		names = append(names, r.Schedule.Kommune.Name)
		assert.Equal(t, r.Summary.Local, r.Rank == i+1, r.Schedule.Kommune.Name)
		assert.Equal(t, r.Summary.Local, r.Rank > 0)
	}
	assert.Equal(t, []string{"Skive", "Struer", "Ringsted", "Odense", "Hjørring", "Lemvig", "Roskilde", "Solrød"}, names)
	assert.Len(t, p.Local(), 6)
	assert.True(t, p.Broken())
	assert.Equal(t, "skive.yaml", p.Rows[0].File())
	assert.Empty(t, p.Rows[6].File())
}

func TestManyPlansAreComputedAsEachAlone(t *testing.T) {
	list := []*plan.Plan{plan.New("Roskilde"), plan.New("Vejen")}
	done := 0
	all, err := status.All(t.Context(), booktest.Book(t), list, contributions(t), func(n int) { done = n })
	require.NoError(t, err)
	require.Len(t, all, 2)
	assert.Equal(t, 2, done)
	assert.Equal(t, "Vejen", all[1].Schedule.Kommune.Name)
	assert.Equal(t, status.Check(booktest.Book(t), list[0], contributions(t)), all[0].Findings)

	_, err = status.All(t.Context(), booktest.Book(t), []*plan.Plan{plan.New("Roskidle")}, nil, nil)
	require.Error(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = status.All(ctx, booktest.Book(t), list, nil, nil)
	require.ErrorIs(t, err, context.Canceled)
}
