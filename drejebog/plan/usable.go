package plan

import (
	"cmp"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// mostRounds bounds how often a plan is looked at again after values were left out:
// each round leaves out what the one before left without its other half.
const mostRounds = 8

// Usable returns a Clone without the values that Check has errors about, and what
// Check finds: a key that means nothing, a number or a day beyond its bounds, an
// entry without what it has to have; one without a name has its key for it. Texts for people stay, and so do the kommune and
// the day that the plan is seen from: Check finds no other error in it. An entry goes
// whole where what is wrong has to be there. Where finds what is left where it stands
// in the file.
func (p *Plan) Usable(book *drejebog.Playbook) (*Plan, []drejebog.Finding) {
	findings := Check(book, p)
	usable := p.Clone()
	if book == nil || p == nil || !drejebog.HasFault(findings) {
		return usable, findings
	}
	errs := drejebog.WithSeverity(findings, drejebog.Fault)
	if len(findings) >= maxFindings {
		errs = p.everyError(book)
	}
	for range mostRounds {
		if !usable.leaveOut(p.pathsOf(errs)) {
			break
		}
		usable.faults = nil
		errs = usable.everyError(book)
	}
	usable.faults = p.faults
	usable.nameByKey()
	return usable, findings
}

// nameByKey gives what has to have a name and has none its key for one, so that
// no sentence has a hole.
func (p *Plan) nameByKey() {
	for id, contract := range p.Contracts {
		contract.Name = cmp.Or(contract.Name, id)
		p.Contracts[id] = contract
	}
	for id, own := range p.Own {
		own.Name = cmp.Or(own.Name, id)
		p.Own[id] = own
	}
	for id, addOn := range p.AddOns {
		addOn.Name = cmp.Or(addOn.Name, id)
		p.AddOns[id] = addOn
	}
	for id, benefit := range p.Benefits {
		benefit.Name = cmp.Or(benefit.Name, id)
		p.Benefits[id] = benefit
	}
}

// everyError returns the errors of a plan, however many there are.
func (p *Plan) everyError(book *drejebog.Playbook) []drejebog.Finding {
	c := newChecker(book, p)
	c.most, c.suggestions = math.MaxInt, maxSuggestions
	c.check()
	return drejebog.WithSeverity(c.findings, drejebog.Fault)
}

// pathsOf are the paths of what errors are about. The second of a key that stands
// twice is left out already, and one that means nothing was never there.
func (p *Plan) pathsOf(errs []drejebog.Finding) []string {
	unheard := map[string]bool{"kommune": true, "asOf": true, "": true}
	for _, fault := range p.faults {
		if fault.Kind == strict.KindDuplicateKey || fault.Kind == strict.KindUnknownKey {
			unheard[fault.Path] = true
		}
	}
	var paths []string
	for i := range errs {
		if !unheard[errs[i].Subject] {
			paths = append(paths, errs[i].Subject)
		}
	}
	return paths
}

// leaveOut takes what stands at paths out of a plan, and reports whether anything
// stood there.
func (p *Plan) leaveOut(paths []string) bool {
	l := leaving{items: map[string][]int{}}
	for _, path := range paths {
		l.at(reflect.ValueOf(p).Elem(), "", stepsOf(path))
	}
	p.prune(l.items)
	return l.done
}

// stepsOf are the keys and the numbers of items on a path, as strict.Join and
// strict.Index put them together.
func stepsOf(path string) []string {
	var steps []string
	for path != "" {
		switch {
		case strings.HasPrefix(path, `["`):
			quoted, err := strconv.QuotedPrefix(path[1:])
			key, _ := strconv.Unquote(quoted)
			if err != nil {
				return nil
			}
			steps, path = append(steps, key), strings.TrimPrefix(path[1+len(quoted):], "]")
		case path[0] == '[':
			number, rest, _ := strings.Cut(path[1:], "]")
			steps, path = append(steps, number), rest
		default:
			path = strings.TrimPrefix(path, ".")
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			if end == 0 {
				return nil
			}
			steps, path = append(steps, path[:end]), path[end:]
		}
	}
	return steps
}

// leaving takes values out of a plan. Items stay until all paths are gone through,
// whose numbers count them.
type leaving struct {
	items map[string][]int // those to take out of the list at a path
	done  bool
}

// at leaves out what the steps lead to, and reports whether that is the value
// itself, for its holder to leave out.
func (l *leaving) at(v reflect.Value, path string, steps []string) bool {
	if len(steps) == 0 {
		return true
	}
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && l.at(v.Elem(), path, steps)
	case reflect.Slice:
		i, err := strconv.Atoi(steps[0])
		if err == nil && i >= 0 && i < v.Len() && l.at(v.Index(i), strict.Index(path, i), steps[1:]) {
			l.items[path], l.done = append(l.items[path], i), true
		}
	case reflect.Map:
		l.entry(v, path, steps)
	case reflect.Struct:
		return l.field(v, path, steps)
	}
	return false
}

func (l *leaving) entry(v reflect.Value, path string, steps []string) {
	key := reflect.ValueOf(steps[0])
	held := v.MapIndex(key)
	if !held.IsValid() {
		return
	}
	entry := reflect.New(v.Type().Elem()).Elem()
	entry.Set(held)
	if l.at(entry, strict.Join(path, steps[0]), steps[1:]) {
		v.SetMapIndex(key, reflect.Value{})
		l.done = true
		return
	}
	v.SetMapIndex(key, entry)
}

// field leaves out a field of a group; the group itself where it has to be there
// and is no text that people read.
func (l *leaving) field(v reflect.Value, path string, steps []string) bool {
	g := theGrammar().groups[v.Type()]
	if g == nil {
		return false
	}
	i := slices.IndexFunc(g.fields, func(f field) bool { return f.name == steps[0] })
	if i < 0 {
		return false
	}
	f := &g.fields[i]
	value := v.FieldByIndex(f.index)
	if value.Kind() == reflect.String && f.rule.of == "" {
		return false // for people: nothing is computed from it
	}
	if !l.at(value, strict.Join(path, f.name), steps[1:]) {
		return false
	}
	if f.required {
		return true
	}
	l.done = l.done || !value.IsZero()
	value.SetZero()
	return false
}

// prune takes items out of lists, and keeps which of the file each that stays is.
func (p *Plan) prune(items map[string][]int) {
	if len(items) == 0 {
		return
	}
	kept := map[string][]int{}
	for list, numbers := range p.kept {
		kept[list] = numbers
	}
	for _, list := range sortedKeys(items) {
		p.pruneList(list, items[list], kept)
	}
	p.kept = kept
}

func (p *Plan) pruneList(path string, out []int, kept map[string][]int) {
	gone := map[int]bool{}
	for _, i := range out {
		gone[i] = true
	}
	withValueAt(reflect.ValueOf(p).Elem(), stepsOf(path), func(list reflect.Value) {
		var numbers []int
		n := 0
		for i := range list.Len() {
			if gone[i] {
				continue
			}
			number := i
			if before := kept[path]; before != nil {
				number = before[i]
			}
			numbers = append(numbers, number)
			list.Index(n).Set(list.Index(i))
			n++
		}
		list.Set(list.Slice(0, n))
		kept[path] = numbers
	})
}

// withValueAt calls with the value that steps lead to, and puts back the entries of
// mappings on the way.
func withValueAt(v reflect.Value, steps []string, do func(reflect.Value)) {
	if v.Kind() == reflect.Pointer {
		if !v.IsNil() {
			withValueAt(v.Elem(), steps, do)
		}
		return
	}
	if len(steps) == 0 {
		do(v)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if i, err := strconv.Atoi(steps[0]); err == nil && i < v.Len() {
			withValueAt(v.Index(i), steps[1:], do)
		}
	case reflect.Map:
		held := v.MapIndex(reflect.ValueOf(steps[0]))
		if !held.IsValid() {
			return
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		entry.Set(held)
		withValueAt(entry, steps[1:], do)
		v.SetMapIndex(reflect.ValueOf(steps[0]), entry)
	case reflect.Struct:
		g := theGrammar().groups[v.Type()]
		for i := range g.fields {
			if g.fields[i].name == steps[0] {
				withValueAt(v.FieldByIndex(g.fields[i].index), steps[1:], do)
			}
		}
	}
}

// original is a path as it was before items were left out before it.
func (p *Plan) original(path string) string {
	for list, numbers := range p.kept {
		rest, ok := strings.CutPrefix(path, list+"[")
		if !ok {
			continue
		}
		number, below, _ := strings.Cut(rest, "]")
		if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(numbers) {
			return strict.Index(list, numbers[i]) + below
		}
	}
	return path
}
