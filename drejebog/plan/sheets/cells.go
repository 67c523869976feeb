package sheets

import (
	"encoding"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// How a key of the plan stands in a cell goes by its type and its vocabulary.

// cell is the cell of a value, an empty one where nothing is said.
func (w *writer) cell(f *grammar.Field, v reflect.Value) table.Cell {
	switch value := v.Interface().(type) {
	case *int:
		return whole(value)
	case *date.Date:
		return day(value)
	case *string:
		if value != nil {
			return table.Text(*value)
		}
	case string:
		return table.Text(w.named(f, value))
	case []string:
		return table.Text(strings.Join(w.systemNames(value), ", "))
	case drejebog.Kroner:
		return table.Number(value.Decimal())
	case *drejebog.Hours:
		if value != nil {
			return table.Number(value.Decimal())
		}
	case bool:
		if value {
			return table.YesNo(true)
		}
	case encoding.TextMarshaler:
		word, _ := value.MarshalText() // one without a name is written as none
		return w.word(names(w.book.Words, f), string(word))
	}
	return table.Cell{}
}

// named is what people call what a text names: people, and projects.
func (w *writer) named(f *grammar.Field, text string) string {
	switch f.Tag.Of {
	case "person", "executor":
		return w.who(text)
	case "project":
		return w.project(text)
	}
	return text
}

func (w *writer) systemNames(ids []string) []string {
	var called []string
	for _, id := range ids {
		if known := w.book.System(id); known != nil {
			called = append(called, known.Name)
		}
	}
	return called
}

// keyCells are the cells of an entry's keys, in the order of the columns.
func (w *writer) keyCells(k *kind, entry any) []table.Cell {
	var cells []table.Cell
	for _, of := range k.keys {
		if of == nil {
			continue // what the row is known by stands before
		}
		v := reflect.ValueOf(entry)
		for _, f := range of[:len(of)-1] {
			if v = f.In(v); v.IsNil() {
				break
			}
			v = v.Elem()
		}
		if v.Kind() == reflect.Pointer {
			cells = append(cells, table.Cell{})
			continue
		}
		cells = append(cells, w.cell(of.last(), of.last().In(v)))
	}
	return cells
}

// filling takes over what the cells of a row say of an entry.
type filling struct {
	*reader
	row     table.Record
	path    string      // of the entry in the plan; "" where nobody asks where it stood
	task    string      // that findings name
	remarks []lang.Text // for the note
}

// fill takes over what a row says of the keys of an entry that are asked for; nil asks
// for all. Whom and what the plan does not know goes into its note.
func (r *reader) fill(row table.Record, k *kind, path, task string, entry reflect.Value, asked func(key string) bool) {
	f := &filling{reader: r, row: row, path: path, task: task}
	for i := 0; i < len(k.keys); i++ {
		of := k.keys[i]
		switch {
		case of == nil || asked != nil && !asked(k.columns[i].Key):
		case len(of) == 1:
			f.take(k, i, entry)
		default:
			end := i + 1
			for end < len(k.keys) && len(k.keys[end]) > 1 && k.keys[end][0].Name == of[0].Name {
				end++
			}
			f.group(k, i, end, of[0].In(entry))
			i = end - 1
		}
	}
	for _, remarked := range f.remarks {
		remark(entry.FieldByName("Note").Addr().Interface().(*string), remarked)
	}
}

// group takes over what a row says of a group that an entry points to, in columns from
// and below an end. One that the entry does not have yet needs what it has to have.
func (f *filling) group(k *kind, from, end int, into reflect.Value) {
	group := reflect.New(into.Type().Elem())
	if !into.IsNil() {
		group.Elem().Set(into.Elem())
	}
	said, lacks := false, ""
	for i := from; i < end; i++ {
		last := k.keys[i].last()
		given := f.take(k, i, group.Elem())
		said = said || given
		if last.Required && !given && into.IsNil() {
			lacks = k.columns[i].Key
		}
	}
	switch {
	case said && lacks == "":
		into.Set(group)
	case said:
		f.row.Need(lacks)
	}
}

// take takes over what a cell says of a key, notes in the plan where that stood, and
// reports whether it says anything that can be read.
func (f *filling) take(k *kind, i int, into reflect.Value) bool {
	column, of := k.columns[i].Key, k.keys[i]
	if !f.read(column, of.last(), of.last().In(into)) {
		return false
	}
	if f.path == "" {
		return true
	}
	path := f.path
	for _, field := range of {
		path = strict.Join(path, field.Name)
	}
	f.plan.TakenFrom(path, f.row.Place(column))
	return true
}

// read takes over what a cell says of a key, and reports whether it says anything that
// can be read.
func (f *filling) read(column string, of *grammar.Field, into reflect.Value) bool {
	switch into := into.Addr().Interface().(type) {
	case **drejebog.Hours:
		hours := f.row.MeasureWithin(column, of.Tag.Least, of.Tag.Most)
		if hours != nil {
			*into = new(drejebog.NewHours(*hours))
		}
		return hours != nil
	case **int:
		whole := f.row.Whole
		switch of.Tag.Unit {
		case "workdays":
			whole = f.row.Workdays
		case "months":
			whole = f.row.Months
		}
		return set(into, whole(column, int(of.Tag.Least.IntPart()), int(of.Tag.Most.IntPart())))
	case **date.Date:
		return set(into, f.row.Day(column))
	case **string:
		if text := f.row.Text(column); text != "" {
			if *into != nil {
				text = lang.Kept(**into, text)
			}
			*into = &text
			return true
		}
		return false
	case *string:
		return f.text(column, of, into)
	case *[]string:
		return f.systems(column, into)
	case *drejebog.Kroner:
		amount := f.row.Amount(column)
		if amount != nil {
			*into = drejebog.NewKroner(*amount)
		}
		return amount != nil
	case *bool:
		yes := f.row.Yes(column)
		if yes != nil {
			*into = *yes
		}
		return yes != nil
	}
	return f.word(column, of, into)
}

// text reads a text; a person by id or name.
func (f *filling) text(column string, of *grammar.Field, into *string) bool {
	text := f.row.Text(column)
	known := map[string]func(*drejebog.Playbook, string) string{"person": f.plan.Who, "executor": f.plan.Executor}[of.Tag.Of]
	switch {
	case text == "":
		return false
	case known == nil:
		*into = lang.Kept(*into, text)
		return true
	}
	if id := known(f.book, text); id != "" {
		*into = id
		return true
	}
	f.found("DB-607", f.row.Place(column), lang.Args{
		"id": lang.Both(text), "task": lang.Both(f.task), "number": line(f.row, column),
	})
	args := lang.Args{"who": lang.Both(text)}
	if of.Tag.Of == "executor" {
		f.remarks = append(f.remarks, f.book.Words.Say("sheet-note/executor", args))
	} else {
		f.remarks = append(f.remarks, f.book.Words.Say("sheet-note/responsible", args))
	}
	return true
}

// word reads a value of an enumeration by what people call it.
func (f *filling) word(column string, of *grammar.Field, into reflect.Value) bool {
	word := f.row.Word(column, names(f.book.Words, of))
	switch word {
	case "":
		return false
	case of.Tag.Unsaid:
		into.SetZero()
		return true
	}
	reads, ok := into.Addr().Interface().(encoding.TextUnmarshaler)
	return ok && reads.UnmarshalText([]byte(word)) == nil // the words are its names
}

// systems finds the playbook's legacy systems in a list of names: where there are any,
// they are those that the entry is for. Other systems are for the note.
func (f *filling) systems(column string, into *[]string) bool {
	var known, others []string
	for name := range strings.FieldsFuncSeq(f.row.Text(column), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		name = strings.TrimSpace(name)
		system := f.book.System(f.match.Scope(name))
		switch {
		case system != nil && !slices.Contains(known, system.ID):
			known = append(known, system.ID)
		case system == nil && name != "":
			others = append(others, name)
		}
	}
	if len(known) > 0 {
		*into = known
	}
	if len(others) > 0 {
		f.remarks = append(f.remarks, f.book.Words.Say("sheet-note/systems", lang.Args{"names": lang.Both(strings.Join(others, ", "))}))
	}
	return len(known)+len(others) > 0
}
