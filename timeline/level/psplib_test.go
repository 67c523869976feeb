package level_test

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

// psplibFolder is where the public problems are, as MONOPOLBRUD_PSPLIB or
// MONOPOLBRUD_SHARED say.
func psplibFolder(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("MONOPOLBRUD_PSPLIB")
	if shared := os.Getenv("MONOPOLBRUD_SHARED"); folder == "" && shared != "" {
		folder = filepath.Join(shared, "oracle", "psplib")
	}
	if folder == "" {
		t.Skip("MONOPOLBRUD_PSPLIB does not name the folder of the PSPLIB sets")
	}
	return folder
}

// instance is a problem of PSPLIB.
type instance struct {
	name     string
	lengths  []int
	needs    [][]int
	follow   [][]int
	capacity []int
}

// readInstance reads a file in the format of ProGen.
func readInstance(t testing.TB, path string) instance {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	out := instance{name: strings.TrimSuffix(filepath.Base(path), ".sm")}
	part := ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		for _, head := range []string{"PRECEDENCE", "REQUESTS", "RESOURCEAVAIL"} {
			if strings.HasPrefix(line, head) {
				part = head
			}
		}
		var v []int
		for _, word := range strings.Fields(line) {
			if n, err := strconv.Atoi(word); err == nil {
				v = append(v, n)
			}
		}
		if len(v) == 0 || len(v) != len(strings.Fields(line)) {
			continue
		}
		switch part {
		case "PRECEDENCE":
			for i := range v[3:] {
				v[3+i]--
			}
			out.follow = append(out.follow, v[3:])
		case "REQUESTS":
			out.lengths, out.needs = append(out.lengths, v[2]), append(out.needs, v[3:])
		case "RESOURCEAVAIL":
			out.capacity = v
		}
	}
	require.NotEmpty(t, out.capacity, path)
	require.Len(t, out.follow, len(out.lengths), path)
	return out
}

// problem is an instance as a network of finish-to-start links on one calendar.
func (x *instance) problem() *level.Problem {
	p := new(level.Problem)
	for i, d := range x.lengths {
		p.Network.Activities = append(p.Network.Activities, cpm.Activity{Key: strconv.Itoa(i + 1), Duration: cpm.Work(d)})
		for _, s := range x.follow[i] {
			p.Network.Links = append(p.Network.Links, cpm.Link{From: i, To: s})
		}
		for r, n := range x.needs[i] {
			if n > 0 {
				p.Demands = append(p.Demands, level.Demand{Activity: i, Resource: r, Units: int64(n)})
			}
		}
	}
	for r, n := range x.capacity {
		p.Resources = append(p.Resources, level.Resource{Key: fmt.Sprint("R", r+1), Calendar: -1, Units: int64(n)})
	}
	return p
}

func readTable(t testing.TB, path, column string) map[string]int {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	out, at := map[string]int{}, -1
	for i, name := range rows[0] {
		if name == column {
			at = i
		}
	}
	for _, row := range rows[1:] {
		n, err := strconv.Atoi(row[at])
		require.NoError(t, err)
		out[row[0]] = n
	}
	return out
}
