package period

import (
	"regexp"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// weekForms are other ways to write a week, and what each is brought to. They
// stand before dates in digits are, since "uge 9/10" is no day.
var weekForms = forms([][2]string{
	{`\b(\d{4})-?w(\d{2})-1\b`, "mandag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-2\b`, "tirsdag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-3\b`, "onsdag i uge ${2} ${1}"},
	{`\b(\d{4})-?w(\d{2})-4\b`, "torsdag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-5\b`, "fredag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-6\b`, "lørdag i uge ${2} ${1}"},
	{`\b(\d{4})-?w(\d{2})-7\b`, "søndag i uge ${2} ${1}"},
	{`\b(uger?|ugerne)\.?(\d)`, "uge ${2}"},                                             // uge23
	{`\b(\d{4})(?:-?w|,? ?\buger? )(\d{1,2}(?:\s?[-–]\s?\d{1,2})?)\b`, "uge ${2} ${1}"}, // 2014-W23; 2014, uge 23-25
	{`\b(?:u\.? ?|w)(\d{1,2})\b`, "uge ${1}"},                                           // u. 23, W23
	{`\b(?:uger?|ugerne) (\d{1,2}) ?[/-] ?(\d{4})\b`, "uge ${1} ${2}"},                  // uge 23/2014
	{`\b(?:uger?|ugerne) (\d{1,2}) ?[/+&] ?(\d{1,2})\b`, "uge ${1} – ${2}"},             // uge 23/24
	{`\b(uge \d{1,2}(?: \d{4})?)/(uge|\d{1,2}\b)`, "${1} – ${2}"},                       // 2014-W23/2014-W25
})

// otherForms are other ways to write the rest.
var otherForms = forms([][2]string{
	{`^n/a$`, "ukendt"},
	{`\b(\d{4})[-/ ]?([qkh])([1-4])\b`, "${2}${3} ${1}"},   // 2014-Q1, 2014 H2
	{`\b([qkh])([1-4]) ?[-/] ?(\d{4})\b`, "${1}${2} ${3}"}, // Q1/2014
	{`\b([1-4])([qh]) ?(\d{4})\b`, "${2}${1} ${3}"},        // 1Q 2014
	{`\b([1-4])([qh])(\d\d)\b`, "${2}${1} 20${3}"},         // 1Q14
	{`\b[qk]([1-4])\b`, "${1}. kvartal"},                   // Q1, K1
	{`\bh([12])\b`, "${1}. halvår"},                        // H1
	{`\b(kvartal|halvår) ([1-4])\b`, "${2}. ${1}"},         // kvartal 1
	{`\.\+`, ". – "},                                       // 1.+2. kvartal
	{`([^ /]) ?/ ?([a-zæøå])`, "${1} – ${2}"},              // maj/juni, december 2014/januar 2015
	{`\bult\.? `, "ultimo "}, {`\bprim\.? `, "primo "},
	{`\bt\.? ?o\.? ?m\.? `, "til og med "}, {`\bf\.? ?o\.? ?m\.? `, "fra og med "},
	{`^op til `, "frem til "}, {`^deadline\b`, "frist"},
})

// form is a way to write something and what it is brought to.
type form struct {
	other *regexp.Regexp
	plain string
}

// forms compiles ways to write when they are first needed: most texts have none.
func forms(pairs [][2]string) func() []form {
	return sync.OnceValue(func() []form {
		out := make([]form, len(pairs))
		for i, pair := range pairs {
			out[i] = form{regexp.MustCompile(pair[0]), pair[1]}
		}
		return out
	})
}

// plain brings a text of lower-case letters to the forms that the grammar knows.
func plain(text string) string {
	for _, f := range weekForms() {
		text = f.other.ReplaceAllString(text, f.plain)
	}
	text = lang.Spelled(text)
	for _, f := range otherForms() {
		text = f.other.ReplaceAllString(text, f.plain)
	}
	return text
}
