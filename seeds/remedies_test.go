package seeds_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// idle is a sentence that tells somebody to mend something, and not how.
var idle = regexp.MustCompile(`^(Ret|Rett?|Løs|Mend|Fix|Correct) (det|den|dem|stedet|planen|filen|arket|fejlen|en af|it|them|the (place|plan|file|sheet|fault)|one of)\b[^,:;]*$`)

// A remedy says what to do: none of its sentences is a filler, and none is empty.
func TestEveryRemedySaysWhatToDo(t *testing.T) {
	var rows struct {
		Findings []struct {
			Code   string
			Remedy struct{ DA, EN string }
		}
	}
	text, err := fs.ReadFile(seeds.Files(), "findings.yaml")
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(text, &rows))
	require.NotEmpty(t, rows.Findings)
	check := func(of, remedy string) {
		require.NotEmpty(t, strings.TrimSpace(remedy), of)
		for sentence := range strings.SplitSeq(remedy, ". ") {
			assert.NotRegexp(t, idle, strings.TrimSuffix(strings.TrimSpace(sentence), "."), of)
		}
	}
	for _, row := range rows.Findings {
		check(row.Code, row.Remedy.DA)
		check(row.Code, row.Remedy.EN)
	}
	n := 0
	for id, message := range messages(t) {
		if strings.HasPrefix(id, "plan-remedy/") {
			n++
			check(id, message[0])
			check(id, message[1])
		}
	}
	assert.NotZero(t, n)
	for _, filler := range []string{"Ret planen", "Ret stedet i filen", "Mend one of the two places", "Mend the place in the sheet"} {
		assert.Regexp(t, idle, filler)
	}
}
