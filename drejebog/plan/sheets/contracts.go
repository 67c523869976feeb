package sheets

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

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
	r.fill(row, r.kind("contracts"), name, reflect.ValueOf(&c).Elem(), nil)
	c.Name = name
	put(&r.plan.Contracts, key, c)
}
