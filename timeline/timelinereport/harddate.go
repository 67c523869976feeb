package timelinereport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// hardDate is a date that must not be missed, of one or more scopes.
type hardDate struct {
	keydate.HardDate
	name   lang.Text // without its scope
	float  table.Cell
	scopes []string
}

// hardDates lists what must not be missed from now on, by date.
func (t teller) hardDates(d *document.Document) {
	dates := t.ahead()
	if len(dates) == 0 {
		return
	}
	sheet := &table.Sheet{Name: "dates", Columns: []table.Column{
		table.Head("by", t.text("timeline/head-by", nil)), table.Head("what", t.text("timeline/head-what", nil)),
		table.Head("who", t.text("timeline/head-who", nil)), table.Figures("float", t.text("timeline/head-float", nil)),
	}}
	for _, h := range dates {
		name := lang.Joined(": ", h.name, t.Book.ListedNames(h.scopes...))
		sheet.Append(table.Of(lang.ShortDay(h.Date)), table.Of(name), table.Of(t.Book.PartyShortName(h.Actor)), h.float)
	}
	d.Section(t.text("timeline/dates-that-bind", nil))
	d.Show(sheet)
}

// ahead are the hard dates ahead, by date. What is the same for several scopes
// is one.
func (t teller) ahead() []hardDate {
	var dates []hardDate
	for _, hard := range keydate.HardDates(t.Schedule) {
		h, scope := t.hardDate(&hard)
		at := slices.IndexFunc(dates, func(x hardDate) bool {
			return x.Date == h.Date && x.name == h.name && scope != "" && x.float.Text == h.float.Text
		})
		if at < 0 {
			at = len(dates)
			dates = append(dates, h)
		}
		if scope != "" && !strings.Contains(h.name.DA, scope) {
			dates[at].scopes = append(dates[at].scopes, scope)
		}
	}
	slices.SortStableFunc(dates, func(a, b hardDate) int { return cmp.Compare(a.Date, b.Date) })
	return dates
}

// hardDate tells a hard date and its scope, without a float that says nothing of how
// urgent it is.
func (t teller) hardDate(hard *keydate.HardDate) (h hardDate, scope string) {
	h = hardDate{HardDate: *hard}
	if hard.Presses() {
		h.float = table.WholeOrNone(hard.Float)
	}
	node := t.Node(hard.ID)
	if node == nil {
		h.name = t.text("timeline/ends-before-live", lang.Args{"contract": hard.Label})
		return h, ""
	}
	h.name = node.Name()
	return h, t.scope(node)
}
