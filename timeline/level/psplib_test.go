package level_test

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
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

// starts are those of a plan, which have to keep what the instance says: no activity
// starts before those that it follows have finished, and no more is needed than there
// is. The makespan is the last finish.
func (x *instance) checked(t testing.TB, plan *level.Plan) (makespan int) {
	t.Helper()
	start := make([]int, len(x.lengths))
	for i := range start {
		d := plan.Result.Dates(i)
		start[i] = int(d.Start)
		require.GreaterOrEqual(t, start[i], 0, x.name)
		require.Equal(t, start[i]+x.lengths[i], int(d.Finish), x.name)
		makespan = max(makespan, int(d.Finish))
	}
	for i, follow := range x.follow {
		for _, j := range follow {
			require.LessOrEqual(t, start[i]+x.lengths[i], start[j], x.name)
		}
	}
	for tick := range makespan {
		for r, units := range x.capacity {
			need := 0
			for i, from := range start {
				if from <= tick && tick < from+x.lengths[i] {
					need += x.needs[i][r]
				}
			}
			require.LessOrEqual(t, need, units, x.name)
		}
	}
	return makespan
}

// set is a folder of instances with what is known of them.
type set struct {
	name      string
	files     []string
	best, cpm map[string]int
}

func readSets(t testing.TB) []set {
	t.Helper()
	folder := psplibFolder(t)
	folders, err := filepath.Glob(filepath.Join(folder, "j*"))
	require.NoError(t, err)
	slices.SortFunc(folders, func(a, b string) int { return len(a)*1000 - len(b)*1000 + strings.Compare(a, b) })
	best := readTable(t, filepath.Join(folder, "best.csv"), "upper_bound")
	bounds := readTable(t, filepath.Join(folder, "cpm_lb.csv"), "cpm_lb")
	var out []set
	for _, f := range folders {
		files, err := filepath.Glob(filepath.Join(f, "*.sm"))
		require.NoError(t, err)
		out = append(out, set{filepath.Base(f), files, best, bounds})
	}
	return out
}

// tally is a line of the table.
type tally struct {
	instances, proved, made int
	deviation               float64 // percent, in all
	spent                   time.Duration
}

// solve levels every step-th instance within a budget and sums up.
func (s *set) solve(t *testing.T, step, budget int) tally {
	t.Helper()
	var out tally
	for k := 0; k < len(s.files); k += step {
		x := readInstance(t, s.files[k])
		p := x.problem()
		from := time.Now()
		plan, err := level.Level(context.Background(), p, level.Options{Schedules: budget, Seed: 1})
		out.spent += time.Since(from)
		require.NoError(t, err)
		require.LessOrEqual(t, plan.Schedules, budget)
		require.Empty(t, plan.Excesses)
		got, reference := x.checked(t, plan), s.cpm[x.name]
		if s.name == "j30" {
			reference = s.best[x.name]
			require.GreaterOrEqual(t, got, reference, x.name)
		}
		require.LessOrEqual(t, int(plan.BoundFinish), s.best[x.name], "the bound of %s", x.name)
		require.Equal(t, plan.Proved, plan.BoundFinish == plan.Finish, x.name)
		if out.instances++; plan.Proved {
			out.proved++
		}
		out.deviation += 100 * float64(got-reference) / float64(reference)
		out.made += plan.Schedules
	}
	return out
}

// atLeast are the average deviations in percent that have to be reached at 1,000, 5,000
// and 50,000 schedules, and how many instances the critical path alone proves.
var atLeast = map[string]struct {
	deviation [3]float64
	proved    int
}{
	"j30":  {[3]float64{0.30, 0.12, 0.05}, 217},
	"j60":  {[3]float64{11.6, 11.1, 10.8}, 298},
	"j120": {[3]float64{34.6, 32.7, 31.4}, 0},
}

func TestThePublicProblemsAreSolvedAsWellAsThePapersSay(t *testing.T) {
	full := os.Getenv("MONOPOLBRUD_FULL") != ""
	for _, s := range readSets(t) {
		budgets, step := []int{1000}, 10
		if full {
			budgets, step = []int{1000, 5000, 50000}, 1
		}
		line := ""
		var made int
		var spent time.Duration
		for i, budget := range budgets {
			got := s.solve(t, step, budget)
			mean := got.deviation / float64(got.instances)
			line += fmt.Sprintf("  %d: %.2f %%, %d proved", budget, mean, got.proved)
			made, spent = made+got.made, spent+got.spent
			if want, known := atLeast[s.name]; known && full {
				assert.LessOrEqual(t, mean, want.deviation[i], "%s within %d schedules", s.name, budget)
				assert.GreaterOrEqual(t, got.proved, want.proved, s.name)
			}
		}
		fmt.Printf("%s: %d instances%s; %.0f schedules/s\n", s.name, (len(s.files)+step-1)/step, line, float64(made)/spent.Seconds())
	}
}
