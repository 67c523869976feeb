package plan

import (
	"maps"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// mostRounds bounds how often a plan is looked at again after values were left out:
// each round leaves out what the one before left without its other half.
const mostRounds = 8

// Usable returns a Clone without the values that Check has errors about, and what
// Check finds: a key that means nothing, a number or a day beyond its bounds, an
// entry without what it has to have; one without a name has its key for it. Texts for people stay, and so do the kommune and
// an as-of before anything was published: Check finds no other error in it. An entry goes
// whole where what is wrong has to be there. Where finds what is left where it stands
// in the file. The tasks of cancelled modules are not relevant in it.
func (p *Plan) Usable(book *drejebog.Playbook) (*Plan, []drejebog.Finding) {
	findings := Check(book, p)
	usable := p.Clone()
	if book == nil || p == nil {
		return usable, findings
	}
	if !drejebog.HasFault(findings) {
		usable.setAside()
		return usable, findings
	}
	errs := drejebog.WithSeverity(findings, drejebog.SeverityError)
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
	usable.setAside()
	return usable, findings
}

// nameByKey gives what has to have a name and has none its key for one, so that
// no sentence has a hole.
func (p *Plan) nameByKey() {
	for _, f := range theGrammar().Object(reflect.TypeFor[Plan]()).Fields {
		entries := f.In(reflect.ValueOf(p).Elem())
		if entries.Kind() != reflect.Map {
			continue
		}
		name := theGrammar().Field(grammar.Joined(f.Name, "name"))
		if name == nil || !name.Required {
			continue
		}
		for entry := entries.MapRange(); entry.Next(); {
			named := reflect.New(entries.Type().Elem()).Elem()
			named.Set(entry.Value())
			if into := name.In(named); into.String() == "" {
				into.SetString(entry.Key().String())
				entries.SetMapIndex(entry.Key(), named)
			}
		}
	}
}

// everyError returns the errors of a plan, however many there are.
func (p *Plan) everyError(book *drejebog.Playbook) []drejebog.Finding {
	c := newChecker(book, p)
	c.most, c.suggestions = math.MaxInt, maxSuggestions
	c.check()
	return drejebog.WithSeverity(c.findings, drejebog.SeverityError)
}

// pathsOf are the paths of what errors are about. The second of a key that stands
// twice is left out already, and one that means nothing was never there.
func (p *Plan) pathsOf(errs []drejebog.Finding) []string {
	unheard := map[string]bool{"kommune": true, "asOf": p.AsOf == nil || *p.AsOf <= latest, "": true}
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

// leaveOut takes what stands at paths out of a plan, reports whether anything stood
// there, and keeps which of the file each item of a list is that stays.
func (p *Plan) leaveOut(paths []string) bool {
	left, done := theGrammar().LeaveOut(reflect.ValueOf(p).Elem(), paths)
	if len(left) == 0 {
		return done
	}
	kept := maps.Clone(p.kept)
	if kept == nil {
		kept = map[string][]int{}
	}
	for list, numbers := range left {
		for i := range numbers {
			if before := p.kept[list]; before != nil {
				numbers[i] = before[numbers[i]]
			}
		}
		kept[list] = numbers
	}
	p.kept = kept
	return done
}

// complete is the plan as a file can hold it: without the entries of which something that
// has to be there could not be read, as Read has told, and nobody has said since.
func (p *Plan) complete() *Plan {
	if p == nil || len(p.faults) == 0 {
		return p
	}
	whole := p.Clone()
	var paths []string
	for _, fault := range p.faults {
		if theGrammar().AbsentAt(reflect.ValueOf(whole).Elem(), fault.Path) {
			paths = append(paths, fault.Path)
		}
	}
	whole.leaveOut(paths)
	return whole
}

// original is a path as it was before items were left out before it.
func (p *Plan) original(path string) string {
	for person, was := range p.renamed {
		if rest, ok := below(path, person); ok {
			return was + rest
		}
	}
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
