package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAPlanIsSeenFromEverySide(t *testing.T) {
	p := opened(t, sample(t, "odense.yaml"), sample(t, "skive.yaml"))
	for i, kommune := range []string{"Odense Kommune", "Skive Kommune"} {
		for j := range views {
			page := p.page(fmt.Sprintf("/?plan=%d&view=%s", i, views[j].name))
			assert.Contains(t, page, "<h1>"+kommune+"</h1>")
			assert.NotContains(t, page, `role="alert"`)
			assert.Contains(t, page, `<a href="/?plan=`+fmt.Sprint(i)+`&amp;view=`+views[j].name+`" aria-current="page">`)
		}
	}
}

// change, see, reset: what moves is told, the file stays as it is, and the page without
// the change says what it said before.
func TestADateIsChangedSeenAndReset(t *testing.T) {
	file := sample(t, "odense.yaml")
	before, err := os.ReadFile(file)
	require.NoError(t, err)
	p := opened(t, file)
	whole := p.page("/?plan=0&view=budget")
	moved := p.page("/?plan=0&view=budget&goLive@sapa=2016-05-01")
	assert.Contains(t, moved, "Idriftsættelse (SAPA): 1. marts 2016 → 1. maj 2016, 61 dage senere.")
	assert.Contains(t, moved, `value="2016-05-01" data-saved="2016-03-01"`)
	assert.NotContains(t, whole, "61 dage senere")
	assert.Contains(t, moved, `id="reset" class="button" href="/?plan=0&amp;view=budget"`)
	assert.Equal(t, whole, p.page("/?plan=0&view=budget"))
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))
}

func TestADateThatCannotBeReadIsToldWhereItStands(t *testing.T) {
	p := opened(t, sample(t, "odense.yaml"))
	page := p.page("/?plan=0&goLive@ky=til+foraaret%3Cb%3E")
	assert.Contains(t, page, `aria-invalid="true"`)
	assert.Contains(t, page, `Skriv en dato som`)
	assert.Contains(t, page, `value="til foraaret&lt;b&gt;"`)
	assert.Contains(t, page, `<section id="moved" aria-live="polite"></section>`)
}

func TestABrokenPlanIsToldUntilItIsMended(t *testing.T) {
	file := saved(t, "plan.yaml", "kommune: Roskylde\n")
	p := opened(t, file)
	page := p.page("/")
	assert.Contains(t, page, "plan.yaml:1:")
	assert.Contains(t, page, "Roskilde")
	assert.NotContains(t, page, "<form")
	assert.Equal(t, http.StatusConflict, p.answer(p.request("GET", "/file/budget/json")).Code)
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\n"), 0o600))
	assert.Contains(t, p.page("/"), "<h1>Roskilde Kommune</h1>")
	require.NoError(t, os.Remove(file))
	assert.Contains(t, p.page("/"), "plan.yaml kan ikke åbnes: filen findes ikke")
}

// A file that is edited has another version, which the page asks for.
func TestAFileThatChangesHasAnotherVersion(t *testing.T) {
	file := saved(t, "plan.yaml", "kommune: Roskilde\n")
	p := opened(t, file)
	first := p.page("/version?plan=0")
	assert.Equal(t, first, p.page("/version?plan=0"))
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\nasOf: 2014-07-01\n"), 0o600))
	assert.NotEqual(t, first, p.page("/version?plan=0"))
	require.Contains(t, p.page("/"), strings.Trim(strings.Split(p.page("/version"), ":")[1], "\"}\n"))
}

// A plan that is a link out of its folder is not followed.
func TestNoLinkLeadsOutOfThePlansFolder(t *testing.T) {
	elsewhere := saved(t, "other.yaml", "kommune: Roskilde\n")
	link := saved(t, "plan.yaml", "kommune: Skive\n")
	p := opened(t, link)
	require.Contains(t, p.page("/"), "Skive Kommune")
	require.NoError(t, os.Remove(link))
	require.NoError(t, os.Symlink(elsewhere, link))
	assert.NotContains(t, p.page("/"), "Roskilde Kommune")
}
