package lang

// Lang is a language that the module writes.
type Lang string

// The languages: Danish is the default wherever a Lang is empty.
const (
	Danish  Lang = "da"
	English Lang = "en"
)

// Tag is the language as HTML and calendars name it: "da", "en".
func (l Lang) Tag() string {
	if l == English {
		return string(English)
	}
	return string(Danish)
}

// Locale is the language with the country whose notation goes with it: "da-DK", "en-GB".
func (l Lang) Locale() string {
	if l == English {
		return "en-GB"
	}
	return "da-DK"
}

// Text is what a person reads, in Danish and in English.
type Text struct {
	DA string `yaml:"da,required" json:"da"`
	EN string `yaml:"en,required" json:"en"`
}

// Both is a word that is the same in both languages.
func Both(word string) Text { return Text{DA: word, EN: word} }

// Written is a value as it reads in both languages.
func Written(v Value) Text { return Text{DA: v.In(Danish), EN: v.In(English)} }

// Dash stands where there is nothing to tell.
func Dash() Text { return Both("–") }

// In returns the text in the language; anything but English is Danish.
func (t Text) In(language Lang) string {
	if language == English {
		return t.EN
	}
	return t.DA
}

// IsZero reports whether nothing was written.
func (t Text) IsZero() bool { return t.DA == "" && t.EN == "" }
