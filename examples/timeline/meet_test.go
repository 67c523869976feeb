package main

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryRuleThatHoldsADateAndEveryFaultOfAQuestionHasItsWords(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	for rule := driver.Link; rule <= driver.Nothing; rule++ {
		assert.True(t, rule == driver.Link || book.Words.Has("tomeet-rule/"+rule.String()), "%v: all but a link, which is the name of what it comes from", rule)
	}
	for _, fault := range []timeline.QuestionFault{
		timeline.QuestionEffort, timeline.QuestionUndated, timeline.QuestionDay, timeline.QuestionLimit, timeline.QuestionTwice,
		timeline.QuestionDelays, timeline.QuestionPauses, timeline.QuestionFromFinish, timeline.QuestionStartLag, timeline.QuestionFinished,
	} {
		said := book.Words.Of(&timeline.QuestionError{Kind: fault, ID: "own/a"})
		assert.NotContains(t, said.DA, "timeline-question")
		assert.NotContains(t, said.DA, "{")
	}
}
