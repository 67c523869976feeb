package requirements_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// throughCSV and throughExcel write a sheet and read it again.
func throughCSV(t testing.TB, sheet *table.Sheet) *table.Sheet {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, sheet))
	read, faults := table.ReadCSV("ark.csv", &out)
	require.Empty(t, faults)
	return read
}

func throughExcel(t testing.TB, sheet *table.Sheet) *table.Sheet {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, xlsxwriter.Write(&out, *sheet))
	sheets, faults := xlsx.Read("ark.xlsx", &out)
	require.Empty(t, faults)
	require.Len(t, sheets, 1)
	return &sheets[0]
}

// content is a list without the places that it was read from.
func content(l *requirements.List) requirements.List {
	return requirements.List{Project: l.Project, Published: l.Published, Source: l.Source, Requirements: l.Requirements}
}

func TestAListComesBackFromCSVAndExcelAsItWas(t *testing.T) {
	for _, list := range sampleLists(t) {
		for name, through := range map[string]func(testing.TB, *table.Sheet) *table.Sheet{"CSV": throughCSV, "Excel": throughExcel} {
			again, findings := requirements.FromSheet(booktest.Book(t), through(t, list.Sheet(booktest.Book(t))))
			require.NotNil(t, again, "%s: %v", name, findings)
			assert.Empty(t, findings)
			assert.Equal(t, content(&list), content(again), name)
		}
	}
}

func TestAnswersComeBackFromCSVAndExcelAsTheyWere(t *testing.T) {
	p, _ := booktest.Sample(t, "struer.yaml")
	var asked []requirements.Asked
	for _, list := range sampleLists(t) {
		for i := range list.Requirements {
			r := &list.Requirements[i]
			asked = append(asked, requirements.Asked{Requirement: r, Key: r.Key(list.Project), Responsible: r.Responsible})
		}
	}
	sheet := requirements.AnswerSheet(booktest.Book(t), asked, p.Readiness)
	for name, through := range map[string]func(testing.TB, *table.Sheet) *table.Sheet{"CSV": throughCSV, "Excel": throughExcel} {
		answers, findings := requirements.AnswersFromSheet(booktest.Book(t), through(t, sheet))
		require.Empty(t, findings, name)
		again := *p
		requirements.TakeAnswers(&again, answers)
		assert.Equal(t, p.Readiness, again.Readiness, name)
		require.NotEmpty(t, answers, name)
	}
}

func TestTheHistoryKeepsWhatTheQuestionsSaidAndTheFirstConfirmation(t *testing.T) {
	first, second := on("2015-07-20"), on("2015-09-20")
	half := map[string]plan.AnswerState{"a": plan.AnswerConfirmed}
	p := plan.New("Roskilde")
	p.Readiness = map[string]plan.Answer{
		"migrering/plan@sapa":    {State: plan.AnswerInProgress, On: &first, Questions: half},
		"test/testpersoner@sapa": {State: plan.AnswerConfirmed, On: &first},
		"test/testtid@sapa":      {State: plan.AnswerConfirmed, On: &second},
	}
	requirements.TakeAnswers(p, map[string]plan.Answer{
		"migrering/plan@sapa":    {State: plan.AnswerInProgress, On: &second, Questions: map[string]plan.AnswerState{"a": plan.AnswerConfirmed, "b": plan.AnswerConfirmed}},
		"test/testpersoner@sapa": {State: plan.AnswerConfirmed, On: &second},
		"test/testtid@sapa":      {State: plan.AnswerConfirmed, On: &first},
	})
	assert.Equal(t, []plan.EarlierAnswer{{State: plan.AnswerInProgress, On: first, Questions: half}}, p.Readiness["migrering/plan@sapa"].History)
	assert.Equal(t, []plan.EarlierAnswer{{State: plan.AnswerConfirmed, On: first}}, p.Readiness["test/testpersoner@sapa"].History)
	assert.Empty(t, p.Readiness["test/testtid@sapa"].History, "an earlier day is a correction")
}

func TestAnAnswerThatSaysSomethingElseLeavesTheOldOneInItsHistory(t *testing.T) {
	before, day := on("2015-07-01"), on("2015-08-03")
	p := plan.New("Roskilde")
	p.Readiness = map[string]plan.Answer{
		"test/testtid@sapa":      {State: plan.AnswerInProgress, By: "projektleder", On: &before},
		"test/testpersoner@sapa": {State: plan.AnswerNotStarted},
	}
	requirements.TakeAnswers(p, map[string]plan.Answer{
		"test/testtid@sapa":      {State: plan.AnswerConfirmed, On: &day},
		"test/testpersoner@sapa": {State: plan.AnswerInProgress},
		"migrering/plan@sapa":    {State: plan.AnswerInProgress},
	})
	assert.Equal(t, []plan.EarlierAnswer{{State: plan.AnswerInProgress, By: "projektleder", On: before}}, p.Readiness["test/testtid@sapa"].History)
	assert.Empty(t, p.Readiness["test/testpersoner@sapa"].History, "what has no day has no place in a history")
	assert.Len(t, p.Readiness, 3)
}

func csvOf(t testing.TB, lines ...string) *table.Sheet {
	t.Helper()
	sheet, faults := table.ReadCSV("krav.csv", strings.NewReader(strings.Join(lines, "\n")))
	require.Empty(t, faults)
	return sheet
}

func TestASheetIsReadByTheNamesThatPeopleUse(t *testing.T) {
	list, findings := requirements.FromSheet(booktest.Book(t), csvOf(t,
		"Projekt;Udmeldt;Kategori;ID;Krav;Spørgsmål;Ansvarlig;Udfører;Regnes fra;Måneder før;Dage før;Trin",
		"sagsoverblik/partskontakt;15. juni 2015;Organisation og roller;roller;Rollerne er besat;;Styregruppe;it-chef;golive;1;14;4.5/roller",
		";;;navne;;Er der sat navne på?;;;;;;",
		";;Test;;;;;;;;;",
	))
	require.NotNil(t, list, "%v", findings)
	assert.Equal(t, "sapa", list.Project)
	assert.Equal(t, "2015-06-15", list.Published.String())
	assert.Equal(t, []requirements.Requirement{{
		ID: "roller", Category: "organisation", Wording: requirements.Wording{Text: "Rollerne er besat"}, Responsible: "styregruppe", Executor: "it-chef",
		Due: &requirements.Due{Milestone: "golive", Months: 1, Days: 14}, Step: "4.5/roller",
		Questions: []requirements.Question{{ID: "navne", Wording: requirements.Wording{Text: "Er der sat navne på?"}}},
	}}, list.Requirements)
}

func TestTheTemplateIsAsItsGoldenSays(t *testing.T) {
	golden.File(t, "testdata/template.txt", golden.Written(t, func(w io.Writer) error { return requirements.WriteTemplate(w, booktest.Book(t), "sapa") }))
}

func placesOf(findings []drejebog.Finding) []string {
	var list []string
	for _, f := range findings {
		list = append(list, f.Code+" "+f.Place.String())
	}
	return list
}

func TestEveryFaultOfASheetIsToldWithItsCell(t *testing.T) {
	sheet := csvOf(t,
		"Projekt;Udmeldt;Kategori;Id;Krav;Underspørgsmål;Ansvarlig;Måneder før;Farve",
		"sappa;15. juni 2015;Tests;a;Krav A;;Projektledr;3;rød",
		";31. juni 2015;Test;B b;Krav B;;;;",
		";;Test;;;Hvor?;;;",
		";;;c;;;;;",
	)
	sheet.File, sheet.Name = "krav.xlsx", "Krav"
	list, findings := requirements.FromSheet(booktest.Book(t), sheet)
	assert.Nil(t, list)
	assert.Equal(t, []string{
		"DB-501 krav.xlsx: Krav!A2", "DB-501 krav.xlsx: Krav!C2", "DB-501 krav.xlsx: Krav!G2",
		"DB-501 krav.xlsx: Krav!B3", "DB-501 krav.xlsx: Krav!D4", "DB-501 krav.xlsx: Krav!E5",
		"DB-532 krav.xlsx: Krav!I1", "DB-504 krav.xlsx: Krav!D3",
	}, placesOf(findings))
}

func TestEveryFaultOfASheetOfAnswersIsToldWithItsCell(t *testing.T) {
	answers, findings := requirements.AnswersFromSheet(booktest.Book(t), csvOf(t,
		"Nøgle;Spørgsmål;Svar;Dato;Begrundelse;Dokumentation",
		"test/testpersoner@sapa;;bekræftet;;;Liste",
		"test/testtid@sapa;;ikke relevant;;;",
		"migrering/plan@sapa;a;bekræftet;;;",
		"migrering/plan@sapa;;måske;;;",
		"test/testtid@sapa;;i gang;;;",
		";;i gang;;;",
		"data/x@sapa;;;3. juli 2015;;",
		"migrerin/plan@sapa;bekræftet;3. juli 2015",
		"migrering/plan@sapo;bekræftet;3. juli 2015",
	))
	assert.Nil(t, answers)
	assert.Equal(t, []string{
		"DB-533 krav.csv:2:4", "DB-533 krav.csv:3:5", "DB-533 krav.csv:4:2", "DB-533 krav.csv:5:3",
		"DB-533 krav.csv:6:1", "DB-533 krav.csv:7:1", "DB-533 krav.csv:8:3", "DB-533 krav.csv:9:1", "DB-533 krav.csv:10:1",
	}, placesOf(findings))
	assert.Contains(t, findings[7].Text.DA, "migrering/plan@sapa")
	assert.Contains(t, findings[8].Text.DA, "migrering/plan@sapa")
}

func TestTheTemplateIsAnEmptyListWithItsHeaders(t *testing.T) {
	sheet := requirements.Template(booktest.Book(t), "ky")
	assert.Len(t, sheet.Rows, 1+len(booktest.Book(t).Categories))
	sheet.Rows[1].Cells[1] = table.Day(on("2015-06-15"))
	list, findings := requirements.FromSheet(booktest.Book(t), throughExcel(t, sheet))
	require.NotNil(t, list, "%v", findings)
	assert.Empty(t, list.Requirements)
	assert.Equal(t, "ky", list.Project)
}
