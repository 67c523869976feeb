package lang

import (
	"slices"
	"strings"
)

// Fill returns the text with its {places} replaced. A place that nothing is
// given for stays as it is, and what fills one is not filled again. What ends
// with a stop ("12 kr.") ends the sentence that it stands last in: no second one
// follows. An empty text in the last place, such as a sentence that there is none
// of, takes the blank before it with it.
func (t Text) Fill(args Args) Text {
	return Text{DA: filled(t.DA, args, Danish), EN: filled(t.EN, args, English)}
}

func filled(text string, args Args, language Lang) string {
	if len(args) == 0 {
		return text
	}
	var out strings.Builder
	out.Grow(2 * len(text))
	for {
		before, name, after, ok := cutPlace(text)
		if !ok {
			break
		}
		if value := args[name]; value != nil {
			written := value.In(language)
			if written == "" && after == "" {
				before = strings.TrimSuffix(before, " ")
			}
			out.WriteString(before)
			out.WriteString(written)
			if strings.HasSuffix(written, ".") {
				after = strings.TrimPrefix(after, ".")
			}
		} else {
			out.WriteString(text[:len(text)-len(after)])
		}
		text = after
	}
	out.WriteString(text)
	return out.String()
}

// cutPlace divides a text at its first place.
func cutPlace(text string) (before, name, after string, ok bool) {
	before, rest, open := strings.Cut(text, "{")
	name, after, closed := strings.Cut(rest, "}")
	return before, name, after, open && closed
}

// places returns the names of the places of a text in either language, sorted.
func (t Text) places() []string {
	var names []string
	for _, text := range []string{t.DA, t.EN} {
		for {
			_, name, after, ok := cutPlace(text)
			if !ok {
				break
			}
			names = append(names, name)
			text = after
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Places returns the {places} of a text, sorted and each once.
func Places(text string) []string {
	names := Both(text).places()
	for i, name := range names {
		names[i] = "{" + name + "}"
	}
	return names
}
