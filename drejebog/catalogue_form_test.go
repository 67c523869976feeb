package drejebog_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The catalogue's stable fields, as they are promised. More may stand beside
// them; none of these may be absent.
var stableFields = map[string][]string{
	"":                          {"edition", "date", "activities", "milestones", "dependencies", "cases", "projects"},
	"activities":                {"id", "title", "theme", "scope", "projects", "windows", "since", "changed", "addenda", "actors", "steps", "notes"},
	"activities.windows":        {"start", "end", "kind", "obligation", "text"},
	"activities.addenda":        {"date", "what"},
	"activities.actors":         {"kommune", "KOMBIT", "supplier"},
	"activities.steps":          {"id", "name"},
	"milestones":                {"id", "name", "kind", "actor"},
	"dependencies":              {"from", "to", "type", "lag", "soft", "certainty", "section", "why"},
	"dependencies.lag":          {"value", "unit", "from"},
	"cases":                     {"id", "since", "changed", "addenda", "sections"},
	"projects":                  {"id", "name"},
	"differences":               {"kind", "edition", "id", "title", "what"},
	"editions":                  {"number", "date"},
	"activities.steps.effort":   {"from", "until"},
	"activities.steps.duration": {"low", "likely", "high", "certainty", "why"},
}

func TestTheJSONCatalogueHasAllItsFieldsInEveryEdition(t *testing.T) {
	differences := drejebog.Diff(at(t, "3.0"), book(t))
	for _, h := range history {
		var out bytes.Buffer
		require.NoError(t, form.Write(&out, drejebog.Catalogue{Book: at(t, h.number), Differences: differences}))
		var catalogue map[string]any
		require.NoError(t, json.Unmarshal(out.Bytes(), &catalogue))
		checkFields(t, h.number, "", catalogue)
		assert.Len(t, catalogue["activities"], h.sections)
		assert.Len(t, catalogue["cases"], h.cases)
		assert.Equal(t, h.number, catalogue["edition"])
		assert.Equal(t, h.date, catalogue["date"])
	}
}

var isoDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// checkFields walks one JSON value: stable fields are there, and dates are ISO.
func checkFields(t *testing.T, edition, path string, value any) {
	t.Helper()
	switch v := value.(type) {
	case map[string]any:
		for _, key := range stableFields[path] {
			assert.Contains(t, v, key, "%s: %s", edition, path)
		}
		for key, inner := range v {
			if text, ok := inner.(string); ok && slices.Contains([]string{"date", "start", "end", "closed"}, key) {
				assert.Regexp(t, isoDate, text, "%s: %s.%s", edition, path, key)
			}
			below := key
			if path != "" {
				below = path + "." + key
			}
			checkFields(t, edition, below, inner)
		}
	case []any:
		for _, item := range v {
			checkFields(t, edition, path, item)
		}
	}
}

// jsonBook decodes the parts of the newest catalogue that tests look at.
type jsonBook struct {
	Activities []struct {
		ID, Scope, Since string
		Projects         []string
		Changed          []string
		Windows          []struct {
			Start, End       *string
			Kind, Obligation string
			Text             lang.Text
		}
		Steps []struct{ ID string }
	}
	Dependencies []struct{ From, To string }
	Milestones   []struct{ ID string }
	Cases        []struct {
		ID, Since string
		Sections  []string
	}
	Projects []struct{ Name string }
}

func decoded(t *testing.T, b *drejebog.Playbook) jsonBook {
	t.Helper()
	var decoded jsonBook
	require.NoError(t, json.Unmarshal([]byte(catalogueJSON(t, b)), &decoded))
	return decoded
}

func TestTheJSONCatalogueSaysWhatThePlaybookSays(t *testing.T) {
	catalogue := decoded(t, book(t))
	require.Len(t, catalogue.Activities, 26)
	windows, hard := 0, []string{}
	for _, a := range catalogue.Activities {
		for _, w := range a.Windows {
			windows++
			if w.Kind == "frist" {
				hard = append(hard, *w.End)
			} else {
				assert.Equal(t, "forventet", w.Kind, a.ID)
			}
			if w.End == nil {
				assert.Equal(t, "forventet", w.Kind, "an open end of %s is an expectation", a.ID)
			}
		}
	}
	assert.Equal(t, 28, windows)
	slices.Sort(hard)
	assert.Equal(t, fiveHardDates, hard)

	first := catalogue.Activities[0]
	assert.Equal(t, "4.1", first.ID)
	assert.Empty(t, first.Projects, "for the kommune as such")
	assert.Equal(t, "2013-06-01", *first.Windows[0].Start)
	assert.Nil(t, first.Windows[0].End)
	assert.Equal(t, lang.Text{DA: "Juni 2013 – Fortløbende opgave", EN: "June 2013 – ongoing"}, first.Windows[0].Text)
	assert.Nil(t, catalogue.Activities[14].Windows[0].Start, "4.15 prints no start")
}

func TestProjectsInJSONAreGivenByName(t *testing.T) {
	catalogue := decoded(t, book(t))
	var names []string
	for _, p := range catalogue.Projects {
		names = append(names, p.Name)
	}
	assert.ElementsMatch(t, []string{"KY", "KSD", "SAPA", "Støttesystemerne", "Serviceplatformen"}, names)
	for _, a := range catalogue.Activities {
		assert.Subset(t, names, a.Projects, a.ID)
	}
}

func TestDependenciesInJSONNameStepsOrMilestonesOfTheSameCatalogue(t *testing.T) {
	for _, number := range []string{"1.0", "3.0", "4.1"} {
		catalogue := decoded(t, at(t, number))
		var ids []string
		for _, a := range catalogue.Activities {
			for _, s := range a.Steps {
				ids = append(ids, s.ID)
			}
		}
		for _, m := range catalogue.Milestones {
			ids = append(ids, m.ID)
		}
		for _, d := range catalogue.Dependencies {
			for _, end := range []string{d.From, d.To} {
				base, _, _ := bytes.Cut([]byte(end), []byte("@"))
				assert.Contains(t, ids, string(base), "%s: %s → %s", number, d.From, d.To)
			}
		}
	}
}

func TestTheJSONCatalogueIsTheSameEveryTimeAndInBothLanguages(t *testing.T) {
	catalogue := catalogueJSON(t, book(t))
	assert.Equal(t, catalogue, catalogueJSON(t, book(t)))
	assert.Contains(t, catalogue, "Data-processing agreements")
	assert.Contains(t, catalogue, "Databehandleraftaler")
	marshalled, err := json.Marshal(book(t))
	require.NoError(t, err)
	assert.JSONEq(t, catalogue, string(marshalled))
}

// full is a writer whose disk is full.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFailingWriterIsReported(t *testing.T) {
	b := book(t)
	assert.ErrorIs(t, form.Write(full{}, b), errFull)
}

func TestNotesOnAnActivityHoldThoseOfTheWholePlaybookThatNameIt(t *testing.T) {
	var catalogue struct {
		Activities []struct {
			ID    string
			Notes []lang.Text
		}
	}
	require.NoError(t, json.Unmarshal([]byte(catalogueJSON(t, book(t))), &catalogue))
	shown := map[string][]lang.Text{}
	for _, a := range catalogue.Activities {
		shown[a.ID] = a.Notes
	}
	for _, note := range book(t).Notes {
		for _, section := range note.Sections {
			if notes, ok := shown[section]; ok {
				assert.Contains(t, notes, note.Text, fmt.Sprintf("note %s on %s", note.ID, section))
			}
		}
	}
}
