package table

import (
	"bufio"
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// WriteCSV writes a sheet as Excel in Denmark opens it: semicolons, decimal
// commas, UTF-8 with a byte order mark, lines that end in CR LF. No text
// becomes a formula, and what turns the direction of writing is shown by its
// number. A sheet that no file can hold is a *WriteError; nothing
// is written then.
func WriteCSV(w io.Writer, s *Sheet) error {
	if err := s.Writable(); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("\uFEFF") // Flush tells the error of any write
	for i := range s.Rows {
		for j, cell := range s.Rows[i].Cells {
			if j > 0 {
				_ = out.WriteByte(';')
			}
			_, _ = out.WriteString(csvCell(cell))
		}
		_, _ = out.WriteString("\r\n")
	}
	return out.Flush()
}

// csvCell writes a cell, in quotation marks where it needs them. A cell that
// says it is a number or a day and is none is a text. The comma of a number
// needs no marks: the separator is the semicolon.
func csvCell(cell Cell) string {
	text, reserved := lang.Visible(cell.Text), ";\t\"\r\n"
	if cell.Kind == TextKind || !cell.holds() {
		text, reserved = disarmed(text), reserved+","
	}
	if strings.ContainsAny(text, reserved) || strings.HasPrefix(text, "sep=") {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}
