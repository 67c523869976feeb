package strict

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// source is the text of a document, with the lines that its nodes name.
type source struct {
	text  string
	lines []int // where each begins
}

// errExtent says that a node does not stand where its text is looked for.
var errExtent = errors.New("strict: no end of a value")

func newSource(text string) *source {
	s := &source{text: text, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\r' && i+1 < len(text) && text[i+1] == '\n':
			continue
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			s.lines = append(s.lines, i+size)
		}
		i += size - 1
	}
	return s
}

// start is where a node begins.
func (s *source) start(node *yaml.Node) (int, error) {
	if node.Line < 1 || node.Line > len(s.lines) {
		return 0, errExtent
	}
	at := s.lines[node.Line-1]
	for range node.Column - 1 {
		_, size := utf8.DecodeRuneInString(s.text[at:])
		at += size
	}
	return at, nil
}

// end is where a node ends, the line break behind it not included.
func (s *source) end(node *yaml.Node) (int, error) {
	at, err := s.start(node)
	if err != nil {
		return 0, err
	}
	switch {
	case node.Kind != yaml.ScalarNode && node.Style&yaml.FlowStyle != 0:
		return s.endOfFlow(at)
	case node.Kind != yaml.ScalarNode && len(node.Content) > 0:
		last := node.Content[len(node.Content)-1]
		if isImplicit(last) && node.Kind == yaml.MappingNode {
			return s.colon(node.Content[len(node.Content)-2])
		}
		return s.end(last)
	case node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return s.endOfQuoted(at)
	case node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return s.endOfBlock(at), nil
	}
	return s.endOfPlain(at, node.Value)
}

// isImplicit reports whether a node is a value that is not there.
func isImplicit(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.Value == "" && node.Style == 0
}

func (s *source) endOfQuoted(at int) (int, error) {
	if at >= len(s.text) || s.text[at] != '"' && s.text[at] != '\'' {
		return 0, errExtent
	}
	mark := s.text[at]
	for i := at + 1; i < len(s.text); i++ {
		switch {
		case mark == '"' && s.text[i] == '\\':
			i++
		case s.text[i] == mark && mark == '\'' && i+1 < len(s.text) && s.text[i+1] == mark:
			i++
		case s.text[i] == mark:
			return i + 1, nil
		}
	}
	return 0, errExtent
}

// endOfFlow is the end of what begins with a bracket.
func (s *source) endOfFlow(at int) (int, error) {
	depth := 0
	for i := at; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		case (c == '"' || c == '\'') && strings.ContainsRune("[{,: \t\r\n", rune(s.text[i-1])):
			end, err := s.endOfQuoted(i)
			if err != nil {
				return 0, err
			}
			i = end - 1
		case c == '#' && strings.ContainsRune(" \t\r\n", rune(s.text[i-1])):
			i = s.endOfLine(i) - 1
		case depth == 0:
			return 0, errExtent
		}
	}
	return 0, errExtent
}

// endOfBlock is the end of a text in lines of its own: of the last that is indented
// more than the line with its mark, and of the empty ones behind where they count.
func (s *source) endOfBlock(at int) int {
	first := s.lineOf(at)
	least, end := s.holder(at), s.endOfLine(at)
	keep := strings.Contains(s.text[at:end], "+")
	for line := first + 1; line < len(s.lines); line++ {
		from := s.lines[line]
		blank := strings.TrimSpace(s.text[from:s.endOfLine(from)]) == ""
		if !blank && s.indent(line) <= least {
			break
		}
		if !blank || keep {
			end = s.endOfLine(from)
		}
	}
	return end
}

// holder is how far what holds a block text is indented: its key, or the dash of its
// item.
func (s *source) holder(at int) int {
	line := s.lineOf(at)
	column := s.indent(line)
	for from := s.lines[line]; from+column < at && strings.HasPrefix(s.text[from+column:], "- "); {
		rest := s.text[from+column+1 : at]
		inner := column + 1 + len(rest) - len(strings.TrimLeft(rest, " "))
		if from+inner >= at {
			break
		}
		column = inner
	}
	return column
}

// endOfPlain is the end of a text without quotation marks, whose breaks of lines are
// blanks of its value.
func (s *source) endOfPlain(at int, value string) (int, error) {
	const blanks = " \t\r\n"
	for value != "" {
		if strings.ContainsRune(blanks, rune(value[0])) {
			value = strings.TrimLeft(value, blanks)
			at += len(s.text[at:]) - len(strings.TrimLeft(s.text[at:], blanks))
			continue
		}
		if at >= len(s.text) || s.text[at] != value[0] {
			return 0, errExtent
		}
		at, value = at+1, value[1:]
	}
	return at, nil
}

// colon is the place behind the colon of a key.
func (s *source) colon(key *yaml.Node) (int, error) {
	at, err := s.end(key)
	if err != nil {
		return 0, err
	}
	for at < len(s.text) && (s.text[at] == ' ' || s.text[at] == '\t') {
		at++
	}
	if at >= len(s.text) || s.text[at] != ':' {
		return 0, errExtent
	}
	return at + 1, nil
}

// lineOf is the line, from 0, that a place lies in.
func (s *source) lineOf(at int) int {
	line, begins := slices.BinarySearch(s.lines, at)
	if begins {
		return line
	}
	return line - 1
}

// endOfLine is the end of the line that a place lies in, before its break.
func (s *source) endOfLine(at int) int {
	from := s.lines[s.lineOf(at)]
	return from + len(strings.TrimRight(s.text[from:s.nextLine(at)], "\r\n\u2028\u2029"))
}

// nextLine is where the line behind that of a place begins, the end of the text where
// it is the last.
func (s *source) nextLine(at int) int {
	if line := s.lineOf(at) + 1; line < len(s.lines) {
		return s.lines[line]
	}
	return len(s.text)
}

// indent is how far a line is indented.
func (s *source) indent(line int) int {
	text := s.text[s.lines[line]:]
	return len(text) - len(strings.TrimLeft(text, " "))
}

// isFirst reports whether nothing but blanks stands before a place in its line.
func (s *source) isFirst(at int) bool {
	return strings.TrimLeft(s.text[s.lines[s.lineOf(at)]:at], " ") == ""
}
