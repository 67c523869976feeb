package sheets

import (
	"reflect"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// answer takes over a row of answers. The requirement is a category, by id or
// name, or a category and a requirement with a slash between; its key in the
// plan has the project behind it.
func (r *reader) answer(row table.Record) {
	if !r.hasSubject(row, "requirement") || row.Text("state") == "" && !r.saysMore(row, "requirement", "project") {
		return
	}
	if !row.Need("state") {
		return
	}
	requirement, ok := r.requirement(row)
	project := r.match.Scope(row.Text("project"))
	if r.book.Project(project) == nil {
		row.Refuse("project", strict.Part{Kind: "sheets/a-project"}, r.scopes()...)
		return
	}
	var stated plan.Answer
	r.fill(row, r.kind("answers"), "", "", reflect.ValueOf(&stated).Elem(), func(key string) bool { return key == "state" })
	if !ok || stated.State == 0 {
		return
	}
	key := requirement + "@" + project
	if !r.once(row, "requirement", key) {
		return
	}
	a, known := r.plan.Readiness[key]
	if !known && r.isFull("readiness", len(r.plan.Readiness), row) {
		return
	}
	a.State = stated.State
	path := strict.Join("readiness", key)
	r.plan.TakenFrom(strict.Join(path, "state"), row.Place("state"))
	r.fill(row, r.kind("answers"), path, row.Text("requirement"), reflect.ValueOf(&a).Elem(), func(key string) bool { return key != "state" })
	put(&r.plan.Readiness, key, a)
}

// requirement returns the id of a category, with that of the requirement.
func (r *reader) requirement(row table.Record) (string, bool) {
	text := row.Text("requirement")
	word, rest, within := strings.Cut(text, "/")
	word = strings.TrimSpace(word)
	var names []string
	for i := range r.book.Categories {
		c := &r.book.Categories[i]
		names = append(names, c.ID, c.Name.DA)
		if !strings.EqualFold(word, c.ID) && !strings.EqualFold(word, c.Name.DA) && !strings.EqualFold(word, c.Name.EN) {
			continue
		}
		if rest = strings.TrimSpace(rest); !within {
			return c.ID, true
		}
		if lang.Slug(rest) == rest && rest != "" {
			return c.ID + "/" + rest, true
		}
	}
	row.Refuse("requirement", strict.Part{Kind: "sheets/a-requirement"}, names...)
	return "", false
}
