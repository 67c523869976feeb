package table

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Of is the cell of a value that is written in both languages. A lang.Number
// and lang.Kroner are numbers with the decimals that they show, a lang.Day and
// a lang.ShortDay are days, lang.ShortDays an interval of ISO 8601, anything else
// is a text, nil is an empty cell.
func Of(value lang.Value) Cell {
	var cell Cell
	switch v := value.(type) {
	case nil:
		return Cell{}
	case lang.Number:
		cell = Amount(v.Value, v.Places)
	case lang.Kroner:
		cell = Amount(v.Value, 2)
	case lang.Day:
		cell = Day(date.Date(v))
	case lang.ShortDay:
		cell = Day(date.Date(v))
	case lang.ShortDays:
		cell = span(v)
	default:
		cell = Text(v.In(lang.Danish))
	}
	cell.Value = value
	return cell
}

// span is the cell of the days of a span: "2014-06-01/2014-06-05" where a file
// holds it, a day where it is but one.
func span(days lang.ShortDays) Cell {
	if days.First == days.Last {
		return Day(days.First)
	}
	return Cell{Kind: SpanKind, Text: days.First.String() + "/" + days.Last.String()}
}

// DayOrNone is the cell of a day for narrow columns, an empty one for none.
func DayOrNone(day *date.Date) Cell {
	if day == nil {
		return Cell{}
	}
	return Of(lang.ShortDay(*day))
}

// WholeOrNone is the cell of a whole number, an empty one for none.
func WholeOrNone(number *int) Cell {
	if number == nil {
		return Cell{}
	}
	return Of(lang.Whole(*number))
}

// In is the cell as people read it in the language: "1.234,50 kr.", "15 October
// 2014". A cell without a Value stands as it is, without dots between its
// thousands: a year, say.
func (c Cell) In(language lang.Lang) string {
	switch {
	case c.Value != nil:
		return c.Value.In(language)
	case c.Kind == NumberKind && language == lang.English:
		return strings.Replace(c.Text, ",", ".", 1)
	}
	return c.Text
}

// Head is a column with a key and its name in both languages.
func Head(key string, name lang.Text) Column {
	return Column{Name: Name{Key: key, Text: name}}
}

// Named is the name of a key by the message "group/key", with what else people
// write for it.
func Named(words *lang.Catalogue, group, key string) Name {
	name, also := words.Key(group, key, nil), words.Also(group+"/"+key)
	return Name{Key: key, Text: name, Also: also}
}

// Figures is Head for a column whose cells stand to the right.
func Figures(key string, name lang.Text) Column {
	column := Head(key, name)
	column.Right = true
	return column
}

// Repeats reports whether a cell is read with the one above it.
func (s *Sheet) Repeats(row, column int) bool {
	if row == 0 || column >= len(s.Columns) || !s.Columns[column].Once || column >= min(len(s.Rows[row-1].Cells), len(s.Rows[row].Cells)) {
		return false
	}
	return s.Rows[row].Cells[column] == s.Rows[row-1].Cells[column]
}

// HasHeads reports whether any column has a name to stand over it.
func (s *Sheet) HasHeads() bool {
	for i := range s.Columns {
		if !s.Columns[i].IsZero() {
			return true
		}
	}
	return false
}

// In is the sheet as a file in the language has it: called by its title, the
// names of its columns as its first row, texts in the language, numbers and
// days as they are in both. Texts are as lang.Visible shows them. Every row has at least a cell for each column.
func (s *Sheet) In(language lang.Lang) *Sheet {
	file := &Sheet{File: s.File, Name: s.Name}
	if !s.Title.IsZero() {
		file.Name = s.Title.In(language)
	}
	if s.HasHeads() {
		var heads []Cell
		for i := range s.Columns {
			heads = append(heads, Text(s.Columns[i].In(language)))
		}
		file.Append(heads...)
	}
	for i := range s.Rows {
		cells := make([]Cell, max(len(s.Rows[i].Cells), len(s.Columns)))
		for j, cell := range s.Rows[i].Cells {
			cells[j] = Cell{Kind: cell.Kind, Text: cell.Text}
			if cell.Kind == TextKind {
				cells[j].Text = lang.Visible(cell.In(language))
			}
		}
		file.Rows = append(file.Rows, Row{Line: s.Rows[i].Line, Cells: cells})
	}
	return file
}
