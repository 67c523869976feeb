package match

import (
	"slices"
	"strings"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// Matcher finds the playbook's tasks and milestones by what the lists and
// plans of other programs call them, and the plan's own. It never guesses: what
// fits two tasks, or fits one only nearly, is offered. A matcher is for one list:
// it hands out each new id once.
type Matcher struct {
	book    *drejebog.Playbook
	nodes   []drejebog.Node
	byID    map[string]*drejebog.Node
	byName  map[string][]*drejebog.Node // by the folded name in both languages
	names   []string                    // the folded names in Danish, each once
	ids     lang.Lexicon                // of all nodes
	near    map[place]lang.Lexicon      // of the folded names that belong to a place, as they are asked for
	byLabel map[string][]*drejebog.Node // by the folded name with the contract or add-on that it is for
	own     ownTasks
}

// New returns a matcher for the playbook's tasks as a plan has them: for
// each of its contracts and add-ons.
func New(book *drejebog.Playbook, p *plan.Plan) *Matcher {
	m := &Matcher{
		book: book, byID: map[string]*drejebog.Node{},
		near: map[place]lang.Lexicon{}, byName: map[string][]*drejebog.Node{}, byLabel: map[string][]*drejebog.Node{}, own: ownTasksOf(p),
	}
	m.nodes, _ = p.Network(book)
	m.nodes = append(m.nodes, p.OwnDeliverables()...)
	ids := make([]string, len(m.nodes))
	for i := range m.nodes {
		node := &m.nodes[i]
		m.byID[node.ID], ids[i] = node, node.ID
		name, instance := nameOfNode(node), p.InstanceName(node)
		if folded := foldName(name.DA); len(m.byName[folded]) == 0 {
			m.names = append(m.names, folded)
		}
		for _, name := range slices.Compact([]string{name.DA, name.EN}) {
			m.byName[foldName(name)] = append(m.byName[foldName(name)], node)
			if instance != "" {
				m.byLabel[foldName(name+instance)] = append(m.byLabel[foldName(name+instance)], node)
			}
		}
	}
	m.ids = lang.NewLexicon(ids)
	return m
}

func nameOfNode(node *drejebog.Node) lang.Text {
	if node.Step != nil {
		return node.Step.Name
	}
	return node.Milestone.Name
}

// Find returns the task or milestone that is meant, or else the ids of those
// that could be, each once: the one whose id is nearest to the code first. The
// code is an id ("4.10/superbrugere@sapa") or a section ("4.10"); the name may
// begin with a section and end with its project, contract or add-on in brackets;
// the project is an id, "" where it is not known. Each may be empty.
func (m *Matcher) Find(code, name, project string) (found *drejebog.Node, near []string) {
	code = strings.ToLower(strings.TrimSpace(code))
	if node := m.byID[code]; node != nil {
		return node, nil
	}
	if node := m.byID[strings.ToLower(strings.TrimSpace(name))]; node != nil {
		return node, nil
	}
	name, section := withoutSection(strings.TrimSpace(name), code)
	if fits := m.within(m.byLabel[foldName(name)], section, project); len(fits) == 1 {
		return fits[0], nil
	}
	name, named := m.withoutScope(name)
	project = firstOf(named, project)
	folded := foldName(name)
	fits := m.within(m.byName[folded], section, project)
	if len(fits) == 1 {
		return fits[0], nil
	}
	if len(fits) == 0 {
		fits = m.within(m.byName[m.nearest(folded, section, project)], section, project)
	}
	if id := m.ids.Nearest(code); id != "" {
		near = append(near, id)
	}
	for _, node := range fits {
		if !slices.Contains(near, node.ID) {
			near = append(near, node.ID)
		}
	}
	return nil, near
}

// Node returns the task or milestone with an id, one of the plan's own deliverables
// among them; nil for none.
func (m *Matcher) Node(id string) *drejebog.Node { return m.byID[id] }

// OneOf lists what something could be, for people.
func OneOf(book *drejebog.Playbook, ids []string) lang.Text {
	const most = 10
	if len(ids) > most {
		ids = append(slices.Clone(ids[:most]), "…")
	}
	last := len(ids) - 1
	if last < 1 || len(ids) > most {
		return lang.Both(strings.Join(ids, ", "))
	}
	return book.Words.Say("common/or", lang.Args{"list": lang.Both(strings.Join(ids[:last], ", ")), "last": lang.Both(ids[last])})
}

// PrintsDeadline reports whether a day is the deadline that the playbook itself
// prints for a task.
func PrintsDeadline(node *drejebog.Node, day date.Date) bool {
	if node.Step == nil {
		return false
	}
	window := node.Activity.WindowOf(node.Step)
	return window != nil && window.Kind == drejebog.Frist && window.End.Closed() && window.End.Last == day
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// within keeps the tasks of a section and a project, where these are known.
func (m *Matcher) within(nodes []*drejebog.Node, section, project string) []*drejebog.Node {
	var kept []*drejebog.Node
	for _, node := range nodes {
		if isWithin(node, section, project) {
			kept = append(kept, node)
		}
	}
	return kept
}

func isWithin(node *drejebog.Node, section, project string) bool {
	ofSection := section == "" || strings.HasPrefix(node.ID, section) && strings.HasPrefix(node.ID[len(section):], "/")
	return ofSection && (project == "" || node.Project == project || node.Project == "" || node.System == project)
}

// place is where a task belongs: a section and a project, "" for any.
type place struct{ section, project string }

// nearest returns the folded name that a folded name is nearest to.
func (m *Matcher) nearest(folded, section, project string) string {
	at := place{section, project}
	lexicon, found := m.near[at]
	if !found {
		var names []string
		for _, name := range m.names {
			if slices.ContainsFunc(m.byName[name], func(n *drejebog.Node) bool { return isWithin(n, section, project) }) {
				names = append(names, name)
			}
		}
		lexicon = lang.NewLexicon(names)
		m.near[at] = lexicon
	}
	return lexicon.Nearest(folded)
}

// Scope returns the id of the project or legacy system that a name is for, ""
// for none.
func (m *Matcher) Scope(name string) string {
	folded := foldName(name)
	if folded == "" {
		return ""
	}
	fits := func(id string, names ...string) bool {
		return foldName(id) == folded || slices.ContainsFunc(names, func(n string) bool { return foldName(n) == folded })
	}
	for i := range m.book.Projects {
		p := &m.book.Projects[i]
		if fits(p.ID, append([]string{p.Name, p.FullName.DA, p.FullName.EN}, p.Aliases...)...) {
			return p.ID
		}
	}
	for i := range m.book.Systems {
		s := &m.book.Systems[i]
		if fits(s.ID, append([]string{s.Name}, s.Aliases...)...) {
			return s.ID
		}
	}
	return ""
}

// withoutScope takes "(KY)" off the end of a name.
func (m *Matcher) withoutScope(name string) (rest, scope string) {
	name = strings.TrimSpace(name)
	open := strings.LastIndexByte(name, '(')
	if open < 0 || !strings.HasSuffix(name, ")") {
		return name, ""
	}
	if scope = m.Scope(name[open+1 : len(name)-1]); scope == "" {
		return name, ""
	}
	return strings.TrimSpace(name[:open]), scope
}

// withoutSection takes "4.10" off the front of a name; the code stands for it
// where it is a section.
func withoutSection(name, code string) (rest, section string) {
	word, after, found := strings.Cut(name, " ")
	word = strings.TrimRight(word, ".:")
	switch {
	case found && isSection(word):
		return after, word
	case isSection(code):
		return name, code
	}
	return name, ""
}

// isSection reports whether a text is a number such as 4.10.
func isSection(text string) bool {
	chapter, number, ok := strings.Cut(text, ".")
	return ok && len(chapter) == 1 && chapter >= "4" && chapter <= "6" && len(number) >= 1 && len(number) <= 2 &&
		strings.Trim(number, "0123456789") == ""
}

// foldName keeps what tells names apart: letters and digits, small.
func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
