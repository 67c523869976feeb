package table

// The bounds of what is read and written.
const (
	MaxBytes   = 16 << 20 // of a file
	MaxSheets  = 100      // of a workbook
	MaxRows    = 100_000  // of a sheet, in Excel with the empty ones
	MaxColumns = 1000     // of a sheet
	MaxCells   = 500_000  // of a sheet, in Excel of all of them; those left empty before the last of a row included
	MaxText    = 32_767   // of a cell, in UTF-16 units as Excel counts
)
