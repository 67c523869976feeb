package lang

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Value is what fills a place of a message: a [Text], a [Number], [Kroner], a
// [Day], or whatever else can be written in a language.
type Value interface{ In(language Lang) string }

// Args are what fills the named {places} of a message.
type Args map[string]Value

// Message is a sentence, a label or a name with {places}. With One it counts
// the place {n}, and One is what stands where the language says "one". Also is
// what else people write for a name.
type Message struct {
	DA   string   `yaml:"da,required"`
	EN   string   `yaml:"en,required"`
	One  *Text    `yaml:"one"`
	Also []string `yaml:"also"`
}

// Catalogue are messages by id, "group/key". It is read-only once it is made.
type Catalogue struct{ messages map[string]Message }

// CatalogueOf makes a catalogue of messages by id that Add has taken before: it
// checks nothing, and keeps the map.
func CatalogueOf(messages map[string]Message) *Catalogue { return &Catalogue{messages} }

// Messages returns a copy of all messages by id.
func (c *Catalogue) Messages() map[string]Message {
	messages := maps.Clone(c.messages)
	for id, m := range c.messages {
		if m.One != nil || m.Also != nil {
			m.One, m.Also = copied(m.One), slices.Clone(m.Also)
			messages[id] = m
		}
	}
	return messages
}

func copied[T any](pointer *T) *T {
	if pointer == nil {
		return nil
	}
	value := *pointer
	return &value
}

// Add takes a file's groups of messages in and returns what is wrong with them,
// by group and key.
func (c *Catalogue) Add(groups map[string]map[string]Message) []MessageFault {
	if c.messages == nil {
		c.messages = map[string]Message{}
	}
	var faults []MessageFault
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		for _, key := range slices.Sorted(maps.Keys(groups[group])) {
			m, id := groups[group][key], group+"/"+key
			if _, twice := c.messages[id]; twice {
				faults = append(faults, MessageFault{Group: group, Key: key, Kind: TwiceDefined})
			}
			for _, f := range m.check() {
				f.Group, f.Key = group, key
				faults = append(faults, f)
			}
			c.messages[id] = m
		}
	}
	return faults
}

// check compares the places of the message's forms. A form for one may leave
// {n} out: "en dag".
func (m *Message) check() []MessageFault {
	var faults []MessageFault
	places := Text{m.DA, m.EN}.places()
	if m.One != nil && !slices.Contains(places, "n") {
		faults = append(faults, MessageFault{Kind: NothingToOne, Place: "n"})
	}
	forms := []string{m.DA, m.EN}
	if m.One != nil {
		forms = append(forms, m.One.DA, m.One.EN)
		places = append(places, m.One.places()...)
		slices.Sort(places)
		places = slices.Compact(places)
	}
	for _, place := range places {
		for i, form := range forms {
			if !strings.Contains(form, "{"+place+"}") && (i < 2 || place != "n") {
				faults = append(faults, MessageFault{Kind: OtherPlaces, Place: place})
				break
			}
		}
	}
	return faults
}

// Has reports whether there is a message with the id.
func (c *Catalogue) Has(id string) bool {
	if c == nil {
		return false
	}
	_, ok := c.messages[id]
	return ok
}

// IDs returns the ids of all messages, sorted.
func (c *Catalogue) IDs() []string { return slices.Sorted(maps.Keys(c.messages)) }

// Places returns the places of a message, sorted; nil without any.
func (c *Catalogue) Places(id string) []string { m := c.messages[id]; return Text{m.DA, m.EN}.places() }

// Also returns what else people write for the name that a message is.
func (c *Catalogue) Also(id string) []string { return slices.Clone(c.messages[id].Also) }

// Called returns all that people write for the name that a message is, in either
// language.
func (c *Catalogue) Called(id string) []string {
	m := c.messages[id]
	return append([]string{m.DA, m.EN}, m.Also...)
}

// Say returns the message with its places filled. An id that no file has is
// returned itself.
func (c *Catalogue) Say(id string, args Args) Text {
	if !c.Has(id) {
		return Both(id)
	}
	m := c.messages[id]
	text := Text{m.DA, m.EN}
	if n, ok := args["n"].(Number); ok && m.One != nil {
		if n.isOne(language.Danish) {
			text.DA = m.One.DA
		}
		if n.isOne(language.English) {
			text.EN = m.One.EN
		}
	}
	return text.Fill(args)
}

// Key returns the message of an enumeration's key, "group/key".
func (c *Catalogue) Key(group, key string, args Args) Text { return c.Say(group+"/"+key, args) }

// Listed puts texts in a row, as a sentence does: "KY, KSD og SAPA".
func (c *Catalogue) Listed(texts ...Text) Text {
	last := len(texts) - 1
	if last < 1 {
		return Joined(", ", texts...)
	}
	return c.Say("common/and", Args{"list": Joined(", ", texts[:last]...), "last": texts[last]})
}

// Of returns the sentence of an error that has Fault() (kind, values): the
// message of its kind, with the values in its places. Of another error it
// returns what Error says.
func (c *Catalogue) Of(err error) Text {
	var fault interface {
		Fault() (kind string, values map[string]any)
	}
	if !errors.As(err, &fault) {
		return Both(fmt.Sprint(err))
	}
	kind, values := fault.Fault()
	args := make(Args, len(values))
	for name, value := range values {
		args[name] = c.valueOf(value)
	}
	return c.Say(kind, args)
}

func (c *Catalogue) valueOf(value any) Value {
	switch v := value.(type) {
	case Value:
		return v
	case error:
		return c.Of(v)
	case date.Date:
		return Day(v)
	case int:
		return Whole(v)
	case decimal.Decimal:
		return Exactly(v)
	case []string:
		return Both(strings.Join(v, ", "))
	}
	return Both(fmt.Sprint(value))
}

// isOne reports whether the number takes the form of one: 1 in both languages,
// and in Danish 1,5 too (CLDR, cardinal plural rules).
func (n Number) isOne(tag language.Tag) bool {
	whole, fraction, _ := strings.Cut(n.Value.Abs().StringFixed(max(n.Places, 0)), ".")
	trimmed := strings.TrimRight(fraction, "0")
	return plural.Cardinal.MatchPlural(tag, lastDigits(whole), len(fraction), len(trimmed), lastDigits(fraction), lastDigits(trimmed)) == plural.One
}

// lastDigits are as many of a number's last digits as plural rules look at; of a
// longer one with a digit before them, so that 10,000,001 is not 1.
func lastDigits(digits string) int {
	const most = 10_000_000
	n := 0
	for _, d := range digits {
		if n = n*10 + int(d-'0'); n >= 2*most {
			n = n%most + most
		}
	}
	return n
}
