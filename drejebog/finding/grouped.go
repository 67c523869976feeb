package finding

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Grouped returns findings for people: those that one rule tells as several stand as
// one where the first of them stood, when they fill the places of its text alike and have
// one actor, or are told with the name of each, and of several have none; what stands in a file
// only with others of that file, at the place of the first. What another covers is left out.
func (r Rules) Grouped(findings []Finding, words *lang.Catalogue) []Finding {
	type group struct {
		rule *Rule
		of   []*Finding
	}
	type key struct {
		rule  *Rule
		cause string
	}
	var groups []group
	at := map[key]int{} // of groups
	covered := r.covered(findings)
	for i := range findings {
		f := &findings[i]
		if covered[told{f.Code, f.Subject}] {
			continue
		}
		rule, cause := r.causeOf(f)
		if i, ok := at[key{rule, cause}]; ok && rule != nil {
			groups[i].of = append(groups[i].of, f)
			continue
		}
		at[key{rule, cause}] = len(groups)
		groups = append(groups, group{rule, []*Finding{f}})
	}
	list := make([]Finding, len(groups))
	for i, g := range groups {
		if list[i] = *g.of[0]; len(g.of) > 1 {
			list[i] = g.rule.Several.together(g.of, words)
		}
	}
	return list
}

// told is what one finding says of another that it covers.
type told struct{ code, subject string }

// covered are the findings whose cause another tells, and more.
func (r Rules) covered(findings []Finding) map[told]bool {
	covered := map[told]bool{}
	for i := range findings {
		rule := r.Of(findings[i].Code)
		if rule == nil || rule.Covers == "" {
			continue
		}
		id, _ := findings[i].Data["id"].(lang.Text)
		covered[told{rule.Covers, id.DA}] = true
	}
	return covered
}

// causeOf is the rule that tells a finding with others, nil for none, and what it shares
// with those.
func (r Rules) causeOf(f *Finding) (*Rule, string) {
	rule := r.Of(f.Code)
	if rule == nil || rule.Several == nil {
		return nil, ""
	}
	alike := lang.Args{}
	for place, value := range f.Data {
		if place != rule.Several.List {
			alike[place] = value
		}
	}
	actor := f.Actor
	if rule.Several.namesActors() && actor != rule.Several.Apart {
		actor = ""
	}
	return rule, f.Severity.String() + actor + f.Place.File + f.Place.Sheet + rule.Several.Text.Fill(alike).DA
}

// namesActors reports whether it says of each who must act.
func (s *Several) namesActors() bool { return strings.Contains(s.Each.DA, "{actor}") }

// together is one finding of several, about the first of them.
func (s *Several) together(of []*Finding, words *lang.Catalogue) Finding {
	one := Finding{Code: of[0].Code, Subject: of[0].Subject, Task: of[0].Task, Severity: of[0].Severity, Actor: of[0].Actor, Date: of[0].Date, Section: of[0].Section, Place: of[0].Place}
	for _, f := range of {
		if f.Section != one.Section {
			one.Section = ""
		}
		if f.Actor != one.Actor {
			one.Actor = ""
		}
	}
	one.Data = lang.Args{}
	maps.Copy(one.Data, of[0].Data)
	one.Data["n"], one.Data["list"] = lang.Whole(len(of)), s.listed(of, words)
	one.Text = s.Text.Fill(one.Data)
	return one
}

// listed names what findings are of, those that are told alike by Each together.
func (s *Several) listed(of []*Finding, words *lang.Catalogue) lang.Text {
	var parts []lang.Text // Each with all but its {list}
	names := map[lang.Text][]lang.Text{}
	for _, f := range of {
		alike := lang.Args{"list": lang.Both("{list}")}
		maps.Copy(alike, f.Data)
		part := s.Each.Fill(alike)
		if _, met := names[part]; !met {
			parts = append(parts, part)
		}
		names[part] = append(names[part], lang.Both("{"+s.List+"}").Fill(f.Data))
	}
	for i, part := range parts {
		list := listedByScope(names[part], s.Most, words)
		if parts[i] = list; !part.IsZero() {
			parts[i] = part.Fill(lang.Args{"list": list})
		}
	}
	return lang.Joined("; ", parts...)
}

// listedByScope lists names, those that are the same but for what stands in brackets
// once: "Kravliste (KSD, KY og SAPA); Guide", short ones as words: "2013 og 2016"; of more
// than most, which 0 does not bound, only the first, and that there are others.
func listedByScope(names []lang.Text, most int, words *lang.Catalogue) lang.Text {
	var bases, list []lang.Text
	scopes := map[lang.Text][]lang.Text{}
	for _, name := range names {
		base, scope := cutScope(name)
		if !slices.Contains(bases, base) {
			bases = append(bases, base)
		}
		if scope.DA != "" && !slices.Contains(scopes[base], scope) {
			scopes[base] = append(scopes[base], scope)
		}
	}
	for _, base := range bases {
		list = append(list, lang.Joined(" ", base, lang.Bracketed(words.Listed(scopes[base]...))))
	}
	others := most > 0 && len(list) > most
	if others {
		list = list[:most]
	}
	if len(scopes) == 0 && !others && !slices.ContainsFunc(list, isList) {
		return words.Listed(list...)
	}
	if others {
		return words.Say("common/and-others", lang.Args{"list": lang.Joined("; ", list...)})
	}
	return lang.Joined("; ", list...)
}

// isList reports whether a name is told of several things itself.
func isList(name lang.Text) bool {
	return strings.ContainsAny(name.DA+name.EN, ",;:") || strings.Contains(name.DA, " og ")
}

// cutScope parts a name from what stands last in it in brackets.
func cutScope(name lang.Text) (base, scope lang.Text) {
	base.DA, scope.DA, _ = strings.Cut(strings.TrimSuffix(name.DA, ")"), " (")
	base.EN, scope.EN, _ = strings.Cut(strings.TrimSuffix(name.EN, ")"), " (")
	if !strings.HasSuffix(name.DA, ")") || !strings.HasSuffix(name.EN, ")") || strings.Contains(scope.DA, "(") || scope.EN == "" {
		return name, lang.Text{}
	}
	return base, scope
}
