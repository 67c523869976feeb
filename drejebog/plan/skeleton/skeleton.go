package skeleton

import (
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
)

// exampleFile is a plan with an example of every key, among the data files.
const exampleFile = "skeleton/plan.yaml"

// Write writes a plan for a kommune to begin with: who it is, what was
// known when, the national go-lives, and every other key explained in Danish
// with an example that is commented out. plan.Read finds nothing in it. The error
// is a *drejebog.KommuneError for a kommune that is none.
func Write(w io.Writer, book *drejebog.Playbook, kommune string) error {
	k, err := book.Kommune(kommune)
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(book.Files(), exampleFile)
	if err != nil {
		return fmt.Errorf("the examples of a plan cannot be read: %w", err)
	}
	s := &skeleton{book: book, examples: sections(string(text))}
	words, told := plan.Words(book), map[string]bool{}
	s.head(k.Name)
	for _, f := range plan.Grammar().Object(reflect.TypeFor[plan.Plan]()).Fields {
		s.out.WriteByte('\n')
		s.out.WriteString(plan.Grammar().Explained(words, &f, told))
		switch f.Name {
		case "kommune":
			s.out.WriteString("kommune: " + k.Name + "\n")
		case "asOf":
			s.out.WriteString("asOf: " + book.Known.String() + "\n")
		case "projects":
			s.projects()
		default:
			s.example(s.examples[f.Name])
		}
	}
	_, err = io.WriteString(w, s.out.String())
	return err
}

// skeleton is a plan to begin with, as far as it is written.
type skeleton struct {
	book     *drejebog.Playbook
	out      strings.Builder
	examples map[string][]string // lines of the example of each key
}

// sections are the lines of each top-level key of a document in block style.
func sections(text string) map[string][]string {
	of, key := map[string][]string{}, ""
	for line := range strings.Lines(text) {
		if first, _, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "#") {
			key = first
		}
		if key != "" {
			of[key] = append(of[key], strings.TrimSuffix(line, "\n"))
		}
	}
	return of
}

func (s *skeleton) head(kommune string) {
	words := s.book.Words
	grammar.Comment(&s.out, words.Say("plan-skeleton/title", lang.Args{"kommune": lang.Both(kommune)}).DA)
	for _, line := range []lang.Text{
		words.Say("plan-skeleton/optional", nil), words.Say("plan-skeleton/comments", nil), words.Say("plan-skeleton/dates", nil),
	} {
		s.out.WriteString("#\n")
		grammar.Comment(&s.out, line.DA)
	}
}

// projects writes the national go-lives, and what else can be said of one.
func (s *skeleton) projects() {
	s.out.WriteString("projects:\n")
	more := s.examples["projects"]
	if at := slices.IndexFunc(more, func(line string) bool { return strings.HasPrefix(line, "    goLive:") }); at >= 0 {
		more = slices.Delete(slices.Clone(more), at, at+1) // it stands already
	}
	nodes, _ := s.book.Network()
	for i := range nodes {
		m := nodes[i].Milestone
		if m == nil || m.Kind != drejebog.GoLive {
			continue
		}
		when := lang.NotKnown().DA
		if days, ok := s.book.DatesOf(&nodes[i], nil); ok {
			when = days.First.String()
		}
		s.out.WriteString("  " + nodes[i].Project + ":\n    goLive: " + when + "\n")
		if len(more) > 2 { // the mapping and the project stand already
			s.example(more[2:])
			more = nil
		}
	}
}

// example writes lines commented out.
func (s *skeleton) example(lines []string) {
	for _, line := range lines {
		s.out.WriteString("#" + line + "\n")
	}
}
