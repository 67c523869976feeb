package main

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// imports are the last few files that were dropped on the page. They stay in memory: what
// they say is taken over into the plan as it stands at each look.
type imports struct {
	mutex sync.Mutex
	count int
	kept  []dropped
}

type dropped struct {
	id, name string
	data     []byte
}

const keptImports = 8

func (m *imports) keep(name string, data []byte) (id string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.count++
	id = strconv.Itoa(m.count)
	m.kept = append(m.kept[max(0, len(m.kept)+1-keptImports):], dropped{id, name, data})
	return id
}

// find returns false for a file that is not kept any more.
func (m *imports) find(id string) (dropped, bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	i := slices.IndexFunc(m.kept, func(d dropped) bool { return d.id == id })
	if i < 0 {
		return dropped{}, false
	}
	return m.kept[i], true
}

// takeIn keeps a file that was dropped, and leads to the page that looks at it.
func (b *bench) takeIn(w http.ResponseWriter, r *http.Request) {
	file, head, err := r.FormFile("file")
	var data []byte
	if err == nil {
		data, err = io.ReadAll(file)
	}
	switch _, tooLarge := errors.AsType[*http.MaxBytesError](err); {
	case tooLarge:
		b.refuse(w, http.StatusRequestEntityTooLarge, b.book.Words.Say("workbench/too-large", lang.Args{"n": lang.Whole(maxBody >> 20)}))
	case err != nil:
		b.refuse(w, http.StatusBadRequest, b.book.Words.Say("workbench/no-upload", nil))
	default:
		asked := r.URL.Query()
		asked.Set("import", b.imports.keep(head.Filename, data))
		http.Redirect(w, r, "/?"+asked.Encode(), http.StatusSeeOther)
	}
}
