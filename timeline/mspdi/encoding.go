package mspdi

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// wide reads UTF-16 as UTF-8, by its byte order mark or, without one, by the
// zero byte that its first character has; what is none is left as it is.
func wide(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(2) // a shorter file is no XML, which the decoder tells
	order := unicode.LittleEndian
	switch {
	case bytes.Equal(head, []byte{0xFF, 0xFE}), bytes.Equal(head, []byte{'<', 0}):
	case bytes.Equal(head, []byte{0xFE, 0xFF}), bytes.Equal(head, []byte{0, '<'}):
		order = unicode.BigEndian
	default:
		return r
	}
	return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(r)
}

// charset reads the encodings that planning programs declare. What declares
// itself as UTF-16 has been read by then.
func charset(label string, r io.Reader) (io.Reader, error) {
	var from encoding.Encoding
	switch strings.ToLower(label) {
	case "utf-16", "utf-16le", "utf-16be", "utf8":
		return r, nil
	case "windows-1252", "iso-8859-1", "us-ascii": // each is a part of the first, but for controls
		from = charmap.Windows1252
	case "iso-8859-15":
		from = charmap.ISO8859_15
	default:
		return nil, &encodingError{label}
	}
	return from.NewDecoder().Reader(r), nil
}

// encodingError is an encoding that is not read.
type encodingError struct{ label string }

// Fault returns the kind and its values.
func (e *encodingError) Fault() (kind string, values map[string]any) {
	return "mspdi/encoding", map[string]any{"encoding": e.label}
}

// Error returns kind and values.
func (e *encodingError) Error() string { return lang.Described(e) }
