package period_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// periodTable holds a line per text: the text and its reference date, and what
// they are read as. The first two columns are the input.
const periodTable = "testdata/periods.txt"

func TestThePeriodTableHolds(t *testing.T) {
	table, err := os.ReadFile(periodTable)
	require.NoError(t, err)
	var out strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(string(table), "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			out.WriteString(line + "\n")
			continue
		}
		columns := strings.Split(line, " | ")
		require.GreaterOrEqual(t, len(columns), 2, line)
		out.WriteString(columns[0] + " | " + columns[1] + " | " + readAs(columns[0], columns[1]) + "\n")
	}
	golden.File(t, periodTable, out.String())
}

func TestWhatTheTableHoldsIsReadBackAsItIsPrinted(t *testing.T) {
	table, err := os.ReadFile(periodTable)
	require.NoError(t, err)
	for line := range strings.SplitSeq(string(table), "\n") {
		if text, rest, ok := strings.Cut(line, " | - |"); ok && !strings.Contains(rest, "cannot be read") {
			p, err := period.Parse(text)
			if assert.NoError(t, err, text) {
				checkPeriod(t, p)
				written, err := p.MarshalText()
				require.NoError(t, err, text)
				assert.Equal(t, text, string(written))
			}
		}
	}
}

func readAs(text, reference string) string {
	var p period.Period
	var err error
	if day, noReference := lang.ParseISO(reference); noReference == nil {
		p, err = period.BuiltIn().ParseAt(text, day)
	} else {
		p, err = period.Parse(text)
	}
	if err != nil {
		return drejebog.BuiltInWords().Of(err).EN
	}
	return fmt.Sprintf("%s %s %s %s | %s | %s | %s", p.Kind, p.Precision, orDash(p.First), orDash(p.Last), p, p.English(), p.EDTF())
}

func orDash(day date.Date) string {
	if day == 0 {
		return "-"
	}
	return day.String()
}

// Every time expression in the playbook, with its section, the date of the
// edition or addendum that it stands in, and its meaning: first and last day,
// or what it is counted from.
func TestEveryTimeExpressionOfThePlaybookIsRead(t *testing.T) {
	cases := []struct{ section, text, written, want string }{
		{"1", "31.05.2013", "", "2013-05-31 2013-05-31"},
		{"1", "19.06.2013", "", "2013-06-19 2013-06-19"},
		{"1", "18.09.2013", "", "2013-09-18 2013-09-18"},
		{"1", "17.10.2013", "", "2013-10-17 2013-10-17"},
		{"1", "27.11.2013", "", "2013-11-27 2013-11-27"},
		{"1", "01.05.2014", "", "2014-05-01 2014-05-01"},
		{"1", "27.06.2014", "", "2014-06-27 2014-06-27"},
		{"1", "senest den 1. juni 2014", "", "by 2014-06-01"},
		{"3", "uge 25", "2013-05-31", "2013-06-17 2013-06-23"},
		{"3", "den 15. oktober 2013", "", "2013-10-15 2013-10-15"},
		{"4.1", "i oktober 2012", "", "2012-10-01 2012-10-31"},
		{"4.1", "den 12. oktober 2012", "", "2012-10-12 2012-10-12"},
		{"4.1", "Juni 2013", "", "2013-06-01 2013-06-30"},
		{"4.1", "Fortløbende opgave", "", "ongoing"},
		{"4.2", "i slutningen af 2012", "", "2012-10-01 2012-12-31"},
		{"4.2", "den 1. maj 2014", "", "2014-05-01 2014-05-01"},
		{"4.2", "Med udgangen af april 2014", "", "2014-04-30 2014-04-30"},
		{"4.2", "den 25. juni 2014", "", "2014-06-25 2014-06-25"},
		{"4.3", "ultimo 2012", "", "2012-12-21 2012-12-31"},
		{"4.3", "i marts 2014", "", "2014-03-01 2014-03-31"},
		{"4.4", "i 2014", "", "2014-01-01 2014-12-31"},
		{"4.4", "den 19. juni 2013", "", "2013-06-19 2013-06-19"},
		{"4.4", "umiddelbart efter indgåelsen af økonomiaftalen for 2014", "", "umiddelbart after indgåelsen af økonomiaftalen for 2014"},
		{"4.4", "Uge 25 (2013)", "", "2013-06-17 2013-06-23"},
		{"4.4", "15. oktober 2013", "", "2013-10-15 2013-10-15"},
		{"4.4", "i den første halvdel af maj måned 2014", "", "2014-05-01 2014-05-15"},
		{"4.4", "Maj 2014", "", "2014-05-01 2014-05-31"},
		{"4.4", "15. oktober 2014", "", "2014-10-15 2014-10-15"},
		{"4.5", "senest ved årets udgang", "2013-05-31", "by 2013-12-31"},
		{"4.5", "efter sommerferien", "2013-05-31", "2013-08-12 2013-09-30"},
		{"4.5", "senest ved udgangen af 2013", "", "by 2013-12-31"},
		{"4.5", "December 2013", "", "2013-12-01 2013-12-31"},
		{"4.5", "den 27. november 2013", "", "2013-11-27 2013-11-27"},
		{"4.5", "inden udgangen af 2013", "", "by 2013-12-31"},
		{"4.6", "2014", "", "2014-01-01 2014-12-31"},
		{"4.6", "2015", "", "2015-01-01 2015-12-31"},
		{"4.7", "Januar 2015", "", "2015-01-01 2015-01-31"},
		{"4.7", "Oktober 2015", "", "2015-10-01 2015-10-31"},
		{"4.8", "Efter udviklingsperioden", "", "after udviklingsperioden"},
		{"4.8", "i tilpas tid inden selve implementeringen i kommunerne", "", "tids nok before selve implementeringen i kommunerne"},
		{"4.8", "Minimum seks måneder før implementeringen i kommunerne", "", "at least 6 months before implementeringen i kommunerne"},
		{"4.8", "Minimum tre måneder før implementeringen af en løsning", "", "at least 3 months before implementeringen af en løsning"},
		{"4.8", "ca. tre måneder før implementeringen af løsningen", "", "ca. tre måneder 3 months before implementeringen af løsningen"},
		{"4.8", "April 2015", "", "2015-04-01 2015-04-30"},
		{"4.9", "den 1. januar 2007", "", "2007-01-01 2007-01-01"},
		{"4.9", "Juni 2015", "", "2015-06-01 2015-06-30"},
		{"4.10", "tids nok", "", "tids nok before "},
		{"4.10", "tre måneder før systemets idriftsættelse", "", "3 months before systemets idriftsættelse"},
		{"4.10", "kort før idriftsættelsen", "", "kort before idriftsættelsen"},
		{"4.10", "August 2015", "", "2015-08-01 2015-08-31"},
		{"4.10", "December 2015", "", "2015-12-01 2015-12-31"},
		{"4.11", "Ved årsskiftet 2013/14", "", "2013-12-31 2014-01-01"},
		{"4.11", "den 25. september 2013", "", "2013-09-25 2013-09-25"},
		{"4.11", "senest den 22. oktober 2013", "", "by 2013-10-22"},
		{"4.11", "fra 1. januar 2014", "", "from 2014-01-01"},
		{"4.11", "September 2013", "", "2013-09-01 2013-09-30"},
		{"4.11", "22. oktober 2013", "", "2013-10-22 2013-10-22"},
		{"4.12", "Løbende", "", "ongoing"},
		{"4.13", "medio maj 2014", "", "2014-05-11 2014-05-20"},
		{"4.13", "Oktober 2014", "", "2014-10-01 2014-10-31"},
		{"4.13", "i juni", "2014-06-25", "2014-06-01 2014-06-30"},
		{"4.14", "December 2014", "", "2014-12-01 2014-12-31"},
		{"4.15", "FRIST 1. JUNI 2014", "", "by 2014-06-01"},
		{"4.15", "i april måned", "2014-05-01", "2014-04-01 2014-04-30"},
		{"4.15", "frem til sommerferien", "2014-05-01", "by 2014-06-29"},
		{"4.15", "i løbet af 2014 og 2015", "", "2014-01-01 2015-12-31"},
		{"4.15", "ultimo 2015", "", "2015-12-21 2015-12-31"},
		{"4.15", "I løbet af efteråret", "2014-05-01", "2014-09-01 2014-11-30"},
		{"4.15", "1. juni 2014", "", "2014-06-01 2014-06-01"},
		{"5.1", "i tredje eller fjerde kvartal 2013", "", "2013-07-01 2013-12-31"},
		{"5.2", "nogle uger før idriftsættelsen af det nye system", "", "nogle uger before idriftsættelsen af det nye system"},
		{"5.2", "tidligere i processen", "", "unknown"},
		{"5.2", "Juli 2015", "", "2015-07-01 2015-07-31"},
		{"5.3", "umiddelbart før idriftsættelsen af løsningen", "", "umiddelbart before idriftsættelsen af løsningen"},
		{"5.3", "forud for idriftsættelsen", "", "before idriftsættelsen"},
		{"5.3", "November 2015", "", "2015-11-01 2015-11-30"},
		{"5.4", "nogle uger efter idriftsættelsen af løsningen", "", "nogle uger after idriftsættelsen af løsningen"},
		{"5.4", "Januar 2016", "", "2016-01-01 2016-01-31"},
		{"5.4", "Februar 2016", "", "2016-02-01 2016-02-29"},
		{"5.5", "Løbende opgaver", "", "ongoing"},
		{"6.1", "ultimo 2013", "", "2013-12-21 2013-12-31"},
		{"6.1", "den 26. marts 2013", "", "2013-03-26 2013-03-26"},
		{"6.2", "i andet halvår af 2013", "", "2013-07-01 2013-12-31"},
		{"6.2", "inden sommerferien 2014", "", "by 2014-06-29"},
		{"6.3", "Oktober 2013", "", "2013-10-01 2013-10-31"},
		{"6.4", "2013", "", "2013-01-01 2013-12-31"},
		{"6.4", "inden implementeringen af den nye løsning", "", "before implementeringen af den nye løsning"},
		{"6.6", "vides endnu ikke", "", "unknown"},
		{"6.6", "den 11. april", "2014-05-01", "2014-04-11 2014-04-11"},
		{"6.6", "maj 2014", "", "2014-05-01 2014-05-31"},
		{"6.6", "juni 2014", "", "2014-06-01 2014-06-30"},
		{"6.6", "løbende", "", "ongoing"},
		{"7.2.1", "ved udgangen af 3. kvartal 2014", "", "2014-09-30 2014-09-30"},
	}
	for _, c := range cases {
		var p period.Period
		var err error
		if c.written == "" {
			p, err = period.Parse(c.text)
		} else {
			_, missing := period.Parse(c.text)
			assert.Error(t, missing, "%s needs a reference date", c.text)
			day, bad := lang.ParseISO(c.written)
			require.NoError(t, bad)
			p, err = period.BuiltIn().ParseAt(c.text, day)
		}
		if assert.NoError(t, err, "%s: %s", c.section, c.text) {
			assert.Equal(t, c.want, meaning(p), "%s: %s", c.section, c.text)
		}
	}
}

// meaning says in one line what a period means.
func meaning(p period.Period) string {
	switch p.Kind {
	case period.Closed:
		return p.First.String() + " " + p.Last.String()
	case period.OpenStart:
		return "by " + p.Last.String()
	case period.OpenEnd:
		if p.First == 0 {
			return "ongoing"
		}
		return "from " + p.First.String()
	case period.Relative:
		return relativeMeaning(*p.Relative)
	}
	return p.Kind.String()
}

func relativeMeaning(r period.Distance) string {
	var words []string
	if r.AtLeast {
		words = append(words, "at least")
	}
	if r.Vague != "" {
		words = append(words, r.Vague)
	}
	if r.Count > 0 {
		words = append(words, fmt.Sprint(r.Count), map[period.Unit]string{period.Days: "days", period.Weeks: "weeks", period.Months: "months"}[r.Unit])
	}
	side := "after"
	if r.Before {
		side = "before"
	}
	return strings.Join(append(words, side, r.Event), " ")
}

func TestAPeriodErrorSaysWhatAndWhere(t *testing.T) {
	cases := []struct{ text, part, danish, english string }{
		{"30. februar 2014", "30. februar 2014", "en dag i kalenderen; februar 2014 har 28 dage", "a day of the calendar; February 2014 has 28 days"},
		{"maj 2014 – 31. juni 2014", "31. juni 2014", "en dag i kalenderen; juni 2014 har 30 dage", "a day of the calendar; June 2014 has 30 days"},
		{"31. april – 2. maj 2014", "31. april 2014", "en dag i kalenderen; april 2014 har 30 dage", "a day of the calendar; April 2014 has 30 days"},
		{"uge 53 2014", "uge 53 2014", "en uge fra 1 til 52 i 2014", "a week from 1 to 52 in 2014"},
		{"uge 54 2015", "uge 54 2015", "en uge fra 1 til 53 i 2015", "a week from 1 to 53 in 2015"},
		{"13. kvartal", "13. kvartal", "et kvartal fra 1 til 4", "a quarter from 1 to 4"},
		{"tredje halvår 2013", "tredje halvår", "første eller anden halvdel, som i første halvår 2013", "a first or second half, as in første halvår 2013"},
		{"2014-13", "2014-13", "en måned til og med 12; mente du uge 13 2014?", "a month up to 12; did you mean week 13 of 2014?"},
		{"2014-53", "2014-53", "en måned fra 1 til 12", "a month from 1 to 12"},
		{"tirsdag den 2. juni 2014", "tirsdag den 2. juni 2014", "en tirsdag; 2. juni 2014 er en mandag", "a Tuesday; 2 June 2014 is a Monday"},
		{"jul 2014", "jul 2014", "noget entydigt: skriv juli eller julen", "something clear: write juli for the month or julen for the feast"},
		{"15.13.2014", "15.13.2014", "en måned fra 1 til 12", "a month from 1 to 12"},
		{"maj 1814", "1814", "et år fra 1900 til 2199", "a year from 1900 to 2199"},
		{"senest uge 25", "uge 25", "en periode med årstal, som i maj 2014", "a period with its year, as in maj 2014"},
		{"vinteren", "vinteren", "en vinter med begge årstal, som i vinteren 2013/14", "a winter with both years, as in vinteren 2013/14"},
		{"vinteren 2014", "vinteren 2014", "noget entydigt; mente du vinteren 2013/14 eller vinteren 2014/15?", "something clear; did you mean vinteren 2013/14 or vinteren 2014/15?"},
		{"inden nytår 2014", "nytår 2014", "noget entydigt; mente du årsskiftet 2013/14 eller årsskiftet 2014/15?", "something clear; did you mean årsskiftet 2013/14 or årsskiftet 2014/15?"},
		{"vinterferien 2015", "vinterferien 2015", "noget entydigt; mente du uge 7 2015 eller uge 8 2015?", "something clear; did you mean uge 7 2015 or uge 8 2015?"},
		{"juni 14", "juni 14", "noget entydigt; mente du juni 2014?", "something clear; did you mean juni 2014?"},
		{"15. oktober 13", "15. oktober 13", "noget entydigt; mente du 15. oktober 2013?", "something clear; did you mean 15. oktober 2013?"},
		{"uge 23-14", "uge 23–14", "noget entydigt; mente du uge 23 2014?", "something clear; did you mean uge 23 2014?"},
		{"06/13/2014", "06/13/2014", "noget entydigt; mente du 13. juni 2014?", "something clear; did you mean 13. juni 2014?"},
		{"årsskiftet 2013/15", "2013/15", "to år i træk, som i 2013/14", "two years in a row, as in 2013/14"},
		{"0 uger før idriftsættelsen", "0 uger", "en længde fra 1 til 999, som i tre måneder før", "a length from 1 to 999, as in tre måneder før"},
		{"2015 – 2014", "2015–2014", "en periode, der slutter efter, at den begynder; skriv årstal på begge ender", "a period that ends after it begins; write the year at both ends"},
		{strings.Repeat("a", 300), strings.Repeat("a", 200) + "…", "en kort angivelse af en periode", "a short indication of a period"},
	}
	for _, c := range cases {
		_, err := period.Parse(c.text)
		var fault *period.Error
		if assert.ErrorAs(t, err, &fault, c.text) {
			assert.Equal(t, c.part, fault.Part, c.text)
			words := drejebog.BuiltInWords()
			assert.Equal(t, lang.Text{DA: c.danish, EN: c.english}, words.Of(fault.Expects()), c.text)
			assert.Contains(t, words.Of(fault).DA, "»"+fault.Part+"« er ikke "+c.danish)
		}
	}
}

func TestWhatIsNoPeriodIsRefused(t *testing.T) {
	for _, text := range []string{
		"", " ", "–", "maj", "x", "maj 14", "maj 20145", "32", "1. maj juni 2014", "uge", "uge x 2014", "ugentlig 2014", "medio", "medio 1. halvår 2014",
		"udgangen af", "udgangen af udgangen af 2014", "senest", "senest senest 2014", "fra", "2014 –", "– 2014", "maj – juni – juli 2014",
		"efter 30. februar 2014", "inden uge 53 2014", "2014/15", "15/2014", "15.10", "15.10.03", "tirsdag den 2. juni 2014", "mandag", "mandag i juni 2014", "jul 2014", "fra jul 2014", "udgangen af jul 2014", "1.2.3.2014", "kvartal 2014", "q5 2014", "nogle uger",
		"frem til", "og", "maj og", "før", "efter", "efter xyz", "２０１４", "maj 2014\x00", "1900-01-01 – 2199-12-32", "inden 1900", "efter 2199", "medio i går",
	} {
		_, err := period.Parse(text)
		assert.Error(t, err, "%q", text)
	}
}

func TestAPeriodKeepsItsTextThroughMarshalling(t *testing.T) {
	p, err := period.Parse("  Uge 25   (2013) ")
	require.NoError(t, err)
	text, err := p.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "Uge 25 (2013)", string(text))

	dated, err := period.BuiltIn().ParseAt("Uge 25", date.New(2013, time.May, 31))
	require.NoError(t, err)
	text, err = dated.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "uge 25 2013", string(text), "away from its reference date the text needs its year")

	_, err = period.Period{}.MarshalText()
	assert.Error(t, err, "the zero value is no period")
}

func TestClosedTellsWhatCanBeAnEnd(t *testing.T) {
	for text, want := range map[string]bool{
		"maj 2014": true, "senest 1. juni 2014": true, "fra 1. juni 2014": false, "løbende": false, "ukendt": false, "kort før idriftsættelsen": false,
	} {
		p, err := period.Parse(text)
		require.NoError(t, err)
		assert.Equal(t, want, p.Closed(), text)
	}
}

// somePeriod draws a text of any form that can be read without a reference
// date.
func somePeriod(t *rapid.T) string {
	year := func(label string) int { return rapid.IntRange(1901, 2198).Draw(t, label) }
	pick := func(label string, words ...string) string { return rapid.SampledFrom(words).Draw(t, label) }
	month := func() string {
		return pick("month", "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december", "okt.", "sept")
	}
	simple := func(label string) string {
		y := year(label)
		switch rapid.IntRange(0, 16).Draw(t, label+" form") {
		case 0:
			return fmt.Sprintf("%d. %s %d", rapid.IntRange(1, 28).Draw(t, "day"), month(), y)
		case 1:
			return fmt.Sprintf("uge %d %d", rapid.IntRange(1, 52).Draw(t, "week"), y)
		case 2:
			return fmt.Sprintf("%s %s %d", pick("third", "primo", "medio", "ultimo", "slutningen af"), month(), y)
		case 3:
			return fmt.Sprintf("%s halvdel af %s %d", pick("half", "første", "anden", "2."), month(), y)
		case 4:
			return fmt.Sprintf("%s %d", month(), y)
		case 5:
			return fmt.Sprintf("%s kvartal %d", pick("quarter", "1.", "andet", "tredje", "4."), y)
		case 6:
			return fmt.Sprintf("%s halvår %d", pick("half", "første", "andet"), y)
		case 7:
			return fmt.Sprintf("%s %d", pick("season", "foråret", "sommeren", "efteråret", "sommerferien"), y)
		case 8:
			return fmt.Sprintf("%s %d/%02d", pick("pair", "vinteren", "årsskiftet"), y, (y+1)%100)
		case 9:
			return fmt.Sprintf("%s %d", pick("part", "primo", "medio", "ultimo", "begyndelsen af", "midten af", "slutningen af", "udgangen af"), y)
		case 10:
			return fmt.Sprintf("udgangen af %s %d", month(), y)
		case 11:
			return fmt.Sprintf("%04d-%02d-%02d", y, rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 28).Draw(t, "d"))
		case 12:
			return fmt.Sprintf("%s uge %d %d", pick("part", "start", "midt i", "ultimo"), rapid.IntRange(1, 52).Draw(t, "week"), y)
		case 13:
			return fmt.Sprintf("%s %s i %s %d", pick("nth", "første", "2.", "tredje", "sidste"), pick("weekday", "mandag", "fredag"), month(), y)
		case 14:
			return fmt.Sprintf("%s %s %d", pick("part", "tidligt", "midt på", "primo", "slutningen af"), pick("season", "forår", "sommeren", "efteråret"), y)
		case 15:
			return fmt.Sprintf("%s %d", pick("feast", "juleferien", "skolestart", "industriferien", "2. juledag", "påskeugen"), y)
		default:
			return fmt.Sprint(y)
		}
	}
	switch rapid.IntRange(0, 6).Draw(t, "form") {
	case 0:
		return pick("open", "senest", "inden", "frem til", "fra", "efter", "senest ved") + " " + simple("year")
	case 1:
		y := year("year")
		if pick("joined", "dash", "og") == "og" {
			return fmt.Sprintf("december %d og januar %d", y, y+1) // what lies apart is asked about
		}
		return fmt.Sprintf("%s %d %s %s %d", month(), y, pick("dash", "–", "-", "til"), month(), y+1)
	case 2:
		return "primo " + month() + " 1950 – " + fmt.Sprint(rapid.IntRange(1951, 2198).Draw(t, "until"))
	case 3:
		return pick("length", "nogle uger", "kort", "umiddelbart", "ca. tre måneder", "mindst 14 dage", "én uge", "tids nok", "2 mdr.") + " " +
			pick("side", "før", "efter", "inden") + pick("event", "", " idriftsættelsen", " indgåelsen af A-aftalen – del 2")
	case 4:
		return pick("fixed", "løbende", "Fortløbende (opgave)", "ukendt", "efter idriftsættelsen")
	case 5:
		return "ca. " + simple("year")
	default:
		return simple("year")
	}
}

func TestWhatAPeriodPrintsIsReadAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := somePeriod(t)
		p, err := period.Parse(text)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		checkPeriod(t, p)
		loud, err := period.Parse("  " + strings.ReplaceAll(strings.ToUpper(text), " ", "   "))
		if err != nil || loud.Kind != p.Kind || loud.First != p.First || loud.Last != p.Last {
			t.Fatalf("%q in capitals and with spaces: %v, %v", text, loud, err)
		}
	})
}

// checkPeriod holds what is true of every period that was read.
func checkPeriod(t interface{ Fatalf(string, ...any) }, p period.Period) {
	printed := p.String()
	again, err := period.Parse(printed)
	if err != nil {
		t.Fatalf("%q prints %q: %v", p.Text, printed, err)
	}
	if !again.Same(p) || again.String() != printed {
		t.Fatalf("%q prints %q, which is read as %+v, not %+v", p.Text, printed, again, p)
	}
	if p.English() == "" {
		t.Fatalf("%q has no English", p.Text)
	}
	if p.Kind == period.Closed && p.First > p.Last {
		t.Fatalf("%q ends before it begins", p.Text)
	}
	if p.Kind == period.Relative {
		return
	}
	edtf, err := period.Parse(p.EDTF())
	if err != nil {
		t.Fatalf("%q is %q in EDTF: %v", p.Text, p.EDTF(), err)
	}
	if edtf.Kind != p.Kind || edtf.First != p.First || edtf.Last != p.Last {
		t.Fatalf("%q is %q in EDTF, which is read as %+v", p.Text, p.EDTF(), edtf)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"1/6-15/6-2014", "2014-W23/2014-W25", "inden jul 2014", "mandag – fredag i uge 23 2014", "dec.-jan. 2014/15", "2014Q1", "Uge 25 (2013)", "medio maj 2014 – oktober 2014", "senest ved udgangen af 2013", "ca. tre måneder før idriftsættelsen"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := period.Parse(text); err == nil {
			checkPeriod(t, p)
		}
		if p, err := period.BuiltIn().ParseAt(text, date.New(2014, time.May, 1)); err == nil {
			checkPeriod(t, p)
		}
	})
}

func ExampleParse() {
	p, err := period.Parse("medio maj 2014 – oktober 2014")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.First, p.Last, p.EDTF(), p.English())
	// Output: 2014-05-11 2014-10-31 2014-05-11/2014-10 mid-May 2014 – October 2014
}

func ExampleError() {
	_, err := period.Parse("uge 53 2014")
	fmt.Println(drejebog.BuiltInWords().Of(err).In(lang.English))
	// Output: the period “uge 53 2014” cannot be read: “uge 53 2014” is not a week from 1 to 52 in 2014
}
