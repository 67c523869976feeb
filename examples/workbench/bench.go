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
	files         files
	imports       imports
	now           func() time.Time // stamps a calendar, so that it takes the place of an earlier one
}

// handler answers for each address of the program. All but the imports is read.
func (b *bench) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", b.showPage)
	mux.HandleFunc("GET /version", b.tellVersion)
	mux.HandleFunc("GET /file/{of}/{form}", b.download)
	mux.HandleFunc("POST /import", b.take)
	return mux
}

// tellVersion is what the page asks again and again, to look anew when a file changes.
func (b *bench) tellVersion(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	file := &b.files[b.chosen(r.URL.Query())-1]
	_ = json.NewEncoder(w).Encode(map[string]string{"version": file.version()}) // else who asked is gone
}

// refuse says in one line why there is no page.
func (b *bench) refuse(w http.ResponseWriter, status int, why lang.Text) {
	http.Error(w, lang.OneLine(why.In(b.language)), status)
}
