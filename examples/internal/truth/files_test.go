package truth_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/require"
)

// takeFiles collects what the files say that people and other programs read.
func (f *facts) takeFiles(t *testing.T, c *computed) {
	t.Helper()
	for _, r := range c.results {
		if r.told == nil {
			continue
		}
		f.takeText(t, r, "text", "html")
		for _, sheet := range r.told.Tables() {
			if f.places.has(r.schema + "/" + sheet.Name) {
				f.takeCSV(t, r.schema, sheet, c.Schedule.Book)
			}
		}
	}
	f.takeProject(t, c.Schedule)
	f.takeCalendar(t, c.Schedule)
	f.takePicture(t, c.Schedule)
	f.takeWorkbook(t, c)
}

// has reports whether keys of a record are placed.
func (p places) has(record string) bool {
	for key := range p {
		if strings.HasPrefix(key, record+" ") {
			return true
		}
	}
	return false
}

// row collects what a row says, by the keys of its columns.
func (f *facts) row(record, format string, cells map[string]any) {
	f.used[format]++
	f.record(node{&schema{}, nil, record}, cells, format, []map[string]any{cells})
}

// cells are a table's row by the keys of its columns.
func cells(sheet *table.Sheet, texts []string, book *drejebog.Playbook) map[string]any {
	row := map[string]any{}
	for i := range sheet.Columns {
		if i < len(texts) {
			row[sheet.Columns[i].Key] = cellValue(texts[i], book)
		}
	}
	return row
}

var (
	shortDay = regexp.MustCompile(`^(\d\d)\.(\d\d)\.(\d{4})$`)
	decimals = regexp.MustCompile(`^-?\d+,\d+$`)
	whole    = regexp.MustCompile(`^-?\d+$`)
)

// cellValue is what a cell says, as JSON says it: a project by its id.
func cellValue(text string, book *drejebog.Playbook) any {
	switch day := shortDay.FindStringSubmatch(text); {
	case day != nil:
		return day[3] + "-" + day[2] + "-" + day[1]
	case isDay.MatchString(text):
		return text
	case text == "" || text == "–":
		return nil
	case text == "ja" || text == "nej":
		return text == "ja"
	case decimals.MatchString(text):
		return strings.Replace(text, ",", ".", 1)
	case whole.MatchString(text) && (text == "0" || text[0] != '0'):
		n, _ := strconv.Atoi(text)
		return n
	}
	for i := range book.Projects {
		if book.Projects[i].Name == text {
			return book.Projects[i].ID
		}
	}
	return words(text)
}

// words are a cell that is no value: a relative date, say.
type words string

// takeCSV collects what a table says that has been written as CSV.
func (f *facts) takeCSV(t *testing.T, schema string, sheet *table.Sheet, book *drejebog.Playbook) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, sheet.In(lang.Danish)))
	read, faults := table.ReadCSV("x.csv", &out)
	require.Empty(t, faults)
	for _, row := range read.Rows[1:] {
		f.row(schema+"/"+sheet.Name, "csv", cells(sheet, texts(row), book))
	}
}

func texts(row table.Row) []string {
	list := make([]string, len(row.Cells))
	for i := range row.Cells {
		list[i] = row.Cells[i].Text
	}
	return list
}

// takeText collects what the tables of a report say, as text or as a page.
func (f *facts) takeText(t *testing.T, r result, formats ...string) {
	t.Helper()
	var placed []*table.Sheet
	for _, sheet := range r.told.Tables() {
		if f.places.has(r.schema+"/"+sheet.Name) && isShown(r.told, sheet.Name) {
			placed = append(placed, sheet)
		}
	}
	if len(placed) == 0 {
		return
	}
	printed := map[string]func(io.Writer) error{
		"text": func(w io.Writer) error { return r.told.WriteText(w, lang.Danish) },
		"html": func(w io.Writer) error { return r.told.WriteHTML(w, lang.Danish) },
	}
	split := map[string]func(string) [][]string{"text": textRows, "html": pageRows}
	for _, format := range formats {
		rows := split[format](golden.Written(t, printed[format]))
		for _, sheet := range placed {
			f.takeRows(r.schema, format, sheet, rows)
		}
	}
}

// isShown reports whether a table stands on the page, and is not for spreadsheets
// alone.
func isShown(d *document.Document, name string) bool {
	return !slices.ContainsFunc(d.Attached, func(s *table.Sheet) bool { return s.Name == name })
}

// takeRows collects the rows below the head of a table.
func (f *facts) takeRows(schema, format string, sheet *table.Sheet, rows [][]string) {
	var head []string
	for i := range sheet.Columns {
		head = append(head, sheet.Columns[i].DA)
	}
	at := slices.IndexFunc(rows, func(row []string) bool { return slices.Equal(row, head) })
	if at < 0 {
		return // its columns are too narrow for its head, or it has each row as a list
	}
	for _, row := range rows[at+1:] {
		if len(row) < 2 {
			return
		}
		f.row(schema+"/"+sheet.Name, format, cells(sheet, row, f.book))
	}
}

var gap = regexp.MustCompile(` {2,}`)

// textRows are the lines of a text, their columns apart.
func textRows(text string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(text, "\n") {
		rows = append(rows, gap.Split(strings.TrimSpace(line), -1))
	}
	return rows
}

var (
	pageRow  = regexp.MustCompile(`(?s)<tr>(.*?)</tr>|</table>`)
	pageCell = regexp.MustCompile(`(?s)<t[dh][^>]*>(.*?)</t[dh]>`)
	tag      = regexp.MustCompile(`<[^>]*>`)
)

// pageRows are the rows of a page's tables; after a table stands an empty one.
func pageRows(page string) [][]string {
	var rows [][]string
	for _, row := range pageRow.FindAllStringSubmatch(page, -1) {
		var list []string
		for _, cell := range pageCell.FindAllStringSubmatch(row[1], -1) {
			list = append(list, html.UnescapeString(tag.ReplaceAllString(cell[1], "")))
		}
		rows = append(rows, list)
	}
	return rows
}

// idField is the field of a project file that holds the id of a task.
const idField = 188743731

// takeProject collects what the file for Microsoft Project says of each task.
func (f *facts) takeProject(t *testing.T, s *timeline.Schedule) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, interchange.FromSchedule(s, lang.Danish).Write(&out))
	project, faults := mspdi.Read("x.xml", &out)
	require.Empty(t, faults)
	for i := range project.Tasks {
		task := &project.Tasks[i]
		if id := task.Value(idField); id != "" && !task.Milestone {
			says := map[string]any{
				"Start": first(task.Start), "Finish": last(task.Finish), "EarlyStart": first(task.EarlyStart), "EarlyFinish": last(task.EarlyFinish),
				"LateStart": first(task.LateStart), "LateFinish": last(task.LateFinish), "TotalSlack": days(task.TotalSlack),
			}
			maps.DeleteFunc(says, func(_ string, value any) bool { return value == nil }) // it may leave them to Microsoft Project
			says["id"], says["Critical"] = id, task.Critical
			f.row("mspdi", "mspdi", says)
		}
	}
}

func first(m *mspdi.Moment) any {
	if m == nil {
		return nil
	}
	return m.Day().String()
}

func last(m *mspdi.Moment) any {
	if m == nil {
		return nil
	}
	return m.LastDay().String()
}

// days are working days of eight hours, of tenths of minutes.
func days(slack *int) any {
	if slack == nil {
		return nil
	}
	return *slack / 4800
}

// takeCalendar collects the days of the rows that a calendar shows: an event is
// known by the digest of its kommune and its row.
func (f *facts) takeCalendar(t *testing.T, s *timeline.Schedule) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, ical.Write(&out, s, nil, time.Date(2014, 7, 1, 12, 0, 0, 0, time.UTC), lang.Danish))
	events, err := ical.Read(&out)
	require.NoError(t, err)
	byUID := map[string]string{}
	for _, e := range events {
		byUID[e.UID] = e.Start
	}
	for i := range s.Milestones {
		digest := sha256.Sum256([]byte(s.Kommune.Code + " " + s.Milestones[i].ID))
		if day := byUID[hex.EncodeToString(digest[:12])+"@monopolbrud"]; len(day) == 8 {
			f.row("ics", "ics", map[string]any{"id": s.Milestones[i].ID, "DTSTART": day[:4] + "-" + day[4:6] + "-" + day[6:]})
		}
	}
}

var barTitle = regexp.MustCompile(`<text class="name"[^>]*>([^<]*)</text>|<title>([^<]*): (\d+\. \p{L}+ \d{4}) – (\d+\. \p{L}+ \d{4})[;<]`)

// takePicture collects the days that the bars of the picture are titled with, by
// project, section and name; a name that two tasks or two bars have says nothing.
func (f *facts) takePicture(t *testing.T, s *timeline.Schedule) {
	t.Helper()
	ids := map[string][]string{}
	for i := range s.Tasks {
		task := &s.Tasks[i]
		project := s.Book.ScopeName(task.Project)
		name := strings.TrimSuffix(task.Label().DA, " ("+project+")")
		key := project + "/" + task.Section() + " " + name
		ids[key] = append(ids[key], task.ID)
	}
	bars, project := map[string][][]string{}, ""
	picture := golden.Written(t, func(w io.Writer) error { return gantt.WriteSVG(w, s, nil, lang.Danish) })
	for _, found := range barTitle.FindAllStringSubmatch(picture, -1) {
		if found[1] != "" {
			project = html.UnescapeString(found[1])
			continue
		}
		key := project + "/" + html.UnescapeString(found[2])
		bars[key] = append(bars[key], found[3:])
	}
	for key, days := range bars {
		if len(ids[key]) == 1 && len(days) == 1 {
			f.row("svg", "svg", map[string]any{"id": ids[key][0], "start": isoDay(t, days[0][0]), "finish": isoDay(t, days[0][1])})
		}
	}
}

func isoDay(t *testing.T, text string) string {
	t.Helper()
	day, err := period.ParseDay(text)
	require.NoError(t, err)
	return day.String()
}

// takeWorkbook collects the amounts of the lines on the sheets of the projects, as
// the workbook has computed them.
func (f *facts) takeWorkbook(t *testing.T, c *computed) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, workbook.Write(&out, c.Estimate, lang.Danish))
	sheets, faults := xlsx.Read("x.xlsx", &out)
	require.Empty(t, faults)
	for i := range sheets {
		var head []string
		for _, row := range sheets[i].Rows {
			list := texts(row)
			if slices.Contains(list, "Opgavens id") {
				head = list
				continue
			}
			if head == nil || len(list) < len(head) {
				continue
			}
			cell := func(name string) any {
				value := cellValue(list[slices.Index(head, name)], f.book)
				if _, is := value.(words); is { // what has no date has no year
					return nil
				}
				return value
			}
			f.row("xlsx", "xlsx", map[string]any{
				"year": cell("Budgetår"), "low": cell("Lav, kr."), "likely": cell("Sandsynlig, kr."), "high": cell("Høj, kr."), "hours": cell("Timer"),
			})
		}
	}
}
