package document

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// WriteMarkdown writes the document as Markdown (CommonMark, with the tables of
// GitHub). Every mark that a text holds is escaped, so that it stands as it is.
func (d *Document) WriteMarkdown(w io.Writer, language lang.Lang) error {
	var out strings.Builder
	if !d.Caution.IsZero() {
		out.WriteString("> " + begun(d.Caution.In(language)) + "\n\n")
	}
	title := marked(d.Title.In(language))
	if !d.Subject.IsZero() {
		title += ": " + marked(d.Subject.In(language))
	}
	out.WriteString("# " + title + "\n")
	for _, block := range d.told() {
		out.WriteString("\n" + markdownOf(block, language))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func markdownOf(block Block, language lang.Lang) string {
	switch b := block.(type) {
	case Heading:
		return strings.Repeat("#", b.level()+1) + " " + marked(b.in(language)) + "\n"
	case Paragraph:
		return begun(b.Text.In(language)) + "\n"
	case Picture:
		return begun(b.Text.In(language)) + "\n"
	case Table:
		return markdownTable(b.Sheet, language)
	case List:
		var out strings.Builder
		for _, item := range b.Items {
			if item.Mark.IsZero() {
				out.WriteString("- " + begun(item.Text.In(language)) + "\n")
			} else {
				out.WriteString("- **" + marked(item.Mark.In(language)) + "** " + marked(item.Text.In(language)) + "\n")
			}
		}
		return out.String()
	}
	return ""
}

// markdownTable writes a table; one without heads has an empty row of them,
// since Markdown knows no other.
func markdownTable(s *table.Sheet, language lang.Lang) string {
	var out strings.Builder
	if !s.Title.IsZero() {
		out.WriteString("*" + marked(s.Title.In(language)) + "*\n\n")
	}
	g := gridOf(s, language)
	columns := max(g.columns(), 1)
	row := func(cells []string) {
		for i := range columns {
			cell := ""
			if i < len(cells) {
				cell = marked(cells[i])
			}
			out.WriteString("| " + cell + " ")
		}
		out.WriteString("|\n")
	}
	rows, heads := g.rows, []string(nil)
	if s.HasHeads() {
		heads, rows = rows[0], rows[1:]
	}
	row(heads)
	for i := range columns {
		if g.isRight(i) {
			out.WriteString("| ---: ")
		} else {
			out.WriteString("| --- ")
		}
	}
	out.WriteString("|\n")
	for _, cells := range rows {
		row(cells)
	}
	return out.String()
}

// marked is a text on one line with a backslash before every mark that
// Markdown would take for its own.
func marked(text string) string { return markdownMarks.Replace(running(text)) }

// begun is marked for a text that begins a block: "27. juni" begins no list.
func begun(text string) string {
	text = marked(text)
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch {
	case strings.HasPrefix(text, "-"), strings.HasPrefix(text, "+"), strings.HasPrefix(text, "="):
		return `\` + text
	case digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')'):
		return text[:digits] + `\` + text[digits:]
	}
	return text
}

var markdownMarks = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"#", `\#`, "|", `\|`, "~", `\~`, "&", `\&`, "$", `\$`,
)
