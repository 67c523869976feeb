package xlsx

import "github.com/drejebog/monopolbrud/seeds/strict"

// MaxUnpacked bounds, in bytes, what the parts of a workbook unpack to. With the
// other bounds it keeps a whole read under 256 MiB; the texts of its cells together
// have at most table.MaxBytes, as those of a file of CSV.
const MaxUnpacked = 64 << 20

const (
	maxParts    = 10_000    // of the archive
	maxElements = 2_500_000 // of all parts that are read
	maxToken    = 1 << 20   // bytes of one tag or text; the longest text of a cell takes a quarter of it
	maxStrings  = 1_000_000 // shared by the cells
	maxStyles   = 65_536    // Excel keeps 65,490
	maxMerged   = 2000      // merged cells of a sheet

	// A part of more than largePart bytes unpacks to at most maxRatio times what it
	// takes in the file; those of Excel to 5 to 30 times. Apache POI, ZipSecureFile.
	maxRatio  = 100
	largePart = 1 << 20
)

// bound is a bound that a file exceeds, as data.
type bound struct{ strict.Part }

func beyond(kind string, most int) error {
	return bound{strict.Part{Kind: kind, Values: map[string]any{"n": most}}}
}

// damaged is what a file says that no file can. What package zip or xml found is
// not told: it is English, and helps nobody who has Excel.
type damaged struct{}

func (damaged) Error() string { return "xlsx/damaged" }

// Digits is how many decimal digits a cell of Excel keeps of a number.
const Digits = 15
