package finding

import (
	"maps"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Rule is a row of the list of findings: its code is permanent,
// retired when no longer used, never used again for something else.
type Rule struct {
	Code     string    `yaml:"code,required"` // "DB-…"
	Severity Severity  `yaml:"severity,required"`
	Since    string    `yaml:"since,required"` // version of the module's list
	Retired  bool      `yaml:"retired"`
	Text     lang.Text `yaml:"text,required"`   // with {places}
	Remedy   lang.Text `yaml:"remedy,required"` // what to do, with {places}
	Covers   string    `yaml:"covers"`          // code of a finding that is not told beside this one, when it is about the {id} of this one
	Several  *Several  `yaml:"several"`         // how several of one cause are told as one; nil where each is told
}

// Several tells findings of one rule and one cause as one.
type Several struct {
	List  string    `yaml:"list,required"` // the place whose values {list} has
	Text  lang.Text `yaml:"text,required"` // with {n}, {list}, and places that all of them fill alike
	Each  lang.Text `yaml:"each"`          // how those in {list} that differ in its places are parted, with {list} of their own; none: not parted
	Apart string    `yaml:"apart"`         // id of an actor whose findings are not told with those of others, though Each has {actor}
	Most  int       `yaml:"most"`          // so many names in each {list}, and that there are others; 0: all
}

// Rules are the rows of a list of findings.
type Rules []Rule

// Of is the rule of a code, nil where the list has none.
func (r Rules) Of(code string) *Rule {
	for i := range r {
		if r[i].Code == code {
			return &r[i]
		}
	}
	return nil
}

// Make makes the finding of a code, with the places of its texts filled. One that the
// list does not have is an error that says its code.
func (r Rules) Make(code string, args lang.Args) Finding {
	rule, args := r.Of(code), bounded(args)
	if rule == nil {
		return Finding{Code: code, Severity: Error, Text: lang.Both(code)}
	}
	return Finding{Code: code, Severity: rule.Severity, Data: args, Text: rule.Text.Fill(args), Remedy: rule.Remedy.Fill(args)}
}

// longestArg, in bytes, is more than any list of names has, and less than what a
// stranger may have put into a cell.
const longestArg = 2000

// bounded are the values with no text longer than people read.
func bounded(args lang.Args) lang.Args {
	copied := false
	for key, value := range args {
		text, ok := value.(lang.Text)
		if !ok || len(text.DA) <= longestArg && len(text.EN) <= longestArg {
			continue
		}
		if !copied {
			args, copied = maps.Clone(args), true
		}
		args[key] = text.AtMost(longestArg)
	}
	return args
}
