package mspdi_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// planFile is a file of so many tasks with a link each, as full as Microsoft
// Project writes it: besides what is modelled, as much that is passed over.
func planFile(t testing.TB, tasks int) []byte {
	t.Helper()
	p := mspdi.New()
	at := mspdi.At(date.New(2014, time.May, 1), 480)
	for uid := 1; uid <= tasks; uid++ {
		task := mspdi.Task{
			UID: uid, ID: uid, Name: fmt.Sprint("Opgave ", uid), WBS: fmt.Sprint(uid), OutlineNumber: fmt.Sprint(uid), Level: 1, Calendar: mspdi.None,
			Start: at, Finish: at, Duration: mspdi.Duration{Minutes: 480, Format: mspdi.FormatDays},
			EarlyStart: at, EarlyFinish: at, LateStart: at, LateFinish: at, FreeSlack: new(0), TotalSlack: new(0), Remaining: new(480),
		}
		if uid > 1 {
			task.Links = []mspdi.Link{{From: uid - 1, Format: mspdi.FormatDays}}
		}
		p.Tasks = append(p.Tasks, task)
	}
	var more strings.Builder
	for i := range 40 {
		fmt.Fprintf(&more, "      <Unknown%d>PT0H0M0S</Unknown%d>\n", i, i)
	}
	return bytes.ReplaceAll(written(t, p), []byte("    </Task>\n"), []byte(more.String()+"    </Task>\n"))
}

func BenchmarkRead10000Tasks(b *testing.B) {
	data := planFile(b, 10_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := mspdi.Read("f.xml", bytes.NewReader(data)); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

func BenchmarkWrite10000Tasks(b *testing.B) {
	p, _ := mspdi.Read("f.xml", bytes.NewReader(planFile(b, 10_000)))
	b.ReportAllocs()
	for b.Loop() {
		written(b, p)
	}
}

func TestReadingTakesLessThan20KilobytesATask(t *testing.T) {
	const tasks = 1_000
	data := planFile(t, tasks)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	p, faults := mspdi.Read("f.xml", bytes.NewReader(data))
	runtime.ReadMemStats(&after)
	require.Empty(t, faults)
	require.Len(t, p.Tasks, tasks)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(tasks*20<<10), "bytes allocated in all for %d bytes of file", len(data))
}
