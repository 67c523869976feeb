package table

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// ReadCSV reads a file of CSV. The name is what places call the file. The
// sheet holds what could be read, whatever the faults; it is never nil.
//
// The separator is the one of semicolon, tab and comma that most of the first
// ten lines have, semicolon before tab before comma where they are equal; a
// first line "sep=;" says it. An unclosed quotation mark, text behind a closed
// one and what exceeds the bounds are faults.
func ReadCSV(name string, r io.Reader) (*Sheet, []strict.Fault) {
	sheet := &Sheet{File: name}
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	var fault *strict.Fault
	var text string
	switch {
	case err != nil:
		fault = unreadable(err)
	case len(data) > MaxBytes:
		fault = tooLarge(strict.Part{Kind: "table/mebibytes", Values: map[string]any{"n": MaxBytes >> 20}})
	default:
		text, fault = decode(data)
	}
	if fault != nil {
		fault.File = name
		return sheet, []strict.Fault{*fault}
	}
	s := &scanner{sheet: sheet, text: text, line: 1}
	s.scan()
	if len(sheet.Rows) == 0 && len(s.faults) == 0 {
		s.add(strict.Fault{Line: 1, Column: 1, Kind: strict.KindEmpty})
	}
	return sheet, s.faults
}

func tooLarge(most strict.Part) *strict.Fault {
	return &strict.Fault{Line: 1, Column: 1, Kind: strict.KindTooLarge, Want: most}
}

// scanner takes a text apart into rows. The standard library's reader is not
// used because it drops carriage returns within cells and does not say where
// rows begin once it has failed.
type scanner struct {
	sheet     *Sheet
	text      string
	at, line  int
	separator byte
	cells     int
	faults    []strict.Fault
}

func (s *scanner) scan() {
	if len(s.text) > 4 && strings.EqualFold(s.text[:4], "sep=") && strings.IndexByte(";,\t", s.text[4]) >= 0 {
		s.separator = s.text[4]
		s.at = len("sep=;")
		s.endOfLine()
	} else {
		s.separator = separatorOf(s.text)
	}
	for s.at < len(s.text) {
		row := Row{Line: s.line}
		s.row(&row)
		s.cells += len(row.Cells)
		if fault := s.beyond(&row); fault != nil {
			fault.Line = row.Line
			s.add(*fault)
			return
		}
		if !row.isEmpty() {
			s.sheet.Rows = append(s.sheet.Rows, row)
		}
	}
}

// beyond says which bound a row exceeds, nil for none.
func (s *scanner) beyond(row *Row) *strict.Fault {
	switch {
	case len(row.Cells) > MaxColumns:
		return tooLarge(strict.Part{Kind: "table/columns", Values: map[string]any{"n": MaxColumns}})
	case s.cells > MaxCells:
		return tooLarge(strict.Part{Kind: "table/cells", Values: map[string]any{"n": MaxCells}})
	case len(s.sheet.Rows) >= MaxRows:
		return tooLarge(strict.Part{Kind: "table/rows", Values: map[string]any{"n": MaxRows}})
	}
	return nil
}

// row reads up to the end of a line or of the text.
func (s *scanner) row(row *Row) {
	for {
		text := s.cell(row)
		if IsTooLong(text) {
			s.fault(row, strict.Part{Kind: "table/too-long", Values: map[string]any{"n": MaxText}}, strict.Part{Kind: "table/so-many"})
			text = ""
		}
		row.Cells = append(row.Cells, Cell{Text: armed(text)})
		if len(row.Cells) > MaxColumns || s.endOfLine() {
			return
		}
		s.at++ // the separator
	}
}

// cell reads one cell and stops at what ends it.
func (s *scanner) cell(row *Row) string {
	if s.at < len(s.text) && s.text[s.at] == '"' {
		return s.quotedCell(row)
	}
	return s.rest()
}

func (s *scanner) rest() string {
	from := s.at
	for s.at < len(s.text) && s.text[s.at] != s.separator && s.text[s.at] != '\n' && s.text[s.at] != '\r' {
		s.at++
	}
	return s.text[from:s.at]
}

// quotedCell reads to the closing quotation mark; two of them are one of the
// text.
func (s *scanner) quotedCell(row *Row) string {
	var out strings.Builder
	for s.at++; ; {
		end := strings.IndexByte(s.text[s.at:], '"')
		if end < 0 {
			s.fault(row, strict.Part{Kind: "table/open-quote"}, strict.Part{Kind: "table/quoted-cell"})
			out.WriteString(s.text[s.at:])
			s.at = len(s.text)
			return out.String()
		}
		piece := s.text[s.at : s.at+end]
		s.line += strings.Count(piece, "\n")
		out.WriteString(piece)
		s.at += end + 1
		if s.at == len(s.text) || s.text[s.at] != '"' {
			break
		}
		out.WriteByte('"')
		s.at++
	}
	if behind := s.rest(); behind != "" {
		s.fault(row, strict.Part{Kind: "table/behind-quote", Values: map[string]any{"text": lang.Quoted(behind)}}, strict.Part{Kind: "table/two-quotes"})
		out.WriteString(behind)
	}
	return out.String()
}

// endOfLine goes past the end of a line, and reports whether it stood at one
// or at the end of the text.
func (s *scanner) endOfLine() bool {
	rest := s.text[s.at:]
	switch {
	case rest == "":
		return true
	case strings.HasPrefix(rest, "\r\n"):
		s.at += 2
	case rest[0] == '\n' || rest[0] == '\r':
		s.at++
	default:
		return false
	}
	s.line++
	return true
}

// fault notes a fault of the cell that comes next in the row.
func (s *scanner) fault(row *Row, got, want strict.Part) {
	s.add(strict.Fault{
		Line: row.Line, Column: len(row.Cells) + 1, Path: strict.CellName(row.Line, len(row.Cells)+1), Kind: strict.KindBadValue,
		Got: got, Want: want,
	})
}

func (s *scanner) add(fault strict.Fault) {
	fault.File = s.sheet.File
	s.faults = strict.AppendFault(s.faults, fault)
}

// separatorOf finds the separator in the first lines of a text.
func separatorOf(text string) byte {
	const lines = 10
	candidates := []byte{';', '\t', ','}
	having := make([]int, len(candidates))
	for range lines {
		line := firstLine(text)
		text = strings.TrimLeft(text[len(line):], "\r\n")
		bare := withoutQuoted(line)
		for i, candidate := range candidates {
			if strings.IndexByte(bare, candidate) >= 0 {
				having[i]++
			}
		}
	}
	best := 0
	for i := range candidates {
		if having[i] > having[best] {
			best = i
		}
	}
	return candidates[best]
}

// firstLine returns a text up to the end of line that stands in no quotation
// marks.
func firstLine(text string) string {
	within := false
	for i := range len(text) {
		switch text[i] {
		case '"':
			within = !within
		case '\n', '\r':
			if !within {
				return text[:i]
			}
		}
	}
	return text
}

// withoutQuoted drops what stands in quotation marks.
func withoutQuoted(line string) string {
	var out strings.Builder
	for within := false; ; within = !within {
		piece, rest, found := strings.Cut(line, `"`)
		if !within {
			out.WriteString(piece)
		}
		if !found {
			return out.String()
		}
		line = rest
	}
}
