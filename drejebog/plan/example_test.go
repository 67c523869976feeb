package plan_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// A kommune's plan says what the kommune knows; the rest is the playbook's.
func ExampleRead() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, findings := plan.Read(book, "roskilde.yaml", strings.NewReader(`
kommune: Roskilde
projects:
  sapa: {goLive: 2016-02-01}
drivers:
  users@sapa: 900
tasks:
  5.1/as-is@sapa: {duration: 25}
`))
	fmt.Println(len(findings), "findings")
	fmt.Println("SAPA goes live on", p.Projects["sapa"].GoLive.Date)
	fmt.Println(*p.Tasks["5.1/as-is@sapa"].Duration, "working days for the as-is survey")
	// Output:
	// 0 findings
	// SAPA goes live on 2016-02-01
	// 25 working days for the as-is survey
}

// Every fault comes at once, with its place and what to do.
func ExampleRead_findings() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, findings := plan.Read(book, "roskilde.yaml", strings.NewReader(`kommune: Roskild
projects:
  sapa: {goLive: 2016-02-30}
tasks:
  4.10/superbruger@sapa: {duration: 5}
`))
	for _, f := range findings {
		fmt.Println(f.Place, f.Code, f.Text.DA, f.Remedy.DA)
	}
	fmt.Println("a plan to compute with:", p != nil)
	// Output:
	// roskilde.yaml:1:10 DB-002 Ingen kommune har koden eller navnet »Roskild«. Skriv navnet eller den firecifrede kode. Mente du »Roskilde«?
	// roskilde.yaml:3:18 DB-011 Noget i planen kan ikke bruges: projects.sapa.goLive er »2016-02-30«; forventet er en dag, der findes i kalenderen. Skriv en anden værdi, eller slet linjen, hvis den ikke kendes.
	// roskilde.yaml:5:3 DB-001 Planen nævner opgaven »4.10/superbruger@sapa«, som drejebogen ikke har. Ret nøglen. Mente du »4.10/superbrugere@sapa«?
	// a plan to compute with: false
}

// What cannot be used is told and left out; the rest is computed with.
func ExamplePlan_Usable() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "roskilde.yaml", strings.NewReader(`kommune: Roskilde
drivers: {users@sapa: 900, contracts: mange}
tasks:
  4.10/superbruger@sapa: {duration: 5}
  5.1/as-is@sapa: {duration: 25}
`))
	usable, findings := p.Usable(book)
	for _, f := range findings {
		fmt.Println(f.Place, f.Code, f.Severity)
	}
	fmt.Println(len(usable.Drivers), "driver,", len(usable.Tasks), "task")
	// Output:
	// roskilde.yaml:2:39 DB-011 error
	// roskilde.yaml:4:3 DB-001 error
	// 1 driver, 1 task
}

// One task of a plan is read as strictly as the whole: for a PATCH.
func ExampleTask_UnmarshalJSON() {
	task := plan.Task{Note: "as it was"}
	err := json.Unmarshal([]byte(`{"duration": 25, "durations": 3}`), &task)
	fmt.Println(err != nil, task.Note)
	err = json.Unmarshal([]byte(`{"duration": 25, "plannedStart": "2014-08-01"}`), &task)
	fmt.Println(err, *task.Duration, task.PlannedStart)
	// Output:
	// true as it was
	// <nil> 25 2014-08-01
}

// The place of a key lets later findings point into the file.
func ExamplePlan_Where() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "roskilde.yaml", strings.NewReader("kommune: Roskilde\ntasks:\n  4.1/overblik:\n    duration: 30\n"))
	place, ok := p.Where(`tasks["4.1/overblik"].duration`)
	fmt.Println(place, ok)
	// Output: roskilde.yaml:4:15 true
}

// A program that has only the kommune's name needs no file.
func ExampleNew() {
	p := plan.New("Roskilde")
	fmt.Println(p.Kommune, p.Local())
	// Output: Roskilde false
}

// A server changes one task: what is sent is read into the task, checked in the plan,
// and written into the plan's own document.
func ExampleTask_UnmarshalJSON_patch() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	document := []byte("kommune: Roskilde\ntasks:\n  5.1/as-is@sapa: {duration: 25, note: Haster} # aftalt\n")
	patch := func(w http.ResponseWriter, r *http.Request) {
		p, _ := plan.Read(book, "roskilde.yaml", bytes.NewReader(document))
		path, id := strict.Join("tasks", r.PathValue("id")), r.PathValue("id")
		task := p.Tasks[id]
		if err := json.NewDecoder(r.Body).Decode(&task); err != nil {
			w.WriteHeader(http.StatusUnprocessableEntity)
			for _, f := range plan.FindingsOf(book, err) {
				fmt.Fprintln(w, f.Code, f.Subject)
			}
			return
		}
		changed, err := plan.Edit(document, path, task)
		if err != nil {
			http.Error(w, book.Words.Of(err).DA, http.StatusConflict)
			return
		}
		if _, findings := plan.Read(book, "roskilde.yaml", bytes.NewReader(changed)); drejebog.HasFault(findings) {
			http.Error(w, findings[0].Text.DA, http.StatusUnprocessableEntity)
			return
		}
		document = changed
	}
	mux := http.NewServeMux()
	mux.HandleFunc("PATCH /tasks/{id...}", patch)
	for _, body := range []string{`{"duration": 30}`, `{"durration": 30, "hours": -1}`} {
		answer := httptest.NewRecorder()
		mux.ServeHTTP(answer, httptest.NewRequest(http.MethodPatch, "/tasks/5.1/as-is@sapa", strings.NewReader(body)))
		fmt.Print(answer.Code, "\n", answer.Body)
	}
	fmt.Print(string(document))
	// Output:
	// 200
	// 422
	// DB-011 durration
	// DB-011 hours
	// kommune: Roskilde
	// tasks:
	//   5.1/as-is@sapa: {duration: 30, note: Haster} # aftalt
}
