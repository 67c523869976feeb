package intake_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/intake"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A fault that shows only once a list has been taken over into a plan stands where the
// list has it, or where the plan's own file does.
func TestWhatDoesNotFitTogetherStandsInTheFileItCameFrom(t *testing.T) {
	book := booktest.Book(t)
	p, findings := plan.Read(book, "plan.yaml", strings.NewReader("kommune: Roskilde\ncontracts:\n  aktiv: {name: Aktiv, systems: [kmd-aktiv], start: 2014-01-01}\n"))
	require.NotNil(t, p, "%v", findings)
	told, err := intake.Into(book, p, "kontrakter.csv", []byte("Nøgle;Kontrakt;System;Bundet til\naktiv;Aktiv;KMD Aktiv;31-12-2012\n"))
	require.NoError(t, err)
	require.Empty(t, told)
	_, left := intake.Usable(book, p)
	require.Len(t, left, 1)
	assert.Equal(t, "kontrakter.csv:2:4", left[0].Place.String(), left[0].Text.DA)
}
