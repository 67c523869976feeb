package page_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestAPageSpeaksItsLanguage(t *testing.T) {
	day := date.New(2014, 10, 15)
	dag, dage := lang.Text{DA: "dag", EN: "day"}, lang.Text{DA: "dage", EN: "days"}
	for language, want := range map[lang.Lang][]string{
		"":           {"15. oktober 2014", "15.10.2014", "1 dag", "1.250 dage", "\nFRISTER\n"},
		lang.Danish:  {"15. oktober 2014", "15.10.2014", "1 dag", "1.250 dage", "\nFRISTER\n"},
		lang.English: {"15 October 2014", "2014-10-15", "1 day", "1,250 days", "\nDEADLINES\n"},
	} {
		p := page.New(language)
		p.Heading("Frister", "Deadlines")
		assert.Equal(t, want, []string{p.Day(day), p.ShortDay(day), p.Count(1, dag, dage), p.Count(1250, dag, dage), p.String()})
	}
}

func TestAParagraphBreaksAtThePagesWidthAndHangsBehindItsMark(t *testing.T) {
	p := page.New("")
	p.Paragraph("  - ", strings.Repeat("æøå ", 40))
	lines := strings.Split(strings.TrimSuffix(p.String(), "\n"), "\n")
	assert.Len(t, lines, 2)
	assert.Equal(t, "  - "+strings.TrimSpace(strings.Repeat("æøå ", 24)), lines[0])
	assert.Equal(t, "    "+strings.TrimSpace(strings.Repeat("æøå ", 16)), lines[1])
}

func TestATableFitsItsCells(t *testing.T) {
	p := page.New("")
	p.Table(page.Table{
		Indent:  2,
		Columns: []page.Column{{Head: "opgave"}, {Head: "slæk", Right: true}, {Head: "senest"}},
		Rows:    [][]string{{"Læg strategien", "7", "1. oktober"}, {"Bekræft", "1.040"}},
	})
	assert.Equal(t, ""+
		"  opgave           slæk  senest\n"+
		"  Læg strategien      7  1. oktober\n"+
		"  Bekræft         1.040\n", p.String())
}

func TestAColumnThatWrapsGoesOnBelow(t *testing.T) {
	p := page.New("")
	p.Table(page.Table{
		Columns: []page.Column{{}, {Wrap: true}, {Right: true}},
		Rows:    [][]string{{"1. juli", strings.Repeat("ord ", 30), "12"}},
	})
	assert.Equal(t, ""+
		"1. juli  "+strings.Repeat("ord ", 21)+"ord  12\n"+
		"         "+strings.TrimSpace(strings.Repeat("ord ", 8))+"\n", p.String())
}

func TestNoLineIsTooWideAndNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zæøå\n\x1b]{0,12}`)
		cell := rapid.Map(rapid.SliceOfN(word, 0, 20), func(words []string) string { return strings.Join(words, " ") })
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 3, 3), 0, 5).Draw(t, "rows")
		p := page.New("")
		p.Table(page.Table{Columns: []page.Column{{Wrap: true}, {Wrap: true, Right: true}, {Wrap: true}}, Rows: rows})
		blank := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
		words := func(text string) []string { return strings.FieldsFunc(text, blank) }
		written := 0
		for _, row := range rows {
			for _, cell := range row {
				written += len(words(cell))
			}
		}
		assert.Len(t, words(p.String()), written)
		for line := range strings.Lines(p.String()) {
			line = strings.TrimSuffix(line, "\n")
			assert.LessOrEqual(t, utf8.RuneCountInString(line), page.Width)
			assert.Equal(t, strings.TrimRight(line, " "), line)
		}
	})
}

func TestALongWordKeepsItsColumn(t *testing.T) {
	p := page.New(lang.Danish)
	wide := strings.Repeat("x", 70)
	p.Table(page.Table{Columns: []page.Column{{Wrap: true}, {}}, Rows: [][]string{
		{"Parathedsanalyse/-måling", wide}, {"noget, der fylder mere end der er plads til her", "y"}, {strings.Repeat("u", 45), "z"},
	}})
	assert.Equal(t, "Parathedsanalyse/-måling        "+wide+"\n"+
		"noget, der fylder mere end der  y\n"+
		"er plads til her\n"+
		"uuuuuuuuuuuuuuuuuuuuuuuuuuuuuu  z\n"+
		"uuuuuuuuuuuuuuu\n", p.String())
}
