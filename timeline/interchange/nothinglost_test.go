package interchange_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The plans of other programs are read from the folder that this environment
// variable names; they are no part of the module.
const sharedFolder = "MONOPOLBRUD_SHARED"

func otherFiles(t *testing.T) []string {
	t.Helper()
	shared := os.Getenv(sharedFolder)
	if shared == "" {
		t.Skip(sharedFolder + " is not set: the plans of other programs are not at hand")
	}
	files, err := filepath.Glob(filepath.Join(shared, "oracle", "schedules", "*.xml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// counts are how many of the things that are modelled a file has.
type counts struct {
	Tasks, Summaries, Milestones, Links, Constraints, Deadlines, Progress int
	Calendars, Exceptions, Resources, Assignments                         int
}

// element is an element of a file with those below it.
type element struct {
	XMLName  xml.Name
	Children []element `xml:",any"`
	Text     string    `xml:",chardata"`
}

func (e *element) of(name string) []element {
	var found []element
	for _, child := range e.Children {
		if child.XMLName.Local == name {
			found = append(found, child)
		}
	}
	return found
}

func (e *element) below(list, name string) []element {
	var found []element
	for _, l := range e.of(list) {
		found = append(found, l.of(name)...)
	}
	return found
}

func (e *element) text(name string) string {
	for _, child := range e.of(name) {
		return strings.TrimSpace(child.Text)
	}
	return ""
}

// scanned counts a file by its elements alone.
func scanned(t *testing.T, data []byte) (c counts, leaves int) {
	t.Helper()
	var file element
	require.NoError(t, xml.Unmarshal(data, &file))
	var levels []int
	var tasks []element
	for _, task := range file.below("Tasks", "Task") {
		if task.text("IsNull") == "1" {
			continue
		}
		tasks = append(tasks, task)
		level, _ := strconv.Atoi(task.text("OutlineLevel"))
		levels = append(levels, level)
		c.Tasks++
		count := func(of *int, is bool) {
			if is {
				*of++
			}
		}
		count(&c.Summaries, task.text("Summary") == "1")
		count(&c.Milestones, task.text("Milestone") == "1")
		count(&c.Constraints, task.text("ConstraintType") != "" && task.text("ConstraintType") != "0")
		count(&c.Deadlines, task.text("Deadline") != "" && task.text("Deadline") != "NA")
		count(&c.Progress, task.text("ActualStart") != "" && task.text("ActualStart") != "NA")
		c.Links += len(task.of("PredecessorLink"))
	}
	for i, task := range tasks {
		if levels[i] > 0 && (i+1 == len(tasks) || levels[i+1] <= levels[i]) && task.text("Active") != "0" {
			leaves++
		}
	}
	for _, calendar := range file.below("Calendars", "Calendar") {
		c.Calendars++
		c.Exceptions += len(calendar.below("Exceptions", "Exception"))
	}
	c.Resources = len(file.below("Resources", "Resource"))
	c.Assignments = len(file.below("Assignments", "Assignment"))
	return c, leaves
}

// taken counts what was read of a file.
func taken(p *mspdi.Project) (c counts) {
	for i := range p.Tasks {
		t := &p.Tasks[i]
		if t.Null {
			continue
		}
		for of, is := range map[*int]bool{
			&c.Tasks: true, &c.Summaries: t.Summary, &c.Milestones: t.Milestone, &c.Constraints: t.Constraint != 0,
			&c.Deadlines: t.Deadline != nil, &c.Progress: t.ActualStart != nil,
		} {
			if is {
				*of++
			}
		}
		c.Links += len(t.Links)
	}
	for i := range p.Calendars {
		c.Calendars++
		c.Exceptions += len(p.Calendars[i].Exceptions)
	}
	c.Resources, c.Assignments = len(p.Resources), len(p.Assignments)
	return c
}

// byHand are three of the files as they were counted by hand.
var byHand = map[string]counts{
	"ms-alap-1":               {Tasks: 6, Summaries: 1, Links: 4, Constraints: 1, Calendars: 3, Resources: 2, Assignments: 5},
	"ms-mspdirelations":       {Tasks: 6, Summaries: 1, Links: 4, Calendars: 1, Resources: 1, Assignments: 5},
	"ms-deadline-ff-project5": {Tasks: 6, Summaries: 1, Milestones: 1, Links: 4, Deadlines: 1, Calendars: 5, Resources: 3, Assignments: 5},
}

// read is a file that was taken over into a new plan.
func read(t *testing.T, name string, data []byte) (*mspdi.Project, *plan.Plan, []drejebog.Finding) {
	t.Helper()
	project, faults := mspdi.Read(name, bytes.NewReader(data))
	for _, fault := range faults {
		require.NotZero(t, fault.Line, name)
	}
	p, findings := interchange.NewPlan(booktest.Book(t), "Roskilde", project, name)
	return project, p, findings
}

func TestNothingThatIsModelledIsLostOfAFile(t *testing.T) {
	for _, file := range otherFiles(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".xml")
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		want, leaves := scanned(t, data)
		project, p, findings := read(t, name, data)
		assert.Equal(t, want, taken(project), name)
		if counted, ok := byHand[name]; ok {
			assert.Equal(t, counted, want, "%s, by hand", name)
		}
		assert.Len(t, p.Own, leaves-len(p.Tasks), "%s: each task", name)
		assertLinksAreThere(t, name, project, p, findings)
		kept, left := p.Usable(booktest.Book(t))
		assert.Empty(t, drejebog.WithSeverity(left, drejebog.SeverityError), name)
		readable(t, kept)
	}
}

// assertLinksAreThere holds that each link of a file is in the plan, or told.
func assertLinksAreThere(t *testing.T, name string, project *mspdi.Project, p *plan.Plan, findings []drejebog.Finding) {
	t.Helper()
	told := map[string]bool{}
	for _, f := range findings {
		if f.Code == "DB-605" {
			told[f.Subject] = true
		}
	}
	waits := map[string]int{}
	for _, own := range p.Own {
		waits[own.Name] += len(own.Predecessors)
	}
	for _, i := range project.Leaves() {
		task := &project.Tasks[i]
		if links := len(task.Links); links > 0 && !told[strconv.Itoa(task.UID)] && !task.Inactive {
			assert.GreaterOrEqual(t, waits[strings.TrimSpace(task.Name)], links, "%s: the links of %d", name, task.UID)
		}
	}
}

// odd are values that stand in files of other programs, by the element whose value
// they take the place of.
var odd = []struct{ element, value string }{
	{"DaysPerMonth", "0"}, {"MinutesPerDay", "0"}, {"BaseCalendarUID", "-65533"}, {"CalendarUID", "-65535"}, {"PercentComplete", "33.3"},
	{"Start", "2014-09-01T06:00:00.000Z"}, {"Start", "2014-09-01"}, {"Start", "2014-09-01T08:00:00.1234567+02:00"}, {"Finish", "2099-12-31T17:00:00"},
	{"Finish", "0001-01-01T00:00:00"}, {"Start", ""}, {"Duration", ""}, {"Duration", "PT0H0M0S"}, {"Duration", "PT99999999H0M0S"}, {"Duration", "to dage"},
	{"LinkLag", "999999999"}, {"LinkLag", "4.5"}, {"Name", ""}, {"OutlineLevel", ""}, {"UID", ""}, {"UID", "2147483647"}, {"ConstraintType", "9"},
	{"ConstraintDate", "NA"}, {"Milestone", "True"}, {"StatusDate", "NA"}, {"StartDate", ""}, {"DayWorking", ""}, {"FromTime", ""}, {"FromDate", "2014-01-01"},
	{"PercentComplete", "150"}, {"ActualStart", "2045-01-01T08:00:00"}, {"RemainingDuration", "-PT8H0M0S"}, {"Type", "7"}, {"PredecessorUID", "424242"},
}

// plant puts a value in the place of that of the first element of a name behind a
// task's beginning or, where there is none, of any; false where there is none.
func plant(data []byte, element, value string) ([]byte, bool) {
	open, end := []byte("<"+element+">"), []byte("</"+element+">")
	from := max(bytes.Index(data, []byte("<OutlineLevel>1")), 0)
	at := bytes.Index(data[from:], open)
	if at < 0 {
		if at = bytes.Index(data, open); at < 0 {
			return nil, false
		}
		from = 0
	}
	first := from + at + len(open)
	last := bytes.Index(data[first:], end)
	if last < 0 {
		return nil, false
	}
	return slices.Concat(data[:first], []byte(value), data[first+last:]), true
}

func TestAnOddValueCostsThatValueAlone(t *testing.T) {
	full := os.Getenv("MONOPOLBRUD_FULL") != ""
	for n, file := range otherFiles(t) {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		_, before, _ := read(t, "f.xml", data)
		for i, o := range odd {
			planted, ok := plant(data, o.element, o.value)
			if !ok || !full && (i+n)%17 != 0 {
				continue
			}
			what := fmt.Sprint(filepath.Base(file), " ", o.element, " ", o.value)
			project, p, _ := read(t, what, planted)
			assert.NotEmpty(t, project.Leaves(), what)
			assert.InDelta(t, len(before.Own)+len(before.Tasks), len(p.Own)+len(p.Tasks), 1, what)
			kept, _ := p.Usable(booktest.Book(t))
			assert.GreaterOrEqual(t, len(kept.Own)+len(kept.Tasks), len(p.Own)+len(p.Tasks), what)
			readable(t, kept)
		}
	}
}

// wild is a file of some elements.
func wild(within string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?><Project>` + within + `</Project>`)
}

// job is a task with a level, of a day.
func job(uid, level int, more string) string {
	return fmt.Sprintf("<Task><UID>%d</UID><ID>%d</ID><Name>Opgave %d</Name><OutlineLevel>%d</OutlineLevel><Duration>PT8H0M0S</Duration>%s</Task>", uid, uid, uid, level, more)
}

func TestWhatAPlanHasNoRoomForIsToldAsOwnTasks(t *testing.T) {
	var tasks strings.Builder
	for i := range 2003 {
		tasks.WriteString(job(i+1, 1, ""))
	}
	tasks.WriteString("<Task><UID>9001</UID><ID>9001</ID><Name>Superbrugere</Name><OutlineLevel>1</OutlineLevel><WBS>4.10/superbrugere@ky</WBS><Start>2014-09-01T08:00:00</Start></Task>")
	_, p, findings := read(t, "many", wild("<Tasks>"+tasks.String()+"</Tasks>"))
	assert.Len(t, p.Own, 2000)
	assert.Len(t, p.Tasks, 1, "the playbook's task behind them is read")
	for _, f := range findings {
		if f.Code == "DB-642" {
			assert.Equal(t, "De sidste 3 egne opgaver i filen er ikke læst: en plan har plads til 2.000 egne opgaver.", f.Text.DA)
			assert.Equal(t, "The last 3 own tasks of the file were not read: a plan has room for 2,000 own tasks.", f.Text.EN)
			return
		}
	}
	t.Error("nothing is told")
}

func TestFilesOfAllKindsBecomePlans(t *testing.T) {
	link := func(from int) string {
		return fmt.Sprintf("<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>1</Type></PredecessorLink>", from)
	}
	for what, c := range map[string]struct {
		file string
		own  []string
		code []string // told, beside that a task is the kommune's own
	}{
		"no namespace, no calendar":        {"<Tasks>" + job(1, 1, "") + "</Tasks>", []string{"own/opgave-1"}, nil},
		"the project's summary with UID 1": {"<Tasks><Task><UID>1</UID><ID>0</ID><Name>Plan</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>" + job(2, 1, "") + "</Tasks>", []string{"own/opgave-2"}, nil},
		"no levels":                        {"<Tasks><Task><UID>5</UID><Name>A</Name></Task><Task><UID>6</UID><Name>B</Name></Task></Tasks>", []string{"own/a", "own/b"}, nil},
		"levels by the outline number":     {"<Tasks><Task><UID>5</UID><Name>A</Name><OutlineNumber>1</OutlineNumber></Task><Task><UID>6</UID><Name>B</Name><OutlineNumber>1.1</OutlineNumber></Task></Tasks>", []string{"own/b"}, nil},
		"a gap in the outline":             {"<Tasks>" + job(1, 1, "") + job(2, 4, "") + job(3, 2, "") + "</Tasks>", []string{"own/opgave-2", "own/opgave-3"}, nil},
		"no UID":                           {"<Tasks><Task><Name>A</Name></Task><Task><Name>B</Name></Task></Tasks>", []string{"own/a", "own/b"}, []string{"DB-640"}},
		"a huge UID":                       {"<Tasks>" + job(2147483647, 1, "") + job(2, 1, link(2147483647)) + "</Tasks>", []string{"own/opgave-2", "own/opgave-2147483647"}, nil},
		"a UID twice":                      {"<Tasks>" + job(1, 1, "") + job(1, 1, "") + job(2, 1, link(1)) + "</Tasks>", []string{"own/opgave-1", "own/opgave-1-2", "own/opgave-2"}, nil},
		"a task with UID 0":                {"<Tasks>" + job(0, 1, "") + job(1, 1, link(0)) + "</Tasks>", []string{"own/opgave-0", "own/opgave-1"}, nil},
		"no name":                          {"<Tasks><Task><UID>1</UID><ID>7</ID><OutlineLevel>1</OutlineLevel></Task></Tasks>", []string{"own/opgave-nr-7"}, []string{"DB-640"}},
		"blank lines":                      {"<Tasks>" + job(1, 1, "") + "<Task><UID>2</UID><ID>2</ID><IsNull>1</IsNull></Task>" + job(3, 2, "") + "</Tasks>", []string{"own/opgave-3"}, nil},
		"an inactive task":                 {"<Tasks>" + job(1, 1, "") + job(2, 1, "<Active>0</Active>") + job(3, 1, link(2)) + "</Tasks>", []string{"own/opgave-1", "own/opgave-3"}, []string{"DB-605", "DB-606"}},
		"a task of another project":        {"<Tasks>" + job(1, 1, "<ExternalTask>1</ExternalTask>") + job(2, 1, link(1)) + "</Tasks>", []string{"own/opgave-1", "own/opgave-2"}, nil},
		"a link to nothing":                {"<Tasks>" + job(1, 1, link(9)) + "</Tasks>", []string{"own/opgave-1"}, []string{"DB-605"}},
		"links in a ring":                  {"<Tasks>" + job(1, 1, link(2)) + job(2, 1, link(1)) + "</Tasks>", []string{"own/opgave-1", "own/opgave-2"}, nil},
		"a manual task":                    {"<Tasks>" + job(1, 1, "<Manual>1</Manual><Start>2014-09-01T08:00:00</Start>") + "</Tasks>", []string{"own/opgave-1"}, nil},
		"a split task":                     {"<Tasks>" + job(1, 1, "<Start>2014-09-01T08:00:00</Start><Finish>2014-09-05T17:00:00</Finish>") + "</Tasks>", []string{"own/opgave-1"}, nil},
		"a base that is missing":           {"<CalendarUID>3</CalendarUID><Calendars><Calendar><UID>3</UID><BaseCalendarUID>1</BaseCalendarUID></Calendar></Calendars><Tasks>" + job(1, 1, "") + "</Tasks>", []string{"own/opgave-1"}, nil},
		"elements that nobody knows":       {"<X><Y/></X><Tasks>" + job(1, 1, "<Z a='b'>c<d/></Z>") + "</Tasks>", []string{"own/opgave-1"}, nil},
		"empty elements":                   {"<StartDate/><Calendars/><Tasks>" + job(1, 1, "<Start/><Finish/><PercentComplete/><ConstraintDate></ConstraintDate><Deadline/><PredecessorLink/>") + "</Tasks><Resources/>", []string{"own/opgave-1"}, []string{"DB-605"}},
		"a summary's constraint":           {"<Tasks>" + job(1, 1, "<ConstraintType>4</ConstraintType><ConstraintDate>2014-09-01T08:00:00</ConstraintDate>") + job(2, 2, "") + "</Tasks>", []string{"own/opgave-2"}, []string{"DB-613"}},
		"a stale constraint":               {"<Tasks>" + job(1, 1, "<ConstraintType>0</ConstraintType><ConstraintDate>2014-09-01T08:00:00</ConstraintDate>") + "</Tasks>", []string{"own/opgave-1"}, nil},
		"a constraint without a date":      {"<Tasks>" + job(1, 1, "<ConstraintType>5</ConstraintType>") + "</Tasks>", []string{"own/opgave-1"}, []string{"DB-613"}},
		"progress without a day of status": {"<Tasks>" + job(1, 1, "<ActualStart>2016-09-01T08:00:00</ActualStart><PercentComplete>50</PercentComplete>") + "</Tasks>", []string{"own/opgave-1"}, []string{"DB-641"}},
	} {
		_, p, findings := read(t, what, wild(c.file))
		assert.Equal(t, c.own, slices.Sorted(maps.Keys(p.Own)), what)
		told := slices.DeleteFunc(codes(findings), func(code string) bool { return code == "DB-602" })
		slices.Sort(told)
		assert.Equal(t, c.code, slices.Clip(append([]string(nil), told...)), what)
		kept, _ := p.Usable(booktest.Book(t))
		assert.Len(t, kept.Own, len(c.own), what)
		readable(t, kept)
	}
}

// Of a file of strangers each message is told a hundred times, and the rest counted.
func TestOfEachCodeAHundredFindingsAreToldAndTheRestCounted(t *testing.T) {
	var tasks strings.Builder
	for i := range 400 {
		fmt.Fprintf(&tasks, "<Task><UID>%[1]d</UID><Name>Bestil %[1]d</Name><Duration>PT8H0M0S</Duration></Task>", i+1)
	}
	_, p, findings := read(t, "many", wild("<Tasks>"+tasks.String()+"</Tasks>"))
	assert.Len(t, p.Own, 400)
	said := map[string]int{}
	for _, code := range codes(findings) {
		said[code]++
	}
	assert.Equal(t, map[string]int{"DB-602": 100, "DB-616": 1}, said)
	assert.Contains(t, findings[len(findings)-1].Text.DA, "300 beskeder mere af samme slags (DB-602)")
}
