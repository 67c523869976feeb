package gantt_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// book is the playbook that all tests share.
var book = sync.OnceValue(func() *drejebog.Playbook {
	b, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	return b
})

func compute(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	s, err := timeline.Compute(book(), p)
	require.NoError(t, err)
	return s
}

// read reads a plan that must be computable, whatever is to be found in it.
func read(t require.TestingT, name string, text []byte) *timeline.Schedule {
	p, _ := plan.Read(book(), name, bytes.NewReader(text))
	require.NotNil(t, p)
	return compute(t, p)
}

func sample(t require.TestingT, name string) *timeline.Schedule {
	text, err := fs.ReadFile(plans.Files(), name)
	require.NoError(t, err)
	return read(t, name, text)
}

// roskilde is the schedule of a kommune without a plan.
func roskilde(t require.TestingT) *timeline.Schedule { return compute(t, plan.New("Roskilde")) }

// looks are the schedules to look at: of a kommune without a plan, of one with
// much in it, of one with breaches, and of one with a go-live that nobody knows.
var looks = []string{"roskilde", "odense.yaml", "skive.yaml", "hjoerring.yaml"}

func look(t require.TestingT, name string) *timeline.Schedule {
	if name == "roskilde" {
		return roskilde(t)
	}
	return sample(t, name)
}

func svg(t require.TestingT, s *timeline.Schedule, own ...keydate.Mark) string {
	var out bytes.Buffer
	require.NoError(t, gantt.WriteSVG(&out, s, own, lang.Danish))
	return out.String()
}

func html(t require.TestingT, s *timeline.Schedule, own ...keydate.Mark) string {
	var out bytes.Buffer
	require.NoError(t, gantt.WriteHTML(&out, s, own, gantt.Told{Why: timelinereport.Explanation}, lang.Danish))
	return out.String()
}

// file puts a text where a browser can open it.
func file(t *testing.T, name, text string) string {
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// hostile is what somebody may write in a plan to break out of the page.
var hostile = []string{
	`<script>window.hacked = 1</script>`,
	`"><img src=x onerror="window.hacked = 1">`,
	`</script><script>window.hacked = 1</script>`,
	`</title></svg><svg onload="window.hacked = 1">`,
	`'; window.hacked = 1; //`,
	`{{.Title}} ${window.hacked = 1} javascript:window.hacked=1`,
	`<!-- --> ]]> &lt;b&gt; &#60;`,
	"\u202Egnitirw\u2028line\u0085",
}

// hostilePlan has them wherever a plan may hold text.
func hostilePlan(t require.TestingT) (*timeline.Schedule, []keydate.Mark) {
	p := plan.New("Roskilde")
	p.Own, p.People, p.Tasks = map[string]plan.OwnTask{}, map[string]plan.Person{}, map[string]plan.Task{}
	p.Contracts, p.Deliverables = map[string]plan.Contract{}, map[string]plan.Deliverable{}
	p.People["x"] = plan.Person{Name: hostile[1], Roles: []string{"projektleder", "testkoordinator"}, Note: hostile[0]}
	var marks []keydate.Mark
	for i, text := range hostile {
		id := string(rune('a' + i))
		start := date.New(2014, 9, 1) + date.Date(30*i)
		p.Own["own/"+id] = plan.OwnTask{Name: text, Project: "sapa", Task: plan.Task{PlannedStart: &start, Note: text, Responsible: "x"}}
		p.Contracts[id] = plan.Contract{Name: text, Systems: []string{"kmd-sag"}, NoticeMonths: &i}
		marks = append(marks, keydate.Mark{Date: start, Label: lang.Both(text), Project: "ky", Note: lang.Sentences{lang.OwnWords(lang.Both(text))}})
	}
	p.Tasks["5.3/test@ky"] = plan.Task{NotRelevant: &hostile[2]}
	p.Tasks["5.3/test@ksd"] = plan.Task{Note: hostile[3], Executor: "x"}
	p.Deliverables["ext/kravliste@ky"] = plan.Deliverable{Note: hostile[0]}
	return compute(t, p), marks
}
