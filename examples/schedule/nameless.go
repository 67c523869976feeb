package main

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// nameless calls those who work by what they are and a number, wherever the file has
// their names as words of a text that is written.
func nameless(p *mspdi.Project, person string) {
	by := map[string]string{}
	call := func(name string) {
		if name != "" && by[name] == "" {
			by[name] = person + " " + strconv.Itoa(len(by)+1)
		}
	}
	for i := range p.Resources {
		call(p.Resources[i].Name)
	}
	for i := range p.Tasks {
		call(p.Tasks[i].Contact)
	}
	longer := slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	without := func(text *string) {
		for _, name := range longer {
			*text = lang.ReplaceWord(*text, name, by[name])
		}
	}
	without(&p.Name)
	without(&p.Title)
	for i := range p.Tasks {
		without(&p.Tasks[i].Name)
	}
	for i := range p.Calendars {
		without(&p.Calendars[i].Name)
	}
}
