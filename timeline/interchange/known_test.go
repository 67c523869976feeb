package interchange_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatAPlanKnewOrSaysInItsOwnWayIsNoNews(t *testing.T) {
	b := booktest.Book(t)
	began, finished := date.New(2015, 9, 28), date.New(2015, 10, 9)
	for name, p := range map[string]*plan.Plan{
		"what has happened, without a day of status": {Tasks: map[string]plan.Task{"4.1/overblik": {ActualStart: &began, ActualFinish: &finished}}},
		"a reason that turns the writing":            {Tasks: map[string]plan.Task{"4.1/overblik": {NotRelevant: new("\u202ekcab")}}},
		"a name that turns the writing":              {Own: map[string]plan.OwnTask{"own/ny": {Name: " \u202ekcab", Task: plan.Task{Duration: new(2)}}}},
	} {
		p.Kommune, p.AsOf = "Vejen", new(date.New(2015, 9, 25))
		s, err := timeline.Compute(b, p)
		require.NoError(t, err)
		before := booktest.YAML(t, p)
		var out bytes.Buffer
		require.NoError(t, interchange.FromSchedule(s, lang.Danish).Write(&out))
		file, faults := mspdi.Read("plan.xml", &out)
		require.Empty(t, faults)
		require.Empty(t, interchange.Into(b, p, file, "plan.xml"), name)
		require.Equal(t, before, booktest.YAML(t, p), name)
	}
}

// What others owe by the plan alone, the end of a contract and a status without a date
// are not taken for own tasks, nor lost.
func TestWhatOthersOweAndWhatIsDoneWithoutADateComeBack(t *testing.T) {
	const text = "asOf: 2014-12-15\ndataDate: 2014-12-15\n" +
		"contracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6}}\n" +
		"projects: {sapa: {goLive: 3. kvartal 2016}, ksd: {goLive: \"ukendt, regn med 2016-03-01\"}, ky: {goLive: 2016-02-01}}\n" +
		"deliverables:\n" +
		"  own/testdata: {name: Testdata, actor: supplier, project: ky, promised: 2015-03-02}\n" +
		"  own/vejledning: {name: Vejledning, actor: kombit, promised: 2014-11-03, delivered: 2014-11-10}\n" +
		"  own/forsinket: {name: Forsinket, actor: kmd, promised: 2014-11-10}\n" +
		"  ext/parathedskrav@sapa: {promised: 2014-10-01}\n" +
		"  own/ukendt: {name: Ukendt, actor: kmd}\n" +
		"own: {own/x: {name: X, duration: 5, status: done}, own/y: {name: Y, duration: 5, predecessors: [{task: own/testdata}]}}\n" +
		"tasks: {4.12/opstart: {status: onHold}}\n"
	p := booktest.Plan(t, text)
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	project := interchange.FromSchedule(s, lang.Danish)
	same := p.Clone()
	assert.Empty(t, interchange.Into(booktest.Book(t), same, project, "f.xml"))
	assert.Equal(t, booktest.YAML(t, p), booktest.YAML(t, same), "nothing has changed")

	made, findings := interchange.NewPlan(booktest.Book(t), p.Kommune, project, "f.xml")
	assert.Equal(t, plan.Deliverable{Name: "Testdata", Actor: "supplier", Project: "ky", Promised: new(date.New(2015, 3, 2))}, made.Deliverables["own/testdata"])
	assert.Equal(t, plan.Deliverable{Name: "Vejledning", Actor: "kombit", Delivered: new(date.New(2014, 11, 10))}, made.Deliverables["own/vejledning"])
	assert.Equal(t, plan.Deliverable{Name: "Forsinket", Actor: "kmd", Promised: new(date.New(2014, 11, 10))}, made.Deliverables["own/forsinket"])
	assert.Equal(t, plan.Deliverable{Promised: new(date.New(2014, 10, 1))}, made.Deliverables["ext/parathedskrav@sapa"])
	assert.Equal(t, "kmd", made.Deliverables["own/ukendt"].Actor)
	for id, rollout := range p.Projects {
		assert.Equal(t, rollout.GoLive, made.Projects[id].GoLive, "a period and a date to work with stay what they are")
	}
	assert.Equal(t, plan.Done, made.Own["own/x"].Status)
	assert.Equal(t, plan.OnHold, made.Tasks["4.12/opstart"].Status)
	require.Len(t, made.Own, 2, "the end of the contract is no task")
	var told []string
	for _, f := range findings {
		told = append(told, f.Text.DA)
	}
	assert.Contains(t, strings.Join(told, "\n"), "planen har ikke kontrakten a")
	assert.Equal(t, []plan.Predecessor{{Task: "own/testdata", Type: drejebog.FS}}, made.Own["own/y"].Predecessors)
}
