package plan

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// limits bound a plan at the door: a real one is some tens of kilobytes.
var limits = strict.Limits{Bytes: 2 << 20, Depth: 16, Nodes: 100_000}

// Read reads a plan, YAML or JSON, and holds it against the playbook: every
// fault at once, each with file, line and column, in the order of the file.
// The name is what the findings call the file. The plan is nil when it cannot
// be computed with: when any finding has error severity.
func Read(book *drejebog.Playbook, name string, r io.Reader) (*Plan, []drejebog.Finding) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limits.Bytes)+1))
	if err != nil {
		return nil, []drejebog.Finding{ofFault(book, strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: err.Error()})}
	}
	p := &Plan{}
	document, faults := strict.Read(name, data, p, limits)
	p.document = document
	c := &checker{book: book, plan: p, name: name}
	for _, fault := range faults {
		c.findings = append(c.findings, ofFault(book, fault))
	}
	if document != nil {
		c.check()
	}
	c.sort()
	if drejebog.HasFault(c.findings) {
		return nil, c.findings
	}
	return p, c.findings
}

// New returns the plan of a kommune that has said nothing else.
func New(kommune string) *Plan { return &Plan{Kommune: kommune} }

// ofFault makes the finding of what the strict reader found.
func ofFault(book *drejebog.Playbook, fault strict.Fault) drejebog.Finding {
	f := book.Finding("DB-011", drejebog.Args{"fault": {DA: ended(fault.Danish()), EN: ended(fault.English())}})
	f.Subject, f.Actor, f.Place = fault.Path, "kommune", fault.Place()
	return f
}

// ended ends a sentence that has no end.
func ended(sentence string) string {
	if strings.HasSuffix(sentence, "?") || strings.HasSuffix(sentence, ".") {
		return sentence
	}
	return sentence + "."
}

// checker holds a plan against the playbook.
type checker struct {
	book     *drejebog.Playbook
	plan     *Plan
	name     string
	findings []drejebog.Finding

	suggestions int // searched for so far
}

// found notes a finding at a path of the document.
func (c *checker) found(code, path string, args drejebog.Args) {
	f := c.book.Finding(code, args)
	f.Subject, f.Actor = path, "kommune"
	f.Place, _ = c.plan.Where(path)
	if f.Place.File == "" {
		f.Place.File = c.name
	}
	c.findings = append(c.findings, f)
}

// maxSuggestions bounds the search for the word that was meant: a plan for
// another playbook altogether is not worth a search at every key.
const maxSuggestions = 100

// unknown notes a word that is none of the known ones, with the nearest.
func (c *checker) unknown(code, path, word string, known []string) {
	var suggest drejebog.Text
	if c.suggestions++; c.suggestions <= maxSuggestions {
		if near := strict.Nearest(word, known); near != "" {
			suggest = drejebog.Text{DA: " Mente du »" + near + "«?", EN: " Did you mean »" + near + "«?"}
		}
	}
	c.found(code, path, drejebog.Args{"id": drejebog.Both(word), "suggest": suggest})
}

func (c *checker) check() {
	c.kommune()
	c.days()
	c.projects()
	c.drivers()
	c.tasks()
}

// unreadable reports whether a key's value is there and could not be read.
func (c *checker) unreadable(path string) bool {
	return slices.ContainsFunc(c.findings, func(f drejebog.Finding) bool { return f.Code == "DB-011" && f.Subject == path })
}

func (c *checker) kommune() {
	if _, given := c.plan.Where("kommune"); !given || c.unreadable("kommune") {
		return // found already
	}
	if _, err := c.book.Kommune(c.plan.Kommune); err == nil {
		return
	}
	names := make([]string, len(c.book.Kommuner))
	for i, k := range c.book.Kommuner {
		names[i] = k.Name
	}
	c.unknown("DB-002", "kommune", c.plan.Kommune, names)
}

func (c *checker) days() {
	if day := c.plan.AsOf; day != nil {
		if _, err := c.book.AsOf(*day); err != nil {
			c.found("DB-012", "asOf", drejebog.Args{"date": drejebog.DayText(*day), "first": drejebog.DayText(c.book.Editions[0].Date)})
		} else {
			c.inRange("asOf", On(*day))
		}
	}
	if day := c.plan.DataDate; day != nil {
		c.inRange("dataDate", On(*day))
	}
}

func (c *checker) projects() {
	var known []string
	for i := range c.book.Projects {
		known = append(known, c.book.Projects[i].ID)
	}
	for _, id := range slices.Sorted(maps.Keys(c.plan.Projects)) {
		path := strict.Join("projects", id)
		if !slices.Contains(known, id) {
			c.unknown("DB-003", path, id, known)
			continue
		}
		p := c.plan.Projects[id]
		c.inRange(path+".goLive", p.GoLive)
		c.inRange(path+".implementation", p.Implementation)
		if p.GoLive != nil && p.Implementation != nil && !p.GoLive.Unknown && !p.Implementation.Unknown && p.Implementation.Date > p.GoLive.Date {
			c.found("DB-106", path+".implementation", drejebog.Args{
				"project": drejebog.Both(c.book.Project(id).Name), "start": drejebog.DayText(p.Implementation.Date), "date": drejebog.DayText(p.GoLive.Date),
			})
		}
	}
}

// The years that a go-live is believed in.
var earliest, latest = date.New(2010, 1, 1), date.New(2049, 12, 31)

func (c *checker) inRange(path string, when *When) {
	if when != nil && !when.Unknown && (when.Date < earliest || when.Date > latest) {
		c.found("DB-013", path, drejebog.Args{"date": drejebog.DayText(when.Date), "first": drejebog.DayText(earliest), "last": drejebog.DayText(latest)})
	}
}

// maxCount bounds every driver.
const maxCount = 10_000_000

func (c *checker) drivers() {
	known := c.driverKeys()
	for _, key := range slices.Sorted(maps.Keys(c.plan.Drivers)) {
		path := strict.Join("drivers", key)
		if !slices.Contains(known, key) {
			c.unknown("DB-007", path, key, known)
			continue
		}
		if value := c.plan.Drivers[key]; value < 0 || value > maxCount {
			c.found("DB-008", path, drejebog.Args{"driver": drejebog.Both(key), "value": number(value), "most": number(maxCount)})
		}
	}
}

// driverKeys returns every key that a plan may give a driver under.
func (c *checker) driverKeys() []string {
	var keys []string
	for i := range c.book.Drivers {
		d := &c.book.Drivers[i]
		switch d.Scope {
		case drejebog.PerProject:
			for j := range c.book.Projects {
				keys = append(keys, d.ID+"@"+c.book.Projects[j].ID)
			}
		case drejebog.PerSystem:
			for j := range c.book.Systems {
				keys = append(keys, d.ID+"@"+c.book.Systems[j].ID)
			}
		default:
			keys = append(keys, d.ID)
		}
	}
	return keys
}

// maxWorkdays bounds a task's duration: twenty years.
const maxWorkdays = 5_000

func (c *checker) tasks() {
	var known []string
	steps := map[string]*drejebog.Node{}
	nodes, _ := c.book.Network()
	for i := range nodes {
		if nodes[i].Step != nil {
			known = append(known, nodes[i].ID)
			steps[nodes[i].ID] = &nodes[i]
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.plan.Tasks)) {
		path := strict.Join("tasks", id)
		if !slices.Contains(known, id) {
			c.unknown("DB-001", path, id, known)
			continue
		}
		c.task(path, id, c.plan.Tasks[id])
		c.relevance(path, steps[id], c.plan.Tasks[id].NotRelevant)
	}
}

func number(n int) drejebog.Text { return drejebog.Both(strconv.Itoa(n)) }

func (c *checker) task(path, id string, t Task) {
	for _, days := range []struct {
		key   string
		value *int
		least int
	}{{"duration", t.Duration, 1}, {"remaining", t.Remaining, 0}} {
		if days.value != nil && (*days.value < days.least || *days.value > maxWorkdays) {
			c.found("DB-009", path+"."+days.key, drejebog.Args{"task": drejebog.Both(id), "value": number(*days.value), "least": number(days.least), "most": number(maxWorkdays)})
		}
	}
	for _, dated := range []struct {
		key string
		day *date.Date
	}{{"plannedStart", t.PlannedStart}, {"plannedFinish", t.PlannedFinish}, {"actualStart", t.ActualStart}, {"actualFinish", t.ActualFinish}} {
		if dated.day != nil {
			c.inRange(path+"."+dated.key, On(*dated.day))
		}
	}
	if t.PlannedStart != nil && t.PlannedFinish != nil && *t.PlannedFinish < *t.PlannedStart {
		c.found("DB-010", path+".plannedFinish", drejebog.Args{"task": drejebog.Both(id), "start": drejebog.DayText(*t.PlannedStart), "date": drejebog.DayText(*t.PlannedFinish)})
	}
	c.progress(path, id, t)
}

// relevance holds a task that is left out against the reason and against what
// the playbook requires.
func (c *checker) relevance(path string, step *drejebog.Node, reason *string) {
	if reason == nil {
		return
	}
	task := drejebog.Both(step.ID)
	if strings.TrimSpace(*reason) == "" {
		c.found("DB-005", path+".notRelevant", drejebog.Args{"task": task})
		return
	}
	if step.Activity.ObligationOf(step.Step) == drejebog.Required {
		c.found("DB-006", path+".notRelevant", drejebog.Args{"task": task, "reason": drejebog.Both(*reason)})
	}
}

func (c *checker) progress(path, id string, t Task) {
	if t.ActualFinish != nil && t.ActualStart == nil {
		c.found("DB-014", path+".actualFinish", drejebog.Args{"task": drejebog.Both(id)})
	}
	if t.ActualStart != nil && t.ActualFinish != nil && *t.ActualFinish < *t.ActualStart {
		c.found("DB-010", path+".actualFinish", drejebog.Args{"task": drejebog.Both(id), "start": drejebog.DayText(*t.ActualStart), "date": drejebog.DayText(*t.ActualFinish)})
	}
	if (t.ActualStart != nil || t.Remaining != nil) && c.plan.DataDate == nil && !c.unreadable("dataDate") {
		c.found("DB-015", path, drejebog.Args{"task": drejebog.Both(id)})
	}
	for _, actual := range []struct {
		key string
		day *date.Date
	}{{"actualStart", t.ActualStart}, {"actualFinish", t.ActualFinish}} {
		if actual.day != nil && c.plan.DataDate != nil && *actual.day > *c.plan.DataDate {
			c.found("DB-303", path+"."+actual.key, drejebog.Args{"task": drejebog.Both(id), "date": drejebog.DayText(*actual.day), "asof": drejebog.DayText(*c.plan.DataDate)})
		}
	}
}

// sort puts the findings in the order of the file.
func (c *checker) sort() {
	slices.SortStableFunc(c.findings, func(a, b drejebog.Finding) int {
		if a.Place.Line != b.Place.Line {
			return a.Place.Line - b.Place.Line
		}
		if a.Place.Column != b.Place.Column {
			return a.Place.Column - b.Place.Column
		}
		return strings.Compare(a.Subject, b.Subject)
	})
}
