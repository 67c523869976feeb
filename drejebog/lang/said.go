package lang

// Said is something that is said and not told yet: the id of a message, which is
// its kind, and what fills its places, other messages among them. It is told when
// somebody writes it, by the catalogue that it is a message of.
type Said struct {
	ID    string // "" for a text of its own without a kind, such as a name
	Args  Args
	Own   Text // what it reads where it is no message of a catalogue
	words *Catalogue
}

// Message is a message that is told later.
func (c *Catalogue) Message(id string, args Args) Said { return Said{ID: id, Args: args, words: c} }

// OwnWords is a name, or what somebody wrote.
func OwnWords(text Text) Said { return Said{Own: text} }

// Text tells it, in both languages.
func (s Said) Text() Text {
	if s.ID == "" || !s.Own.IsZero() {
		return s.Own
	}
	return s.words.Say(s.ID, s.Args)
}

// In tells it in the language.
func (s Said) In(language Lang) string { return s.Text().In(language) }

// IsZero reports whether nothing is said.
func (s Said) IsZero() bool { return s.ID == "" && s.Own.IsZero() }

// Form is the text with its kind, null where nothing is said.
func (s Said) Form() any { return saidForm(s.ID, s.Text()) }

// Sentences are told one behind the other.
type Sentences []Said

// Text tells them, in both languages.
func (s Sentences) Text() Text {
	texts := make([]Text, len(s))
	for i := range s {
		texts[i] = s[i].Text()
	}
	return Joined(" ", texts...)
}

// In tells them in the language.
func (s Sentences) In(language Lang) string { return s.Text().In(language) }

// Form is the text with the kind of the first sentence.
func (s Sentences) Form() any {
	if len(s) == 0 {
		return saidForm("", Text{})
	}
	return saidForm(s[0].ID, s.Text())
}

// told is the form of what is said.
type told struct {
	Kind string `json:"kind"`
	DA   string `json:"da" form:"set"`
	EN   string `json:"en" form:"set"`
}

func saidForm(kind string, text Text) *told {
	if text.IsZero() {
		return nil
	}
	return &told{kind, text.DA, text.EN}
}

// Series are values in a row, such as names in a sentence, with a mark between
// them.
type Series struct {
	Mark string
	Of   []Value
}

// Text writes them in both languages; what is empty falls out.
func (s Series) Text() Text {
	texts := make([]Text, len(s.Of))
	for i, value := range s.Of {
		texts[i] = Written(value)
	}
	return Joined(s.Mark, texts...)
}

// In writes them in the language.
func (s Series) In(language Lang) string { return s.Text().In(language) }

// SeriesOf are values with a mark between them.
func SeriesOf[T Value](mark string, values []T) Series {
	s := Series{Mark: mark, Of: make([]Value, len(values))}
	for i, value := range values {
		s.Of[i] = value
	}
	return s
}
