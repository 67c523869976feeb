package strict

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"

	"go.yaml.in/yaml/v4"
)

// JSON notes a character beyond U+FFFF as two escapes, \ud83d\ude00, each a half
// of a pair of UTF-16 (RFC 8259, section 7); YAML as one, \U0001F600.
const (
	halfLength  = len(`\ud83d`)
	pairShorter = 2*halfLength - len(`\U0001F600`)
)

// paired are the places of the pairs of a document, by line: the columns behind
// them, in characters of the text in which each is noted as YAML does.
type paired map[int][]int

// withoutPairs notes the pairs of a JSON document as YAML does. A half alone
// stays, for the YAML library to find.
func withoutPairs(data []byte) ([]byte, paired) {
	if !bytes.Contains(data, []byte(`\u`)) {
		return data, nil
	}
	var out bytes.Buffer
	pairs, line, column := paired{}, 1, 1
	for i := 0; i < len(data); {
		size := 1
		if data[i] == '\\' {
			size = 2 // the next is no beginning of an escape
			if r := pairAt(data[i:]); r > 0 {
				fmt.Fprintf(&out, `\U%08X`, r)
				i += 2 * halfLength
				column += 2*halfLength - pairShorter
				pairs[line] = append(pairs[line], column)
				continue
			}
		}
		for _, b := range data[i : i+size] {
			switch {
			case b == '\n':
				line, column = line+1, 1
			case b&0xC0 != 0x80: // the first byte of a character
				column++
			}
		}
		out.Write(data[i : i+size])
		i += size
	}
	return out.Bytes(), pairs
}

// pairAt is the character of the pair that a text begins with, 0 for none.
func pairAt(text []byte) rune {
	if len(text) < 2*halfLength {
		return 0
	}
	if r := utf16.DecodeRune(half(text), half(text[halfLength:])); r > 0xFFFF {
		return r
	}
	return 0
}

// half is the unit that a text notes at its beginning, 0 for none.
func half(text []byte) rune {
	if text[0] != '\\' || text[1] != 'u' {
		return 0
	}
	unit, _ := strconv.ParseUint(string(text[2:halfLength]), 16, 16)
	return rune(unit)
}

// column is where a place stands in the document as it was handed in.
func (p paired) column(line, column int) int {
	moved := column
	for _, behind := range p[line] {
		if column >= behind {
			moved += pairShorter
		}
	}
	return moved
}

// restore gives every node the place that it has in the document.
func (p paired) restore(node *yaml.Node) {
	if len(p) == 0 {
		return
	}
	for stack := []*yaml.Node{node}; len(stack) > 0; {
		at := stack[len(stack)-1]
		stack = append(stack[:len(stack)-1], at.Content...)
		at.Column = p.column(at.Line, at.Column)
	}
}
