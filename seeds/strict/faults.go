package strict

// AppendFault adds a fault to those of a file: the first hundred are listed, and
// one more, where the next would stand, counts the rest.
func AppendFault(faults []Fault, fault Fault) []Fault {
	if len(faults) < maxFaults {
		return append(faults, fault)
	}
	if len(faults) == maxFaults {
		return append(faults, Fault{
			File: fault.File, Sheet: fault.Sheet, Line: fault.Line, Column: fault.Column,
			Kind: KindTooMany, Got: 1,
		})
	}
	last := &faults[maxFaults]
	if more, ok := last.Got.(int); ok {
		last.Got = more + 1
	}
	return faults
}
