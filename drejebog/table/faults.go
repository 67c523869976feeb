package table

import "github.com/drejebog/monopolbrud/seeds/strict"

// AppendFault adds a fault to those of a file: the first hundred are listed, and
// one more, where the next would stand, counts the rest.
func AppendFault(faults []strict.Fault, fault strict.Fault) []strict.Fault {
	if len(faults) < maxFaults {
		return append(faults, fault)
	}
	if len(faults) == maxFaults {
		return append(faults, strict.Fault{
			File: fault.File, Sheet: fault.Sheet, Line: fault.Line, Column: fault.Column,
			Kind: strict.KindTooMany, Got: 1,
		})
	}
	last := &faults[maxFaults]
	if more, ok := last.Got.(int); ok {
		last.Got = more + 1
	}
	return faults
}
