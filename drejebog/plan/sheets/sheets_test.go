package sheets_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func book(t testing.TB) *drejebog.Playbook {
	t.Helper()
	b, err := drejebog.Load()
	require.NoError(t, err)
	return b
}

func sample(t testing.TB, name string) *plan.Plan {
	t.Helper()
	file, err := plans.Files().Open(name)
	require.NoError(t, err)
	p, findings := plan.Read(book(t), name, file)
	require.NotNil(t, p, findings)
	return p
}

// bare is a plan without what no sheet has a column for, and with the people
// whose names the sheets hold.
func bare(p *plan.Plan) *plan.Plan {
	out := plan.New(p.Kommune)
	out.People, out.Tasks, out.Contracts = p.People, p.Tasks, map[string]plan.Contract{}
	for key, c := range p.Contracts {
		c.SagTerms = 0
		out.Contracts[key] = c
	}
	if len(out.Contracts) == 0 {
		out.Contracts = nil
	}
	for id, own := range p.Own {
		own.Predecessors = nil
		if out.Own == nil {
			out.Own = map[string]plan.OwnTask{}
		}
		out.Own[id] = own
	}
	for key, a := range p.Readiness {
		if !strings.Contains(key, "/") {
			a.Questions, a.Evidence, a.History = nil, nil, nil
			if out.Readiness == nil {
				out.Readiness = map[string]plan.Answer{}
			}
			out.Readiness[key] = a
		}
	}
	return out
}

func TestWhatIsWrittenIsReadAsTheSamePlan(t *testing.T) {
	b := book(t)
	for _, name := range plans.Names() {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			want := bare(sample(t, name))
			var file bytes.Buffer
			require.NoError(t, xlsxwriter.Write(&file, sheets.Write(b, want, language)...))
			read, faults := xlsx.Read(name+".xlsx", &file)
			got := plan.New(want.Kommune)
			got.People = want.People
			findings := sheets.Read(b, got, read, faults...)
			assert.Empty(t, findings, name)
			assert.Equal(t, yaml(t, want), yaml(t, got), "%s in %s", name, language)
		}
	}
}

func TestWhatIsReadIntoItsOwnPlanChangesNothing(t *testing.T) {
	b := book(t)
	for _, name := range plans.Names() {
		p := sample(t, name)
		before := yaml(t, p)
		for _, s := range sheets.Write(b, p, lang.Danish) {
			var file bytes.Buffer
			require.NoError(t, table.WriteCSV(&file, &s))
			read, faults := table.ReadCSV(name+".csv", &file)
			require.Empty(t, faults)
			if len(read.Rows) > 1 {
				assert.Empty(t, sheets.Read(b, p, []table.Sheet{*read}), "%s: %s", name, s.Name)
			}
		}
		assert.Equal(t, before, yaml(t, p), name)
	}
}

func yaml(t *testing.T, p *plan.Plan) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}

// read takes CSV over into a plan, and returns the findings as lines.
func read(t *testing.T, p *plan.Plan, lines ...string) []string {
	t.Helper()
	sheet, faults := table.ReadCSV("f.csv", strings.NewReader(strings.Join(lines, "\n")))
	var out []string
	for _, f := range sheets.Read(book(t), p, []table.Sheet{*sheet}, faults...) {
		assert.NotContains(t, f.Text.DA+f.Text.EN+f.Remedy.DA+f.Remedy.EN, "{")
		out = append(out, f.Code+" "+f.Place.String()+" "+f.Text.DA)
	}
	return out
}

func TestAKommunesStatusListIsRead(t *testing.T) {
	p := plan.New("Roskilde")
	p.People = map[string]plan.Person{"anna": {Name: "Anna Jensen", Roles: []string{"projektleder"}}}
	findings := read(t, p,
		"Status pr. 27. juni 2014;;;;;;;",
		"Opgave;Projekt;Start;Slut;Status;Ansvarlig;Timer;Bemærkninger;Farve",
		"Superbrugerne uddannes;SAPA;1. september 2015;18-09-2015;;anna jensen;120;Hold 1;rød",
		"superbrugerne uddannes;KY;;;;;;;",
		"Superbrugerne udannes;KSD;01.10.2015;09.10.2015;;Bo;;;",
		"Bestil lokaler;SAPA;;;i gang;;;;",
	)
	assert.Equal(t, []string{
		"DB-603 f.csv:5:1 »Superbrugerne udannes« (nr. 5) ligner 4.10/superbrugere@ksd, men er læst som egen opgave own/superbrugerne-udannes.",
		"DB-607 f.csv:5:6 »Bo«, som har »Superbrugerne udannes« (nr. 5), er hverken en rolle eller en af planens personer og er skrevet i bemærkningen.",
		"DB-602 f.csv:6:1 »Bestil lokaler« (nr. 6) er ikke en af drejebogens opgaver og er læst som egen opgave own/bestil-lokaler.",
		"DB-608 f.csv:2:9 Kolonnen »Farve« er ikke læst.",
	}, findings)
	task := p.Tasks["4.10/superbrugere@sapa"]
	assert.Equal(t, date.New(2015, time.September, 1), *task.PlannedStart)
	assert.Equal(t, date.New(2015, time.September, 18), *task.PlannedFinish)
	assert.Equal(t, "120", task.Hours.Decimal().String())
	assert.Equal(t, "anna", task.Responsible)
	assert.NotContains(t, p.Tasks, "4.10/superbrugere@ky", "a row that says nothing makes no entry")
	assert.Equal(t, plan.InProgress, p.Own["own/bestil-lokaler"].Status)
}

// base is a plan with own tasks.
func base() *plan.Plan {
	p := plan.New("Lemvig")
	p.Own = map[string]plan.OwnTask{
		"own/bestil-borde": {
			Name: "Bestil borde", Project: "ky", Deadline: new(date.New(2015, time.March, 1)),
			Predecessors: []plan.Predecessor{{Task: "4.10/superbrugere@ky"}}, Task: plan.Task{Duration: new(7), Note: "Vigtig note"},
		},
		"own/opsamling": {Name: "Opsamling", Task: plan.Task{Duration: new(4), Hours: new(drejebog.NewHours(decimal.NewFromInt(40)))}},
	}
	return p
}

func TestARowOfAnOwnTaskLeavesWhatItDoesNotSay(t *testing.T) {
	p := base()
	assert.Empty(t, read(t, p, "Opgave;Projekt;Varighed", "bestil borde;KY;2", "Opsamling;;5"))
	want := base()
	for id, days := range map[string]int{"own/bestil-borde": 2, "own/opsamling": 5} {
		own := want.Own[id]
		own.Name, own.Duration = p.Own[id].Name, &days
		want.Own[id] = own
	}
	assert.Equal(t, want.Own, p.Own)
}

func TestOwnTasksOfAnotherNameOrProjectGetIdsOfTheirOwn(t *testing.T) {
	p := base()
	rows := []string{
		"Opgave;Projekt;Varighed", "Bestil borde;SAPA;2", "Slutevaluering;KY;1", "Slutevaluering;KSD;1", "Slutevaluering;KSD;3",
		"Møde om arbejdsgange i borgerservice og jobcenter, hold 1;SAPA;1", "Møde om arbejdsgange i borgerservice og jobcenter, hold 2;SAPA;1",
	}
	for _, finding := range read(t, p, rows...) {
		assert.Contains(t, finding, "DB-602", "each is a new task, and nothing else is said of it")
	}
	assert.Equal(t, base().Own["own/bestil-borde"], p.Own["own/bestil-borde"])
	one, three := new(1), new(3)
	meeting := "own/moede-om-arbejdsgange-i-borgerservice-og-jobcent"
	for id, want := range map[string]plan.OwnTask{
		"own/bestil-borde-2":   {Name: "Bestil borde", Project: "sapa", Task: plan.Task{Duration: new(2)}},
		"own/slutevaluering":   {Name: "Slutevaluering", Project: "ky", Task: plan.Task{Duration: one}},
		"own/slutevaluering-2": {Name: "Slutevaluering", Project: "ksd", Task: plan.Task{Duration: one}},
		"own/slutevaluering-3": {Name: "Slutevaluering", Project: "ksd", Task: plan.Task{Duration: three}},
		meeting:                {Name: "Møde om arbejdsgange i borgerservice og jobcenter, hold 1", Project: "sapa", Task: plan.Task{Duration: one}},
		meeting + "-2":         {Name: "Møde om arbejdsgange i borgerservice og jobcenter, hold 2", Project: "sapa", Task: plan.Task{Duration: one}},
	} {
		assert.Equal(t, want, p.Own[id], id)
	}
	before := yaml(t, p)
	assert.Empty(t, read(t, p, rows...), "read again they are the plan's")
	assert.Equal(t, before, yaml(t, p))
}

func TestAnOwnTaskWithoutProjectThatCouldBeTwoIsOfferedBoth(t *testing.T) {
	p := base()
	p.Own["own/bestil-borde-2"] = plan.OwnTask{Name: "Bestil borde", Project: "ksd", Task: plan.Task{Duration: new(1)}}
	assert.Equal(t, []string{
		"DB-603 f.csv:2:1 »Bestil borde« (nr. 2) ligner own/bestil-borde eller own/bestil-borde-2, men er læst som egen opgave own/bestil-borde-3.",
	}, read(t, p, "Opgave;Varighed", "Bestil borde;2", "Opsamling;9"))
	assert.Equal(t, new(9), p.Own["own/opsamling"].Duration)
}

func TestALineThatGivesTheSameOwnTaskTwiceIsTold(t *testing.T) {
	p := base()
	assert.Equal(t, []string{
		"DB-604 f.csv:3:2 »Opsamling« (nr. 3) er own/opsamling, som allerede er læst fra en anden linje. Linjen er ikke læst.",
	}, read(t, p, "Id;Opgave;Varighed;Projekt", "own/opsamling;Opsamling;2;SAPA", "own/opsamling;Opsamling;3;"))
	assert.Equal(t, "sapa", p.Own["own/opsamling"].Project, "an id moves the task to the project that the row says")
}

func TestEveryTaskThatARowComesNearToIsOffered(t *testing.T) {
	p := plan.New("Lemvig")
	assert.Equal(t, []string{
		"DB-603 f.csv:2:2 »Superbrugerne uddannes« (nr. 2) ligner 4.10/superbrugere@ky, 4.10/superbrugere@ksd eller 4.10/superbrugere@sapa, men er læst som egen opgave own/superbrugerne-uddannes.",
		"DB-603 f.csv:3:2 »Superbrugerne uddannes« (nr. 3) ligner 4.10/superbrugere@sapa, 4.10/superbrugere@ky eller 4.10/superbrugere@ksd, men er læst som egen opgave own/superbrugerne-uddannes-2.",
	}, read(t, p, "Id;Opgave;Varighed", ";Superbrugerne uddannes;3", "4.10/superbrugere@sapaa;Superbrugerne uddannes;5"))
}

func TestAnActualDateSettlesTheProgressOfThePlan(t *testing.T) {
	started := new(date.New(2014, time.May, 2))
	had := plan.Task{ActualStart: started, Status: plan.InProgress, Remaining: new(3)}
	for row, want := range map[string]plan.Task{
		"19-06-2014;;":           {ActualStart: started, ActualFinish: new(date.New(2014, time.June, 19)), Status: plan.Done},
		"19-06-2014;afsluttet;":  {ActualStart: started, ActualFinish: new(date.New(2014, time.June, 19)), Status: plan.Done},
		"19-06-2014;afsluttet;0": {ActualStart: started, ActualFinish: new(date.New(2014, time.June, 19)), Status: plan.Done, Remaining: new(0)},
		";;2":                    {ActualStart: started, Status: plan.InProgress, Remaining: new(2)},
		";sat i bero;":           {ActualStart: started, Status: plan.OnHold, Remaining: new(3)},
	} {
		p := plan.New("Lemvig")
		p.Tasks = map[string]plan.Task{"4.14/strategi": had}
		assert.Empty(t, read(t, p, "Id;Opgave;Afsluttet;Status;Rest", "4.14/strategi;Strategi;"+row))
		assert.Equal(t, want, p.Tasks["4.14/strategi"], row)
	}
}

func TestADeadlineOfAPlaybooksTaskIsTold(t *testing.T) {
	p := plan.New("Lemvig")
	assert.Equal(t, []string{
		"DB-612 f.csv:2:3 Fristen 1. september 2015 for »Superbrugerne uddannes« (nr. 2) er ikke læst: planen har kun frister for egne opgaver.",
		"DB-618 f.csv:4:1 »Tilpas budgettet til 2014« (nr. 4) er ikke en af drejebogens opgaver og er ikke læst: rækken siger ikke mere om den.",
		"DB-601 f.csv:3:3 Fejl i filen: Frist er »vrøvl«; forventet er en dato som 15. oktober 2014, 15-10-2014 eller 2014-10-15.",
	}, read(t, p, "Opgave;Projekt;Frist", "Superbrugerne uddannes;SAPA;01-09-2015", "Superbrugerne uddannes;KY;vrøvl", "Tilpas budgettet til 2014;;"))
	assert.Empty(t, p.Tasks)
	assert.Empty(t, read(t, p, "Id;Opgave;Frist", "4.4/beslut-2014;x;15-10-2013"), "the playbook's own")
	assert.Len(t, read(t, p, "Opgave;Frist", "Bestil kaffe;15-10-2013"), 1)
	assert.Equal(t, new(date.New(2013, time.October, 15)), p.Own["own/bestil-kaffe"].Deadline, "a deadline is something to say")
}

func TestDaysWithTheMonthFirstAreTold(t *testing.T) {
	p := plan.New("Lemvig")
	assert.Subset(t, read(t, p, "Id;Opgave;Planlagt start", ";Bestil kaffe;06/07/2014", ";Bestil te;06/13/2014", ";Bestil kage;1/2/2014", ";Bestil vand;mandag i uge 23 2014"), []string{
		"DB-601 f.csv:3:3 Fejl i filen: Planlagt start er »06/13/2014«; forventet er noget entydigt; mente du 13. juni 2014?",
		"DB-620 f.csv:3:3 I kolonnen »Planlagt start« kan C3 kun læses med måneden først. C2, C4 er læst med dagen først; de kan være en anden dag.",
	})
	assert.Equal(t, "2014-06-02", p.Own["own/bestil-vand"].PlannedStart.String())
}

func TestTheTasksOfEachContractAndAddOnAreInTheSheet(t *testing.T) {
	b := book(t)
	want := sample(t, "odense.yaml")
	const id = "6.3/opsigelse@kmd-sag-arkiv"
	put := plan.Task{Duration: new(4), Note: "Skal ud"}
	want.Tasks[id] = put
	written := sheets.Write(b, want, lang.Danish)
	names := map[string]bool{}
	for _, row := range written[0].Rows {
		if name := row.Cells[1].Text + row.Cells[2].Text; strings.HasPrefix(row.Cells[0].Text, "6.3/opsigelse@") {
			assert.False(t, names[name], "nobody can tell two of %s apart", name)
			names[name] = true
		}
	}
	var file bytes.Buffer
	require.NoError(t, xlsxwriter.Write(&file, written...))
	read, faults := xlsx.Read("odense.xlsx", &file)
	got := plan.New("Odense")
	got.People = want.People
	assert.Empty(t, sheets.Read(b, got, read, faults...), "the contracts of the same file are known before the tasks")
	assert.Equal(t, put, got.Tasks[id])
	assert.Equal(t, len(want.Own), len(got.Own))
}

func TestATaskOfAContractIsFoundByItsName(t *testing.T) {
	p := sample(t, "odense.yaml")
	own := len(p.Own)
	assert.Empty(t, read(t, p, "Opgave;Varighed", "Opsig kontrakten (KMD Sag, arkivmodul);4"))
	assert.Equal(t, new(4), p.Tasks["6.3/opsigelse@kmd-sag-arkiv"].Duration)
	assert.Len(t, p.Own, own)
}

func TestEveryBadCellIsToldAtOnce(t *testing.T) {
	p := plan.New("Roskilde")
	findings := read(t, p,
		"Id;Opgave;Projekt;Varighed;Planlagt start;Status;Planlagt slutt",
		"4.10/superbrugere@sapa;x;SAPPA;0;30. februar 2015;igangg;",
		"golive@sapa;Idriftsættelse;SAPA;;;;",
		"4.10/superbrugere@ky;;;12;;;",
		"4.10/superbrugere@ky;;;13;;;",
	)
	assert.Equal(t, []string{
		"DB-604 f.csv:5:2 »4.10/superbrugere@ky« (nr. 5) er 4.10/superbrugere@ky, som allerede er læst fra en anden linje. Linjen er ikke læst.",
		"DB-601 f.csv:1:7 Fejl i filen: ukendt kolonne »Planlagt slutt«; mente du »Planlagt slut«?",
		"DB-601 f.csv:2:3 Fejl i filen: Projekt er »SAPPA«; forventet er et af drejebogens projekter eller gamle systemer; mente du »SAPA«?",
		"DB-601 f.csv:2:4 Fejl i filen: Varighed er »0«; forventet er et antal arbejdsdage fra 1 til 5.000, som 15, 15 dage eller 3 uger.",
		"DB-601 f.csv:2:5 Fejl i filen: Planlagt start er »30. februar 2015«; forventet er en dag, der findes i kalenderen.",
		"DB-601 f.csv:2:6 Fejl i filen: Status er »igangg«; forventet er en af ikke begyndt, i gang, afsluttet, sat i bero; mente du »i gang«?",
		"DB-601 f.csv:3:2 Fejl i filen: Opgave er »Idriftsættelse«; forventet er en opgave, ikke en milepæl.",
	}, findings)
	assert.Equal(t, 12, *p.Tasks["4.10/superbrugere@ky"].Duration)
}

func TestContractsOutOfKITOSAreRead(t *testing.T) {
	p := plan.New("Roskilde")
	findings := read(t, p,
		"Gyldig/Ikke gyldig;Kontrakt ID;Overordnet kontrakt;It Kontrakt;Kritikalitet;Leverandør;IT Systemer;Opsigelse (måneder);Uopsigelig til;Opsagt",
		"Gyldig;K-17;;KMD Sag hovedaftale;;KMD;KMD Sag,Acadre;6;31-12-2014;",
		"Gyldig;K-18;;;;CSC;;;;",
	)
	assert.Equal(t, []string{"DB-608 f.csv:1:3 Kolonnerne »Overordnet kontrakt«, »Kritikalitet« er ikke læst."}, findings)
	c := p.Contracts["kmd-sag-hovedaftale"]
	assert.Equal(t, "KMD Sag hovedaftale", c.Name)
	assert.Equal(t, "KMD", c.Supplier)
	assert.Equal(t, []string{"kmd-sag"}, c.Systems)
	assert.Equal(t, "System: Acadre", c.Note)
	assert.Equal(t, 6, *c.NoticeMonths)
	assert.Equal(t, date.New(2014, time.December, 31), *c.End)
	assert.Nil(t, c.NoticeGiven)
	assert.Equal(t, "K-18", p.Contracts["k-18"].Name)
}

func TestSystemsAreCounted(t *testing.T) {
	p := plan.New("Roskilde")
	assert.Empty(t, read(t, p, "IT System;Status", "KMD Sag;Aktivt", "Gammelt;Ikke aktivt"))
	assert.Equal(t, 1, p.Drivers["systems"])
	p = plan.New("Roskilde")
	assert.Empty(t, read(t, p, "It-system;Viser data i SAPA;Snitflader;I brug", "Acadre;ja;3;ja", "KMD Sag;ja;12;", "Gammelt;nej;9;nej", ";;;"))
	assert.Equal(t, map[string]int{"systems": 2, "case-systems": 2, "interfaces": 15}, p.Drivers)
}

// headsOf are the heads of an overview of KITOS: those that are read, by their names
// there, and those that are known and left out.
func headsOf(t *testing.T, form string, read ...string) []string {
	others := book(t).Words.Also("kitos/" + form)
	require.NotEmpty(t, others)
	return slices.Concat(read, others)
}

func TestEveryHeadOfKITOSIsReadOrToldInOneLine(t *testing.T) {
	for _, c := range []struct {
		form  string
		heads []string
		least int
		row   []string
	}{
		{"contracts", headsOf(t, "contracts", "IT Kontrakt", "Kontrakt ID", "Gyldig fra", "Gyldig til", "Leverandør", "IT Systemer", "Drift/år",
			"Betalingsfrekvens", "Opsigelse (måneder)", "Uopsigelig til", "Opsagt", "Gyldig/Ikke gyldig"), 39, []string{"KMD Sag", "K-1", "01-01-2014"}},
		{"contracts", []string{"Id", "IT Kontrakt Navn", "IT Kontrakt ID", "ESDH ref", "Mappe ref", "Note", "Indgået", "Uopsigeligt til", "Udløbsdato", "Kontrakten opsagt"},
			10, []string{"12", "KMD Sag", "K-1"}},
		{"contracts", []string{"Gyldig/Ikke gyldig", "KontraktID", "Overordnet kontrakt", "IT Kontrakt", "Ansv. organisationsenhed", "Leverandør",
			"Antal systemer", "Mappe ref", "Gyldig fra", "Varighed", "Gyldig til", "Option", "Opsigelse", "Uopsigelig til", "Opsagt", "Udbudsstrategi",
			"Udbuds plan"}, 17, []string{"true", "K-1", "", "KMD Sag"}},
		{"systems", headsOf(t, "systems", "IT System", "Status", "Status (Datofelter)", "Status (Livscyklus)", "Livscyklus"), 66, []string{"KMD Sag"}},
	} {
		assert.GreaterOrEqual(t, len(c.heads), c.least, c.form)
		findings := read(t, plan.New("Roskilde"), strings.Join(c.heads, ";"), strings.Join(c.row, ";"))
		require.Len(t, findings, 1, "%s: %v", c.form, findings)
		assert.Contains(t, findings[0], "DB-608 ")
	}
}

func TestAContractBindsToTheDayThatItCannotBeLeftBeforeElseToItsEnd(t *testing.T) {
	p := plan.New("Roskilde")
	assert.Empty(t, read(t, p, "IT Kontrakt;Gyldig til;Uopsigelig til", "A;31-12-2017;31-12-2015", "B;31-12-2016;", "C;;30-06-2015"))
	assert.Equal(t, date.New(2015, time.December, 31), *p.Contracts["a"].End)
	assert.Equal(t, date.New(2016, time.December, 31), *p.Contracts["b"].End)
	assert.Equal(t, date.New(2015, time.June, 30), *p.Contracts["c"].End)
}

func TestAContractThatKITOSDoesNotCallValidIsLeftOutWhereItsDatesDoNotSayOtherwise(t *testing.T) {
	p := plan.New("Roskilde")
	findings := read(t, p, "Gyldig/Ikke gyldig;IT Kontrakt;Gyldig fra;Gyldig til;Opsigelse (måneder);Opsagt",
		"Gyldig;A;;;;", ";B;;;;", "Ikke gyldig;Over;01-01-2010;31-12-2012;6;", "Ikke gyldig;Ukendt;;;;", "Ikke gyldig;Opsagt og ude;;31-12-2017;6;01-02-2013",
		"Ikke gyldig;Opsagt;;;6;01-06-2014", "ikke gyldig;Kommende;01-01-2016;;;", "Ikke gyldig;Udløber;;31-12-2014;;", "false;Gammel;;;;")
	assert.ElementsMatch(t, []string{"a", "b", "opsagt", "kommende", "udloeber"}, slices.Collect(maps.Keys(p.Contracts)))
	require.Len(t, findings, 4)
	assert.Equal(t, "DB-308 f.csv:4:1 Kontrakten »Over« (nr. 4) står som »Ikke gyldig« og er ikke læst: ingen af dens datoer siger, at den gælder endnu.", findings[0])
}

func TestHowMuchOfATaskIsDoneIsReadWhereNothingElseSaysHowFarItIs(t *testing.T) {
	p := plan.New("Roskilde")
	findings := read(t, p, "Opgave;Varighed;% færdig;Status;Afsluttet", "A;7 dage?;50%;;", "B;3;100 %;;", "C;3;0;;", "D;3;33,3;;", "E;3;0,25;;",
		"F;3;1;;", "G;3;120;;", "H;3;snart;;", "I;3;50;Sat i bero;", "J;3;90;;02-06-2014")
	var states []string
	for _, id := range slices.Sorted(maps.Keys(p.Own)) {
		state, _ := p.Own[id].Status.MarshalText()
		states = append(states, id+" "+string(state))
	}
	assert.Equal(t, []string{"own/a inProgress", "own/b done", "own/c ", "own/d inProgress", "own/e inProgress", "own/f ", "own/g ", "own/h ", "own/i onHold", "own/j "}, states)
	assert.Equal(t, 7, *p.Own["own/a"].Duration)
	for _, said := range []string{
		"DB-601 f.csv:7:3 Fejl i filen: % færdig er »1«; forventet er tallet med procenttegn, så det ses, om opgaven er færdig.", "f.csv:8:3 Fejl i filen: % færdig er »120«", "f.csv:9:3 Fejl i filen: % færdig er »snart«",
	} {
		assert.Contains(t, strings.Join(findings, "\n"), said)
	}
}

func TestNoticeIsReadInTheWordsOfTheOldOverview(t *testing.T) {
	p := plan.New("Roskilde")
	assert.Empty(t, read(t, p, "IT Kontrakt;Opsigelse", "A;6 md", "B;3 måneder", "C;"))
	assert.Equal(t, []*int{new(6), new(3), nil}, []*int{p.Contracts["a"].NoticeMonths, p.Contracts["b"].NoticeMonths, p.Contracts["c"].NoticeMonths})
}

func TestSystemsThatKITOSSaysAreNotInUseAreNotCounted(t *testing.T) {
	p := plan.New("Roskilde")
	assert.Empty(t, read(t, p, "IT System;Status (Datofelter);Status (Livscyklus);Livscyklus",
		"A;Aktivt;Aktivt;I drift", "B;Ikke aktivt;Aktivt;I drift", "C;;Ikke aktivt;", "D;;;Ikke i drift", "E;;;Under udfasning", "F;;;"))
	assert.Equal(t, 3, p.Drivers["systems"])
}

func TestARowThatSaysSomethingOfNothingIsTold(t *testing.T) {
	for head, row := range map[string]string{
		"Opgave;Varighed": ";12", "Kontrakt;Leverandør": ";KMD", "It-system;Snitflader": ";3", "Krav;Projekt;Svar;Bemærkning": ";KY;ja;x",
	} {
		findings := read(t, plan.New("Roskilde"), head, row)
		require.Len(t, findings, 1, head)
		assert.Contains(t, findings[0], " er tom; forventet er en værdi")
	}
	findings := read(t, plan.New("Roskilde"), "Krav;Projekt;Svar;Bemærkning", "migrering;KY;;x", "migrering;KSD;;")
	require.Len(t, findings, 1)
	assert.Contains(t, findings[0], "DB-601 f.csv:2:3 ")
}

func TestARowThatOnlyNamesATaskThatNobodyHasIsTold(t *testing.T) {
	p := plan.New("Roskilde")
	p.Own = map[string]plan.OwnTask{"own/bestil-borde": {Name: "Bestil borde", Task: plan.Task{Duration: new(5)}}}
	findings := read(t, p, "Id;Opgave;Projekt;Varighed", ";Bestil kaffe;;", ";bestil borde;;", ";Superbrugerne uddannes;KY;", "K7;Bestil te;;", "4.10/superbrugere@ky;;;", ";Bestil vand;;3", ";bestil vand;;")
	assert.Equal(t, []string{
		"DB-618 f.csv:2:2 »Bestil kaffe« (nr. 2) er ikke en af drejebogens opgaver og er ikke læst: rækken siger ikke mere om den.",
		"DB-618 f.csv:5:2 »Bestil te« (nr. 5) er ikke en af drejebogens opgaver og er ikke læst: rækken siger ikke mere om den.",
		"DB-602 f.csv:7:2 »Bestil vand« (nr. 7) er ikke en af drejebogens opgaver og er læst som egen opgave own/bestil-vand.",
	}, findings)
	assert.Len(t, p.Own, 2)
	assert.Equal(t, []string{"DB-619 f.csv:1:1 Arket »f.csv« har ingen rækker, der siger mere end navne."}, read(t, plan.New("Roskilde"), "Opgave;Varighed"))
}

func TestNoMoreIsReadThanAPlanHoldsAndSaidThanIsRead(t *testing.T) {
	var rows []string
	for i := range 5000 {
		rows = append(rows, fmt.Sprintf("Opgave %d;5", i))
	}
	p := plan.New("Roskilde")
	findings := read(t, p, append([]string{"Opgave;Varighed"}, rows...)...)
	assert.Len(t, p.Own, 2000)
	require.Len(t, findings, 102)
	assert.Equal(t, "DB-617 f.csv:2002:1 Fra række 2002 er arket ikke læst: planen kan højst rumme 2.000 egne opgaver.", findings[100])
	assert.Equal(t, "DB-616 f.csv:1:1 Der er 1.900 beskeder mere af samme slags (DB-602), som ikke er nævnt.", findings[101])
}

func TestAnswersAreReadByCategoryAndRequirement(t *testing.T) {
	p := plan.New("Roskilde")
	findings := read(t, p,
		"Krav;Projekt;Svar;Besvaret den;Begrundelse",
		"migrering;SAPA;i gang;;",
		"migrering/liste;SAPA;bekræftet;1. juli 2015;",
		"migrering;KY;;;",
		"migrerng;KY;ja;;",
		"migrering;KMD Sag;ja;;",
	)
	assert.Equal(t, plan.AnswerInProgress, p.Readiness["migrering@sapa"].State)
	assert.Equal(t, plan.AnswerConfirmed, p.Readiness["migrering/liste@sapa"].State)
	assert.Len(t, p.Readiness, 2)
	require.Len(t, findings, 2)
	assert.Contains(t, findings[0], "mente du »migrering«?")
	assert.Contains(t, findings[1], "Projekt er »KMD Sag«")
}

func TestASheetOfNoKnownKindIsTold(t *testing.T) {
	p := plan.New("Roskilde")
	assert.Equal(t, []string{"DB-609 f.csv:1:1 Arket »f.csv« er ikke læst: det har ikke de kolonner, der skal til."}, read(t, p, "a;b", "1;2"))
}

func TestARowWithABadCellIsNotSaidToBeRead(t *testing.T) {
	assert.Equal(t, []string{
		"DB-602 f.csv:3:1 »Bestil kaffe« (nr. 3) er ikke en af drejebogens opgaver og er læst som egen opgave own/bestil-kaffe.",
		"DB-601 f.csv:2:2 Fejl i filen: Varighed er »y«; forventet er et antal arbejdsdage fra 0 til 5.000, som 15, 15 dage eller 3 uger.",
	}, read(t, plan.New("Roskilde"), "Opgave;Varighed", "Bestil lokaler;y", "Bestil kaffe;2"))
}

func TestANoticeToAnyDayTakesThePlaceOfTheEndOfAMonth(t *testing.T) {
	p := plan.New("Lemvig")
	p.Contracts = map[string]plan.Contract{"esdh": {Name: "ESDH", NoticeTo: plan.ToMonthEnd}}
	assert.Empty(t, read(t, p, "Kontrakt;Opsigelse til", "ESDH;dagen"))
	assert.Zero(t, p.Contracts["esdh"].NoticeTo)
	assert.Empty(t, read(t, p, "Kontrakt;Opsigelse til", "ESDH;udgangen af en måned"))
	assert.Equal(t, plan.ToMonthEnd, p.Contracts["esdh"].NoticeTo)
}

func TestHowAContractIsPaidWithoutAnAmountIsFound(t *testing.T) {
	const header = "Kontrakt;Leverandør;Gammelt system;Kroner om året;Prisniveau;Betales hvert"
	for row, want := range map[string]int{
		"A;KMD;KMD Sag;;01.01.2014;":            1,
		"A;KMD;KMD Sag;;;quarter":               1,
		"A;KMD;KMD Sag;;01.01.2014;quarter":     1,
		"A;KMD;KMD Sag;much;01.01.2014;quarter": 1, // which is told of the amount that is there
		"A;KMD;KMD Sag;5;01.01.2014;quarter":    0,
		"A;KMD;KMD Sag;;;":                      0,
	} {
		findings := read(t, plan.New("Roskilde"), header, row)
		require.Len(t, findings, want, "%s: %v", row, findings)
		for _, f := range findings {
			assert.Contains(t, f, "DB-601 f.csv:2:4 ", row)
		}
	}
	p := plan.New("Roskilde")
	p.Contracts = map[string]plan.Contract{"a": {Name: "A", Payment: &plan.Payment{}}}
	assert.Empty(t, read(t, p, header, "A;KMD;KMD Sag;;01.01.2014;quarter"), "the plan has the amount")
	assert.Equal(t, plan.PaidByQuarter, p.Contracts["a"].Payment.Paid)
}

func TestAnIDStandsForItsTaskInTheColumnOfNamesAndLengthsHaveUnits(t *testing.T) {
	p := plan.New("Lemvig")
	findings := read(t, p, "Opgave;Status;Varighed;Timer",
		"4.10/superbrugere@sapa;Fuldført;;37,5", "Bestil lokaler;i gang;3 uger;12.25", "Bestil kaffe;;4 dage;", "Bestil borde;;1 måned;")
	assert.Equal(t, plan.Done, p.Tasks["4.10/superbrugere@sapa"].Status)
	assert.Equal(t, "37.5", p.Tasks["4.10/superbrugere@sapa"].Hours.Decimal().String())
	assert.Equal(t, 15, *p.Own["own/bestil-lokaler"].Duration)
	assert.Equal(t, 4, *p.Own["own/bestil-kaffe"].Duration)
	assert.Contains(t, findings, "DB-601 f.csv:5:3 Fejl i filen: Varighed er »1 måned«; forventet er et antal arbejdsdage fra 0 til 5.000, som 15, 15 dage eller 3 uger.")
}

func TestAFileThatCannotBeReadIsNotToBeMendedCellByCell(t *testing.T) {
	for kind, want := range map[strict.Kind]string{
		strict.KindUnreadable: "Gem filen på ny", strict.KindEmpty: "Gem filen på ny", strict.KindEncoding: "Gem filen på ny", strict.KindTooLarge: "Del filen",
		strict.KindBadValue: "Skriv i stedet det, der er forventet",
	} {
		assert.Contains(t, sheets.OfFault(book(t), strict.Fault{File: "f.xlsx", Kind: kind}).Remedy.DA, want, kind)
	}
}
