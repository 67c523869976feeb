package plan

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Nameless returns a copy of a plan in which people are called by the first of their
// roles, in a language: as ids, as names, where the plan's entries name them, and where
// a text has somebody's name in it as words. With it comes what was found with the plan,
// when it was read or when a file was taken over into it, told in the same way; whom only
// that file knows is nobody. What is computed from the copy has nobody's name in
// it, and the dates and amounts of the plan. It is for what is written for others: the
// document that the plan was read from still has the names (Edit, Rewrite).
func (p *Plan) Nameless(book *drejebog.Playbook, language lang.Lang, found ...drejebog.Finding) (*Plan, []drejebog.Finding) {
	if p == nil || book == nil {
		return p.Clone(), found
	}
	n := namer{plan: p, book: book, ids: map[string]string{}, names: map[string]string{}}
	n.call(language)
	copied := p.Clone()
	copied.renamed = map[string]string{}
	people := map[string]Person{}
	for id, person := range copied.People {
		person.Name = n.names[cmp.Or(person.Name, id)]
		people[n.ids[id]] = person
		copied.renamed[strict.Join("people", n.ids[id])] = strict.Join("people", id)
	}
	if copied.People != nil {
		copied.People = people
	}
	whole := reflect.ValueOf(copied).Elem()
	eachText(whole, nil, n.reference)
	n.strangers(found)
	n.sort()
	eachText(whole, nil, n.text)
	copied.told = n.findings(p.told)
	return copied, n.findings(found)
}

// strangers are those whom a file names and nobody knows: what is written in a note.
func (n *namer) strangers(found []drejebog.Finding) {
	for i := range found {
		if f := &found[i]; f.Code == "DB-607" {
			n.names[lang.Written(f.Data["id"]).DA] = unknownPerson
		}
	}
}

func (n *namer) findings(all []drejebog.Finding) (told []drejebog.Finding) {
	for i := range all {
		told = append(told, n.finding(&all[i]))
	}
	return told
}

// namer calls the people of a plan by their roles.
type namer struct {
	plan   *Plan
	book   *drejebog.Playbook
	ids    map[string]string // of people, by those that they had
	names  map[string]string // what stands for a name
	longer []string          // the names, those that hold others first
}

// call finds what to call everybody: the role, with a number where several people have
// the same as their first.
func (n *namer) call(language lang.Lang) {
	met, all := map[string]int{}, map[string]int{}
	first := func(id string) string {
		for _, held := range n.plan.People[id].Roles {
			if role, _, _ := strings.Cut(held, "@"); n.book.Role(role) != nil {
				return role
			}
		}
		return "person"
	}
	for id := range n.plan.People {
		all[first(id)]++
	}
	for _, id := range sortedKeys(n.plan.People) {
		role := first(id)
		met[role]++
		name := n.book.Words.Say("common/person", nil)
		if known := n.book.Role(role); known != nil {
			name = known.Name
		}
		called := name.In(language)
		if all[role] > 1 {
			called += " " + strconv.Itoa(met[role])
		}
		n.ids[id] = role + "-" + strconv.Itoa(met[role])
		n.names[cmp.Or(n.plan.People[id].Name, id)] = called
	}
}

// reference is what stands where a person, a role or a party is named. Who is none of
// them is nobody that a reader has to know.
func (n *namer) reference(tag *grammar.Tag, text string) string {
	if tag.Of != "person" && tag.Of != "executor" || text == "" {
		return text
	}
	who := n.plan.Executor(n.book, text)
	switch id, ok := n.ids[who]; {
	case ok:
		return id
	case who != "":
		return text
	}
	n.names[text] = unknownPerson
	return unknownPerson
}

// unknownPerson stands for who is named and is none of the plan's people.
const unknownPerson = "?"

// sort puts names that hold others first.
func (n *namer) sort() {
	n.longer = slices.SortedFunc(maps.Keys(n.names), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// text is a text for people without names; one of a vocabulary stays.
func (n *namer) text(tag *grammar.Tag, text string) string {
	if tag.Of != "" {
		return text
	}
	return n.without(text)
}

// without replaces names that stand as words in a text.
func (n *namer) without(text string) string {
	for _, name := range n.longer {
		text = lang.ReplaceWord(text, name, n.names[name])
	}
	return text
}

// finding is a finding of the reader without names: in what fills its places, in its
// texts, and in the path that it is about.
func (n *namer) finding(f *drejebog.Finding) drejebog.Finding {
	told := *f
	told.Subject = n.path(f.Subject)
	said := func(text string) string {
		for _, id := range sortedKeys(n.ids) {
			by := n.ids[id]
			text = lang.ReplaceWord(text, strict.Join("people", id), strict.Join("people", by))
			text = lang.ReplaceWord(text, "»"+id+"«", "»"+by+"«")
			text = lang.ReplaceWord(text, "“"+id+"”", "“"+by+"”")
		}
		return n.without(text)
	}
	both := func(text lang.Text) lang.Text {
		text.DA, text.EN = said(text.DA), said(text.EN)
		return text
	}
	told.Text, told.Remedy = both(f.Text), both(f.Remedy)
	told.Data = maps.Clone(f.Data)
	for key, value := range told.Data {
		if value == nil {
			continue
		}
		was := lang.Written(value)
		is := both(was)
		if id, ok := n.ids[was.DA]; ok {
			is = lang.Both(id)
		}
		if is != was {
			told.Data[key] = is
		}
	}
	told.Cause = nil // it has the value that was read
	return told
}

// path is a path of the plan as the copy has it.
func (n *namer) path(path string) string {
	for id, by := range n.ids {
		if below, ok := below(path, strict.Join("people", id)); ok {
			return strict.Join("people", by) + below
		}
	}
	return path
}

// below is what of a path lies below another.
func below(path, holder string) (string, bool) {
	rest, ok := strings.CutPrefix(path, holder)
	return rest, ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// eachText gives every text of a plan, which can be set, the one that becomes of it by
// the tag of its key.
func eachText(v reflect.Value, tag *grammar.Tag, become func(tag *grammar.Tag, text string) string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), tag, become)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), tag, become)
		}
	case reflect.Map:
		for entry := v.MapRange(); entry.Next(); {
			changed := reflect.New(v.Type().Elem()).Elem()
			changed.Set(entry.Value())
			eachText(changed, tag, become)
			v.SetMapIndex(entry.Key(), changed)
		}
	case reflect.Struct:
		object := theGrammar().Object(v.Type())
		if object == nil {
			return // read from one value
		}
		for i := range object.Fields {
			eachText(object.Fields[i].In(v), &object.Fields[i].Tag, become)
		}
	case reflect.String:
		if tag != nil && v.CanSet() {
			v.SetString(become(tag, v.String()))
		}
	}
}
