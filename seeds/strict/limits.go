package strict

// Limits bounds what Read takes on. A zero field stands for its default.
type Limits struct {
	Bytes int // size of the document; default 4 MiB
	Depth int // levels of nesting; default 32
	Nodes int // keys, values and containers, and the separators between them; default 200,000
}

const (
	defaultBytes = 4 << 20
	defaultDepth = 32
	defaultNodes = 200_000

	// maxFaults keeps a file of another kind altogether from being answered
	// with one fault for each of its lines, cells or values.
	maxFaults = 100
)

func (l Limits) withDefaults() Limits {
	if l.Bytes <= 0 {
		l.Bytes = defaultBytes
	}
	if l.Depth <= 0 {
		l.Depth = defaultDepth
	}
	if l.Nodes <= 0 {
		l.Nodes = defaultNodes
	}
	return l
}
