package overview_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is an error on the page of a kommune is one side by side too: in a plan
// named after its kommune, in a list told once.
func TestTheOverviewTellsEveryError(t *testing.T) {
	page := func(all ...*readiness.Assessment) (string, bool) {
		o := overview.New(booktest.Book(t), all)
		var text, data bytes.Buffer
		require.NoError(t, readinessreport.Overview(o).WriteText(&text, lang.Danish))
		require.NoError(t, form.Write(&data, o))
		for _, a := range all {
			for _, f := range a.Findings {
				assert.Contains(t, data.String(), f.Code)
			}
		}
		return strings.Join(strings.Fields(text.String()), " "), o.Broken()
	}
	in := func(kommune string, lists []requirements.List, lines ...string) *readiness.Assessment {
		p := planOf(t, append([]string{"asOf: 2015-08-03"}, lines...)...)
		p.Kommune = kommune
		return assess(t, p, lists...)
	}
	one, twice := []requirements.List{small(t)}, []requirements.List{small(t), small(t)}
	text, broken := page(in("Vejen", one), in("Odense", one, "note: x"))
	assert.False(t, broken)
	assert.NotContains(t, text, "FEJL")
	text, broken = page(in("Vejen", twice), in("Odense", twice, "note: x"))
	assert.True(t, broken, "a list that stands twice")
	assert.Contains(t, text, "FEJL I PLANER OG LISTER DB-506 Der er læst to kravlister ind for SAPA; kun den første tæller.")
	assert.Equal(t, 1, strings.Count(text, "DB-506"))
	text, broken = page(in("Vejen", one), in("Odense", one, "readiness: {test/testperson@sapa: {state: inProgress}}"))
	assert.True(t, broken, "an answer to nothing")
	assert.Contains(t, text, "DB-507 Odense: Planen svarer på »test/testperson@sapa«")
	text, broken = page(in("Vejen", one), in("Odense", one, "tasks: {4.11/administrator@serviceplatformen: {plannedStart: 2015-09-01}}"))
	assert.True(t, broken, "a topic of the kommune as such")
	assert.Contains(t, text, "BAGUD - Odense, første administrator af Serviceplatformen: Ikke udpeget endnu; fristen er passeret.")
}

func TestTheOverviewHasEveryKommuneProjectAndCategoryAndRanksOnlyLocalData(t *testing.T) {
	lists := sampleLists(t)
	var all []*readiness.Assessment
	for _, k := range booktest.Book(t).Kommuner {
		p := plan.New(k.Code)
		switch k.Name {
		case "Struer":
			p = sample(t, "struer.yaml")
		case "Ringsted":
			p = sample(t, "ringsted.yaml")
		case "Hjørring":
			p = sample(t, "hjoerring.yaml")
		}
		all = append(all, assess(t, p, lists...))
	}
	o := overview.New(booktest.Book(t), all)
	require.Len(t, o.Rows, 98)
	assert.Equal(t, "Struer", o.Rows[0].Kommune.Name, "the one that is behind")
	assert.Equal(t, []string{"ksd"}, o.Rows[0].Behind)
	assert.Empty(t, o.Rows[0].Network, "nobody tells of a network there")
	assert.Equal(t, "Hjørring", o.Rows[1].Kommune.Name)
	assert.Equal(t, []string{"0810", "0813", "0825", "0849"}, o.Rows[1].Network, "the North Jutland network of 7.1.6")
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, o))
	var read struct {
		Kommuner []struct {
			Rank     *int
			Local    bool
			Projects []struct{ Categories []any }
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &read))
	for i, k := range read.Kommuner {
		assert.Equal(t, k.Local, k.Rank != nil, i)
		assert.Len(t, k.Projects, 4)
	}
	assert.Len(t, read.Kommuner[0].Projects[0].Categories, 10)
}
