package finding_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestOfACodeAHundredAreTold(t *testing.T) {
	listed, told := finding.Listed{}, 0
	for range 250 {
		if listed.Add("DB-2") {
			told++
		}
		listed.Add("DB-1")
	}
	listed.Add("DB-3")
	assert.Equal(t, 100, told)
	assert.True(t, listed.Full("DB-1"))
	assert.False(t, listed.Full("DB-3"))
	var more []string
	for code, n := range listed.More() {
		more = append(more, code)
		assert.Equal(t, 150, n)
	}
	assert.Equal(t, []string{"DB-1", "DB-2"}, more)
}

func TestNoFindingHoldsATextThatNobodyReads(t *testing.T) {
	rules := finding.Rules{{Code: "X", Severity: finding.Note, Text: lang.Both("{name}")}}
	args := lang.Args{"name": lang.Both(strings.Repeat("æ", 900_000))}
	made := rules.Make("X", args)
	assert.Equal(t, strings.Repeat("æ", 1000)+"…", made.Text.DA)
	assert.Equal(t, lang.Both(strings.Repeat("æ", 1000)+"…"), made.Data["name"])
	assert.Len(t, args["name"].(lang.Text).DA, 1_800_000, "what was handed in stays")
	assert.Equal(t, strings.Repeat("a", 2000), rules.Make("X", lang.Args{"name": lang.Both(strings.Repeat("a", 2000))}).Text.EN)
}
