package mspdi

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The bounds of a file.
const (
	MaxBytes = 64 << 20
	MaxDepth = 32
	MaxTasks = 100_000
	MaxItems = 500_000 // calendars, days, links and other lists, each

	maxToken = 1 << 20 // bytes of a tag, whose attributes cost many times that, or of a text
)

// decoder goes through the elements of a file, one level at a time. Document
// types, which are where entities come from, are refused; the decoder itself
// knows no entity but the five of XML.
type decoder struct {
	file   string
	tokens *xml.Decoder
	source *bounded
	token  *bounded // that is read
	open   []string // names of the elements around
	buffer []byte   // of text, used again and again
	faults []strict.Fault
	broken bool // the file cannot be read on

	oddities []NotHonoured // at most MaxItems
}

// bounded reads up to a bound and then fails, so that a file that is too
// large is not taken for one that ends early.
type bounded struct {
	from io.Reader
	left int
}

var errTooLarge = errors.New("too large")

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLarge
	}
	n, err := b.from.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

func newDecoder(file string, r io.Reader) *decoder {
	source := &bounded{r, MaxBytes}
	token := &bounded{wide(bufio.NewReader(source)), maxToken}
	tokens := xml.NewDecoder(token)
	tokens.CharsetReader = charset
	return &decoder{file: file, source: source, token: token, tokens: tokens}
}

// next returns the next token, nil when the file is at its end or broken.
func (d *decoder) next() xml.Token {
	if d.broken {
		return nil
	}
	d.token.left = maxToken
	token, err := d.tokens.RawToken()
	if err != nil {
		d.broken = true
		d.failure(err)
		return nil
	}
	switch t := token.(type) {
	case xml.StartElement:
		if len(d.open) >= MaxDepth {
			d.stop(strict.Fault{Kind: strict.KindTooDeep, Want: strict.Part{Kind: "strict/levels", Values: map[string]any{"n": MaxDepth}}})
			return nil
		}
		d.open = append(d.open, t.Name.Local)
	case xml.EndElement:
		if len(d.open) == 0 || d.open[len(d.open)-1] != t.Name.Local {
			d.refuse(strict.Part{Kind: "mspdi/stray-end", Values: map[string]any{"element": t.Name.Local}})
			return nil
		}
		d.open = d.open[:len(d.open)-1]
	case xml.Directive:
		d.refuse(strict.Part{Kind: "mspdi/document-type", Values: map[string]any{"word": first(string(t))}})
		return nil
	}
	return token
}

func first(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// failure says why the file ended.
func (d *decoder) failure(err error) {
	switch {
	case errors.Is(err, errTooLarge) && d.token.left <= 0:
		d.stop(strict.Fault{Kind: strict.KindTooLarge, Want: strict.Part{Kind: "table/one-text", Values: map[string]any{"n": maxToken >> 20}}})
	case errors.Is(err, errTooLarge):
		d.stop(strict.Fault{Kind: strict.KindTooLarge, Want: strict.Part{Kind: "table/mebibytes", Values: map[string]any{"n": MaxBytes >> 20}}})
	case errors.Is(err, io.EOF) && len(d.open) > 0:
		d.refuse(strict.Part{Kind: "mspdi/ends-within", Values: map[string]any{"element": d.open[len(d.open)-1]}})
	case !errors.Is(err, io.EOF):
		d.refuse(noXML(err))
	}
}

// noXML says what keeps a text from being XML, as far as people can mend it.
func noXML(err error) error {
	if unknown, ok := errors.AsType[*encodingError](err); ok {
		return unknown
	}
	syntax, ok := errors.AsType[*xml.SyntaxError](err)
	if !ok {
		return strict.Part{Kind: "mspdi/no-xml", Values: map[string]any{"why": err}}
	}
	if syntax.Msg == "invalid UTF-8" {
		return strict.Part{Kind: "mspdi/not-utf8"}
	}
	if entity, ok := strings.CutPrefix(syntax.Msg, "invalid character entity "); ok {
		return strict.Part{Kind: "mspdi/bad-entity", Values: map[string]any{"entity": entity}}
	}
	return strict.Part{Kind: "mspdi/no-xml-here", Values: map[string]any{"why": syntax.Msg}}
}

// place is where the file is read.
func (d *decoder) place() strict.Place {
	line, column := d.tokens.InputPos()
	return strict.Place{File: d.file, Line: line, Column: column}
}

// refuse adds the fault that ends the reading.
func (d *decoder) refuse(why error) {
	d.stop(strict.Fault{Kind: strict.KindUnreadable, Got: why})
}

// stop adds the fault that ends the reading, however many there are before it.
func (d *decoder) stop(fault strict.Fault) {
	d.broken = true
	d.faults = append(d.faults, d.placed(fault))
}

func (d *decoder) add(fault strict.Fault) {
	d.faults = strict.AppendFault(d.faults, d.placed(fault))
}

func (d *decoder) placed(fault strict.Fault) strict.Fault {
	fault.File = d.file
	fault.Line, fault.Column = d.tokens.InputPos()
	return fault
}

// odd tells why a value is not taken as it stands, "" for one that is; what
// cannot be read is a fault as well.
func (d *decoder) odd(why Reason, path, value string, want strict.Part) {
	if why == "" {
		return
	}
	if len(d.oddities) < MaxItems {
		d.oddities = append(d.oddities, NotHonoured{None, path, why})
	}
	if why == Unreadable {
		d.add(strict.Fault{
			Kind: strict.KindBadValue, Path: path, Got: lang.Quoted(value), Want: want,
		})
	}
}

// children visits the elements of the one that is open. A visitor that does
// not read its element leaves it to be passed over.
func (d *decoder) children(visit func(name string)) {
	depth := len(d.open)
	for {
		switch t := d.next().(type) {
		case nil:
			return
		case xml.StartElement:
			visit(t.Name.Local)
			d.skipTo(depth)
		case xml.EndElement:
			return
		}
	}
}

// skipTo passes over what is open beyond a depth.
func (d *decoder) skipTo(depth int) {
	for len(d.open) > depth {
		if d.next() == nil {
			return
		}
	}
}

// text returns the text of the element that is open, and closes it.
func (d *decoder) text() string {
	depth := len(d.open)
	d.buffer = d.buffer[:0]
	for {
		switch t := d.next().(type) {
		case nil:
			return string(d.buffer)
		case xml.CharData:
			d.buffer = append(d.buffer, t...)
		case xml.StartElement:
			d.skipTo(depth)
		case xml.EndElement:
			return string(d.buffer)
		}
	}
}

// room reports whether a list may grow, and refuses the file when not. The kind
// is that of the message that counts what the list holds.
func (d *decoder) room(length, most int, kind string) bool {
	if length < most {
		return true
	}
	if !d.broken {
		d.stop(strict.Fault{Kind: strict.KindTooLarge, Want: strict.Part{Kind: kind, Values: map[string]any{"n": most}}})
	}
	return false
}
