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

// Of a planning program's file it is the task that a change of the plan came from.
func TestWhatDoesNotFitTogetherStandsAtItsTaskOfTheProjectFile(t *testing.T) {
	const file = `<Project><Tasks>
<Task><UID>7</UID><Name>Analyse</Name><Duration>PT40H0M0S</Duration><PredecessorLink><PredecessorUID>8</PredecessorUID><Type>1</Type></PredecessorLink></Task>
<Task><UID>8</UID><Name>Bestil</Name><Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>7</PredecessorUID><Type>1</Type></PredecessorLink></Task>
</Tasks></Project>`
	const other = `<Project><Tasks>
<Task><UID>3</UID><Name>Analyse</Name><PredecessorLink><PredecessorUID>4</PredecessorUID><Type>1</Type></PredecessorLink></Task>
<Task><UID>4</UID><Name>Bestil</Name></Task>
</Tasks></Project>`
	book := booktest.Book(t)
	p := plan.New("Roskilde")
	_, err := intake.New(book, p, "ny.xml", []byte(file))
	require.NoError(t, err)
	_, left := intake.Usable(book, p)
	require.Len(t, left, 1)
	assert.Equal(t, "ny.xml:3:7", left[0].Place.String(), left[0].Text.DA)

	p, findings := plan.Read(book, "plan.yaml", strings.NewReader(
		"kommune: Roskilde\nown:\n  own/analyse: {name: Analyse, duration: 4}\n  own/bestil: {name: Bestil, duration: 4, predecessors: [{task: own/analyse}]}\n"))
	require.Empty(t, findings)
	_, err = intake.Into(book, p, "ny.xml", []byte(other))
	require.NoError(t, err)
	for path, want := range map[string]string{
		"own.own/analyse.predecessors[0].task": "ny.xml:2:7", "own.own/analyse.duration": "plan.yaml:3:42", "own.own/bestil.name": "plan.yaml:4:22",
	} {
		place, _ := p.Where(path)
		assert.Equal(t, want, place.String(), path)
	}
}
