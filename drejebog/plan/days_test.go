package plan_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheDaysOfAPlanAreReadAsDanesWriteThem(t *testing.T) {
	for _, text := range []string{
		"2014-06-02", "1/6-2014", "01.06.14", "2. juni 2014", "mandag den 2. juni 2014", "d. 2. juni 2014", "pr. 2. juni 2014", "2/6 2014", "2-6-2014", "20140602", "mandag i uge 23 2014",
	} {
		want := "2014-06-02"
		if text == "1/6-2014" || text == "01.06.14" {
			want = "2014-06-01"
		}
		for _, document := range []string{
			fmt.Sprintf("kommune: Roskilde\ndataDate: 2014-06-03\ntasks:\n  5.1/as-is@sapa: {actualStart: %s, plannedStart: %s}\n", text, text),
			fmt.Sprintf(`{"kommune": "Roskilde", "dataDate": "2014-06-03", "tasks": {"5.1/as-is@sapa": {"actualStart": %q, "plannedStart": %q}}}`, text, text),
		} {
			p, findings := read(t, document)
			assert.Empty(t, lines(findings), document)
			require.NotNil(t, p)
			assert.Equal(t, want, p.Tasks["5.1/as-is@sapa"].ActualStart.String(), document)
		}
		var task plan.Task
		require.NoError(t, json.Unmarshal(fmt.Appendf(nil, `{"actualStart": %q}`, text), &task), text)
		assert.Equal(t, want, task.ActualStart.String())
	}
}

func TestADayThatMayBeAnotherIsAskedAbout(t *testing.T) {
	for text, asked := range map[string]string{
		"juni 2014":                "forventet er én dag; mente du 1. juni 2014 eller 30. juni 2014?",
		"2. juni 14":               "forventet er noget entydigt; mente du 2. juni 2014?",
		"06/13/2014":               "forventet er noget entydigt; mente du 13. juni 2014?",
		"jul 2014":                 "forventet er noget entydigt: skriv juli eller julen",
		"tirsdag den 2. juni 2014": "forventet er en tirsdag; 2. juni 2014 er en mandag",
		"31. juni 2014":            "forventet er en dag, der findes i kalenderen",
		"snart":                    "forventet er en dato som 15. oktober 2014, 15-10-2014 eller 2014-10-15",
		"senest 2. juni 2014":      "forventet er en dato som 15. oktober 2014, 15-10-2014 eller 2014-10-15",
	} {
		_, findings := read(t, "kommune: Roskilde\nasOf: "+text+"\n")
		if assert.Len(t, findings, 1, text) {
			assert.Contains(t, findings[0].Text.DA, asked)
		}
	}
	for text, asked := range map[string]string{
		"jul 2015": "noget entydigt: skriv juli eller julen", "juni 15": "noget entydigt; mente du juni 2015?", "30. februar 2016": "en dag, der findes i kalenderen",
	} {
		_, findings := read(t, "kommune: Roskilde\nprojects: {sapa: {goLive: "+text+"}}\n")
		if assert.Len(t, findings, 1, text) {
			assert.Contains(t, findings[0].Text.DA, asked)
		}
	}
}
