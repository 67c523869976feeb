package strict

import (
	"errors"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// addSyntax notes a fault that the YAML library found. A bracket or a quotation
// mark that is never closed shows at the end of the file, so the line that it
// opens in is told too.
func (f *filler) addSyntax(err error) {
	mark := markOf(err)
	fault := Fault{Line: mark.Line, Column: mark.Column, Kind: KindSyntax, Want: err}
	if found, ok := errors.AsType[*yaml.LoadError](err); ok {
		fault.Want = sayable(found.Message)
		if begun := found.ContextMark.Line; begun > 0 && begun != mark.Line {
			fault.Want = Part{"strict/begun-in", map[string]any{"what": fault.Want, "line": strconv.Itoa(begun)}}
		}
	}
	f.add(fault)
}

func markOf(err error) yaml.Mark {
	if found, ok := errors.AsType[*yaml.LoadError](err); ok && found.Mark.Line > 0 {
		return found.Mark
	}
	return yaml.Mark{Line: 1, Column: 1}
}

// sayable gives the library's commonest messages their own, which says what to
// do; the others stay as they are.
func sayable(message string) any {
	for _, m := range syntaxMessages {
		if strings.Contains(message, m.part) {
			return Part{m.kind, nil}
		}
	}
	return message
}

var syntaxMessages = [...]struct{ part, kind string }{
	{"mapping values are not allowed", "strict/yaml-stray-colon"},
	{"unexpected end of stream", "strict/yaml-open-quote"},
	{"cannot start any token", "strict/yaml-stray-character"},
	{"did not find expected ',' or ']'", "strict/yaml-open-list"},
	{"did not find expected ',' or '}'", "strict/yaml-open-mapping"},
	{"did not find expected key", "strict/yaml-no-key"},
	{"did not find expected '-' indicator", "strict/yaml-no-dash"},
	{"could not find expected ':'", "strict/yaml-no-colon"},
	{"unknown anchor", "strict/yaml-no-anchor"},
	{"unknown escape character", "strict/yaml-bad-escape"},
	{"invalid Unicode character escape", "strict/yaml-bad-unicode"},
	{"did not find expected <document start>", "strict/yaml-text-after-end"},
	{"block sequence entries are not allowed", "strict/yaml-stray-dash"},
}
