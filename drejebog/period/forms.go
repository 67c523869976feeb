package period

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// weekForms are other ways to write a week, and what each is brought to. They
// stand before dates in digits are, since "uge 9/10" is no day.
var weekForms = forms([][2]string{
	{`["“”„»«]`, ""}, {`(\d{4})\.$`, "${1}"}, {`(\d),? +forvent(?:et|eligt) *$`, "${1}"},
	{`(^| )(årsskiftet|vinteren|nytår) (\d\d)/(\d\d)\b`, "${1}${2} 20${3}/${4}"}, // 14/15
	{`\b(\d{4})-?w(\d{2})-1\b`, "mandag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-2\b`, "tirsdag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-3\b`, "onsdag i uge ${2} ${1}"},
	{`\b(\d{4})-?w(\d{2})-4\b`, "torsdag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-5\b`, "fredag i uge ${2} ${1}"}, {`\b(\d{4})-?w(\d{2})-6\b`, "lørdag i uge ${2} ${1}"},
	{`\b(\d{4})-?w(\d{2})-7\b`, "søndag i uge ${2} ${1}"},
	{`\b(uger?|ugerne)\.?(\d)`, "uge ${2}"},                                             // uge23
	{`\b(\d{4})(?:-?w|,? ?\buger? )(\d{1,2}(?:\s?[-–]\s?\d{1,2})?)\b`, "uge ${2} ${1}"}, // 2014-W23; 2014, uge 23-25
	{`\b(?:u\.? ?|w)(\d{1,2})\b`, "uge ${1}"},                                           // u. 23, W23
	{`\b(?:uger?|ugerne) (\d{1,2}) ?[/-] ?(\d{4})\b`, "uge ${1} ${2}"},                  // uge 23/2014
	{`\b(?:uger?|ugerne) (\d{1,2}) ?[/+&] ?(\d{1,2})\b`, "uge ${1} og ${2}"},            // uge 23/24
	{`\b(uge \d{1,2}(?: \d{4})?)/(uge|\d{1,2}\b)`, "${1} – ${2}"},                       // 2014-W23/2014-W25
	{`\b(uge \d{1,2}(?: \d{4})?),? (` + weekdayWord + `)$`, "${2} i ${1}"},              // uge 23 fredag
})

// otherForms are other ways to write the rest.
var otherForms = forms([][2]string{
	{`^n/a$`, "ukendt"},
	{`\b([qkh][1-4](?: ?\d{4})?|\d{4}-?[qkh][1-4]) ?- ?((?:\d{4}-?)?[qkh][1-4])\b`, "${1} – ${2}"},      // Q4 2014-Q1 2015
	{`\b([qkh][1-4](?: ?\d{4})?|\d{4}-?[qkh][1-4]) ?[/+&] ?((?:\d{4}-?)?[qkh][1-4])\b`, "${1} og ${2}"}, // Q3/Q4 2014
	{`\b([qkh][1-4])-(\d\d)\b`, "${1} ${2}"},                                                            // Q3-14
	{`^(\d{4}),? ` + monthWord + `\.?$`, "${2} ${1}"},                                                   // 2014 juni
	{`\b` + monthWord + `\.(\d{4})\b`, "${1} ${2}"},                                                     // 5.juni.2014
	{`\b(kvt|kv)\.? ?(\d{4})\b`, "kvartal ${2}"}, {`\b([1-4]) (kvartal|kvt\.?|halvår)`, "${1}. ${2}"},   // 3 kvt 2014
	{`\bsen(sommer|vinter)(e?n?)\b`, "sen ${1}${2}"}, {`\b(skoleåret|juleferien) (\d\d)/(\d\d)\b`, "${1} 20${2}/${3}"},
	{`(^| )(årsskiftet|vinteren|juleferien|skoleåret|nytår) (\d{4}) ?[-–] ?(\d{2}|\d{4})$`, "${1}${2} ${3}/${4}"}, // årsskiftet 2014-15
	{`\b` + monthWord + `\.?-(\d{4}|\d\d)$`, "${1} ${2}"},                                                         // maj-14, as Excel shows a month
	{`(^|[ –])(0?[1-9]|1[0-2])[/-](\d{4})($|[ –])`, "${1}${3}-${2}${4}"},                                          // 05/2014, 5-2014
	{`\b(?:dagene )?mellem jul(?:en)? (?:og|&) nytår(?:et)?\b`, "mellemdagene"},
	{`\b(\d{4})[-/ ]?([qkh])([1-4])\b`, "${2}${3} ${1}"},   // 2014-Q1, 2014 H2
	{`\b([qkh])([1-4]) ?[-/] ?(\d{4})\b`, "${1}${2} ${3}"}, // Q1/2014
	{`\b([1-4])([qh]) ?(\d{4})\b`, "${2}${1} ${3}"},        // 1Q 2014
	{`\b([1-4])([qh])(\d\d)\b`, "${2}${1} 20${3}"},         // 1Q14
	{`\b[qk]([1-4])\b`, "${1}. kvartal"},                   // Q1, K1
	{`\bh([12])\b`, "${1}. halvår"},                        // H1
	{`\b(kvartal|halvår) ([1-4])\b`, "${2}. ${1}"},         // kvartal 1
	{`\.\+`, ". – "}, // 1.+2. kvartal
	{`([^ /]) ?/ ?([a-zæøå])`, "${1} og ${2}"}, // maj/juni, december 2014/januar 2015
	{`\bult\.? `, "ultimo "}, {`\bprim\.? `, "primo "}, {`\bmed\. `, "medio "},
	{`^(.+) \(?senest\)?$`, "senest ${1}"}, {`^(.+) eller (?:senere|derefter)$`, "tidligst ${1}"}, {`^(.+) eller (?:før|tidligere)$`, "senest ${1}"},
	{`\b(\p{L}*ferie)(?:ns )?(start|begyndelse|slutning)(?:en)?\b`, "${2} ${1}n"},
	{`\bhen ?over `, "over "},
	{`\bt\.? ?o\.? ?m\.? `, "til og med "}, {`\bf\.? ?o\.? ?m\.? `, "fra og med "},
	{`\bjul(?:en)? ?(?:og|/|&|\+|–) ?nytår(?:et)?\b`, "julognytår"}, {`\bforsommer(en)?\b`, "tidlig sommer${1}"},
	{`^(?:ved |i )?årets (start|begyndelse|slutning)\b`, "${1} af året"},
	{`^op til `, "frem til "}, {`^deadline\b`, "frist"},
})

// monthWord is a month in words, in full or short.
const monthWord = `(jan|febr?|mar|apr|maj|jun|jul|aug|sept?|okt|nov|dec|januar|februar|marts|april|juni|juli|august|september|oktober|november|december)`

// partDash is a dash that is none of a range: mid-maj, slut-juni.
var partDash = regexp.MustCompile(`\b(primo|medio|ultimo|start|midt|slut|mid)-` + monthWord + `\b`)

// weekdayWord is a day of the week, in full or short.
const weekdayWord = `mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|man\.?|tirs?\.?|ons\.?|tors?\.?|fre\.?|lør\.?|søn\.?`

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
	text = listed(text)
	for _, f := range weekForms() {
		text = f.other.ReplaceAllString(text, f.plain)
	}
	text = lang.Spelled(text)
	for _, f := range otherForms() {
		text = f.other.ReplaceAllString(text, f.plain)
	}
	return text
}

// listed brings months or weeks that follow each other and are listed, "april, maj og
// juni 2014", to the first and the last of them.
func listed(text string) string {
	words := strings.Fields(text)
	for from := range words {
		items, end := []int{}, from
		for ; end < len(words); end++ {
			if n := numberOf(strings.TrimSuffix(words[end], ",")); n > 0 && (len(items) == 0 || n == items[len(items)-1]+1) {
				items = append(items, n)
				continue
			}
			if len(items) == 0 || words[end] != "og" && words[end] != "eller" {
				break
			}
		}
		if len(items) > 1 && strings.HasSuffix(words[from], ",") && !joiners[words[end-1]] {
			run := strings.TrimSuffix(words[from], ",") + " – " + strings.TrimSuffix(words[end-1], ",")
			return strings.Join(slices.Concat(words[:from], []string{run}, words[end:]), " ")
		}
	}
	return text
}

// numberOf is the number of a week, or 100 more than that of a month; 0 for neither.
func numberOf(word string) int {
	if month, ok := lang.ParseMonth(word); ok {
		return 100 + int(month)
	}
	if week, ok := number(word); ok && week <= 53 {
		return week
	}
	return 0
}
