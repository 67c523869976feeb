package plan_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckFindsInAPlanWhatReadFoundInItsDocument(t *testing.T) {
	b := book(t)
	for _, name := range plans.Names() {
		for _, asOf := range []date.Date{0, date.New(2014, 1, 1), date.New(2015, 12, 1)} {
			file, err := plans.Files().Open(name)
			require.NoError(t, err)
			p, findings := plan.Read(b, name, file)
			if asOf != 0 {
				file, err = plans.Files().Open(name)
				require.NoError(t, err)
				p, findings = plan.ReadAsOf(b, name, file, asOf)
			}
			require.NotNil(t, p, name)
			assert.Equal(t, findings, plan.Check(b, p), "%s %s", name, asOf)
		}
	}
}

func TestAPlanThatIsBuiltInGoIsCheckedToo(t *testing.T) {
	b := book(t)
	p := plan.New("Roskidle")
	p.Drivers = map[string]int{"usres@sapa": 1}
	codes := map[string]bool{}
	for _, f := range plan.Check(b, p) {
		codes[f.Code] = true
		assert.Zero(t, f.Place, f.Code)
	}
	assert.Contains(t, codes, "DB-002", "the kommune is unknown")
	assert.Len(t, codes, 2)
	assert.Empty(t, plan.Check(b, plan.New("Roskilde")))
	assert.Empty(t, plan.Check(nil, p))
	assert.Empty(t, plan.Check(b, nil))
	assert.NotEmpty(t, plan.Check(b, &plan.Plan{}))
}

// What a reader of a file would have told is told of a plan that was built in Go.
func TestEachFaultOfAPlanBuiltInGoIsFound(t *testing.T) {
	number, day, empty := -1, onDay("2014-06-02"), ""
	for path, row := range map[string]struct {
		code string
		set  func(*plan.Plan)
	}{
		`tasks["4.4/beslut2015"]`: {"DB-001", func(p *plan.Plan) { p.Tasks = map[string]plan.Task{"4.4/beslut2015": {}} }},
		`tasks["4.1/overblik"].duration`: {"DB-009", func(p *plan.Plan) {
			p.Tasks = map[string]plan.Task{"4.1/overblik": {Duration: &number}}
		}},
		`tasks["4.1/overblik"].status`: {"DB-011", func(p *plan.Plan) {
			p.Tasks = map[string]plan.Task{"4.1/overblik": {Status: 99}}
		}},
		`tasks["4.1/overblik"].notRelevant`: {"DB-005", func(p *plan.Plan) {
			p.Tasks = map[string]plan.Task{"4.1/overblik": {NotRelevant: &empty}}
		}},
		`tasks["4.1/overblik"].note`: {"DB-011", func(p *plan.Plan) {
			p.Tasks = map[string]plan.Task{"4.1/overblik": {Note: "a\x00b"}}
		}},
		"projects.sapa.goLive": {"DB-013", func(p *plan.Plan) {
			p.Projects = map[string]plan.Rollout{"sapa": {GoLive: &plan.When{}}}
		}},
		`own["4.1/overblik"]`: {"DB-019", func(p *plan.Plan) {
			one := 1
			p.Own = map[string]plan.OwnTask{"4.1/overblik": {Name: "Overblik", Task: plan.Task{Duration: &one}}}
		}},
		"own.own/x.name": {"DB-011", func(p *plan.Plan) {
			one := 1
			p.Own = map[string]plan.OwnTask{"own/x": {Task: plan.Task{Duration: &one}}}
		}},
		"edges[0].from": {"DB-021", func(p *plan.Plan) {
			p.Edges = []plan.Edge{{From: "golive@sapa", To: "5.1/as-is@sapa"}}
		}},
		"people.anna.roles": {"DB-011", func(p *plan.Plan) { p.People = map[string]plan.Person{"anna": {}} }},
		"contracts.a.noticeTo": {"DB-127", func(p *plan.Plan) {
			six := 6
			p.Contracts = map[string]plan.Contract{"a": {Name: "A", NoticeMonths: &six, NoticeTo: plan.ToAnniversary}}
		}},
		"contracts.a.systems[0]": {"DB-022", func(p *plan.Plan) { p.Contracts = map[string]plan.Contract{"a": {Name: "A", Systems: []string{"kmd"}}} }},
		"risks.r.probability": {"DB-018", func(p *plan.Plan) {
			p.Risks = map[string]plan.Risk{"r": {What: "Sent", Probability: decimal.NewFromInt(2)}}
		}},
		"risks.r.delay.low": {"DB-018", func(p *plan.Plan) {
			p.Risks = map[string]plan.Risk{"r": {What: "Sent", Delay: &plan.WorkdaysRange{Low: -1}}}
		}},
		"risks.r.delay": {"DB-405", func(p *plan.Plan) {
			p.Risks = map[string]plan.Risk{"r": {What: "Sent", Delay: &plan.WorkdaysRange{Low: 3, Likely: 2, High: 4}}}
		}},
		"risks.r.what":    {"DB-011", func(p *plan.Plan) { p.Risks = map[string]plan.Risk{"r": {}} }},
		"baseline.agreed": {"DB-013", func(p *plan.Plan) { p.Baseline = &plan.Baseline{} }},
		"baseline.milestones.live": {"DB-040", func(p *plan.Plan) {
			p.Baseline = &plan.Baseline{Agreed: day, Milestones: map[string]date.Date{"live": day}}
		}},
		"spent[0].year": {"DB-018", func(p *plan.Plan) { p.Spent = []plan.Expenditure{{Line: plan.Line{Step: "5.1/as-is"}, Year: 14}} }},
		"people.bo.absences[0].to": {"DB-010", func(p *plan.Plan) {
			before := day - 1
			p.People = map[string]plan.Person{"bo": {Roles: []string{"jurist"}, Absences: []plan.Absence{{From: day, To: &before}}}}
		}},
	} {
		p := plan.New("Roskilde")
		row.set(p)
		var got []string
		for _, f := range plan.Check(book(t), p) {
			got = append(got, f.Code+" "+f.Subject)
			assert.NotContains(t, f.Text.DA+f.Text.EN+f.Remedy.DA+f.Remedy.EN, "{", path)
		}
		assert.Contains(t, got, row.code+" "+path)
	}
}
