package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a file of a stranger may cost: the memory is that of a process that reads
// it, less that of one that reads an empty plan; the time is ten times what is
// promised, since machines differ.
const (
	mostMemory = 256 << 20
	mostTime   = 10 * 2 * time.Second
)

// childFile names the environment variable that makes the test's own program the
// one that is measured.
const childFile = "IMPORT_HOSTILE"

// hostileFiles are made here, each by the name that it has and what it is for.
func hostileFiles() map[string]func() string {
	repeat := strings.Repeat
	return map[string]func() string{
		"aliases.yaml": func() string {
			out := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
			for i := range 12 {
				out += fmt.Sprintf("a%d: &a%d [%s]\n", i+1, i+1, repeat(fmt.Sprintf("*a%d,", i), 9))
			}
			return out
		},
		"quotes.yaml":    func() string { return repeat(`"`, 2<<20) },
		"deep.yaml":      func() string { return "kommune: Roskilde\nown: " + repeat("[", 1<<20) },
		"deeper.yaml":    func() string { return "kommune: Roskilde\nown: " + repeat("{a: ", 1<<19) },
		"deep.json":      func() string { return `{"kommune": ` + repeat("[", 1<<20) + "}" },
		"commas.json":    func() string { return `{"kommune": [` + repeat("0,", 1<<20) + "0]}" },
		"numbers.yaml":   func() string { return "kommune: Roskilde\ndrivers: {users: 1e999999999}\n" },
		"digits.yaml":    func() string { return "kommune: Roskilde\ndrivers: {users: " + repeat("9", 2<<20) + "}\n" },
		"contracts.yaml": func() string { return many("kommune: Roskilde\ncontracts:\n", "  k%[1]d: {name: K%[1]d}\n", 20_000) },
		"keys.yaml":      func() string { return many("kommune: Roskilde\n", "k%d: 1\n", 100_000) },
		"cycle.yaml": func() string {
			return many("kommune: Roskilde\nown:\n", "  own/a%[1]d: {name: A, duration: 1, after: [own/a%[2]d]}\n", 1900)
		},
		"wide.csv":      func() string { return repeat(";", 16<<20-1) },
		"rows.csv":      func() string { return "Opgave;Projekt\n" + repeat("a;b\n", 4<<20-8) },
		"faults.csv":    func() string { return "Opgave;Projekt;Varighed\n" + repeat("a;b;c\n", 99_999) },
		"names.csv":     func() string { return many("Opgave;Varighed\n", "Opgave %d;5\n", 99_000) },
		"contracts.csv": func() string { return many("Kontrakt;Gammelt system\n", "Kontrakt %d;KMD Sagg\n", 99_000) },
		"quotes.csv":    func() string { return repeat(`"`, 16<<20-1) },
		"lines.csv":     func() string { return "Opgave;Bemærkning\n" + repeat("a;"+repeat("x", 32_000)+"\n", 500) },
		"rows.xlsx": func() string {
			return sheet(repeat(`<row>`+repeat(`<c t="s"><v>1</v></c>`, 5)+`</row>`, 90_000), "Opgave", "a")
		},
		"texts.xlsx": func() string {
			return sheet(many("", `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Opgave %d</t></is></c></row>`, 2000), "Opgave", repeat("x", 32_000))
		},
		"notes.xlsx": func() string {
			return sheet(many("", `<row><c t="inlineStr"><is><t>Opgave %d</t></is></c><c t="s"><v>2</v></c></row>`, 2000), "Opgave", "Bemærkning", repeat("y", 32_000))
		},
		"formulas.xlsx": func() string {
			return sheet(repeat(`<row><c t="s"><v>0</v></c><c><f>1</f></c></row>`, 90_000), "Opgave")
		},
		"deep.xml": func() string { return "<Project>" + repeat("<Tasks>", 1<<20) },
		"tasks.xml": func() string {
			return many("<Project><Tasks>", "<Task><UID>%[1]d</UID><Name>Opgave %[1]d</Name></Task>", 200_000) + "</Tasks></Project>"
		},
		"entities.xml": func() string {
			return `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Project><Name>&b;</Name></Project>`
		},
		"attributes.xml": func() string { return "<Project " + repeat(`a="" `, 3<<20) + "/>" },
		"cell.csv":       func() string { return "Kontrakt;Gammelt system\nA;" + repeat("KMD Sag,", 1<<20) + "\n" },
		"line.csv":       func() string { return "Opgave;Varighed\n" + repeat("a", 50<<20) + ";5\n" },
		"longnames.csv":  func() string { return many("Opgave;Varighed\n", repeat("superbruger ", 80)+"%d;5\n", 2000) },
		"documents.yaml": func() string { return "kommune: Roskilde\n" + repeat("---\na: 1\n", 200_000) },
		"tags.yaml":      func() string { return "kommune: Roskilde\nown: " + repeat("!!map ", 300_000) + "{}\n" },
		"lags.yaml": func() string {
			return "kommune: Roskilde\nown:\n  own/b: {name: B, duration: 1}\n  own/a: {name: A, duration: 1, predecessors: [" +
				many("", "{task: own/b, lag: %d},", 40_000) + "]}\n"
		},
		"ring.yaml": func() string {
			return many("kommune: Roskilde\nown:\n", "  own/a%[1]d: {name: A, duration: 1, predecessors: [{task: own/a%[2]d}]}\n", 2000)
		},
		"surrogates.json": func() string {
			return `{"kommune":"Roskilde","own":{"own/a":{"name":"` + repeat(`\ud800`, 200_000) + `","duration":1}}}`
		},
		"assignments.xml": func() string {
			return many(tasksOf("", 100)+"<Assignments>", "<Assignment><TaskUID>1</TaskUID><ResourceUID>%[1]d</ResourceUID><Work>PT8H0M0S</Work></Assignment>", 300_000) + "</Assignments></Project>"
		},
		"links.xml": func() string {
			return tasksOf(repeat("<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>", 100), 2000) + "</Project>"
		},
		"ring.xml": func() string {
			return many("<Project><Tasks>", "<Task><UID>%[1]d</UID><Name>A</Name><Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>%[2]d</PredecessorUID></PredecessorLink></Task>", 100_000) + "</Tasks></Project>"
		},
		"far.xml": func() string {
			return many("<Project><StartDate>9999-12-31T23:59:59</StartDate><Tasks>", "<Task><UID>%[1]d</UID><Name>A</Name><Duration>PT99999999H0M0S</Duration><Start>9999-12-31T00:00:00</Start>"+
				"<PredecessorLink><PredecessorUID>%[2]d</PredecessorUID><LinkLag>999999999999999999</LinkLag></PredecessorLink></Task>", 3000) + "</Tasks></Project>"
		},
		"longnames.xml": func() string {
			return many("<Project><Tasks>", "<Task><UID>%[1]d</UID><Name>"+repeat("superbruger ", 1500)+"%[1]d</Name><Duration>PT8H0M0S</Duration></Task>", 1500) + "</Tasks></Project>"
		},
		"exceptions.xml": func() string {
			return "<Project><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><Exceptions>" +
				repeat("<Exception><TimePeriod><FromDate>1900-01-01T00:00:00</FromDate><ToDate>2199-12-31T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception>", 20_000) +
				"</Exceptions></Calendar></Calendars>" + strings.TrimPrefix(tasksOf("", 2), "<Project>") + "</Project>"
		},
		"calendars.xml": func() string {
			return many("<Project><Calendars>", "<Calendar><UID>%[1]d</UID><BaseCalendarUID>%[2]d</BaseCalendarUID></Calendar>", 30_000) + "</Calendars>" + strings.TrimPrefix(tasksOf("", 2), "<Project>") + "</Project>"
		},
	}
}

// tasksOf is a project of tasks that all hold something more.
func tasksOf(more string, n int) string {
	return many("<Project><Tasks>", "<Task><UID>%[1]d</UID><Name>Opgave %[1]d</Name><Duration>PT8H0M0S</Duration>"+more+"</Task>", n) + "</Tasks>"
}

// many is a text of lines that are numbered, each with the number of the next.
func many(head, line string, n int) string {
	var out strings.Builder
	out.WriteString(head)
	for i := range n {
		if strings.Contains(line, "%[2]d") {
			fmt.Fprintf(&out, line, i, (i+1)%n)
		} else {
			fmt.Fprintf(&out, line, i)
		}
	}
	return out.String()
}

// sheet is an Excel file whose first row holds the texts that its cells refer to.
func sheet(rows string, shared ...string) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relation := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, types, kind, target)
	}
	heads := ""
	for i := range shared[:min(len(shared), 2)] {
		heads += fmt.Sprintf(`<c t="s"><v>%d</v></c>`, i)
	}
	for _, part := range [][2]string{
		{"_rels/.rels", "<a>" + relation("a", "officeDocument", "book") + "</a>"},
		{"book", `<workbook><sheet name="Ark1" id="a"/></workbook>`},
		{"_rels/book.rels", "<a>" + relation("a", "worksheet", "sheet") + relation("b", "sharedStrings", "texts") + "</a>"},
		{"texts", "<sst><si><t>" + strings.Join(shared, "</t></si><si><t>") + "</t></si></sst>"},
		{"sheet", "<worksheet><sheetData><row>" + heads + "</row>" + rows + "</sheetData></worksheet>"},
	} {
		open, _ := w.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		_, _ = open.Write([]byte(part[1])) // a buffer takes all
	}
	_ = w.Close()
	return out.String()
}

// measured is what the child does: it reads a file, and tells the most memory that
// it had.
func measured(t *testing.T, file string) {
	t.Helper()
	args := []string{"-kommune", "Roskilde", "-o", os.DevNull, file}
	if ending := filepath.Ext(file); ending == ".yaml" || ending == ".json" {
		args = []string{"-plan", file, "-format", "csv", "-o", os.DevNull}
	}
	var said bytes.Buffer
	code := run(args, &said, &said)
	status, err := os.ReadFile("/proc/self/status")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	fmt.Printf("\npeak %s code %d said %d\n", strings.Fields(rest)[0], code, said.Len())
}

// child reads a file in a process of its own.
func child(t *testing.T, file string) (peak, said int, took time.Duration) {
	t.Helper()
	program := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestNoFileOfAStrangerCostsMuch$", "-test.v")
	program.Env = append(os.Environ(), childFile+"="+file)
	start := time.Now()
	out, err := program.CombinedOutput()
	took = time.Since(start)
	require.NoError(t, err, "%s: %.2000s", file, out)
	_, rest, _ := strings.Cut(string(out), "\npeak ")
	fields := strings.Fields(rest)
	kibibytes, err := strconv.Atoi(fields[0])
	require.NoError(t, err)
	said, err = strconv.Atoi(fields[4])
	require.NoError(t, err)
	return kibibytes << 10, said, took
}

func TestNoFileOfAStrangerCostsMuch(t *testing.T) {
	if runtime.GOOS != "linux" || raced {
		t.Skip("the most memory that a process had is read where Linux keeps it, and without the race detector's own")
	}
	if file := os.Getenv(childFile); file != "" {
		measured(t, file)
		return
	}
	folder := t.TempDir()
	path := func(name, content string) string {
		file := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
		return file
	}
	empty, _, _ := child(t, path("empty.yaml", "kommune: Roskilde\n"))
	for name, content := range hostileFiles() {
		peak, said, took := child(t, path(name, content()))
		t.Logf("%-16s %4d MiB %8s %7d bytes said", name, (peak-empty)>>20, took.Round(time.Millisecond), said)
		assert.Less(t, peak-empty, mostMemory, name)
		assert.Less(t, took, mostTime, name)
		assert.Less(t, said, 1<<20, "%s: what is said of it", name)
	}
}
