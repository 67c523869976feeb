package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// compose checks the bytes and makes a tree of them. It returns nil, and has
// noted why, when there is no tree to fill from.
func (f *filler) compose(data []byte, limits Limits) *yaml.Node {
	if len(data) > limits.Bytes {
		f.add(Fault{Line: 1, Column: 1, Kind: KindTooLarge, Want: Part{"strict/bytes", map[string]any{"n": limits.Bytes}}})
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !f.checkText(data) || !f.checkSeparators(data, limits.Nodes) {
		return nil
	}
	var pairs paired
	if f.json = json.Valid(data); f.json {
		data, pairs = withoutPairs(data)
	}
	found := len(f.faults)
	root := f.load(data, limits)
	for i := range f.faults[found:] {
		fault := &f.faults[found+i]
		fault.Column = pairs.column(fault.Line, fault.Column)
	}
	if root != nil {
		pairs.restore(root)
	}
	if root == nil || !f.checkTree(root, limits) {
		return nil
	}
	return root
}

// checkText refuses what is not UTF-8 text. The first bad place is enough:
// a file of another encoding has one at every letter.
func (f *filler) checkText(data []byte) bool {
	line, column := 1, 1
	for len(data) > 0 {
		if data[0] >= ' ' && data[0] < 0x7f { // most of all
			data, column = data[1:], column+1
			continue
		}
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			f.add(Fault{Line: line, Column: column, Kind: KindEncoding, Got: fmt.Sprintf("byte 0x%02X", data[0]), Want: "UTF-8"})
			return false
		case unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t':
			f.add(Fault{
				Line: line, Column: column, Kind: KindEncoding,
				Got: controlCharacter(r), Want: Part{"strict/utf8-text", nil},
			})
			return false
		case r == '\n':
			line, column = line+1, 1
		default:
			column++
		}
		data = data[size:]
	}
	return true
}

func controlCharacter(r rune) Part {
	return Part{"strict/control-character", map[string]any{"code": fmt.Sprintf("U+%04X", r)}}
}

func values(n int) Part { return Part{"strict/values", map[string]any{"n": n}} }

// checkSeparators bounds the tree before it is built: every value but the
// first comes after one of these, and a quoted one has two marks of its own, which
// need nothing between them.
func (f *filler) checkSeparators(data []byte, most int) bool {
	count, quotes, line, start := 0, 0, 1, 0
	for i, b := range data {
		switch b {
		case '\n':
			line, start = line+1, i+1
			continue
		case '"', '\'':
			if quotes++; quotes <= 2*most {
				continue
			}
			count = most
		case ',', ':', '[', '{':
		case '-', '?':
			if i+1 < len(data) && data[i+1] > ' ' {
				continue
			}
		default:
			continue
		}
		if count++; count > most {
			column := utf8.RuneCount(data[start:i]) + 1
			f.add(Fault{Line: line, Column: column, Kind: KindTooLarge, Want: values(most)})
			return false
		}
	}
	return true
}

// load builds the tree and sees to it that it is the only one.
func (f *filler) load(data []byte, limits Limits) *yaml.Node {
	tooDeep := false
	depth := func(level int, _ *yaml.DepthContext) error {
		if level > limits.Depth {
			tooDeep = true
			return errors.New("too deep")
		}
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithUniqueKeys(false),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthFunc(depth))))
	if err != nil {
		f.addSyntax(err)
		return nil
	}
	root, err := loadNext(loader)
	switch {
	case errors.Is(err, io.EOF):
		f.add(Fault{Line: 1, Column: 1, Kind: KindEmpty})
		return nil
	case tooDeep:
		f.addTooDeep(markOf(err), limits)
		return nil
	case err != nil:
		f.addSyntax(err)
		return nil
	}
	next, err := loadNext(loader)
	switch {
	case errors.Is(err, io.EOF):
	case tooDeep:
		f.addTooDeep(markOf(err), limits)
	case err != nil:
		f.addSyntax(err)
	default:
		f.add(Fault{Line: next.Line, Column: next.Column, Kind: KindExtraDocument})
	}
	return root
}

// loadNext turns a panic of the YAML library into an error: it panics where
// it believes a state impossible, and hostile input must not end a program.
func loadNext(loader *yaml.Loader) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	var document yaml.Node
	if err := loader.Load(&document); err != nil {
		return nil, err
	}
	if document.Kind == yaml.DocumentNode && len(document.Content) == 1 {
		return document.Content[0], nil
	}
	return &document, nil
}

func (f *filler) addTooDeep(mark yaml.Mark, limits Limits) {
	f.add(Fault{
		Line: mark.Line, Column: mark.Column, Kind: KindTooDeep,
		Want: Part{"strict/levels", map[string]any{"n": limits.Depth}},
	})
}

// checkTree counts the nodes and refuses what YAML offers beyond plain data:
// every such place is a fault, and a tree that holds a reference or a tag is
// filled all the same, without that value.
func (f *filler) checkTree(root *yaml.Node, limits Limits) bool {
	type level struct {
		node  *yaml.Node
		depth int
	}
	stack, count := []level{{root, 1}}, 0
	for ; len(stack) > 0; count++ {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if count > limits.Nodes {
			f.add(Fault{
				Line: at.node.Line, Column: at.node.Column, Kind: KindTooLarge,
				Want: values(limits.Nodes),
			})
			return false
		}
		if at.depth > limits.Depth && len(at.node.Content) > 0 {
			f.addTooDeep(yaml.Mark{Line: at.node.Line, Column: at.node.Column}, limits)
			return false
		}
		f.checkNode(at.node)
		for i := len(at.node.Content) - 1; i >= 0; i-- {
			stack = append(stack, level{at.node.Content[i], at.depth + 1})
		}
	}
	f.doc.places = make(map[string]Place, count/2) // of a key and its value one
	return true
}

func (f *filler) checkNode(node *yaml.Node) {
	switch {
	case node.Kind == yaml.AliasNode:
		f.add(Fault{Line: node.Line, Column: node.Column, Kind: KindReference, Got: lang.Quoted("*" + node.Value)})
	case node.Anchor != "":
		f.add(Fault{Line: node.Line, Column: node.Column, Kind: KindReference, Got: lang.Quoted("&" + node.Anchor)})
	case node.Tag == "!!merge":
		f.add(Fault{Line: node.Line, Column: node.Column, Kind: KindReference, Got: lang.Quoted(node.Value)})
	case node.Style&yaml.TaggedStyle != 0:
		f.add(Fault{Line: node.Line, Column: node.Column, Kind: KindTag, Got: lang.Quoted(node.Tag)})
	}
	if node.Kind != yaml.ScalarNode {
		return
	}
	for _, r := range node.Value {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			f.add(Fault{
				Line: node.Line, Column: node.Column, Kind: KindEncoding,
				Got: controlCharacter(r), Want: Part{"strict/plain-text", nil},
			})
			node.Value = ""
			return
		}
	}
}
