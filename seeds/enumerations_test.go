package seeds_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// enumerations are the values of each enumeration that people read, by the group
// of its words.
var enumerations = map[string][]string{
	"addon-reason":       keys[businesscase.Reason](),
	"addon-verdict":      keys[businesscase.Verdict](),
	"adjustment-action":  keys[plan.AdjustmentAction](),
	"answer":             keys[plan.AnswerState](),
	"case-input":         keys[businesscase.Input](),
	"certainty":          keys[drejebog.Certainty](),
	"certainty-meaning":  keys[drejebog.Certainty](),
	"cover":              keys[plan.Cover](),
	"decision":           keys[plan.DecisionState](),
	"decision-meaning":   keys[plan.DecisionState](),
	"difference":         keys[drejebog.DifferenceKind](),
	"gate-state":         keys[readiness.GateState](),
	"light":              keys[readiness.Light](),
	"line-kind":          keys[estimate.Kind](),
	"line-kind-meaning":  keys[estimate.Kind](),
	"mark":               keys[keydate.Kind](),
	"obligation":         keys[drejebog.Obligation](),
	"prepared":           keys[readiness.PreparedState](),
	"plancheck-severity": keys[drejebog.Severity](),
	"paid-by":            keys[plan.PaidBy](),
	"shape":              keys[threepoint.Shape](),
	"task-status":        keys[plan.Status](),
	"theme":              keys[drejebog.Theme](),
	"timeline-view":      keys[view.Grouping](),
	"trainees":           keys[plan.Trainees](),
	"verdict":            keys[readiness.Recommendation](),
	"window-kind":        keys[drejebog.EndKind](),
}

// keys are the words of an enumeration, of each value that has one.
func keys[T interface {
	~uint8
	fmt.Stringer
}]() []string {
	var list []string
	for i := range 256 {
		if key := T(i).String(); key != "" && !slices.Contains(list, key) {
			list = append(list, key)
		}
	}
	slices.Sort(list)
	return list
}

// A new value of an enumeration fails here until it has its words, and a word
// whose value is gone fails too.
func TestEveryValueOfAnEnumerationHasItsWords(t *testing.T) {
	words := map[string][]string{}
	for id := range messages(t) {
		group, key, _ := strings.Cut(id, "/")
		words[group] = append(words[group], key)
	}
	for group, values := range enumerations {
		require.NotEmpty(t, values, group)
		slices.Sort(words[group])
		assert.Equal(t, values, words[group], group)
	}
}
