package table_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

var columns = []table.Column{
	{Name: table.Name{Key: "name", Text: lang.Text{DA: "Navn", EN: "Name"}}, Required: true},
	{Name: table.Name{Key: "price", Text: lang.Text{DA: "Pris pr. år", EN: "Price a year"}, Also: []string{"Årlig pris"}}},
	{Name: table.Name{Key: "end", Text: lang.Text{DA: "Slutdato", EN: "End date"}}},
	{Name: table.Name{Key: "users", Text: lang.Text{DA: "Brugere", EN: "Users"}}},
	{Name: table.Name{Key: "state", Text: lang.Text{DA: "Status", EN: "State"}}},
	{Name: table.Name{Key: "tsa", Text: lang.Text{DA: "TSA", EN: "TSA"}}},
}

var states = []table.Name{
	{Key: "notStarted", Text: lang.Text{DA: "ikke begyndt", EN: "not started"}},
	{Key: "inProgress", Text: lang.Text{DA: "i gang", EN: "in progress"}, Also: []string{"igangværende"}},
}

func danish(faults []strict.Fault) []string {
	var out []string
	for _, f := range faults {
		out = append(out, f.Place().String()+": "+drejebog.BuiltInWords().Of(f).DA)
	}
	return out
}

func TestColumnsAreFoundByTheirNamesInBothLanguages(t *testing.T) {
	for _, header := range []string{
		"Navn;Pris pr. år;Slutdato", "NAVN;årlig pris;slut-dato", "name;price a year;End Date", "Navn; Pris pr år ;SLUTDATO",
		"Systemoversigt\n\nNavn;Pris pr. år;Slutdato",
	} {
		records := table.Match(readCSV(t, header+"\nKMD Sag;1.234,50 kr.;31. december 2015\n"), columns)
		require.Len(t, records.List, 1, header)
		r := records.List[0]
		assert.Equal(t, "KMD Sag", r.Text("name"))
		assert.Equal(t, "1234.5", r.Amount("price").String())
		assert.Equal(t, "2015-12-31", r.Day("end").String())
		assert.Empty(t, records.Faults())
	}
}

func TestAHeaderThatIsAKeyOfTheProgramsIsAnothers(t *testing.T) {
	columns := []table.Column{
		{Name: table.Name{Key: "name", Text: lang.Text{DA: "It-system", EN: "IT system"}}},
		{Name: table.Name{Key: "status", Text: lang.Text{DA: "I brug", EN: "In use"}}},
	}
	records := table.Match(readCSV(t, "IT System;Status\nKMD Sag;Aktiv\n"), columns)
	require.Len(t, records.List, 1)
	assert.Nil(t, records.List[0].Yes("status"))
	assert.Empty(t, records.Faults())
	require.Len(t, records.Ignored, 1)
	assert.Equal(t, "Status", records.Ignored[0].Key)
}

func TestEveryFaultOfASheetIsToldAtOnceWithItsCell(t *testing.T) {
	sheet := readCSV(t, strings.Join([]string{
		"Navn;Pris pr. år;Slutdatto;Brugere;Status;Leverandør;Navn",
		"KMD Sag;1234.567;x;12,5;igang;KMD;b",
		";tolv;x;1.000;i gangg;;",
	}, "\n"))
	records := table.Match(sheet, columns)
	for _, r := range records.List {
		r.Need("name")
		r.Amount("price")
		r.Day("end")
		r.Whole("users", 0, 999)
		r.Word("state", states)
	}
	assert.Equal(t, []string{
		"f.csv:1:3: ukendt kolonne »Slutdatto«; mente du »Slutdato«?",
		"f.csv:1:7: kolonnen »Navn« står to gange, første gang i f.csv:1:1; slet den ene",
		"f.csv:2:2: Pris pr. år er »1234.567«; forventet er et tal, der kun kan læses på én måde; mente du 1234567 eller 1234,567?",
		"f.csv:2:4: Brugere er »12,5«; forventet er et helt tal fra 0 til 999",
		"f.csv:3:1: Navn er tom; forventet er en værdi",
		"f.csv:3:2: Pris pr. år er »tolv«; forventet er et tal som 1.234,50 med højst 15 cifre før kommaet og 10 efter",
		"f.csv:3:4: Brugere er »1.000«; forventet er et helt tal fra 0 til 999",
		"f.csv:3:5: Status er »i gangg«; forventet er en af ikke begyndt, i gang; mente du »i gang«?",
	}, danish(records.Faults()))
	assert.Equal(t, []string{
		"f.csv:1:6: ukendt kolonne »Leverandør«; her kendes: Navn, Pris pr. år, Slutdato, Brugere, Status, TSA",
	}, danish(records.Ignored))
}

func TestASheetWithoutItsRequiredColumnIsAtFault(t *testing.T) {
	records := table.Match(readCSV(t, "Pris pr. år;Status\n1;i gang\n"), columns)
	assert.Equal(t, []string{"f.csv:1:1: kolonnen »Navn« mangler; tilføj den"}, danish(records.Faults()))
	records = table.Match(readCSV(t, "a;b\n1;2\n"), columns)
	assert.Empty(t, records.List)
	assert.Len(t, records.Faults(), 1)
	empty := table.Match(&table.Sheet{File: "f.csv"}, columns)
	assert.Equal(t, []string{"f.csv:1:1: kolonnen »Navn« mangler; tilføj den"}, danish(empty.Faults()))
}

func TestDaysAreReadInEveryFormThatExportsHave(t *testing.T) {
	for text, want := range map[string]string{
		"15. oktober 2014": "2014-10-15", "15-10-2014": "2014-10-15", "15.10.2014": "2014-10-15", "15/10/2014": "2014-10-15", "2014-10-15": "2014-10-15",
		"15/10-2014": "2014-10-15", "15/10-14": "2014-10-15", "15.10.14": "2014-10-15", "onsdag den 15. oktober 2014": "2014-10-15", "15-10-14": "2014-10-15",
		"15-10-2014 08:00": "2014-10-15", "15-10-2014 00:00:00": "2014-10-15", "2014-10-15T08:00:00Z": "2014-10-15", "2014-10-15T08:00:00.000+02:00": "2014-10-15",
	} {
		records := table.Match(readCSV(t, "Navn;Slutdato\na;"+text+"\n"), columns)
		require.NotNil(t, records.List[0].Day("end"), text)
		assert.Equal(t, want, records.List[0].Day("end").String())
	}
	for text, want := range map[string]string{
		"30. februar 2014":      "Slutdato er »30. februar 2014«; forventet er en dag, der findes i kalenderen",
		"tirsdag d. 15/10-2014": "Slutdato er »tirsdag d. 15/10-2014«; forventet er en tirsdag; 15. oktober 2014 er en onsdag",
		"15-10-04":              "Slutdato er »15-10-04«; forventet er en dato som 15. oktober 2014, 15-10-2014 eller 2014-10-15",
		"15-10-2014 snart":      "Slutdato er »15-10-2014 snart«; forventet er en dato som 15. oktober 2014, 15-10-2014 eller 2014-10-15",
		"1-1-1066":              "Slutdato er »1-1-1066«; forventet er en dato i årene 1900–2199",
	} {
		records := table.Match(readCSV(t, "Navn;Slutdato\na;"+text+"\n"), columns)
		assert.Nil(t, records.List[0].Day("end"), text)
		assert.Equal(t, []string{"f.csv:2:2: " + want}, danish(records.Faults()))
	}
}

func TestEachNumberOfASheetHasOneMeaningOrIsAskedAbout(t *testing.T) {
	for text, want := range map[string][2]string{ // as an amount, as a measure
		"1.234,50": {"1234.5", "1234.5"}, "1\u00a0234,50": {"1234.5", "1234.5"}, "−12": {"-12", "-12"}, "1 500": {"1500", "1500"}, "1234.50": {"1234.5", "1234.5"},
		"1.234,50 kr.": {"1234.5", "?"}, "1.234,50 Kr": {"1234.5", "?"}, "kr. 1.500": {"1500", "?"}, "1.500,-": {"1500", "?"}, "1.234": {"1234", "?"}, "150,125": {"?", "150.125"},
	} {
		records := table.Match(readCSV(t, "Navn;Pris pr. år\na;"+text+"\n"), columns)
		read := func(number *decimal.Decimal) string {
			if number == nil {
				return "?"
			}
			return number.String()
		}
		assert.Equal(t, want, [2]string{read(records.List[0].Amount("price")), read(records.List[0].Measure("price"))}, text)
	}
	records := table.Match(readCSV(t, "Navn;Brugere\na;1.234\nb;1 234\nc;1.2345\n"), columns)
	for i := range 2 {
		require.NotNil(t, records.List[i].Whole("users", 0, 9999))
		assert.Equal(t, 1234, *records.List[i].Whole("users", 0, 9999))
	}
	assert.Nil(t, records.List[2].Whole("users", 0, 9999))
	assert.Equal(t, []string{"f.csv:4:2: Brugere er »1.2345«; forventet er et tal, der kun kan læses på én måde; mente du 12345 eller 1,2345?"}, danish(records.Faults()))
}

func TestEmptyCellsAreNil(t *testing.T) {
	records := table.Match(readCSV(t, "Navn;Pris pr. år;Slutdato;Brugere;Status\na; ; ;;\nb\n"), columns)
	for _, r := range records.List {
		assert.Nil(t, r.Amount("price"))
		assert.Nil(t, r.Day("end"))
		assert.Nil(t, r.Whole("users", 0, 9))
		assert.Nil(t, r.Yes("tsa"))
		assert.Empty(t, r.Word("state", states))
	}
	assert.True(t, records.Has("users"))
	assert.False(t, records.Has("tsa"))
	assert.Empty(t, records.Faults())
}

func TestManyFaultsEndInOneThatSaysSo(t *testing.T) {
	records := table.Match(readCSV(t, "Navn;Pris pr. år\n"+strings.Repeat("a;b\n", 5000)), columns)
	for _, r := range records.List {
		r.Amount("price")
	}
	require.Len(t, records.Faults(), 101)
	assert.Equal(t, "der er 4.900 fejl mere, som ikke er nævnt", drejebog.BuiltInWords().Of(records.Faults()[100]).DA)
}

func ExampleMatch() {
	sheet, _ := table.ReadCSV("systemer.csv", strings.NewReader("Navn;Årlig pris;TSA\nKMD Sag;1.200.000;ja\nKMD Aktiv;ukendt;nej\n"))
	records := table.Match(sheet, columns)
	for _, r := range records.List {
		fmt.Println(r.Text("name"), r.Amount("price"), *r.Yes("tsa"))
	}
	for _, fault := range records.Faults() {
		fmt.Println(fault.Place(), drejebog.BuiltInWords().Of(fault).In(lang.English))
	}
	// Output:
	// KMD Sag 1200000 true
	// KMD Aktiv <nil> false
	// systemer.csv:3:2 Årlig pris is “ukendt”; expected a number such as 1.234,50, at most 15 digits before the comma and 10 after
}

func TestANumberThatIsTooLargeIsSaidToBe(t *testing.T) {
	records := table.Match(readCSV(t, "Navn;Pris pr. år;Slutdato\nKMD Sag;1"+strings.Repeat("0", 30)+";\n"), columns)
	assert.Nil(t, records.List[0].Amount("price"))
	require.Len(t, records.Faults(), 1)
	assert.Contains(t, drejebog.BuiltInWords().Of(records.Faults()[0]).DA, "forventet er et tal som 1.234,50 med højst 15 cifre før kommaet og 10 efter")
}
