package main

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// bench is what all requests share; of it only the imports change.
type bench struct {
	book          *drejebog.Playbook
	contributions []estimate.Contribution
	lists         []requirements.List
	language      lang.Lang
	Files         []file
	imports       imports
	now           func() time.Time // stamps a calendar, so that it takes the place of an earlier one
}

func newBench(plans []string, language lang.Lang, now func() time.Time) (b *bench, err error) {
	b = &bench{language: language, now: now, Files: make([]file, len(plans))}
	if b.book, err = drejebog.Load(); err != nil {
		return nil, err
	}
	if b.contributions, err = estimate.Reference(); err != nil {
		return nil, err
	}
	for i, path := range plans {
		if b.Files[i], err = openFile(path); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// handler answers for each address of the program.
func (b *bench) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", b.showPage)
	mux.HandleFunc("GET /version", b.tellVersion)
	mux.HandleFunc("GET /file/{of}/{form}", b.handOut)
	mux.HandleFunc("POST /import", b.takeIn)
	return mux
}

// tellVersion is what the page asks again and again, to look anew when a file changes.
func (b *bench) tellVersion(w http.ResponseWriter, r *http.Request) {
	file := &b.Files[b.chosen(r.URL.Query())]
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{"version": file.version()}) // else who asked is gone
}

// refuse says in one line why there is nothing to see.
func (b *bench) refuse(w http.ResponseWriter, status int, why lang.Text) {
	http.Error(w, lang.OneLine(why.In(b.language)), status)
}
