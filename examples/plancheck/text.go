package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness/status"
)

// writeText writes a page a plan: how it stands, and the findings by who must
// act, the worst first.
func writeText(w io.Writer, book *drejebog.Playbook, plans *status.Plans, language lang.Lang) error {
	var out strings.Builder
	for i := range plans.Plans {
		if i > 0 {
			out.WriteByte('\n')
		}
		writePlan(&out, book, &plans.Plans[i], language)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func writePlan(out *strings.Builder, book *drejebog.Playbook, r *status.Checked, language lang.Lang) {
	name := r.Kommune
	if name == "" {
		name = book.Words.Say("plancheck/unnamed", nil).In(language)
	}
	fmt.Fprintf(out, "%s (%s): %s\n", name, r.File, summary(book, r.Findings, language))
	if !r.Computed() {
		fmt.Fprintf(out, "%s\n", book.Words.Say("plancheck/unreadable", nil).In(language))
	}
	for _, actor := range actorsOf(book, r.Findings) {
		fmt.Fprintf(out, "\n%s\n", book.Words.Say("plancheck/acts", lang.Args{"who": book.Party(actor).Name}).In(language))
		for i := range r.Findings {
			if r.Findings[i].Actor == actor {
				writeFinding(out, book, &r.Findings[i], language)
			}
		}
	}
}

// summary counts the findings, the worst first: "2 fejl, 1 advarsel."
func summary(book *drejebog.Playbook, findings []drejebog.Finding, language lang.Lang) string {
	counts := map[drejebog.Severity]int{}
	for i := range findings {
		counts[findings[i].Severity]++
	}
	var parts []string
	if n := counts[drejebog.Fault]; n > 0 {
		parts = append(parts, book.Words.Say("common/errors", lang.Args{"n": lang.Whole(n)}).In(language))
	}
	if n := counts[drejebog.Warning]; n > 0 {
		parts = append(parts, book.Words.Say("common/warnings", lang.Args{"n": lang.Whole(n)}).In(language))
	}
	if n := counts[drejebog.Notice]; n > 0 {
		parts = append(parts, book.Words.Say("common/notes", lang.Args{"n": lang.Whole(n)}).In(language))
	}
	if len(parts) == 0 {
		return book.Words.Say("plancheck/nothing", nil).In(language)
	}
	return strings.Join(parts, ", ") + "."
}

// actorsOf lists who must act, in the order of the playbook's parties: the
// kommune first.
func actorsOf(book *drejebog.Playbook, findings []drejebog.Finding) []string {
	var actors []string
	for i := range book.Parties {
		id := book.Parties[i].ID
		if slices.ContainsFunc(findings, func(f drejebog.Finding) bool { return f.Actor == id }) {
			actors = append(actors, id)
		}
	}
	return actors
}

// writeFinding writes a finding on one line and, under it, what to do.
func writeFinding(out *strings.Builder, book *drejebog.Playbook, f *drejebog.Finding, language lang.Lang) {
	mark := book.Words.Key("plancheck-severity", f.Severity.String(), nil).In(language)
	fmt.Fprintf(out, "  %-8s %s  %s%s\n", mark, f.Code, f.Text.In(language), whereabouts(book, f, language))
	fmt.Fprintf(out, "  %-8s         %s\n", "", f.Remedy.In(language))
}

// whereabouts is the playbook's section and the place in the file, as far as
// there are any: " (afsnit 4.8, plan.yaml:12:5)".
func whereabouts(book *drejebog.Playbook, f *drejebog.Finding, language lang.Lang) string {
	var parts []string
	if f.Section != "" {
		parts = append(parts, book.Words.Say("common/section", lang.Args{"section": lang.Both(f.Section)}).In(language))
	}
	if f.Place.Line > 0 {
		parts = append(parts, f.Place.String())
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
