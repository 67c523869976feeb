package plan_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// usableOf is what can be used of a plan for Vejen, with the codes of what is wrong.
func usableOf(t *testing.T, document string) (*plan.Plan, []string) {
	t.Helper()
	book := booktest.Book(t)
	p, _ := plan.Read(book, "plan.yaml", strings.NewReader("kommune: Vejen\n"+document))
	require.NotNil(t, p)
	usable, findings := p.Usable(book)
	var codes []string
	for i := range findings {
		codes = append(codes, findings[i].Code+" "+findings[i].Subject)
	}
	return usable, codes
}

func TestTheTasksOfACancelledModuleAreNotRelevant(t *testing.T) {
	const module = "modules: {adm: {name: Administrationsmodulet, project: stoettesystemerne, tasks: [5.1/as-is@stoettesystemerne, 6.5/loebende@stoettesystemerne]%s}}\n"
	p, codes := usableOf(t, strings.Replace(module, "%s", ", cancelled: 2014-05-01, reason: Taget ud", 1)+
		"tasks: {6.5/loebende@stoettesystemerne: {notRelevant: Vi udbyder intet}}\n")
	assert.Equal(t, "Administrationsmodulet: Taget ud", *p.Tasks["5.1/as-is@stoettesystemerne"].NotRelevant)
	assert.Equal(t, "Vi udbyder intet", *p.Tasks["6.5/loebende@stoettesystemerne"].NotRelevant, "the task's own reason")
	assert.Contains(t, codes, "DB-006 modules.adm.tasks[0]", "the playbook requires it")

	p, codes = usableOf(t, strings.Replace(module, "%s", "", 1))
	assert.Empty(t, p.Tasks, "it comes")
	assert.Empty(t, codes)

	p, codes = usableOf(t, strings.NewReplacer("%s", "", "6.5/loebende@", "6.5/loebend@").Replace(module))
	assert.NotEmpty(t, codes, "no such task: %v", p.Modules)
}
