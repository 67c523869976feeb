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

// imports are the files that were dropped on the page, the last few of them. They stay
// in memory: what they say is taken over anew into the plan as it stands on each look.
type imports struct {
	mutex sync.Mutex
	count int
	kept  []imported
}

type imported struct {
	id   string
	name string
	data []byte
}

const keptImports = 8

func (m *imports) keep(name string, data []byte) (id string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.count++
	id = strconv.Itoa(m.count)
	m.kept = append(m.kept, imported{id, name, data})
	m.kept = m.kept[max(0, len(m.kept)-keptImports):]
	return id
}

// find returns nil for one that is not kept any more.
func (m *imports) find(id string) *imported {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if i := slices.IndexFunc(m.kept, func(one imported) bool { return one.id == id }); i >= 0 {
		found := m.kept[i]
		return &found
	}
	return nil
}

// take keeps a file that was dropped, and leads to the page that looks at it.
func (b *bench) take(w http.ResponseWriter, r *http.Request) {
	dropped, head, err := r.FormFile("file")
	var data []byte
	if err == nil {
		data, err = io.ReadAll(dropped)
	}
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		b.refuse(w, http.StatusRequestEntityTooLarge, b.book.Words.Say("workbench/too-large", lang.Args{"n": lang.Whole(maxBody >> 20)}))
		return
	}
	if err != nil {
		b.refuse(w, http.StatusBadRequest, b.book.Words.Say("workbench/no-upload", nil))
		return
	}
	asked := r.URL.Query()
	asked.Set("import", b.imports.keep(head.Filename, data))
	http.Redirect(w, r, "/?"+asked.Encode(), http.StatusSeeOther)
}
