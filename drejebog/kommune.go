package drejebog

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Kommune is one of the 98 municipalities.
type Kommune struct {
	Code       string       `yaml:"code,required"` // four digits: "0101"
	Name       string       `yaml:"name,required"` // as Danmarks Statistik writes it
	Full       string       `yaml:"full"`          // as a body, where it is not the name and "Kommune"; see FullName
	Region     string       `yaml:"region,required"`
	Population []Population `yaml:"population,required"` // oldest first
}

// FullName is what the kommune calls itself: "Roskilde Kommune", "Københavns
// Kommune", "Bornholms Regionskommune".
func (k *Kommune) FullName() string {
	if k.Full != "" {
		return k.Full
	}
	return k.Name + " Kommune"
}

// Population is the number of inhabitants on a day.
type Population struct {
	On    date.Date `yaml:"on,required"`
	Count int       `yaml:"count,required"`
}

// PopulationOn returns the newest count that is not later than the day, and
// the oldest one for a day before all of them.
func (k Kommune) PopulationOn(day date.Date) Population {
	found := k.Population[0]
	for _, p := range k.Population {
		if p.On <= day {
			found = p
		}
	}
	return found
}

// FormerKommune is a name that no kommune has any longer.
type FormerKommune struct {
	Name       string    `yaml:"name,required"`
	Kommune    string    `yaml:"kommune,required"` // the name of the one that the whole of it or most is part of
	Also       []string  `yaml:"also"`             // those that some parishes went to
	Until      date.Date `yaml:"until,required"`   // its last day
	Provenance `yaml:",inline"`
}

// KommuneError says that no kommune has the code or name.
type KommuneError struct {
	Word    string
	Suggest string // the nearest name, or the kommune that one of before is part of, or ""
	Former  string // the name of before that it is, or ""; then Suggest names all that it is part of
}

// Error returns kind and values.
func (e *KommuneError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *KommuneError) Fault() (kind string, values map[string]any) {
	if e.Suggest == "" {
		return "drejebog/no-kommune", map[string]any{"word": lang.Quoted(e.Word)}
	}
	if e.Former != "" {
		return "drejebog/kommune-of-before", map[string]any{"word": lang.Quoted(e.Former), "meant": e.Suggest}
	}
	return "drejebog/no-kommune-meant", map[string]any{"word": lang.Quoted(e.Word), "meant": e.Suggest}
}

// Kommune finds a kommune by its code ("0265", "265") or its name, whatever
// the case, with or without "Kommune", with æ, ø, å or ae, oe, aa. The error
// is a *KommuneError that suggests the nearest name.
func (b *Playbook) Kommune(word string) (Kommune, error) {
	word = strings.TrimSpace(word)
	i := slices.IndexFunc(b.Kommuner, func(k Kommune) bool {
		return k.Name == word || k.Code == word || strings.TrimPrefix(k.Code, "0") == word
	})
	if folded := lang.Fold(word); i < 0 && folded != "" {
		i = slices.IndexFunc(b.Kommuner, func(k Kommune) bool { return lang.Fold(k.Name) == folded })
	}
	if i >= 0 && word != "" {
		found := b.Kommuner[i]
		found.Population = slices.Clone(found.Population) // the caller's
		return found, nil
	}
	return Kommune{}, b.noKommune(word)
}

// noKommune is the error of a word that is no kommune: it names what a kommune of
// before is part of, or the nearest name.
func (b *Playbook) noKommune(word string) *KommuneError {
	names := make([]string, 0, len(b.Kommuner)+len(b.FormerKommuner))
	for i := range b.Kommuner {
		names = append(names, b.Kommuner[i].Name)
	}
	for i := range b.FormerKommuner {
		names = append(names, b.FormerKommuner[i].Name)
	}
	near, folded := lang.Nearest(word, names), lang.Fold(word)
	for i := range b.FormerKommuner {
		f := &b.FormerKommuner[i]
		if f.Name == near || lang.Fold(f.Name) == folded {
			return &KommuneError{Word: word, Former: f.Name, Suggest: strings.Join(append([]string{f.Kommune}, f.Also...), ", ")}
		}
	}
	return &KommuneError{Word: word, Suggest: near}
}

// KommuneSuggestion is what to write for a word that is no kommune: "Mente du
// »Roskilde«?", or what a kommune of before is part of; nothing where nothing is
// near.
func (b *Playbook) KommuneSuggestion(word string) lang.Text {
	fault := b.noKommune(word)
	switch {
	case fault.Former != "":
		return b.Words.Say("common/part-of-today", lang.Args{"name": lang.Both(fault.Former), "kommune": lang.Both(fault.Suggest)})
	case fault.Suggest != "":
		return b.Words.Say("common/did-you-mean", lang.Args{"name": lang.Both(fault.Suggest)})
	}
	return lang.Text{}
}
