package sheets

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
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
	c.Name = lang.Kept(c.Name, name)
	put(&r.plan.Contracts, key, c)
}
