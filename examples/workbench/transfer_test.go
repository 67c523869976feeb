package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const commented = `# Our plan.
kommune: Roskilde # in Sjælland
asOf: 2014-06-27

tasks:
  # Long since begun.
  4.1/overblik: {duration: 20}  # days
`

// dropped sends a file and returns where the answer leads.
func (p *tested) dropped(name, text string) string {
	p.t.Helper()
	w := p.answer(p.upload("/import?plan=0&view=budget&goLive@ky=2016-03-01", name, text))
	require.Equal(p.t, http.StatusSeeOther, w.Code, w.Body.String())
	return w.Header().Get("Location")
}

// What stands in a file that is dropped, and what is asked for, go into the plan's own
// document: all else in it stays, and the file on the disk does too.
func TestADroppedFileGoesIntoAPlanThatKeepsItsComments(t *testing.T) {
	file := saved(t, "plan.yaml", commented)
	p := opened(t, file)
	at := p.dropped("opgaver.csv", "Opgave;Varighed\n4.1/overblik;12\n")
	assert.Contains(t, p.page(at), "Idriftsættelse (KY)")
	w := p.answer(p.request("GET", strings.Replace(at, "/?", "/file/plan/plan?", 1)))
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Equal(t, "attachment; filename=plan.yaml", w.Header().Get("Content-Disposition"))
	want := strings.Replace(commented, "{duration: 20}", "{duration: 12}", 1)
	got := w.Body.String()
	require.True(t, strings.HasPrefix(got, want[:strings.Index(want, "tasks:")-1]), got)
	for line := range strings.Lines(want) {
		assert.Contains(t, got, line)
	}
	assert.Contains(t, got, "goLive: 2016-03-01")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, commented, string(text))
}

func TestFilesOfEachProgramAreTakenIn(t *testing.T) {
	p := opened(t, saved(t, "plan.yaml", commented))
	other, findings := plan.Read(p.bench.book, "other.yaml", strings.NewReader("kommune: Roskilde\nasOf: 2014-06-27\ntasks: {4.1/overblik: {duration: 7}}\n"))
	require.Empty(t, findings)
	var workbook bytes.Buffer
	require.NoError(t, results.Named(results.Sheets(p.bench.book, other), "xlsx").Write(&workbook, lang.Danish))
	const project = `<Project xmlns="http://schemas.microsoft.com/project"><Tasks>
<Task><UID>1</UID><ID>1</ID><WBS>4.1/overblik</WBS><Name>Overblik</Name><OutlineLevel>1</OutlineLevel>
<Duration>PT56H0M0S</Duration></Task></Tasks></Project>`
	for name, text := range map[string]string{"a.xlsx": workbook.String(), "a.xml": project} {
		at := p.dropped(name, text)
		assert.NotContains(t, p.page(at), `role="alert"`, name)
		w := p.answer(p.request("GET", strings.Replace(at, "/?", "/file/plan/plan?", 1)))
		assert.Contains(t, w.Body.String(), "duration: 7", name)
	}
	systems := p.dropped("kitos.csv", "IT System;Aktiv\nKMD Sag;Aktivt\n")
	assert.NotContains(t, p.page(systems), `role="alert"`)
	broken := p.dropped("a.zip", "PK\x03\x04nothing")
	assert.Contains(t, p.page(broken), `role="alert"`)
	assert.Equal(t, http.StatusConflict, p.answer(p.request("GET", strings.Replace(broken, "/?", "/file/plan/plan?", 1))).Code)
	gone := p.page("/?plan=0&import=99")
	assert.Contains(t, gone, "Filen er ikke i hukommelsen længere")
	w := p.answer(p.request(http.MethodPost, "/import"))
	assert.Equal(t, http.StatusBadRequest, w.Code)
}

func TestOnlyTheLastFilesAreKept(t *testing.T) {
	var kept imports
	for i := range 20 {
		kept.keep(fmt.Sprint(i), nil)
	}
	assert.Nil(t, kept.find("12"))
	assert.Equal(t, "19", kept.find("20").name)
}

// Every form of every view is handed out, and none other; without names none is in it.
func TestEveryFormIsHandedOut(t *testing.T) {
	const mark = "Qzxwj"
	p := opened(t, "-without-names", saved(t, "plan.yaml", commented+"people: {qzxwj: {name: "+mark+" Holm, roles: [programleder, projektleder], hoursPerWeek: 4, note: Spørg "+mark+" Holm}}\n"))
	page := p.page("/")
	assert.Contains(t, page, "Microsoft Project</a>")
	forms := map[string][]string{"plan": {"plan", "xlsx", "csv"}, "timeline": {"svg", "overview", "gantt", "ics", "mspdi"}, "budget": {"page", "xlsx"}, "risk": {"svg"}, "staffing": {"svg"}, "readiness": {"xlsx"}}
	for _, v := range views {
		for _, form := range append(forms[v.Name], "html", "text", "csv", "json") {
			w := p.answer(p.request("GET", "/file/"+v.Name+"/"+form+"?plan=0"))
			assert.Equal(t, http.StatusOK, w.Code, "%s %s", v.Name, form)
			assert.NotEmpty(t, w.Body.Bytes(), "%s %s", v.Name, form)
			assert.NotContains(t, strings.ToLower(unzipped(t, w.Body.Bytes())), strings.ToLower(mark), "%s %s", v.Name, form)
			assert.Equal(t, "application/octet-stream", w.Header().Get("Content-Type"))
		}
	}
	assert.Equal(t, http.StatusNotFound, p.answer(p.request("GET", "/file/budget/exe")).Code)
}

// unzipped is what is in a file of Excel, or in another as it is.
func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return string(data)
	}
	var all strings.Builder
	for _, file := range files.File {
		r, err := file.Open()
		require.NoError(t, err)
		_, err = io.Copy(&all, r)
		require.NoError(t, err)
	}
	return all.String()
}
