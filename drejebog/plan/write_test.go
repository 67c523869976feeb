package plan_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/skeleton"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// yamlOf and jsonOf write a plan that must be writable.
func yamlOf(t require.TestingT, p *plan.Plan) string {
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}

func jsonOf(t require.TestingT, p *plan.Plan) string {
	var out bytes.Buffer
	require.NoError(t, p.WriteJSON(&out))
	return out.String()
}

// begunPlan is the plan to begin with, and with every example in it taken.
func begunPlan(t testing.TB) (begun, whole string) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, skeleton.Write(&out, book(t), "Roskilde"))
	return out.String(), regexp.MustCompile(`(?m)^#([^ \n]|  )`).ReplaceAllString(out.String(), "$1")
}

// samplePlans are the samples that can be read, and the skeleton with every
// example taken.
func samplePlans(t testing.TB) map[string]*plan.Plan {
	t.Helper()
	_, whole := begunPlan(t)
	texts := map[string]string{"skeleton": whole}
	for _, name := range plans.Names() {
		text, err := plans.Files().(interface{ ReadFile(string) ([]byte, error) }).ReadFile(name)
		require.NoError(t, err)
		texts[name] = string(text)
	}
	list := map[string]*plan.Plan{}
	for name, text := range texts {
		p, findings := read(t, text)
		require.NotNil(t, p, "%s: %v", name, lines(findings))
		list[name] = p
	}
	return list
}

func TestAPlanIsReadAsItWasWritten(t *testing.T) {
	for name, p := range samplePlans(t) {
		text := yamlOf(t, p)
		again, findings := read(t, text)
		require.NotNil(t, again, "%s: %v\n%s", name, lines(findings), text)
		assert.Equal(t, text, yamlOf(t, again), name)
		notation := jsonOf(t, p)
		fromJSON, findings := read(t, notation)
		require.NotNil(t, fromJSON, "%s: %v\n%s", name, lines(findings), notation)
		assert.Equal(t, text, yamlOf(t, fromJSON), name)
		assert.Equal(t, notation, jsonOf(t, again), name)
	}
}

// A writer that left something out would still agree with itself.
func TestNothingOfAPlanIsLeftOut(t *testing.T) {
	_, whole := begunPlan(t)
	p, _ := read(t, whole)
	require.NotNil(t, p)
	text := yamlOf(t, p)
	paths, _, _ := plan.Keys(book(t))
	for _, key := range paths {
		if strings.HasSuffix(key, ".nonTSA") {
			continue // false in the skeleton, which is what its absence says
		}
		name := key[strings.LastIndexByte(key, '.')+1:]
		assert.Regexp(t, `(?m)^[ -]*`+name+`:`, text, key)
	}
	for _, line := range strings.Split(whole, "\n") {
		if _, value, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "# ") && value != "false" {
			assert.Contains(t, text, strings.TrimSpace(value), line)
		}
	}
}

func TestWhatNoFileCanHoldIsNotWritten(t *testing.T) {
	for name, p := range map[string]*plan.Plan{
		"a control character": {Kommune: "Roskilde", Note: "a\x00b"},
		"broken UTF-8":        {Kommune: "Roskilde", Note: "\xff"},
		"a key that is none":  {Kommune: "Roskilde", Tasks: map[string]plan.Task{"a\rb": {}}},
		"a status without a name": {
			Kommune: "Roskilde", Tasks: map[string]plan.Task{"4.1/overblik": {Status: 99}},
		},
		"no decision": {Kommune: "Roskilde", Decisions: []plan.Decision{{}}},
	} {
		var out bytes.Buffer
		var refused *strict.WriteError
		assert.ErrorAs(t, p.Write(&out), &refused, name)
		assert.Empty(t, out.String(), name)
		said := loadedBook().Words.Of(refused)
		assert.Contains(t, said.DA, " kan ikke skrives: ", name)
		assert.NotContains(t, said.DA+said.EN, "{", name)
	}
}

func TestAnyTextComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plan.New("Roskilde")
		p.Note = writable(t, "note")
		p.People = map[string]plan.Person{"anna": {Name: writable(t, "name"), Roles: []string{"projektleder"}}}
		duration := rapid.IntRange(1, 5000).Draw(t, "duration")
		day := onDay("2010-01-01") + date.Date(rapid.IntRange(0, 14_000).Draw(t, "days"))
		p.Own = map[string]plan.OwnTask{"own/x": {Name: writable(t, "own"), Deadline: &day, Task: plan.Task{Duration: &duration, Note: writable(t, "task note")}}}
		for _, notation := range []string{yamlOf(t, p), jsonOf(t, p)} {
			again, findings := plan.Read(loadedBook(), "plan.yaml", strings.NewReader(notation))
			require.NotNil(t, again, "%v\n%s", lines(findings), notation)
			assert.Equal(t, p.Note, again.Note)
			assert.Equal(t, p.People, again.People)
			assert.Equal(t, p.Own, again.Own)
		}
	})
}

// writable draws a text that a file can hold.
func writable(t *rapid.T, label string) string {
	text := rapid.StringOf(rapid.OneOf(
		rapid.RuneFrom([]rune("abcæøå ÆØÅ:#'\"\\{}[],&*!|>%@`-?~\n\t0123456789.")),
		rapid.RuneFrom([]rune{0x2028, 0xFEFF, 0x1F600, 0xFFFE, 0xA0}),
	)).Draw(t, label)
	return text
}

// One bad value costs the entry that has to have it, and nothing else.
func TestAnEntryThatCouldNotBeReadIsNotWritten(t *testing.T) {
	for text, want := range map[string]string{
		"cleanUp: {kmd-aktiv: {counts: [{on: 2014<05-02, left: 4200}, {on: 2014-06-27, left: 3900}]}}": "cleanUp: {kmd-aktiv: {counts: [{on: 2014-06-27, left: 3900}]}}",
		"training: [{project: ky, on: 2014-05-02}, {project: ky, on: 2014-05-05, who: superusers}]":    "training: [{project: ky, on: 2014-05-05, who: superusers}]",
		"baseline: {agreed: 2014<05-02, milestones: {golive@ky: 2016-01-01}}":                          "",
		"readiness: {organisation@ksd: {state: confirmed, on: 2014<05-02}}":                            "readiness: {organisation@ksd: {state: confirmed}}",
	} {
		p, told := plan.Read(book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+text+"\n"))
		require.NotNil(t, p)
		require.True(t, drejebog.HasFault(told), text)
		whole, _ := plan.Read(book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+want+"\n"))
		assert.Equal(t, yamlOf(t, whole), yamlOf(t, p))
		assert.Equal(t, jsonOf(t, whole), jsonOf(t, p))
	}
}

// What is said in the place of what could not be read is written.
func TestAnEntryThatIsMendedIsWritten(t *testing.T) {
	p, _ := plan.Read(book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\ncleanUp: {kmd-aktiv: {counts: [{on: 2014<05-02, left: 4200}]}}\n"))
	p.CleanUp["kmd-aktiv"].Counts[0].On = onDay("2014-05-02")
	assert.Contains(t, yamlOf(t, p), "4200")
}

func FuzzWrite(f *testing.F) {
	_, whole := begunPlan(f)
	f.Add([]byte(whole))
	f.Add([]byte(wholePlan))
	f.Add([]byte("kommune: Roskilde\nnote: \"null\"\nown: {own/x: {name: \"yes\", duration: 1}}\n"))
	b := book(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _ := plan.Read(b, "plan.yaml", bytes.NewReader(data))
		if p == nil {
			return
		}
		text := yamlOf(t, p)
		again, findings := plan.Read(b, "plan.yaml", strings.NewReader(text))
		if again == nil {
			t.Fatalf("what was written cannot be read: %v\n%s", lines(findings), text)
		}
		if text != yamlOf(t, again) {
			t.Fatalf("written twice, differently:\n%s", text)
		}
	})
}

func ExamplePlan_Write() {
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(onDay("2016-02-01"))}, "ky": {GoLive: &plan.When{Unknown: true}}}
	duration := 25
	p.Tasks = map[string]plan.Task{"5.1/as-is@sapa": {Duration: &duration, Responsible: "it-arkitekt", Note: "Haster: spørg KMD"}}
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		fmt.Println(err)
	}
	fmt.Print(out.String())
	// Output:
	// kommune: Roskilde
	// projects:
	//   ky:
	//     goLive: ukendt
	//   sapa:
	//     goLive: 2016-02-01
	// tasks:
	//   5.1/as-is@sapa:
	//     duration: 25
	//     responsible: it-arkitekt
	//     note: "Haster: spørg KMD"
}

// loadedBook is the playbook where there is no test to fail.
func loadedBook() *drejebog.Playbook {
	b, err := loaded()
	if err != nil {
		panic(err)
	}
	return b
}
