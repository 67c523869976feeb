package readinessreport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// found is what a finding says and what to do, with the playbook's section and the
// place in the file, as far as there are any: "(afsnit 4.8, plan.yaml:12:5)".
func (r report) found(f *drejebog.Finding, section bool) lang.Text {
	var where []lang.Text
	if section && f.Section != "" {
		where = append(where, r.say("common/section", lang.Args{"section": lang.Both(f.Section)}))
	}
	if f.Place.Line > 0 {
		where = append(where, lang.Both(f.Place.String()))
	}
	return lang.Joined(" ", f.Text, f.Remedy, inBrackets(where...))
}

// inBrackets are texts in brackets, none for none.
func inBrackets(texts ...lang.Text) lang.Text {
	if len(texts) == 0 {
		return lang.Text{}
	}
	return lang.Bracketed(texts...)
}
