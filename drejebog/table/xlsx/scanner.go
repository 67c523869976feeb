package xlsx

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
)

// scanner reads the tags and texts of a part one by one: nothing of a part is
// kept but what the caller takes.
type scanner struct {
	decoder *xml.Decoder
	source  *source
	depth   int
}

func newScanner(r io.Reader, spent *spent) *scanner {
	source := &source{Reader: bufio.NewReader(r), spent: spent}
	return &scanner{decoder: xml.NewDecoder(source), source: source}
}

// start and end are the tags of an element; its texts are text.
type (
	start struct{ xml.StartElement }
	end   struct{ name string }
	text  []byte // stands until the next token is read
)

// next returns the next start, end or text, or io.EOF.
func (s *scanner) next() (any, error) {
	for {
		s.source.left = maxToken
		token, err := s.decoder.RawToken()
		switch {
		case errors.Is(err, io.EOF) && s.depth == 0:
			return nil, io.EOF
		case errors.As(err, new(bound)):
			return nil, err
		case err != nil:
			return nil, damaged{}
		}
		switch token := token.(type) {
		case xml.StartElement:
			s.depth++
			if s.source.spent.elements++; s.source.spent.elements > maxElements {
				return nil, beyond("xlsx/elements", maxElements)
			}
			return start{token}, nil
		case xml.EndElement:
			s.depth--
			return end{token.Name.Local}, nil
		case xml.CharData:
			return text(token), nil
		}
	}
}

// attribute is the value of an attribute, whatever its prefix.
func (e start) attribute(name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name {
			return e.Attr[i].Value
		}
	}
	return ""
}

// source counts what is unpacked, and how much of it one token takes. The size
// that the archive states for a part is not believed.
type source struct {
	*bufio.Reader
	spent *spent
	left  int // bytes of the token
}

// ReadByte is what package xml reads by.
func (s *source) ReadByte() (byte, error) {
	b, err := s.Reader.ReadByte()
	if err != nil {
		return 0, err
	}
	s.left--
	s.spent.unpacked++
	if s.left < 0 {
		return 0, beyond("table/one-text", maxToken>>20)
	}
	if s.spent.unpacked > MaxUnpacked {
		return 0, beyond("xlsx/unpacked", MaxUnpacked>>20)
	}
	return b, nil
}
