package estimate

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// scopeName is the name of a project or of a legacy system.
func (e *Estimate) scopeName(id string) string {
	if e.book == nil {
		return id
	}
	if p := e.book.Project(id); p != nil {
		return p.Name
	}
	if s := e.book.System(id); s != nil {
		return s.Name
	}
	return id
}

func (e *Estimate) projectNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = e.scopeName(id)
	}
	return strings.Join(names, ", ")
}

func (e *Estimate) partyName(id string) lang.Text {
	if e.book == nil {
		return lang.Both(id)
	}
	if p := e.book.Party(id); p != nil {
		return p.Name
	}
	return lang.Both(id)
}

// digits writes a year, a line or a small number.
func digits(n int) string { return strconv.Itoa(n) }

// lowerFirst makes a name fit into a sentence, unless it is an abbreviation.
func lowerFirst(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	if unicode.IsUpper(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// lowered makes a name fit into a sentence in both languages.
func lowered(name lang.Text) lang.Text {
	return lang.Text{DA: lowerFirst(name.DA), EN: lowerFirst(name.EN)}
}

// capital begins a sentence with a name.
func capital(name lang.Text) lang.Text {
	return lang.Text{DA: upperFirst(name.DA), EN: upperFirst(name.EN)}
}

// upperFirst begins a sentence with a name.
func upperFirst(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

func (e *Estimate) roleName(id string) lang.Text {
	if e.book != nil {
		if r := e.book.Role(id); r != nil {
			return r.Name
		}
	}
	return lang.Both(id)
}

// adjustmentPlace is where the plan has an adjustment.
func (e *Estimate) adjustmentPlace(a *plan.Adjustment) string {
	for i := range e.plan.Adjustments {
		if &e.plan.Adjustments[i] != a {
			continue
		}
		if place, ok := e.plan.Where(strict.Index("adjustments", i)); ok {
			return place.String()
		}
		return "adjustments[" + digits(i) + "]"
	}
	return ""
}

// nodeOf is the task or milestone of an id.
func (e *Estimate) nodeOf(id string) *drejebog.Node {
	if t := e.sched.Task(id); t != nil {
		return &t.Node
	}
	return &e.sched.Milestone(id).Node
}

// labelOf names a task or a milestone with its scope.
func (e *Estimate) labelOf(id string) lang.Text {
	if t := e.sched.Task(id); t != nil {
		return e.sched.Label(&t.Node)
	}
	if m := e.sched.Milestone(id); m != nil {
		return e.sched.Label(&m.Node)
	}
	return lang.Both(id)
}

// stepName is the name of a node without its scope.
func stepName(node *drejebog.Node) lang.Text {
	if node.Step != nil {
		return node.Step.Name
	}
	return node.Milestone.Name
}

// listed joins parts as a sentence does: "a, b og c".
func (e *Estimate) listed(parts []lang.Text) lang.Text {
	last := len(parts) - 1
	if last < 1 {
		return joined("", parts)
	}
	return e.text("common/and", lang.Args{"list": joined(", ", parts[:last]), "last": parts[last]})
}

// behind sets a sentence behind another.
func behind(sentence lang.Text) lang.Text {
	return lang.Text{DA: " " + sentence.DA, EN: " " + sentence.EN}
}

// joined is texts with a sign between them.
func joined(sign string, parts []lang.Text) lang.Text {
	var da, en []string
	for _, part := range parts {
		da, en = append(da, part.DA), append(en, part.EN)
	}
	return lang.Text{DA: strings.Join(da, sign), EN: strings.Join(en, sign)}
}

// lineText names a line as a person would: task, role and kind.
func (e *Estimate) lineText(task, role string, kind Kind) lang.Text {
	return joined(", ", []lang.Text{e.labelOf(task), lowered(e.roleName(role)), e.kindName(kind)})
}

// lineName is the task, who does it, and how it is paid for.
func (e *Estimate) lineName(b *Basis) lang.Text {
	return joined(": ", []lang.Text{e.labelOf(b.Task), e.who(b)})
}

// who is the role or the purchase that a line is for, and what it grows with.
func (e *Estimate) who(b *Basis) lang.Text {
	who := lowered(e.roleName(b.Line.Role))
	switch b.Line.Kind {
	case External:
		who = e.kindName(External)
	case Backfill:
		who = e.text("estimate/stand-in-for", lang.Args{"role": who})
	}
	if d := e.how.whole.Driver(b.Line.Per); d != nil {
		return e.text("estimate/by-driver", lang.Args{"who": who, "driver": lowered(d.Name)})
	}
	return who
}
