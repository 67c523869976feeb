package skeleton

import (
	"encoding/json"
	"io"
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// WriteSchema writes the JSON Schema (draft 2020-12) of a plan for an editor that
// completes and explains, in Danish: the grammar, with what the playbook has of
// projects, tasks and roles. Keys of the first version are in it as deprecated.
// Among the data files it is schema/plan.schema.json.
func WriteSchema(w io.Writer, book *drejebog.Playbook) error {
	words := plan.Words(book)
	words.Defs = days(book)
	words.Scalars = map[reflect.Type]string{reflect.TypeFor[plan.When](): "when"}
	whole := plan.Grammar().Schema(words)
	whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	whole["$id"] = "https://github.com/drejebog/monopolbrud/seeds/schema/plan.schema.json"
	whole["title"] = book.Words.Say("plan-schema/title", nil).DA
	whole["description"] = book.Words.Say("plan-schema/plan", nil).DA
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(whole)
}

type node = map[string]any

// days are the definitions of dates.
func days(book *drejebog.Playbook) node {
	day := func(pattern string) node {
		return node{
			"type": "string", "format": "date", "pattern": pattern,
			"description": book.Words.Say("plan-schema/day", nil).DA,
		}
	}
	return node{
		"day":     day(`^20[1-4][0-9]-`),
		"dealDay": day(`^(19[7-9][0-9]|20[0-4][0-9])-`),
		"when": node{
			"description": book.Words.Say("plan-schema/when", nil).DA,
			"anyOf": []node{
				{"$ref": "#/$defs/day"},
				{
					"type": "string", "maxLength": 200, "pattern": "[0-9]",
					"not": node{"pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}, // a day of the calendar, or none
				},
				{"type": "integer", "minimum": plan.FirstYear, "maximum": plan.LastYear*10_000 + 1231}, // a year, or 20160201
				{"enum": []string{lang.NotKnown().DA, lang.NotKnown().EN}},
			},
		},
	}
}
