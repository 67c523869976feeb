package sheets

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// contract takes over a row of contracts. Its key is the one that the sheet
// gives where it can be one, else made of the name.
func (r *reader) contract(row table.Record) {
	name := firstOf(row.Text("name"), row.Text("key"))
	if name == "" {
		r.hasSubject(row, "name") // which tells of a row that says anything else
		return
	}
	key := row.Text("key")
	if key == "" || key != lang.Slug(key) {
		key = firstOf(lang.Slug(name), "kontrakt")
	}
	if !r.once(row, "name", "contracts/"+key) {
		return
	}
	c, known := r.plan.Contracts[key]
	if !known && r.isFull("contracts", len(r.plan.Contracts), row) {
		return
	}
	r.fill(row, r.kind("contracts"), strict.Join("contracts", key), name, reflect.ValueOf(&c).Elem(), nil)
	if expires := row.Day("expires"); row.Text("end") == "" && expires != nil {
		c.End = expires
		r.plan.TakenFrom(strict.Join(strict.Join("contracts", key), "end"), row.Place("expires"))
	}
	invalid := table.Named(r.book.Words, "not-valid", "state")
	if said := row.Text("valid"); isSaid(&invalid, said) && !isValidYet(&c, r.plan.SeenFrom(r.book)) {
		r.found("DB-308", row.Place("valid"), lang.Args{"name": lang.Both(name), "number": line(row, "name"), "said": lang.Both(said)})
		return
	}
	c.Name = lang.Kept(c.Name, name)
	put(&r.plan.Contracts, key, c)
}

// isValidYet reports whether the dates of a contract say that it is in force on a day or
// later, whatever KITOS says of the day of its export: it calls valid what has begun and
// has not ended, by its notice if that was given and else by its end (os2kitos/kitos,
// Core.DomainModel/ItContract/ItContract.cs, IsActive).
func isValidYet(c *plan.Contract, day date.Date) bool {
	if c.NoticeGiven != nil {
		ends, ok := (&plan.Contract{NoticeMonths: c.NoticeMonths, NoticeTo: c.NoticeTo}).EndsAfter(*c.NoticeGiven)
		return ok && ends >= day || *c.NoticeGiven >= day
	}
	return c.Start != nil && *c.Start > day || c.End != nil && *c.End >= day
}
