package sheets

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// maxNoticeMonths bounds a notice: ten years.
const maxNoticeMonths = 120

// contract takes over a row of contracts. Its key is the one that the sheet
// gives where it can be one, else made of the name.
func (r *reader) contract(row table.Record) {
	name := firstOf(row.Text("name"), row.Text("key"))
	if name == "" {
		row.Need("name")
		return
	}
	key := row.Text("key")
	if key == "" || key != plan.Slug(key) {
		key = firstOf(plan.Slug(name), "kontrakt")
	}
	if !r.once(row, "name", "contracts/"+key) {
		return
	}
	c := r.plan.Contracts[key]
	c.Name = name
	setText(&c.Supplier, row.Text("supplier"))
	setText(&c.SpecialTerms, row.Text("specialTerms"))
	setText(&c.Note, row.Text("note"))
	set(&c.Start, row.Day("start"))
	set(&c.End, row.Day("end"))
	set(&c.NoticeGiven, row.Day("noticeGiven"))
	set(&c.NoticeMonths, row.Whole("noticeMonths", 0, maxNoticeMonths))
	if yes := row.Yes("nonTSA"); yes != nil {
		c.NonTSA = *yes
	}
	switch word := row.Word("noticeTo", noticeWords(r.book.Words)); word {
	case "":
	case anyDay:
		c.NoticeTo = 0
	default:
		_ = c.NoticeTo.UnmarshalText([]byte(word)) // the words are its names
	}
	r.legacySystem(row.Text("system"), &c)
	put(&r.plan.Contracts, key, c)
}

// legacySystem finds the first of the playbook's legacy systems in a list of
// names. The others, which the plan has no place for, stand in the note.
func (r *reader) legacySystem(names string, c *plan.Contract) {
	var others []string
	for name := range strings.FieldsFuncSeq(names, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		name = strings.TrimSpace(name)
		if system := r.book.System(r.match.Scope(name)); system != nil && (c.System == "" || c.System == system.ID) {
			c.System = system.ID
		} else if name != "" {
			others = append(others, name)
		}
	}
	if len(others) > 0 {
		remark(&c.Note, r.book.Words.Say("sheet-note/systems", lang.Args{"names": lang.Both(strings.Join(others, ", "))}))
	}
}
