package main

import (
	"bytes"
	"io"
	"path/filepath"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/require"
)

// pinned are the plans whose results are pinned, by the name of their goldens;
// none is a kommune without a plan.
var pinned = map[string][]string{
	"none":     {"-kommune", "Roskilde"},
	"lemvig":   {"-plan", "lemvig.yaml"},
	"odense":   {"-plan", "odense.yaml"},
	"ringsted": {"-plan", "ringsted.yaml"},
	"skive":    {"-plan", "skive.yaml"},
}

// goldens changes to the folder of the samples, so that messages name the files
// as a user of that folder sees them, and returns where the goldens are.
func goldens(t *testing.T) func(name string) string {
	t.Helper()
	folder, err := filepath.Abs("testdata")
	require.NoError(t, err)
	t.Chdir(filepath.Join("..", "plans"))
	return func(name string) string { return filepath.Join(folder, name) }
}

// session holds what the program writes against a golden.
func session(t *testing.T, file string, args []string, outline ...func(string) string) {
	t.Helper()
	golden.File(t, file, golden.Session("timeline", args, run, outline...))
}

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestTheScheduleOfEachPlanReadsAsBefore(t *testing.T) {
	file := goldens(t)
	var documents []string
	for name, plan := range pinned {
		session(t, file(name+".txt"), plan)
		golden.File(t, file(name+".csv"), result(append(plan, "-format", "csv")...))
		documents = append(documents, result(append(plan, "-format", "json")...))
	}
	golden.File(t, file("keys.txt"), golden.Keys(t, documents...))
	session(t, file("odense-en.txt"), append(pinned["odense"], "-lang", "en"))
	session(t, file("hjoerring-latest.txt"), []string{"-plan", "hjoerring.yaml", "-latest"})
}

func TestThePictureThePageTheCalendarAndTheProjectFileKeepTheirParts(t *testing.T) {
	file := goldens(t)
	for format, outline := range map[string]func(string) string{
		"svg": golden.Elements, "gantt": golden.Elements, "mspdi": golden.Elements, calendar: golden.Head,
	} {
		for _, name := range []string{"none", "odense"} {
			session(t, file(name+"-"+format+".txt"), append(pinned[name], "-format", format), outline)
		}
	}
}

func TestEveryViewReadsAsBefore(t *testing.T) {
	file := goldens(t)
	for _, word := range viewWords() {
		session(t, file("view-"+word+"-none.txt"), append(pinned["none"], "-view", word))
		odense := append(pinned["odense"], "-view", word)
		session(t, file("view-"+word+"-odense.txt"), odense)
		golden.File(t, file("view-"+word+"-keys.txt"), golden.Keys(t, result(append(odense, "-format", "json")...)))
	}
}

func TestWhatToShortenIsToldAsBefore(t *testing.T) {
	file := goldens(t)
	var documents []string
	for name, question := range map[string]string{
		"cut": "4.8/bekraeftet@ky=2015-08-03", "held": "golive@ky=28. december 2015", "met": "golive@ky=2016-05-01",
	} {
		args := append(pinned["none"], "-meet", question)
		session(t, file("meet-"+name+".txt"), args)
		session(t, file("meet-"+name+"-en.txt"), append(args, "-lang", "en"))
		documents = append(documents, result(append(args, "-format", "json")...))
	}
	golden.File(t, file("meet-keys.txt"), golden.Keys(t, documents...))
}

func TestADateAndAChangeAreToldAsBefore(t *testing.T) {
	file := goldens(t)
	var documents []string
	for name, id := range map[string]string{"task": "4.8/bekraeftelse@ky", "milestone": "golive@sapa", "section": "4.10/superbrugere@sapa"} {
		args := append(pinned["odense"], "-why", id)
		session(t, file("why-"+name+".txt"), args)
		documents = append(documents, result(append(args, "-format", "json")...))
	}
	golden.File(t, file("why-keys.txt"), golden.Keys(t, documents...))
	against := append(pinned["odense"], "-against", "odense.yaml", "-asof", "2014-06-27")
	session(t, file("against-same.txt"), against)
	against = append(pinned["skive"], "-against", "lemvig.yaml")
	session(t, file("against-other.txt"), against)
	golden.File(t, file("against-keys.txt"), golden.Keys(t, result(append(against, "-format", "json")...)))
}
