package plan

import (
	"bytes"
	"errors"
	"reflect"
	"slices"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The JSON of a plan and of each of its parts is what Read reads: the keys of the
// grammar, nothing of what is absent, numbers with decimals as texts. It is read as
// strictly: an unknown key, one that stands twice, a value of the wrong kind, a number or
// a day beyond its bounds and a list that is too long are errors, all of them at once,
// each a strict.Fault with its path. What the words in it mean is held against the
// playbook by Check.
//
// A part that has values already keeps those that the JSON does not name, null takes
// one away, as encoding/json has it: so a PATCH is read into what it changes. Null
// in place of a whole part changes nothing.

// fromJSON fills a part of a plan. It is left as it was where anything is wrong.
func fromJSON[T any](data []byte, into *T) error {
	return fromJSONOf(data, into, func(part T) any { return part })
}

// fromJSONOf fills what holds a part of a plan.
func fromJSONOf[T any](data []byte, into *T, part func(T) any) error {
	if isNull(data) {
		return nil
	}
	read := *into
	strict.Unshare(reflect.ValueOf(&read).Elem())
	document, faults := ways(period.BuiltIn(), drejebog.BuiltInWords()).Read("", data, &read, limits)
	faults = slices.DeleteFunc(faults, func(f strict.Fault) bool { return f.Kind == strict.KindMissingKey && has(part(*into), f) })
	beyond := bounds{document: document}
	for i := range faults {
		beyond.broken = append(beyond.broken, faults[i].Path)
	}
	theGrammar().Walk(reflect.ValueOf(part(read)), "", &beyond)
	if faults = append(faults, beyond.faults...); len(faults) > 0 {
		return strict.Joined(faults)
	}
	*into = read
	return nil
}

// isNull reports whether JSON is null, which by the convention of encoding/json changes
// nothing.
func isNull(data []byte) bool { return string(bytes.TrimSpace(data)) == "null" }

// has reports whether a part has the key already that a fault misses in it.
func has(part any, missing strict.Fault) bool {
	v := reflect.ValueOf(part)
	f := theGrammar().Object(v.Type()).Key(missing.Path)
	return f != nil && !strict.IsAbsent(f.In(v))
}

// FindingsOf are the findings of an error of UnmarshalJSON, one of each fault: what is
// told to whoever sent it. An error of another kind is one finding with it as Cause; nil
// has none.
func FindingsOf(book *drejebog.Playbook, err error) []drejebog.Finding {
	var several interface{ Unwrap() []error }
	fault, isFault := errors.AsType[strict.Fault](err)
	switch {
	case err == nil || book == nil:
		return nil
	case errors.As(err, &several):
		var findings []drejebog.Finding
		for _, one := range several.Unwrap() {
			findings = append(findings, FindingsOf(book, one)...)
		}
		return findings
	case isFault:
		return []drejebog.Finding{findingOf(book, fault)}
	}
	return []drejebog.Finding{unreadable(book, "", err)}
}

// bounds finds what is beyond its bounds without a playbook.
type bounds struct {
	document *strict.Document
	broken   []string // paths of which something is told already
	faults   []strict.Fault
}

func (b *bounds) add(at grammar.At, fault strict.Fault) {
	if !slices.Contains(b.broken, at.Path) {
		place, _ := b.document.Where(at.Path)
		fault.Path, fault.Key, fault.Line, fault.Column = at.Path, at.Key, place.Line, place.Column
		b.faults = append(b.faults, fault)
	}
}

// Day holds a day against the years that a plan, or a contract, can be about.
func (b *bounds) Day(at grammar.At, day date.Date) {
	first := earliest
	if at.Rule.Deal {
		first = earliestOfDeal
	}
	if _, given := b.document.Where(at.Path); given && (day < first || day > latest) {
		b.add(at, strict.Fault{Kind: strict.KindBadValue, Got: lang.Quoted(day.String()), Want: strict.Part{
			Kind: "lang/year-outside", Values: map[string]any{"first": first.Year(), "last": latest.Year()},
		}})
	}
}

// Scalar holds the days of a period against the same.
func (b *bounds) Scalar(at grammar.At, value any) {
	if when, ok := value.(When); ok && !when.Unknown {
		b.Day(at, when.Date)
		if len(b.faults) == 0 || b.faults[len(b.faults)-1].Path != at.Path {
			b.Day(at, when.Last())
		}
	}
}

// Word is for the playbook to say.
func (b *bounds) Word(grammar.At, string, string) {}

// Again is told of the whole plan.
func (b *bounds) Again(grammar.At, string) {}

// NoWord is told by the reader.
func (b *bounds) NoWord(grammar.At, []string) {}

// Missing notes a text that is there and says nothing.
func (b *bounds) Missing(at grammar.At) {
	if _, given := b.document.Where(at.Path); given {
		b.add(at, strict.Fault{Kind: strict.KindMissingKey})
	}
}

// Outside notes a number beyond its bounds.
func (b *bounds) Outside(at grammar.At, n decimal.Decimal, _ bool) {
	b.add(at, strict.Fault{Kind: strict.KindBadValue, Got: lang.Quoted(n.String()), Want: strict.Part{
		Kind: "strict/number-within", Values: map[string]any{"least": at.Rule.Least.String(), "most": at.Rule.Most.String()},
	}})
}

// TooLong notes a list or a mapping with too many entries.
func (b *bounds) TooLong(at grammar.At) { b.add(at, tooLong(at)) }

// UnmarshalJSON reads a plan, of the first version too, without a playbook: what
// Read takes from one for a plan of the first version, the name of a contract of
// which no more than a payment is known, is that of the module's own.
func (p *Plan) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	var written anyVersion
	if err := fromJSONOf(data, &written, func(v anyVersion) any {
		now, _ := v.plan(nil)
		return *now
	}); err != nil {
		return err
	}
	read, _ := written.plan(nil)
	*p = *read
	return nil
}

// UnmarshalJSON reads a contract, of the first version too.
func (c *Contract) UnmarshalJSON(data []byte) error {
	written := firstContract{Contract: *c}
	if err := fromJSONOf(data, &written, func(v firstContract) any { return v.contract() }); err != nil {
		return err
	}
	*c = written.contract()
	return nil
}

// MarshalJSON writes what Read reads.
func (a Absence) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Adjustment) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a AddOn) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Agreement) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Answer) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Appropriation) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (b Baseline) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (b Benefit) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (b BudgetCalendar) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (b BusinessCase) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (c Calendar) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c CaseCount) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c CleanUp) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c Closure) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c Contract) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (d Decision) MarshalJSON() ([]byte, error) { return strict.JSON(d) }

// MarshalJSON writes what Read reads.
func (d Deliverable) MarshalJSON() ([]byte, error) { return strict.JSON(d) }

// MarshalJSON writes what Read reads.
func (e EarlierAnswer) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e Edge) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e EnvironmentItem) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e Evidence) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e Expenditure) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (i Interface) MarshalJSON() ([]byte, error) { return strict.JSON(i) }

// MarshalJSON writes what Read reads.
func (l Line) MarshalJSON() ([]byte, error) { return strict.JSON(l) }

// MarshalJSON writes what Read reads.
func (m Migration) MarshalJSON() ([]byte, error) { return strict.JSON(m) }

// MarshalJSON writes what Read reads.
func (m Module) MarshalJSON() ([]byte, error) { return strict.JSON(m) }

// MarshalJSON writes what Read reads.
func (o OwnTask) MarshalJSON() ([]byte, error) { return strict.JSON(o) }

// MarshalJSON writes what Read reads.
func (p Payment) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Person) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Plan) MarshalJSON() ([]byte, error) { return strict.JSON(p.complete()) }

// MarshalJSON writes what Read reads.
func (p Predecessor) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Process) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Rollout) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (r Risk) MarshalJSON() ([]byte, error) { return strict.JSON(r) }

// MarshalJSON writes what Read reads.
func (s SagExit) MarshalJSON() ([]byte, error) { return strict.JSON(s) }

// MarshalJSON writes what Read reads.
func (t Task) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (t Tender) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (t TestRun) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (t TrainingSession) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (w WorkdaysRange) MarshalJSON() ([]byte, error) { return strict.JSON(w) }

// UnmarshalJSON is as strict as Read.
func (a *Absence) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Adjustment) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *AddOn) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Agreement) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Answer) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Appropriation) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (b *Baseline) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (b *Benefit) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (b *BudgetCalendar) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (b *BusinessCase) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (c *Calendar) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (c *CaseCount) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (c *CleanUp) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (c *Closure) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (d *Decision) UnmarshalJSON(data []byte) error { return fromJSON(data, d) }

// UnmarshalJSON is as strict as Read.
func (d *Deliverable) UnmarshalJSON(data []byte) error { return fromJSON(data, d) }

// UnmarshalJSON is as strict as Read.
func (e *EarlierAnswer) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *Edge) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *EnvironmentItem) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *Evidence) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *Expenditure) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (i *Interface) UnmarshalJSON(data []byte) error { return fromJSON(data, i) }

// UnmarshalJSON is as strict as Read.
func (l *Line) UnmarshalJSON(data []byte) error { return fromJSON(data, l) }

// UnmarshalJSON is as strict as Read.
func (m *Migration) UnmarshalJSON(data []byte) error { return fromJSON(data, m) }

// UnmarshalJSON is as strict as Read.
func (m *Module) UnmarshalJSON(data []byte) error { return fromJSON(data, m) }

// UnmarshalJSON is as strict as Read.
func (o *OwnTask) UnmarshalJSON(data []byte) error { return fromJSON(data, o) }

// UnmarshalJSON is as strict as Read.
func (p *Payment) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Person) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Predecessor) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Process) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Rollout) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (r *Risk) UnmarshalJSON(data []byte) error { return fromJSON(data, r) }

// UnmarshalJSON is as strict as Read.
func (s *SagExit) UnmarshalJSON(data []byte) error { return fromJSON(data, s) }

// UnmarshalJSON is as strict as Read.
func (t *Task) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (t *Tender) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (t *TestRun) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (t *TrainingSession) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (w *WorkdaysRange) UnmarshalJSON(data []byte) error { return fromJSON(data, w) }
