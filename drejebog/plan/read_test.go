package plan_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const wholePlan = `
kommune: Roskilde
asOf: 2014-06-27
dataDate: 2014-06-27
projects:
  sapa:
    goLive: 2016-02-01
    implementation: 2015-11-01
  ky:
    goLive: ukendt
drivers:
  users@sapa: 900
  contracts: 240
tasks:
  4.15/kontaktperson@stoettesystemerne:
    actualStart: 2014-05-12
    actualFinish: 2014-05-20
  5.1/as-is@sapa:
    duration: 25
    plannedStart: 2014-08-01
    plannedFinish: 2014-09-05
    note: Kræver adgang til leverandørens oversigt
  4.1/overblik:
    actualStart: 2013-09-02
    remaining: 10
  4.12/opstart:
    notRelevant: Porteføljestyring findes allerede
`

func TestAWholePlanIsReadAsItStands(t *testing.T) {
	p := good(t, wholePlan)
	assert.Equal(t, "Roskilde", p.Kommune)
	assert.Equal(t, onDay("2014-06-27"), *p.AsOf)
	assert.Equal(t, onDay("2014-06-27"), *p.DataDate)
	assert.Equal(t, plan.On(onDay("2016-02-01")), p.Projects["sapa"].GoLive)
	assert.Equal(t, plan.On(onDay("2015-11-01")), p.Projects["sapa"].Implementation)
	assert.Equal(t, &plan.When{Unknown: true}, p.Projects["ky"].GoLive)
	assert.Nil(t, p.Projects["ky"].Implementation)
	assert.Equal(t, map[string]int{"users@sapa": 900, "contracts": 240}, p.Drivers)
	assert.Equal(t, onDay("2014-05-20"), *p.Tasks["4.15/kontaktperson@stoettesystemerne"].ActualFinish)
	assert.Equal(t, 25, *p.Tasks["5.1/as-is@sapa"].Duration)
	assert.Equal(t, 10, *p.Tasks["4.1/overblik"].Remaining)
	assert.Equal(t, "Porteføljestyring findes allerede", *p.Tasks["4.12/opstart"].NotRelevant)
	assert.Equal(t, "Kræver adgang til leverandørens oversigt", p.Tasks["5.1/as-is@sapa"].Note)
	assert.True(t, p.Local())
}

func TestJSONIsReadAsYAMLIs(t *testing.T) {
	p := good(t, `{"kommune": "0265", "projects": {"sapa": {"goLive": "2016-02-01"}}, "tasks": {"5.1/as-is@sapa": {"duration": 25}}}`)
	assert.Equal(t, "0265", p.Kommune)
	assert.Equal(t, plan.On(onDay("2016-02-01")), p.Projects["sapa"].GoLive)
	assert.Equal(t, 25, *p.Tasks["5.1/as-is@sapa"].Duration)
}

func TestAPlanOfOnlyAKommuneHasNoFindingAndNoLocalData(t *testing.T) {
	for _, k := range book(t).Kommuner {
		for _, word := range []string{k.Name, `"` + k.Code + `"`, k.Code} {
			p := good(t, "kommune: "+word+"\n")
			assert.False(t, p.Local(), word)
		}
	}
	assert.False(t, plan.New("Roskilde").Local())
	assert.False(t, good(t, "kommune: Roskilde\nasOf: 2014-05-01\n").Local(), "a day of knowledge is no local data")
	assert.True(t, good(t, "kommune: Roskilde\ndrivers: {contracts: 200}\n").Local())
}

func TestAPlanKnowsWhereEachOfItsKeysStands(t *testing.T) {
	p := good(t, wholePlan)
	for path, want := range map[string]string{
		"kommune":                              "plan.yaml:2:10",
		"projects.sapa.goLive":                 "plan.yaml:7:13",
		`tasks["5.1/as-is@sapa"]`:              "plan.yaml:18:3",
		`tasks["5.1/as-is@sapa"].duration`:     "plan.yaml:19:15",
		`tasks["4.12/opstart"].notRelevant`:    "plan.yaml:27:18",
		"drivers.users@sapa":                   "plan.yaml:12:15",
		`tasks["4.1/overblik"].remaining`:      "plan.yaml:25:16",
		`tasks["4.1/overblik"].actualStart`:    "plan.yaml:24:18",
		`tasks["5.1/as-is@sapa"].plannedStart`: "plan.yaml:20:19",
	} {
		place, ok := p.Where(path)
		require.True(t, ok, path)
		assert.Equal(t, want, place.String(), path)
	}
	_, ok := p.Where("drivers.workplaces")
	assert.False(t, ok, "what the plan does not hold stands nowhere")
	_, ok = plan.New("Roskilde").Where("kommune")
	assert.False(t, ok, "a plan from no file has no places")
}

func TestTheInnermostKeyThatAPlanHoldsHasItsPlace(t *testing.T) {
	p := good(t, "kommune: Roskilde\ntasks:\n  4.1/overblik:\n    duration: 5\nbudget:\n  2016: {adopted: 2015-10-08}\nspent:\n  - {step: 4.1/overblik, year: 2014, kroner: 1000}\n")
	for want, keys := range map[string][]string{
		"plan.yaml:4:15": {"tasks", "4.1/overblik", "duration"},
		"plan.yaml:3:3":  {"tasks", "4.1/overblik", "remaining", "more"},
		"plan.yaml:6:19": {"budget", "2016", "adopted"},
		"plan.yaml:8:46": {"spent", "0", "kroner"},
		"":               {"tasks", "4.2/foelg-med"},
	} {
		assert.Equal(t, want, p.Innermost(keys).String(), keys)
	}
	assert.Zero(t, p.Innermost(nil))
	assert.Zero(t, plan.New("Roskilde").Innermost([]string{"tasks", "4.1/overblik"}))
}

// A row for each finding that reading raises: the plan's lines after the
// kommune's, and the finding. Line 1 is the kommune.
func TestEachFaultOfAPlanIsFoundWithItsPlaceAndWords(t *testing.T) {
	for _, row := range []struct{ text, want, remedy string }{
		{
			"tasks:\n  4.10/superbruger@sapa: {duration: 5}",
			"plan.yaml:3:3 DB-001 error: Planen nævner opgaven »4.10/superbruger@sapa«, som drejebogen ikke har.",
			"Ret nøglen. Mente du »4.10/superbrugere@sapa«?",
		},
		{
			"projects:\n  sappa: {goLive: 2016-01-01}",
			"plan.yaml:3:3 DB-003 error: Planen nævner projektet »sappa«, som drejebogen ikke har.",
			"Ret nøglen. Mente du »sapa«?",
		},
		{
			"tasks:\n  4.8/gennemgang@sapa:\n    notRelevant: \" \"",
			"plan.yaml:4:18 DB-005 error: 4.8/gennemgang@sapa er markeret som ikke relevant uden begrundelse.",
			"Skriv med få ord, hvorfor opgaven ikke løses hos jer.",
		},
		{
			"tasks:\n  4.8/gennemgang@sapa:\n    notRelevant: Ikke hos os",
			"plan.yaml:4:18 DB-006 warning: 4.8/gennemgang@sapa er markeret som ikke relevant, men drejebogen kræver den.",
			"Se efter, om begrundelsen holder: »Ikke hos os«.",
		},
		{
			"readiness:\n  migrering@sapa: {state: confirmed}",
			"plan.yaml:3:3 DB-033 error: migrering@sapa er bekræftet uden dato.",
			"Skriv i on, hvilken dag kravet blev bekræftet.",
		},
		{
			"readiness:\n  migrering/plan@sapa: {state: waived}",
			"plan.yaml:3:3 DB-034 error: migrering/plan@sapa er sat til side uden begrundelse.",
			"Skriv i reason, hvorfor kravet ikke gælder, eller hvad KOMBIT har svaret.",
		},
		{
			"contracts:\n  sag: {name: KMD Sag, noticeMonths: 40}",
			"plan.yaml:3:38 DB-035 warning: Kontrakten KMD Sag har et varsel på 40 måneder.",
			"Se efter i kontrakten: KMDs standardvilkår er 6 måneder.",
		},
		{
			"cleanUp:\n  kmd-aktiv: {counts: [{on: 2014-05-02, left: 9}, {on: 2014-05-01, left: 8}]}",
			"plan.yaml:3:56 DB-036 error: kmd-aktiv: 2. maj 2014 står før 1. maj 2014.",
			"Skriv de ældste først.",
		},
		{
			"cleanUp:\n  kmd-aktivt: {counts: []}",
			"plan.yaml:3:3 DB-037 error: »kmd-aktivt« er intet af de gamle systemer.",
			"Ret nøglen. Mente du »kmd-aktiv«?",
		},
		{
			"interfaces:\n  byggesag: {name: Byggesag, contract: byg}",
			"plan.yaml:3:40 DB-038 error: »byg« er ingen af planens kontrakter.",
			"Skriv kontrakten ind under contracts, eller ret nøglen.",
		},
		{
			"drivers:\n  user@sapa: 900",
			"plan.yaml:3:14 DB-007 error: Planen giver tal for »user@sapa«, som intet i drejebogen afhænger af.",
			"Ret nøglen. Mente du »users@sapa«?",
		},
		{
			"drivers:\n  users@sapa: -1",
			"plan.yaml:3:15 DB-008 error: users@sapa er sat til -1, som ikke er et muligt antal.",
			"Skriv et tal fra 0 til 10000000, eller slet linjen, hvis antallet ikke kendes.",
		},
		{
			"tasks:\n  5.1/as-is@sapa: {duration: 0}",
			"plan.yaml:3:30 DB-009 error: Varigheden af 5.1/as-is@sapa er 0 arbejdsdage og kan ikke bruges.",
			"Skriv et antal arbejdsdage fra 1 til 5000.",
		},
		{
			"tasks:\n  5.1/as-is@sapa: {plannedStart: 2014-10-02, plannedFinish: 2014-10-01}",
			"plan.yaml:3:61 DB-010 error: 5.1/as-is@sapa slutter 1. oktober 2014, før den begynder 2. oktober 2014.",
			"Skriv en slutdato, der ikke ligger før starten, eller en tidligere start.",
		},
		{
			"dataDate: 2014-06-27\ntasks:\n  5.1/as-is@sapa: {actualStart: 2014-05-02, actualFinish: 2014-05-01}",
			"plan.yaml:4:59 DB-010 error: 5.1/as-is@sapa slutter 1. maj 2014, før den begynder 2. maj 2014.",
			"Skriv en slutdato, der ikke ligger før starten, eller en tidligere start.",
		},
		{
			"asOf: 2014-02-30",
			"plan.yaml:2:7 DB-011 error: Noget i planen kan ikke bruges: asOf er »2014-02-30«; forventet er en dag, der findes i kalenderen.",
			"Skriv en anden værdi, eller slet linjen, hvis den ikke kendes.",
		},
		{
			"asOf: 2013-05-30",
			"plan.yaml:2:7 DB-012 error: Planen ses fra 30. maj 2013, men intet var udgivet før 31. maj 2013.",
			"Vælg en senere dag, eller slet linjen.",
		},
		{
			"projects:\n  sapa: {goLive: 2106-01-01}",
			"plan.yaml:3:18 DB-013 error: 1. januar 2106 ligger uden for de år, en plan kan handle om.",
			"Skriv en dato fra 1. januar 2010 til 31. december 2049.",
		},
		{
			"dataDate: 2014-06-27\ntasks:\n  5.1/as-is@sapa: {actualFinish: 2014-05-01}",
			"plan.yaml:4:3 DB-014 note: 5.1/as-is@sapa: slutdagen er oplyst, men ikke hvornår arbejdet begyndte. Som i Microsoft Project regnes det fra den planlagte start, ellers med varigheden tilbage fra slutdagen.",
			"Skriv starten i actualStart, hvis den kendes.",
		},
		{
			"dataDate: 2014-06-27\ntasks:\n  5.1/as-is@sapa: {status: done}\n  5.1/as-is@ky: {status: done}",
			"plan.yaml:5:3 DB-045 note: 5.1/as-is@ky og 1 anden opgave: afsluttet, men dagen er ikke oplyst. Det er regnet som gjort: intet venter på det, og ingen frist holdes op mod det.",
			"Skriv dagen i actualFinish, hvis den kendes.",
		},
		{
			"dataDate: 2014-06-27\ntasks:\n  5.1/as-is@sapa: {status: inProgress}",
			"plan.yaml:4:3 DB-046 note: 5.1/as-is@sapa: i gang, men det er ikke oplyst, hvornår arbejdet begyndte. Som i Microsoft Project regnes det fra den planlagte start, ellers så langt før statusdatoen, som det udførte arbejde rækker.",
			"Skriv starten i actualStart, hvis den kendes.",
		},
		{
			"tasks:\n  5.1/as-is@sapa: {actualStart: 2014-05-01}",
			"plan.yaml:3:3 DB-015 warning: Planen har ingen statusdato, så fremdriften i 5.1/as-is@sapa regnes ikke med.",
			"Skriv statusdatoen i dataDate.",
		},
		{
			"projects:\n  sapa: {goLive: 2016-01-01, implementation: 2016-01-02}",
			"plan.yaml:3:46 DB-106 error: Implementeringen af SAPA begynder 2. januar 2016, efter idriftsættelsen 1. januar 2016.",
			"Lad implementeringen begynde senest ved idriftsættelsen, eller flyt idriftsættelsen i planen.",
		},
		{
			"dataDate: 2014-06-27\ntasks:\n  5.1/as-is@sapa: {actualStart: 2014-06-28}",
			"plan.yaml:4:33 DB-303 error: 5.1/as-is@sapa har en faktisk dato 28. juni 2014, som ligger efter statusdatoen 27. juni 2014.",
			"Ret datoen, eller flyt statusdatoen.",
		},
		{
			"asOf: 2014-06-27\nagreements: {sapa: {signed: 2014-06-28}}",
			"plan.yaml:3:29 DB-304 error: sapa har en faktisk dato 28. juni 2014, som ligger efter 27. juni 2014, den dag planen ses fra.",
			"Ret datoen, eller flyt dagen.",
		},
		{
			"adjustments:\n  - {action: scale, step: 4.1/overblik, factor: 125, reason: Procent}",
			"plan.yaml:3:49 DB-042 warning: adjustments[0].factor er 125. Mere end 10 er usædvanligt meget.",
			"Se efter, om det er en slåfejl eller procent: en faktor på 1,25 er en fjerdedel mere. Er tallet rigtigt, er der intet at rette.",
		},
		{
			"edges:\n  - {from: 4.1/overblik, to: 5.1/as-is@sapa}\n  - {from: 4.1/overblik, to: 5.1/as-is@sapa}",
			"plan.yaml:4:12 DB-047 note: Planen lader 5.1/as-is@sapa vente på 4.1/overblik to gange.",
			"Slet den ene linje.",
		},
	} {
		p, findings := read(t, "kommune: Roskilde\n"+row.text+"\n")
		require.Equal(t, []string{row.want}, lines(findings), row.text)
		f := findings[0]
		assert.Equal(t, row.remedy, f.Remedy.DA, row.text)
		assert.NotNil(t, p, "what could be read is there")
		assert.Equal(t, "kommune", f.Actor, "the kommune mends its own plan")
		assert.NotEmpty(t, f.Subject)
		assert.NotContains(t, f.Text.DA+f.Text.EN+f.Remedy.DA+f.Remedy.EN, "{", "every place is filled")
	}
}

// What there is no room for is counted: errors apart from warnings and notes.
func TestNotesBeyondThoseThatAreNamedAreCounted(t *testing.T) {
	text := strings.Builder{}
	text.WriteString("kommune: Roskilde\ncontracts:\n")
	for i := range 1200 {
		fmt.Fprintf(&text, "  c%d: {name: C%d, noticeMonths: 40}\n", i, i)
	}
	_, findings := read(t, text.String())
	named, left := 0, ""
	for _, f := range findings {
		switch f.Code {
		case "DB-035":
			named++
		case "DB-048":
			left = f.Text.DA
		}
	}
	assert.Equal(t, fmt.Sprintf("Flere bemærkninger om planen end dem, der er nævnt: %d.", 1200-named), left)
}

// One cause is one finding: without its data date a plan has one more.
func TestAMissingDataDateIsToldOnce(t *testing.T) {
	for _, name := range plans.Names() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		_, before := read(t, string(text))
		_, after := read(t, regexp.MustCompile(`(?m)^dataDate:.*$`).ReplaceAllString(string(text), ""))
		assert.LessOrEqual(t, len(after), len(before)+1, name)
	}
	_, findings := read(t, "kommune: Roskilde\ntasks: {4.1/overblik: {actualStart: 2014-05-01}, 5.1/as-is@sapa: {actualStart: 2014-05-01}}\nown: {own/x: {name: X, duration: 3, actualStart: 2014-05-01}}\n")
	assert.Equal(t, []string{
		"plan.yaml:2:9 DB-015 warning: Planen har ingen statusdato, så fremdriften i 4.1/overblik og 2 andre opgaver regnes ikke med.",
	}, lines(findings))
}

// A reader's own error is there to be asked for.
func TestAnErrorOfTheReaderStaysOne(t *testing.T) {
	body := http.MaxBytesReader(nil, io.NopCloser(strings.NewReader("kommune: Roskilde\n")), 5)
	p, findings := plan.Read(book(t), "plan.yaml", body)
	assert.Nil(t, p)
	require.Len(t, findings, 1)
	var tooLarge *http.MaxBytesError
	require.ErrorAs(t, findings[0].Cause, &tooLarge)
	assert.EqualValues(t, 5, tooLarge.Limit)
}

func TestNothingToReadOrToReadByIsAFinding(t *testing.T) {
	p, findings := plan.Read(nil, "plan.yaml", strings.NewReader("kommune: Roskilde\n"))
	assert.Nil(t, p)
	assert.True(t, drejebog.HasFault(findings))
	p, findings = plan.Read(book(t), "plan.yaml", nil)
	assert.Nil(t, p)
	assert.True(t, drejebog.HasFault(findings))
	p, findings = plan.Read(&drejebog.Playbook{}, "plan.yaml", strings.NewReader("kommune: Roskilde\n"))
	assert.Nil(t, p)
	assert.True(t, drejebog.HasFault(findings))
	assert.Nil(t, (*plan.Plan)(nil).Clone())
	none, findings := (*plan.Plan)(nil).Usable(book(t))
	assert.Nil(t, none)
	assert.Empty(t, findings)
}

// What was found in reading stands first, what a change in Go adds after it, and
// what it mends is gone.
func TestCheckTellsFirstWhatReadingFound(t *testing.T) {
	p, found := read(t, "kommune: Roskilde\nasOf: juni\ntasks: {9.9/intet: {}, 4.1/overblik: {duration: 3}}\n")
	require.Len(t, found, 2)
	assert.Equal(t, found, plan.Check(book(t), p))
	p.Drivers = map[string]int{"usres@sapa": 1}
	p.Tasks["4.1/overblik"] = plan.Task{Duration: new(0)}
	again := plan.Check(book(t), p)
	require.Len(t, again, 4)
	assert.Equal(t, found, again[:2])
	delete(p.Tasks, "9.9/intet")
	assert.Len(t, plan.Check(book(t), p), 3)
	assert.Equal(t, plan.Check(book(t), p), plan.Check(book(t), p.Clone()))
}

// The places of what is left are those of the file.
func TestWhatIsUsableKeepsItsPlaces(t *testing.T) {
	p, _ := read(t, `kommune: Roskilde
edges:
  - {from: 4.1/overblik, to: intet}
  - {from: 4.1/overblik, to: golive@sapa}
contracts:
  sag: {name: Sag, systems: [kmd-sag], payment: {amount: 15o}}
adjustments:
  - {action: scale, step: 4.12/opstart, reason: uden faktor}
  - {action: scale, step: 4.12/opstart, factor: 2, reason: r}
`)
	usable, _ := p.Usable(book(t))
	require.Len(t, usable.Edges, 1)
	assert.Equal(t, "golive@sapa", usable.Edges[0].To)
	place, ok := usable.Where("edges[0].to")
	assert.True(t, ok)
	assert.Equal(t, "plan.yaml:4:30", place.String())
	assert.Nil(t, usable.Contracts["sag"].Payment, "no amount is not the amount nothing")
	assert.Equal(t, "Sag", usable.Contracts["sag"].Name)
	require.Len(t, usable.Adjustments, 1)
	place, _ = usable.Where("adjustments[0]")
	assert.Equal(t, 9, place.Line)
	assert.Len(t, p.Edges, 2, "the plan itself is as it was")
}

func TestAnUnknownKommuneIsAnsweredWithTheNearest(t *testing.T) {
	for _, row := range []struct{ text, place, id, suggest string }{
		{"kommune: Roskild\n", "plan.yaml:1:10", "Roskild", " Mente du »Roskilde«?"},
		{"kommune: Atlantis\n", "plan.yaml:1:10", "Atlantis", ""},
		{"kommune: \"\"\n", "plan.yaml:1:10", "", ""},
		{"kommune: 0999\n", "plan.yaml:1:10", "0999", ""},
	} {
		p, findings := read(t, row.text)
		assert.Nil(t, p)
		require.Equal(t, []string{row.place + " DB-002 error: Ingen kommune har koden eller navnet »" + row.id + "«."}, lines(findings))
		assert.Equal(t, "Skriv navnet eller den firecifrede kode."+row.suggest, findings[0].Remedy.DA)
	}
}

func TestAPlanWithoutAKommuneHasOneFinding(t *testing.T) {
	for text, want := range map[string]string{
		"asOf: 2014-06-27\n":      "plan.yaml:1:1 DB-011 error: Noget i planen kan ikke bruges: nøglen »kommune« mangler; tilføj den.",
		"kommune:\n":              "plan.yaml:1:9 DB-011 error: Noget i planen kan ikke bruges: kommune er ingenting (null); forventet er en værdi; slet nøglen, hvis der ingen er.",
		"kommune: [Roskilde]\n":   "plan.yaml:1:10 DB-011 error: Noget i planen kan ikke bruges: kommune er en liste; forventet er en tekst.",
		"":                        "plan.yaml:1:1 DB-011 error: Noget i planen kan ikke bruges: dokumentet er tomt.",
		"# kun en bemærkning\n":   "plan.yaml:1:1 DB-011 error: Noget i planen kan ikke bruges: dokumentet er tomt.",
		"Roskilde\n":              "plan.yaml:1:1 DB-011 error: Noget i planen kan ikke bruges: dokumentet er den enkelte værdi »Roskilde«; forventet er en gruppe af nøgler.",
		"Kommune: Roskilde\n":     "",
		"{\"kommune\": \"0265\",": "",
	} {
		p, findings := read(t, text)
		assert.Nil(t, p, text)
		require.NotEmpty(t, findings, text)
		if want != "" {
			assert.Equal(t, []string{want}, lines(findings), text)
		}
	}
}

func TestAnUnknownKeyIsAnsweredWithTheNearest(t *testing.T) {
	_, findings := read(t, "kommune: Roskilde\nprojekts: {}\ntasks:\n  4.1/overblik: {durations: 4}\nprojects:\n  sapa: {goLive: snart}\n")
	assert.Equal(t, []string{
		"plan.yaml:2:1 DB-011 error: Noget i planen kan ikke bruges: ukendt nøgle »projekts«; mente du »projects«?",
		"plan.yaml:4:18 DB-011 error: Noget i planen kan ikke bruges: ukendt nøgle »durations« i tasks[\"4.1/overblik\"]; mente du »duration«?",
		"plan.yaml:6:18 DB-011 error: Noget i planen kan ikke bruges: projects.sapa.goLive er »snart«; forventet er en dato som 2016-01-01, en periode som »3. kvartal 2016«, »ukendt«, eller »ukendt, regn med 2016-03-01«.",
	}, lines(findings))
	assert.Equal(t, "Something in the plan cannot be used: projects.sapa.goLive is “snart”; expected a date such as 2016-01-01, a period such as “3. kvartal 2016”, “ukendt”, or “unknown, assume 2016-03-01”.", findings[2].Text.EN)
}

func TestWhatCannotBeReadIsOneFindingAndLeadsToNoOther(t *testing.T) {
	for _, text := range []string{
		"asOf: x",
		"dataDate: x\ntasks: {4.1/overblik: {actualStart: 2014-01-02}}",
		"projects: {sapa: {goLive: x, implementation: 2016-01-01}}",
		"projects: {sapa: {goLive: 2016-01-01, implementation: 2016-13-01}}",
		"projects: {sapa: []}",
		"tasks: {5.1/as-is@sapa: {duration: lang}}",
		"tasks: {5.1/as-is@sapa: {plannedStart: 2014-10-02, plannedFinish: 1.10.14.}}",
		"tasks: {5.1/as-is@sapa: {plannedStart: [], plannedFinish: 2014-10-02}}",
		"drivers: {users@sapa: mange}",
	} {
		p, findings := read(t, "kommune: Roskilde\n"+text+"\n")
		assert.NotNil(t, p, text)
		require.Len(t, findings, 1, text)
		assert.Equal(t, "DB-011", findings[0].Code, text)
	}
}

func TestAllFaultsComeAtOnceInTheOrderOfTheFile(t *testing.T) {
	p, findings := read(t, `kommune: Roskild
tasks:
  4.10/superbruger@sapa: {}
  4.1/overblik: {duration: 0, remaining: -1}
drivers: {users@sapa: many, contracts: -2, contract: 3}
asOf: 2012-01-01
projects:
  sapa: {goLive: 2016-01-01, implementation: 2016-03-01}
  xyz: {}
`)
	assert.Nil(t, p)
	var got []string
	for _, f := range findings {
		got = append(got, strings.TrimPrefix(f.Place.String(), "plan.yaml:")+" "+f.Code)
	}
	assert.Equal(t, []string{
		"1:10 DB-002", "3:3 DB-001", "4:3 DB-015", "4:28 DB-009", "4:42 DB-009",
		"5:23 DB-011", "5:40 DB-008", "5:54 DB-007", "6:7 DB-012", "8:46 DB-106", "9:3 DB-003",
	}, got)
}

func TestTheSamePlanGivesTheSameFindingsEveryTime(t *testing.T) {
	text := "kommune: Roskilde\ntasks: {"
	for i := range 50 {
		text += fmt.Sprintf("x%d: {}, ", i)
	}
	_, first := read(t, text+"}\n")
	for range 5 {
		_, again := read(t, text+"}\n")
		require.Equal(t, first, again)
	}
	assert.Len(t, first, 50)
}

func TestAStepForAnotherProjectIsNoTask(t *testing.T) {
	for _, id := range []string{"4.9/oprydning@kmd-sag", "4.10/superbrugere@serviceplatformen", "4.10/superbrugere", "4.1/overblik@sapa", "golive@sapa", "4.10"} {
		_, findings := read(t, "kommune: Roskilde\ntasks:\n  "+id+": {}\n")
		require.Len(t, findings, 1, id)
		assert.Equal(t, "DB-001", findings[0].Code, id)
	}
}

func TestEveryTaskAndDriverOfTheBookMayStandInAPlan(t *testing.T) {
	var text strings.Builder
	text.WriteString("kommune: Roskilde\ntasks:\n")
	nodes, _ := book(t).Network()
	for i := range nodes {
		if nodes[i].Step != nil {
			fmt.Fprintf(&text, "  %s: {note: set}\n", nodes[i].ID)
		}
	}
	text.WriteString("drivers:\n")
	for _, d := range book(t).Drivers {
		switch d.Scope {
		case drejebog.PerProject:
			for _, p := range book(t).Projects {
				fmt.Fprintf(&text, "  %s@%s: 1\n", d.ID, p.ID)
			}
		case drejebog.PerSystem:
			for _, s := range book(t).Systems {
				fmt.Fprintf(&text, "  %s@%s: 1\n", d.ID, s.ID)
			}
		default:
			fmt.Fprintf(&text, "  %s: 1\n", d.ID)
		}
	}
	good(t, text.String())
}

func TestAnUnreadableFileIsAFinding(t *testing.T) {
	p, findings := plan.Read(book(t), "plan.yaml", iotest.ErrReader(errors.New("the disk is gone")))
	assert.Nil(t, p)
	assert.Equal(t, []string{"plan.yaml:1:1 DB-011 error: Noget i planen kan ikke bruges: filen kan ikke læses: the disk is gone."}, lines(findings))
}

func TestTheWordsForAnUnknownDateAreReadAndWritten(t *testing.T) {
	period := func(text string) *drejebog.Period {
		p, err := drejebog.ParsePeriod(text)
		require.NoError(t, err)
		return &p
	}
	for text, want := range map[string]plan.When{
		"2016-02-01": *plan.On(onDay("2016-02-01")),
		"ukendt":     {Unknown: true},
		"unknown":    {Unknown: true},

		"ukendt, regn med 2016-03-01":      {Date: onDay("2016-03-01"), Assumed: true},
		"unknown, assume 2016-03-01":       {Date: onDay("2016-03-01"), Assumed: true},
		"ukendt, regn med 3. kvartal 2016": {Date: onDay("2016-07-01"), Period: period("3. kvartal 2016"), Assumed: true},
	} {
		var w plan.When
		require.NoError(t, w.UnmarshalText([]byte(text)), text)
		assert.Equal(t, want, w)
		written, err := w.MarshalText()
		require.NoError(t, err)
		if !strings.HasPrefix(text, "unknown") {
			assert.Equal(t, text, string(written))
		}
	}
	for _, text := range []string{"", "ukendt, regn med", "ukendt, regn med ukendt", "ukendt, regn med 2016-02-30", "regn med 2016-03-01", "snart", "2016-02-30", "2016-2-1", "Ukendt "} {
		var w plan.When
		err := w.UnmarshalText([]byte(text))
		require.Error(t, err, text)
		assert.Zero(t, w, "nothing is set")
	}
}

// Hostile plans are refused in a moment, whatever they ask for.
func TestAHostilePlanIsRefusedQuickly(t *testing.T) {
	var unknownTasks strings.Builder
	unknownTasks.WriteString("kommune: Roskilde\ntasks:\n")
	for i := range 30_000 {
		fmt.Fprintf(&unknownTasks, "  4.10/superbrugere@sapa%05d: {}\n", i)
	}
	laughs := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		laughs += fmt.Sprintf("%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	for name, text := range map[string]string{
		"ten megabytes":              "kommune: " + strings.Repeat("x", 10<<20),
		"ten megabytes of keys":      strings.Repeat("a: 1\n", 2<<20),
		"deep lists":                 "kommune: " + strings.Repeat("[", 1<<20),
		"deep mappings":              "kommune: " + strings.Repeat("{a: ", 500_000),
		"deep block lists":           strings.Repeat("- ", 500_000) + "a",
		"a billion laughs":           laughs,
		"an alias of itself":         "kommune: &a [*a]\n",
		"a merge key":                "x: &x {kommune: Roskilde}\n<<: *x\n",
		"thirty thousand tasks":      unknownTasks.String(),
		"no UTF-8":                   "kommune: \xff\xfe",
		"UTF-16":                     "\xff\xfek\x00o\x00m\x00",
		"a control character":        "kommune: Ros\x00kilde",
		"an escaped one":             `kommune: "Ros\u0000kilde"`,
		"a number beyond all":        "kommune: Roskilde\ndrivers: {contracts: 99999999999999999999999}\n",
		"a duration beyond all":      "kommune: Roskilde\ntasks: {4.1/overblik: {duration: 2000000000}}\n",
		"a tag":                      "kommune: !!python/object Roskilde\n",
		"a second document":          "kommune: Roskilde\n---\nkommune: Holbæk\n",
		"a very long unknown word":   "kommune: " + strings.Repeat("Roskilde", 50_000) + "\n",
		"a very long unknown task":   "kommune: Roskilde\ntasks: {? " + strings.Repeat("4.1/overblik", 50_000) + " : {}}\n",
		"a year beyond the calendar": "kommune: Roskilde\ndataDate: 9999-12-31\n",
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			p, findings := read(t, text)
			assert.Less(t, time.Since(began), 5*time.Second)
			require.True(t, drejebog.HasFault(findings))
			usable, again := p.Usable(book(t))
			assert.Less(t, time.Since(began), 5*time.Second)
			if p != nil {
				assert.Equal(t, findings, again)
				assert.False(t, drejebog.HasFault(plan.Check(book(t), afresh(usable))), "nothing is left that cannot be used")
			}
			for _, f := range findings {
				assert.Less(t, len(f.Text.DA), 1_000_000)
			}
		})
	}
}

// afresh is a plan as if it was built in Go.
func afresh(p *plan.Plan) *plan.Plan {
	built := &plan.Plan{}
	into, from := reflect.ValueOf(built).Elem(), reflect.ValueOf(p).Elem()
	for i := range into.NumField() {
		if into.Field(i).CanSet() {
			into.Field(i).Set(from.Field(i))
		}
	}
	return built
}

func TestWordsAreReadAsPeopleCallThem(t *testing.T) {
	p, findings := read(t, `kommune: Roskilde
dataDate: 2015-03-02
contracts:
  en: {name: En, systems: [kmd-sag], noticeTo: Kvartalets udgang, payment: {amount: 100, paid: kvartal}}
tasks:
  4.10/superbrugere@sapa: {status: færdig, hours: "37,5"}
  4.10/slutbrugere@sapa: {status: I gang, hours: 12.25}
  4.10/superbrugere@ky: {status: ikke begyndt}
readiness:
  test@sapa: {state: ikke begyndt}
`)
	require.False(t, drejebog.HasFault(findings), "%v", findings)
	assert.Equal(t, plan.Done, p.Tasks["4.10/superbrugere@sapa"].Status)
	assert.Equal(t, plan.InProgress, p.Tasks["4.10/slutbrugere@sapa"].Status)
	assert.Equal(t, plan.NotStarted, p.Tasks["4.10/superbrugere@ky"].Status)
	assert.Equal(t, "37.5", p.Tasks["4.10/superbrugere@sapa"].Hours.Decimal().String())
	assert.Equal(t, "12.25", p.Tasks["4.10/slutbrugere@sapa"].Hours.Decimal().String())
	assert.Equal(t, "quarter", p.Contracts["en"].NoticeTo.String())
	assert.Equal(t, "notStarted", p.Readiness["test@sapa"].State.String())
}
