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
	fault := Fault{Line: mark.Line, Column: mark.Column, Kind: KindSyntax, Want: err.Error()}
	if found, ok := errors.AsType[*yaml.LoadError](err); ok {
		fault.Want, fault.WantDA = found.Message, inDanish(found.Message)
		if begun := found.ContextMark.Line; begun > 0 && begun != mark.Line {
			line := strconv.Itoa(begun)
			fault.Want += ", in what begins in line " + line
			fault.WantDA += ", i det, der begynder i linje " + line
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

// inDanish says the library's commonest messages in Danish and what to do;
// the others stay in English.
func inDanish(message string) string {
	for _, m := range syntaxMessages {
		if strings.Contains(message, m.part) {
			return m.danish
		}
	}
	return message
}

var syntaxMessages = [...]struct{ part, danish string }{
	{"mapping values are not allowed", "et kolon på et sted, hvor der ikke kan stå en nøgle; sæt anførselstegn om teksten, eller ret indrykningen"},
	{"unexpected end of stream", "filen slutter midt i en tekst; et anførselstegn mangler"},
	{"cannot start any token", "et tegn, der ikke kan stå her (tabulator, @, ` eller %); ryk ind med mellemrum, eller sæt anførselstegn om teksten"},
	{"did not find expected ',' or ']'", "et komma eller ] mangler i listen"},
	{"did not find expected ',' or '}'", "et komma eller } mangler mellem nøglerne"},
	{"did not find expected key", "en nøgle mangler; ret indrykningen, så nøglerne står lige under hinanden"},
	{"did not find expected '-' indicator", "en bindestreg mangler; ret indrykningen, så punkterne står lige under hinanden"},
	{"could not find expected ':'", "et kolon mangler efter nøglen"},
	{"unknown anchor", "en henvisning til noget, der ikke findes; henvisninger læses ikke, skriv værdien ud"},
	{"unknown escape character", "en omvendt skråstreg foran et tegn, der ikke skal have den"},
	{"invalid Unicode character escape", "et tegn, der er skrevet med \\u, men ikke findes; skriv selve tegnet"},
	{"did not find expected <document start>", "tekst efter dokumentets slutning"},
	{"block sequence entries are not allowed", "en bindestreg på et sted, hvor der ikke kan stå en liste"},
}
