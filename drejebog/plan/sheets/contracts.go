package sheets

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// contract takes over a row of contracts. Its key is the one that the sheet
// gives where it can be one, else made of the name.
func (r *reader) contract(row table.Record) {
	name := firstOf(row.Text("name"), row.Text("key"))
	if name == "" {
		r.hasSubject(row, "name")
		return
	}
	key := row.Text("key")
	if key == "" || key != plan.Slug(key) {
		key = firstOf(plan.Slug(name), "kontrakt")
	}
	if !r.once(row, "name", "contracts/"+key) {
		return
	}
	c, known := r.plan.Contracts[key]
	if !known && r.isFull("contracts", len(r.plan.Contracts), row) {
		return
	}
	c.Name = name
	setText(&c.Supplier, row.Text("supplier"))
	setText(&c.SpecialTerms, row.Text("specialTerms"))
	setText(&c.Note, row.Text("note"))
	set(&c.Start, row.Day("start"))
	set(&c.End, cmp.Or(row.Day("end"), row.Day("expires")))
	set(&c.NoticeGiven, row.Day("noticeGiven"))
	set(&c.NoticeMonths, numberOf(row, "contracts", "noticeMonths"))
	r.payment(row, &c)
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
	r.legacySystems(row.Text("system"), &c)
	put(&r.plan.Contracts, key, c)
}

// payment takes over what a row says of a contract's payment. Without an amount
// there is none, and a row that says how it is paid lacks it.
func (r *reader) payment(row table.Record, c *plan.Contract) {
	amount, level := row.Amount("amount"), row.Day("priceLevel")
	paid := row.Word("paid", paidWords(r.book.Words))
	if amount == nil && c.Payment == nil {
		if level != nil || paid != "" {
			row.Need("amount")
		}
		return
	}
	var payment plan.Payment
	if c.Payment != nil {
		payment = *c.Payment
	}
	if amount != nil {
		payment.Amount = drejebog.NewKroner(*amount)
	}
	set(&payment.PriceLevel, level)
	if paid != "" {
		_ = payment.Paid.UnmarshalText([]byte(paid)) // the words are its names
	}
	c.Payment = &payment
}

// legacySystems finds the playbook's legacy systems in a list of names: where there
// are any, they are those that the contract is for. Other systems stand in the
// note.
func (r *reader) legacySystems(names string, c *plan.Contract) {
	var known, others []string
	for name := range strings.FieldsFuncSeq(names, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		name = strings.TrimSpace(name)
		system := r.book.System(r.match.Scope(name))
		switch {
		case system != nil && !slices.Contains(known, system.ID):
			known = append(known, system.ID)
		case system == nil && name != "":
			others = append(others, name)
		}
	}
	if len(known) > 0 {
		c.Systems = known
	}
	if len(others) > 0 {
		remark(&c.Note, r.book.Words.Say("sheet-note/systems", lang.Args{"names": lang.Both(strings.Join(others, ", "))}))
	}
}
