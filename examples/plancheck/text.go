package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// What the page says beside the findings.
var (
	nothing    = lang.Text{DA: "Intet at bemærke.", EN: "Nothing to remark."}
	unreadable = lang.Text{
		DA: "Planen kan ikke regnes igennem, før fejlene er rettet.",
		EN: "The plan cannot be computed until the errors are mended.",
	}
	unnamed = lang.Text{DA: "Plan", EN: "Plan"}
	acts    = lang.Text{DA: "Skal handle: ", EN: "Must act: "}
	section = lang.Text{DA: "afsnit ", EN: "section "}
)

// severities are the words for one, for several, and before a finding; the
// worst first.
var severities = [...]struct {
	of              drejebog.Severity
	one, many, mark lang.Text
}{
	{drejebog.Fault, lang.Text{DA: "fejl", EN: "error"}, lang.Text{DA: "fejl", EN: "errors"}, lang.Text{DA: "FEJL", EN: "ERROR"}},
	{drejebog.Warning, lang.Text{DA: "advarsel", EN: "warning"}, lang.Text{DA: "advarsler", EN: "warnings"}, lang.Text{DA: "ADVARSEL", EN: "WARNING"}},
	{drejebog.Notice, lang.Text{DA: "bemærkning", EN: "note"}, lang.Text{DA: "bemærkninger", EN: "notes"}, lang.Text{DA: "BEMÆRK", EN: "NOTE"}},
}

// writeText writes a page a plan: how it stands, and the findings by who must
// act, the worst first.
func writeText(w io.Writer, book *drejebog.Playbook, results []checked, language lang.Lang) error {
	var out strings.Builder
	for i := range results {
		if i > 0 {
			out.WriteByte('\n')
		}
		writePlan(&out, book, &results[i], language)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func writePlan(out *strings.Builder, book *drejebog.Playbook, r *checked, language lang.Lang) {
	name := r.kommune
	if name == "" {
		name = unnamed.In(language)
	}
	fmt.Fprintf(out, "%s (%s): %s\n", name, r.file, summary(r.findings, language))
	if !r.readable {
		fmt.Fprintf(out, "%s\n", unreadable.In(language))
	}
	for _, actor := range actorsOf(book, r.findings) {
		fmt.Fprintf(out, "\n%s%s\n", acts.In(language), actorName(book, actor, language))
		for i := range r.findings {
			if r.findings[i].Actor == actor {
				writeFinding(out, &r.findings[i], language)
			}
		}
	}
}

// summary counts the findings: "2 fejl, 1 advarsel".
func summary(findings []drejebog.Finding, language lang.Lang) string {
	var parts []string
	for _, severity := range severities {
		n := 0
		for i := range findings {
			if findings[i].Severity == severity.of {
				n++
			}
		}
		switch n {
		case 0:
		case 1:
			parts = append(parts, "1 "+severity.one.In(language))
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, severity.many.In(language)))
		}
	}
	if len(parts) == 0 {
		return nothing.In(language)
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

func actorName(book *drejebog.Playbook, id string, language lang.Lang) string {
	return book.Party(id).Name.In(language)
}

// writeFinding writes a finding on one line and, under it, what to do.
func writeFinding(out *strings.Builder, f *drejebog.Finding, language lang.Lang) {
	mark := ""
	for _, severity := range severities {
		if severity.of == f.Severity {
			mark = severity.mark.In(language)
		}
	}
	fmt.Fprintf(out, "  %-8s %s  %s%s\n", mark, f.Code, f.Text.In(language), whereabouts(f, language))
	fmt.Fprintf(out, "  %-8s         %s\n", "", f.Remedy.In(language))
}

// whereabouts is the playbook's section and the place in the file, as far as
// there are any: " (afsnit 4.8, plan.yaml:12:5)".
func whereabouts(f *drejebog.Finding, language lang.Lang) string {
	var parts []string
	if f.Section != "" {
		parts = append(parts, section.In(language)+f.Section)
	}
	if f.Place.Line > 0 {
		parts = append(parts, f.Place.String())
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
