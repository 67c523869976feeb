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
			page := p.page(fmt.Sprintf("/?plan=%d&view=%s", i, views[j].Name))
			assert.Contains(t, page, "<h1>"+kommune+"</h1>")
			assert.NotContains(t, page, `role="alert"`)
			assert.Contains(t, page, `<a href="/?plan=`+fmt.Sprint(i)+`&amp;view=`+views[j].Name+`" aria-current="page">`)
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
	require.Contains(t, p.page("/"), p.page("/version"))
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

// What is worked with while a go-live is not known has a field of its own; it counts
// nowhere where the go-live is known, and says so.
func TestAWorkingAssumptionIsAnInputOfItsOwn(t *testing.T) {
	p := opened(t, saved(t, "plan.yaml", "kommune: Roskilde\nprojects: {sapa: {goLive: \"ukendt, regn med 2016-03-01\"}, ky: {goLive: 2016-02-01}}\n"))
	page := p.page("/")
	assert.Contains(t, page, `name="goLive@sapa" value="ukendt" data-saved="ukendt"`)
	assert.Contains(t, page, `name="assumed@sapa" value="2016-03-01" data-saved="2016-03-01"`)
	assert.Contains(t, page, `name="assumed@ky" value="" data-saved=""`)
	for question, says := range map[string]string{
		"assumed@sapa=2016-05-01":                `goLive: "ukendt, regn med 2016-05-01"`,
		"assumed@sapa=":                          `goLive: "ukendt"}`,
		"goLive@sapa=2016-04-01":                 `goLive: "2016-04-01"`,
		"goLive@sapa=":                           "ky: {goLive: 2016-02-01}",
		"goLive@ky=ukendt&assumed@ky=2016-06-01": `goLive: "ukendt, regn med 2016-06-01"`,
	} {
		page := p.page("/?plan=0&" + question)
		assert.NotContains(t, page, `aria-invalid="true"`, question)
		assert.Contains(t, page, "/file/plan/plan?", question)
		document := p.page("/file/plan/plan?plan=0&" + question)
		assert.Contains(t, strings.ReplaceAll(document, "'", `"`), says, question)
	}
	assert.Contains(t, p.page("/?plan=0&assumed@sapa=2016-05-01"), "61 dage senere")
	assert.Contains(t, p.page("/?plan=0&assumed@ky=2016-05-01"), "Skriv »ukendt« som idriftsættelse først: den er kendt.")
}

// Without names, none stands on any page or in any file to save.
func TestNobodyIsNamedWithoutNames(t *testing.T) {
	file := sample(t, "odense.yaml")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	const mark = "Qzxwj"
	before, people, _ := strings.Cut(string(text), "\npeople:")
	people, after, _ := strings.Cut(people, "\ncontracts:")
	people = strings.ReplaceAll(people, "\n    name: ", "\n    name: "+mark+" ")
	require.NoError(t, os.WriteFile(file, []byte(before+"\npeople:"+people+"\ncontracts:"+after), 0o600))
	bare, named := opened(t, "-without-names", file), opened(t, file)
	for _, address := range []string{
		"/?view=staffing&goLive@sapa=2016-05-01", "/?view=statusreport", "/file/plan/plan", "/file/plan/csv",
		"/file/staffing/json", "/file/timeline/gantt?goLive@ky=2016-05-01", "/file/readiness/csv",
	} {
		assert.NotContains(t, bare.page(address), mark, address)
		assert.Contains(t, named.page(address), mark, address)
	}
	const list = "Opgave;Ansvarlig\n4.1/overblik;" + mark + " Holm\n"
	for _, of := range []struct {
		p     *tested
		names bool
	}{{bare, false}, {named, true}} {
		at := of.p.dropped("a.csv", list)
		for _, address := range []string{at, strings.Replace(at, "/?", "/file/plan/plan?", 1), strings.Replace(at, "/?", "/file/plan/csv?", 1)} {
			assert.Equal(t, of.names, strings.Contains(of.p.page(address), mark+" Holm"), address)
		}
	}
}
