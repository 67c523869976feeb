package plan

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// ways are how the days and periods of a plan are read: as Danes write them.
func ways(conventions *period.Conventions) strict.Ways {
	ways := drejebog.PeriodWays(conventions)
	ways[reflect.TypeFor[date.Date]()] = func(text string) (any, error) { return conventions.ParseDay(text) }
	ways[reflect.TypeFor[When]()] = func(text string) (any, error) { return readWhen(conventions, text) }
	return ways
}
