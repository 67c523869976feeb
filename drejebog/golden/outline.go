package golden

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Head is the first line of a table and the number of lines below it.
func Head(table string) string {
	head, rest, _ := strings.Cut(table, "\n")
	return fmt.Sprintf("%s\n+ %d lines\n", head, strings.Count(rest, "\n"))
}

// Elements are the Tags and, last, the length and a checksum of the whole.
func Elements(document string) string { return Tags(document) + sum(document) }

// Tags are the elements of XML, SVG or HTML, each with the names of its
// attributes and how often it stands there. They stay when only the style or a
// word of a page changes.
func Tags(document string) string {
	times := map[string]int{}
	for _, found := range element.FindAllStringSubmatch(document, -1) {
		var attributes []string
		for _, a := range attribute.FindAllStringSubmatch(found[2], -1) {
			attributes = append(attributes, a[1])
		}
		slices.Sort(attributes)
		times[strings.Join(append([]string{found[1]}, attributes...), " ")]++
	}
	var out strings.Builder
	for _, tag := range slices.Sorted(maps.Keys(times)) {
		fmt.Fprintf(&out, "%6d %s\n", times[tag], tag)
	}
	return out.String()
}

var (
	element   = regexp.MustCompile(`<([A-Za-z][\w:-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*/?>`)
	attribute = regexp.MustCompile(`\s([\w:-]+)(?:="[^"]*")?`)
)

// sum is the length and a checksum of a text.
func sum(text string) string {
	return fmt.Sprintf("%d bytes, sha256 %.8x\n", len(text), sha256.Sum256([]byte(text)))
}
