package plan

import (
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// exampleFile is a plan with an example of every key, among the data files.
const exampleFile = "skeleton/plan.yaml"

// WriteSkeleton writes a plan for a kommune to begin with: who it is, what was
// known when, the national go-lives, and every other key explained in Danish
// with an example that is commented out. Read finds nothing in it. The error
// is a *drejebog.KommuneError for a kommune that is none.
func WriteSkeleton(w io.Writer, book *drejebog.Playbook, kommune string) error {
	k, err := book.Kommune(kommune)
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(book.Files(), exampleFile)
	if err != nil {
		return fmt.Errorf("the examples of a plan cannot be read: %w", err)
	}
	s := &skeleton{checker: newChecker(book, &Plan{}, ""), examples: sections(string(text)), told: map[string]bool{}}
	s.head(k.Name)
	for _, f := range theGrammar().groups[reflect.TypeFor[Plan]()].fields {
		s.out.WriteByte('\n')
		s.explain(f.name, &f, "")
		switch f.name {
		case "kommune":
			s.out.WriteString("kommune: " + k.Name + "\n")
		case "asOf":
			s.out.WriteString("asOf: " + book.Known.String() + "\n")
		case "projects":
			s.projects()
		default:
			s.example(s.examples[f.name])
		}
	}
	_, err = io.WriteString(w, s.out.String())
	return err
}

// skeleton is a plan to begin with, as far as it is written.
type skeleton struct {
	*checker
	out      strings.Builder
	examples map[string][]string // lines of the example of each key
	told     map[string]bool     // keys that are explained wherever they stand
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
	s.comment(words.Say("plan-skeleton/title", lang.Args{"kommune": lang.Both(kommune)}).DA)
	for _, line := range []lang.Text{
		words.Say("plan-skeleton/optional", nil), words.Say("plan-skeleton/comments", nil), words.Say("plan-skeleton/dates", nil),
	} {
		s.out.WriteString("#\n")
		s.comment(line.DA)
	}
}

// projects writes the national go-lives, and what else can be said of one.
func (s *skeleton) projects() {
	s.out.WriteString("projects:\n")
	more := s.examples["projects"]
	if at := slices.IndexFunc(more, func(line string) bool { return strings.HasPrefix(line, "    goLive:") }); at >= 0 {
		more = slices.Delete(slices.Clone(more), at, at+1) // it stands already
	}
	for i := range s.nodes {
		m := s.nodes[i].Milestone
		if m == nil || m.Kind != drejebog.GoLive {
			continue
		}
		when := unknownDate
		if days, ok := s.book.DatesOf(&s.nodes[i], nil); ok {
			when = days.First.String()
		}
		s.out.WriteString("  " + s.nodes[i].Project + ":\n    goLive: " + when + "\n")
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

// explain writes what a key is for, with what it can hold, and below it the keys
// that it has. A key that is explained where its type stood before, or for every
// place, is not explained again.
func (s *skeleton) explain(path string, f *field, within string) {
	told := says(s.book, path, f).DA
	if within == "" {
		s.comment(told)
	} else if !s.told[f.words] && !s.told["*."+f.name] {
		s.comment(strings.TrimPrefix(path, within+".") + s.choices(f) + ": " + told)
		if s.told[f.words] = true; !s.book.Words.Has("plan-key/" + f.words) {
			s.told["*."+f.name] = true
		}
	}
	t := f.typ
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	g := theGrammar().groups[t]
	if g == nil {
		return
	}
	if within == "" {
		within = path
	}
	for i := range g.fields {
		s.explain(joined(path, g.fields[i].name), &g.fields[i], within)
	}
}

// fewChoices is how many words are listed behind a key.
const fewChoices = 6

// choices are the words or the bounds of a key's value, in brackets.
func (s *skeleton) choices(f *field) string {
	t := f.typ
	if t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	var words []string
	if v := s.vocabularies[f.rule.of]; v != nil && v.open == "" && len(v.words) <= fewChoices {
		words = v.words
	}
	if t.Kind() == reflect.Uint8 {
		words = wordsOf(t)
	}
	switch {
	case len(words) > 0:
		return " (" + strings.Join(words, ", ") + ")"
	case f.rule.bounded && t.Kind() == reflect.Int:
		return " (" + f.rule.least.String() + "\u2013" + f.rule.most.String() + ")"
	}
	return ""
}

// commentWidth is how wide a comment is at most, where its words allow.
const commentWidth = 80

// comment writes a text as comments.
func (s *skeleton) comment(text string) {
	line := "#"
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(line+" "+word) > commentWidth && line != "#" {
			s.out.WriteString(line + "\n")
			line = "#"
		}
		line += " " + word
	}
	s.out.WriteString(line + "\n")
}
