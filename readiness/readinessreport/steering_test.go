package readinessreport_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func reported(t testing.TB, now, before *status.Status) *document.Document {
	t.Helper()
	r, err := steering.Of(now, before)
	require.NoError(t, err)
	return readinessreport.Steering(r)
}

// named is a sample whose names are all a hundred characters long, with as many risks,
// decisions and benefits as it may have on a page.
func named(t testing.TB, name string) *plan.Plan {
	t.Helper()
	p, _ := sample(t, name)
	require.NotNil(t, p)
	long := func(s string) string { return s + strings.Repeat(" meget langt navn", 10)[:100-len(s)%50] }
	for id, person := range p.People {
		person.Name = long(person.Name)
		p.People[id] = person
	}
	for id, task := range p.Own {
		task.Name = long(task.Name)
		p.Own[id] = task
	}
	for id, contract := range p.Contracts {
		contract.Name = long(contract.Name)
		p.Contracts[id] = contract
	}
	for id, benefit := range p.Benefits {
		benefit.Name = long(benefit.Name)
		p.Benefits[id] = benefit
	}
	p.Risks = map[string]plan.Risk{}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		p.Risks[id] = plan.Risk{
			What: long(id), Measure: long(id), Probability: decimal.RequireFromString("0.25"), Delay: &plan.WorkdaysRange{Low: 1, Likely: 20, High: 30},
		}
	}
	return p
}

func TestAStatusReportFitsOneSheet(t *testing.T) {
	fits := func(name string, d *document.Document) {
		t.Helper()
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			var text bytes.Buffer
			require.NoError(t, d.WriteText(&text, language))
			lines := strings.Split(strings.TrimSuffix(text.String(), "\n"), "\n")
			assert.LessOrEqual(t, len(lines), 66, "%s\n%s", name, text.String())
			for _, line := range lines {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), 100, line)
			}
		}
	}
	for _, name := range plans.Names() {
		p, _ := sample(t, name)
		s := computed(t, p, lists(t)...)
		fits(name, reported(t, s, s))
	}
	long := computed(t, named(t, "skive.yaml"))
	fits("long names", reported(t, long, long))
	fits("without a plan", reported(t, computed(t, plan.New("Roskilde")), nil))
}

func TestAReportThatNobodyMadeIsEmpty(t *testing.T) {
	assert.Empty(t, readinessreport.Steering(nil).Blocks)
	assert.Empty(t, readinessreport.Steering(&steering.Report{}).Blocks)
}
