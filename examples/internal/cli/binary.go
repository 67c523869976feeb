package cli

// Binary says of a format that it is no text: it is not written to a terminal.
func (f *Flags) Binary(format string) { f.binary = append(f.binary, format) }
