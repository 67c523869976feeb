package drejebog

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Period is a time as planners write it: the text, and what it means.
type Period = period.Period

// ParsePeriod reads a period as package period does, by the module's own
// conventions: "uge 25 2014", "medio maj 2014 – oktober 2014". The error is a
// *period.Error.
func ParsePeriod(text string) (Period, error) { return period.Parse(text) }

// PeriodRow is what a word of a period means that leaves room.
type PeriodRow struct {
	period.Row `yaml:",inline"`
	Provenance `yaml:",inline"`
}

type conventionsKey struct{}

// Conventions are the book's rows as periods are read by them. Nobody may change
// them.
func (b *Playbook) Conventions() *period.Conventions {
	if b == nil {
		return period.BuiltIn()
	}
	return b.Kept(conventionsKey{}, func() any { return conventionsOf(b.PeriodRows) }).(*period.Conventions)
}

func conventionsOf(rows []PeriodRow) *period.Conventions {
	c := &period.Conventions{Rows: make([]period.Row, len(rows))}
	for i := range rows {
		c.Rows[i] = rows[i].Row
	}
	return c
}

// ReadConventions reads the conventions of data files laid out as those of package
// seeds. Files that have none give the module's own. What the rows say is checked by
// LoadFS.
func ReadConventions(files fs.FS) (*period.Conventions, []strict.Fault) {
	if _, err := fs.Stat(files, periodsFile); err != nil {
		return period.BuiltIn(), nil
	}
	var read struct {
		Periods []PeriodRow `yaml:"periods,required"`
	}
	_, faults := strict.ReadFS(files, periodsFile, &read, strict.Limits{})
	return conventionsOf(read.Periods), faults
}

// PeriodWays are the ways to read the periods of a document by conventions.
func PeriodWays(conventions *period.Conventions) strict.Ways {
	return strict.Ways{reflect.TypeFor[Period](): func(text string) (any, error) { return conventions.Parse(text) }}
}

// periods faults rows whose edges are not those of their kind, and words that mean
// two things.
func (c *checker) periods() {
	for i := range c.book.PeriodRows {
		row := &c.book.PeriodRows[i]
		path := fmt.Sprintf("periods[%d]", i)
		c.provenance(periodsFile, path, row.Provenance)
		if want, ok := row.Wants(); !ok {
			c.fault(periodsFile, path, row.Name.DA, want)
		}
		for _, word := range append([]string{strings.ToLower(row.Name.DA)}, row.Words...) {
			c.unique(periodsFile, path, "words of "+row.Room(), word)
			if _, month := lang.ParseMonth(word); month && row.Kind != period.FeastRow {
				c.fault(periodsFile, path, word, strict.Part{Kind: "seeds/no-month"})
			}
		}
	}
}
