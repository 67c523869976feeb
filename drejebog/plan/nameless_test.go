package plan_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const named = `kommune: Vejen
note: Aftalt med Anna Berg og Bo; Bodil er ikke Bo, og Bos plan gælder
people:
  anna: {name: Anna Berg, roles: [programleder, jurist], hoursPerWeek: 30}
  bo: {name: Bo, roles: [projektleder@sapa, programleder]}
  carl: {roles: [projektleder]}
tasks:
  4.14/strategi: {responsible: anna, executor: Bo, note: Anna Berg spørger}
  4.12/opstart: {responsible: jurist, executor: kombit}
own: {own/x: {name: Møde hos Anna Berg, duration: 2, responsible: carl}}
readiness: {migrering@sapa: {state: inProgress, by: bo, on: 2014-06-27}}
risks: {a: {what: Bo rejser, probability: 0.5, owner: bo}}
`

func nameless(t *testing.T, text string, language lang.Lang) (p, bare *plan.Plan) {
	t.Helper()
	p, findings := read(t, text)
	require.NotNil(t, p, "%v", findings)
	bare, _ = p.Nameless(booktest.Book(t), language)
	return p, bare
}

func TestAPlanWithoutNamesCallsPeopleByTheirRoles(t *testing.T) {
	p, bare := nameless(t, named, lang.Danish)
	assert.Equal(t, "Programleder", bare.People["programleder-1"].Name)
	assert.Equal(t, "Projektleder 1", bare.People["projektleder-1"].Name)
	assert.Equal(t, "Projektleder 2", bare.People["projektleder-2"].Name)
	assert.Equal(t, plan.Task{Responsible: "programleder-1", Executor: "projektleder-1", Note: "Programleder spørger"}, bare.Tasks["4.14/strategi"])
	assert.Equal(t, plan.Task{Responsible: "jurist", Executor: "kombit"}, bare.Tasks["4.12/opstart"])
	assert.Equal(t, "Aftalt med Programleder og Projektleder 1; Bodil er ikke Projektleder 1, og Projektleder 1s plan gælder", bare.Note)
	assert.Equal(t, "Møde hos Programleder", bare.Own["own/x"].Name)
	assert.Equal(t, "projektleder-2", bare.Own["own/x"].Responsible)
	assert.Equal(t, "projektleder-1", bare.Readiness["migrering@sapa"].By)
	assert.Equal(t, "Projektleder 1 rejser", bare.Risks["a"].What)
	assert.Equal(t, "Anna Berg", p.People["anna"].Name, "the plan stays as it is")
	_, english := nameless(t, named, lang.English)
	assert.Equal(t, "Programme manager", english.People["programleder-1"].Name)
}

func TestAPlanWithoutNamesIsAPlan(t *testing.T) {
	b := booktest.Book(t)
	_, bare := nameless(t, named, lang.Danish)
	assert.Empty(t, plan.Check(b, bare))
	var text bytes.Buffer
	require.NoError(t, bare.Write(&text))
	assert.NotContains(t, text.String(), "Anna")
	again, findings := plan.Read(b, "plan.yaml", &text)
	assert.Empty(t, findings)
	twice, _ := again.Nameless(b, lang.Danish)
	for id, person := range bare.People {
		assert.Equal(t, person.Name, twice.People[id].Name)
	}
	place, ok := bare.Where("people.programleder-1.hoursPerWeek")
	assert.True(t, ok)
	assert.Equal(t, 4, place.Line, "where the person stands in the file")
}

func TestWhatIsFoundInAPlanWithoutNamesNamesNobody(t *testing.T) {
	b := booktest.Book(t)
	p, findings := read(t, strings.NewReplacer("hoursPerWeek: 30", "hoursPerWeek: 300", "executor: Bo", "executor: Hanne Holm", "owner: bo", "owner: hanne").Replace(named))
	require.NotNil(t, p)
	require.NotEmpty(t, findings)
	bare, told := p.Nameless(b, lang.Danish, findings...)
	require.Len(t, told, len(findings))
	for i, f := range append(told, plan.Check(b, bare)...) {
		for _, name := range []string{"Anna", "anna", "Hanne", "hanne", "Bo "} {
			for _, text := range []string{f.Text.DA, f.Text.EN, f.Remedy.DA, f.Remedy.EN, f.Subject} {
				assert.NotContains(t, text, name, "%d %s", i, f.Code)
			}
		}
	}
	assert.Len(t, plan.Check(b, bare), len(plan.Check(b, p)))
}

func TestNobodyIsNameless(t *testing.T) {
	b := booktest.Book(t)
	bare, told := (*plan.Plan)(nil).Nameless(b, lang.Danish)
	assert.Nil(t, bare)
	assert.Empty(t, told)
	bare, _ = plan.New("Vejen").Nameless(b, lang.Danish)
	assert.Equal(t, "Vejen", bare.Kommune)
	bare, _ = (&plan.Plan{Kommune: "Vejen", People: map[string]plan.Person{"x": {}, "y": {Name: "Y", Roles: []string{"no"}}}}).Nameless(b, lang.Danish)
	assert.Equal(t, "Person 2", bare.People["person-2"].Name)
}
