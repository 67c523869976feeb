package plan_test

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/skeleton"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

const schemaFile = "schema/plan.schema.json"

// schemaOf compiles the schema of a plan.
func schemaOf(t testing.TB) *jsonschema.Schema {
	t.Helper()
	file, err := seeds.Files().Open(schemaFile)
	require.NoError(t, err)
	document, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource(schemaFile, document))
	schema, err := compiler.Compile(schemaFile)
	require.NoError(t, err)
	return schema
}

// instanceOf makes of YAML what an editor holds against the schema: dates stay
// texts, numbers keep their digits.
func instanceOf(node *yaml.Node) any {
	switch node.Kind {
	case yaml.DocumentNode:
		return instanceOf(node.Content[0])
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(node.Content); i += 2 {
			out[node.Content[i].Value] = instanceOf(node.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, item := range node.Content {
			out = append(out, instanceOf(item))
		}
		return out
	}
	switch node.Tag {
	case "!!int", "!!float":
		return json.Number(strings.TrimLeft(node.Value[:len(node.Value)-1], "0") + node.Value[len(node.Value)-1:])
	case "!!bool":
		return node.Value == "true"
	case "!!null":
		return nil
	}
	return node.Value
}

// The schema file is the grammar and the words: go test -update writes it.
func TestTheSchemaAndTheSkeletonAreThoseOfTheGrammarAndTheWords(t *testing.T) {
	golden.File(t, "../../seeds/"+schemaFile, golden.Written(t, func(w io.Writer) error { return skeleton.WriteSchema(w, book(t)) }))
	golden.File(t, "testdata/skeleton.yaml", golden.Written(t, func(w io.Writer) error { return skeleton.Write(w, book(t), "Roskilde") }))
}

func valid(t testing.TB, schema *jsonschema.Schema, text string) error {
	t.Helper()
	var node yaml.Node
	require.NoError(t, yaml.Unmarshal([]byte(text), &node), text)
	return schema.Validate(instanceOf(&node))
}

func TestTheSchemaTakesEverySample(t *testing.T) {
	schema := schemaOf(t)
	for name, p := range samplePlans(t) {
		assert.NoError(t, valid(t, schema, yamlOf(t, p)), name)
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(jsonOf(t, p)))
		require.NoError(t, err)
		assert.NoError(t, schema.Validate(document), name)
	}
	begun, whole := begunPlan(t)
	assert.NoError(t, valid(t, schema, begun))
	assert.NoError(t, valid(t, schema, whole))
}

// What is wrong in form is refused by both; what only the playbook can tell
// is the reader's alone.
func TestTheReaderRefusesWhatTheSchemaRefuses(t *testing.T) {
	schema := schemaOf(t)
	for _, c := range []struct {
		text string
		form bool
	}{
		{"stand: juni", true},
		{"asOf: juni", true},
		{"asOf: 2014-06-31", true},
		{"asOf: 2013-02-01", false},
		{"dataDate: 1914-06-01", true},
		{"projects: {sappa: {goLive: 2016-01-01}}", true},
		{"projects: {sapa: {goLive: snart}}", true},
		{"projects: {sapa: {goLive: 2016-02-30}}", true},
		{"projects: {sapa: {goLive: 13. kvartal 2016}}", false},
		{"projects: {sapa: {goLive: senest juni 2016}}", false},
		{"projects: {sapa: {goLive: efteråret}}", true},
		{"projects: {sapa: {golive: 2016-01-01}}", true},
		{"projects: {ky: {goLive: 2016-01-01, implementation: 2016-02-01}}", false},
		{"drivers: {brugere: 900}", true},
		{"drivers: {contracts: -4}", true},
		{`drivers: {contracts: "240"}`, true},
		{"drivers: {contracts: 99000000}", true},
		{"people: {Karen Marie: {roles: [projektleder]}}", true},
		{"people: {karen: {roles: [projektledr]}}", true},
		{"people: {karen: {roles: [projektleder@sag]}}", true},
		{"people: {karen: {name: Karen}}", true},
		{"people: {karen: {roles: [projektleder], hoursPerWeek: 61}}", true},
		{"contracts: {a: {system: kmd-sag}}", true},
		{"contracts: {a: {name: A, system: kmdsag}}", true},
		{"contracts: {a: {name: A, start: 2014-01-01, end: 2013-12-31}}", false},
		{"contracts: {a: {name: A, noticeMonths: 121}}", true},
		{"contracts: {a: {name: A, noticeTo: uge}}", true},
		{"contracts: {a: A}", true},
		{"tasks: {6.3/opsigelse@kmd-arkiv: {duration: 5}}", false},
		{"deliverables: {ext/kravlister@sapa: {delivered: 2014-05-01}}", true},
		{"deliverables: {ext/kravliste@sapa: {delivered: 2039-05-01}}", false},
		{"tasks: {4.10/superbruger@sapa: {duration: 5}}", true},
		{"tasks: {4.10/superbrugere@sapa: {duration: 0}}", true},
		{"tasks: {4.10/superbrugere@sapa: {duration: fem}}", true},
		{"tasks: {4.10/superbrugere@sapa: {duration: 1 måned}}", false},
		{"contracts: {a: {name: A, noticeMonths: 30 dage}}", false},
		{"tasks: {4.10/superbrugere@sapa: {responsible: lise}}", false},
		{`tasks: {4.12/opstart: {notRelevant: " "}}`, true},
		{"tasks: {4.12/opstart: {plannedStart: 2014-09-01, plannedFinish: 2014-08-01}}", false},
		{"dataDate: 2014-06-27\ntasks: {4.12/opstart: {status: notStarted, actualFinish: 2014-06-01}}", false},
		{"tasks: {4.12/opstart: {status: faerdig}}", true},
		{"tasks: {4.12/opstart: {hours: -1}}", true},
		{"tasks: [4.12/opstart]", true},
		{"own: {pilot: {name: Pilot, duration: 5}}", true},
		{"own: {own/Pilot: {name: Pilot, duration: 5}}", true},
		{"own: {own/pilot: {duration: 5}}", true},
		{"own: {own/pilot: {name: Pilot}}", false},
		{"own: {own/pilot: {name: Pilot, duration: 5, project: sag}}", true},
		{"own: {own/pilot: {name: Pilot, duration: 5, predecessors: [{task: own/ingen}]}}", false},
		{"own: {own/pilot: {name: Pilot, duration: 5, predecessors: [{type: FS}]}}", true},
		{"own: {own/pilot: {name: Pilot, duration: 5, predecessors: [{task: own/pilot}]}}", false},
		{"edges: [{from: golive@sapa}]", true},
		{"edges: [{from: golive@sapa, to: 5.1/as-is@sapa}]", false},
		{"edges: [{from: 4.1/overblik, to: 4.14/strategi, type: XX}]", true},
		{"edges: [{from: 4.1/overblik, to: 4.14/strategi, lag: {value: 9000, unit: days}}]", true},
		{"edges: [{from: 4.1/overblik, to: 4.14/strategi, lag: {value: 121, unit: months}}]", false},
		{"edges: [{from: 4.1/overblik, to: 4.14/strategi, lag: {value: 2}}]", true},
		{"calendar: {closed: [{to: 2014-12-24}]}", true},
		{"calendar: {closed: [{from: 2014-12-24, to: 2014-12-20}]}", false},
		{"calendar: {closed: [{from: 2014-01-01, to: 2015-06-01}]}", false},
		{"calendar: {daysOff: {juleaften: true}}", true},
		{"calendar: {daysOff: {grundlovsdag: ja}}", true},
		{"budget: {2099: {adopted: 2048-10-01}}", true},
		{"budget: {2015: {firstReading: 2014-10-01, adopted: 2014-10-07}}", false},
		{"adjustments: [{action: scale, step: 4.10/slutbrugere, reason: x}]", false},
		{"adjustments: [{action: drop, step: 4.10/slutbrugere, factor: 2, reason: x}]", false},
		{"adjustments: [{action: drop, step: 4.10/slutbrugere}]", true},
		{"adjustments: [{action: drop, step: 4.10/slutbruger, reason: x}]", false},
		{`adjustments: [{action: drop, step: 4.10/slutbrugere, reason: " "}]`, true},
		{"adjustments: [{action: ret, step: 4.10/slutbrugere, reason: x}]", true},
		{"adjustments: [{action: scale, step: 4.10/slutbrugere, factor: 1001, reason: x}]", true},
		{"adjustments: [{action: replace, step: 4.10/slutbrugere, hours: {low: 3, likely: 2, high: 1}, reason: x}]", false},
		{`adjustments: [{action: replace, step: 4.10/slutbrugere, kroner: {low: 1, likely: "2,5,0", high: 3}, reason: x}]`, true},
		{"decisions: [{step: 5.1/tilpasning, state: afsat}]", true},
		{"decisions: [{step: 5.1/tilpasning, state: setAside, year: 15}]", true},
		{"decisions: [{step: 5.1/tilpasning, role: chef, state: setAside}]", true},
		{"readiness: {migrering: {state: inProgress}}", true},
		{"readiness: {migration@sapa: {state: inProgress}}", true},
		{"readiness: {test/Test Personer@sapa: {state: inProgress}}", true},
		{"readiness: {test@sapa: {state: ja}}", true},
		{"readiness: {test@sapa: {by: projektleder}}", true},
		{"readiness: {test@sapa: {state: inProgress, by: ingen}}", false},
		{"readiness: {test@sapa: {state: confirmed}}", false},
		{"readiness: {test@sapa: {state: confirmed, on: 2039-01-01}}", false},
		{"readiness: {test@sapa: {state: notRelevant}}", false},
		{`readiness: {test@sapa: {state: waived, reason: " "}}`, false},
		{"readiness: {test@sapa: {state: inProgress, questions: {A B: confirmed}}}", true},
		{"readiness: {test@sapa: {state: inProgress, questions: {a: måske}}}", true},
		{"readiness: {test@sapa: {state: inProgress, evidence: [{on: 2014-05-01}]}}", true},
		{"readiness: {test@sapa: {state: inProgress, history: [{state: confirmed}]}}", true},
		{"readiness: {test@sapa: {state: confirmed, on: 2014-05-01, history: [{state: inProgress, on: 2014-05-02}]}}", false},
		{"projects: {sapa: {wave: 0}}", true},
		{"projects: {sapa: {priority: 101}}", true},
		{"agreements: {sag: {signer: jurist}}", true},
		{"agreements: {sapa: {signer: ingen}}", false},
		{"agreements: {sapa: {signed: 2039-01-01}}", false},
		{"environment: {browser: {required: ny}}", true},
		{"environment: {browser: {name: Browser, gap: stor}}", true},
		{"environment: {browser: {name: Browser, ordered: 2014-05-02, closed: 2014-05-01}}", false},
		{"migrations: {sag: {fallBack: papir}}", true},
		{"migrations: {sapa: {closed: [{from: 2015-12-28, to: 2015-12-01}]}}", false},
		{"interfaces: {a: {project: sapa}}", true},
		{"interfaces: {a: {name: A, contract: ingen}}", false},
		{"cleanUp: {kmd: {counts: []}}", true},
		{"cleanUp: {kmd-aktiv: {counts: [{on: 2014-05-01, left: -1}]}}", true},
		{"cleanUp: {kmd-aktiv: {counts: [{on: 2014-05-02, left: 9}, {on: 2014-05-01, left: 8}]}}", false},
		{"training: [{project: sapa, who: alle, on: 2015-10-01, people: 2}]", true},
		{"training: [{project: sag, who: users, on: 2015-10-01, people: 2}]", true},
		{"training: [{project: sapa, who: users, on: 2015-10-01, people: -2}]", true},
		{"sagExit: {a: {receiver: ESDH}}", true},
		{"sagExit: {a: {name: A, users: 10, usersMoved: 11}}", false},
		{"processes: {a: {name: A}}", true},
		{"processes: {a: {name: A, project: ky, owner: ingen}}", false},
		{"processes: {a: {name: A, project: ky, decided: 2039-01-01}}", false},
		{"tenders: {a: {name: A, serviceplatformen: ja}}", true},
		{"tenders: {A B: {name: A}}", true},
		{"tests: [{project: sapa, kind: egen, on: 2014-06-02, cases: 1, passed: 1}]", true},
		{"tests: [{project: sapa, kind: own, on: 2014-06-02, cases: 1, passed: 2}]", false},
		{"benefits: {Svartid: {name: x}}", true},
		{"benefits: {svartid: {owner: gevinstejer}}", true},
		{"benefits: {svartid: {name: x, owner: ingen}}", false},
		{"benefits: {svartid: {name: x, target: \"1e9\"}}", true},
		{"benefits: {svartid: {name: x, value: -1}}", true},
		{"benefits: {svartid: {name: x, realised: {sidste: 8}}}", true},
		{"benefits: {svartid: {name: x, realised: {2009: 8}}}", true},
		{"benefits: {svartid: {name: x, realised: {2016: otte}}}", true},
		{"businessCase: {discountRate: 4}", true},
		{"businessCase: {discountRate: -0.01}", true},
		{"businessCase: {payments: {kmd: 1}}", true},
		{"businessCase: {payments: {kmd-sag: -1}}", true},
		{"businessCase: {payments: {kmd-sag: 10000000001}}", true},
		{"businessCase: {prices: {sag: 1}}", true},
		{"businessCase: {prices: {ky: mange}}", true},
		{"businessCase: [1]", true},
		{"addOns: {modul: {name: M, system: kmd-sag}}", true},
		{"addOns: {modul: {name: M, system: kmd, from: 2014-09-01}}", true},
		{"addOns: {modul: {name: M, system: kmd-sag, from: 2009-09-01}}", true},
		{"addOns: {modul: {name: M, system: kmd-sag, from: 2014-09-01, boundTo: 2014-08-31}}", false},
		{"addOns: {modul: {name: M, system: kmd-sag, from: 2014-09-01, exitCost: -5}}", true},
		{"addOns: {Modul X: {name: M, system: kmd-sag, from: 2014-09-01}}", true},
	} {
		text := "kommune: Roskilde\n" + c.text + "\n"
		_, findings := read(t, text)
		assert.True(t, drejebog.HasFault(findings), "%s is read", c.text)
		for _, f := range findings {
			assert.NotContains(t, f.Text.DA+f.Remedy.DA+f.Text.EN+f.Remedy.EN, "{", "every place is filled: %s", c.text)
		}
		if c.form {
			assert.Error(t, valid(t, schema, text), "%s is valid", c.text)
		}
	}
	assert.Error(t, valid(t, schema, "note: uden kommune"))
}

// formsOf are the texts of the table of periods.
func formsOf(t *testing.T) []string {
	t.Helper()
	table, err := os.ReadFile("../period/testdata/periods.txt")
	require.NoError(t, err)
	var forms []string
	for line := range strings.Lines(string(table)) {
		if text, _, ok := strings.Cut(line, "|"); ok && !strings.HasPrefix(line, "#") {
			forms = append(forms, strings.TrimSpace(text))
		}
	}
	require.Greater(t, len(forms), 150)
	return forms
}

// numbersOf are numbers as people write them: digits, parted or not, with decimals or
// not, with and without the words for kroner.
func numbersOf() []string {
	var forms []string
	for _, whole := range []string{"0", "5", "12", "007", "1500", "1.500", "1 500", "1\u00a0500", "150.000", "1.234.567", "1 234 567", "1.23.4", "99999999999", "99.999.999.999", "12.345.678.901.234"} {
		for _, fraction := range []string{"", ",5", ".5", ",50", ",1234", ".0", ",0", ",-", ",50000000"} {
			for _, with := range []string{"%", "-%", "\u2212%", "kr. %", "% kr.", "DKK %", " %"} {
				forms = append(forms, strings.Replace(with, "%", whole+fraction, 1))
			}
		}
	}
	return forms
}

// Whatever the reader takes, quoted or not, in YAML or in JSON, the schema takes too.
func TestTheSchemaTakesWhateverTheReaderTakes(t *testing.T) {
	schema := schemaOf(t)
	read := 0
	for _, key := range []struct {
		before, after string
		forms         []string
	}{
		{"projects: {sapa: {goLive: ", "}}", formsOf(t)},
		{"contracts: {a: {name: A, systems: [kmd-sag], payment: {amount: ", "}}}", numbersOf()},
		{"benefits: {a: {name: A, target: ", "}}", numbersOf()},
		{"adjustments: [{action: scale, step: 4.10/slutbrugere, reason: x, factor: ", "}]", numbersOf()},
		{"drivers: {contracts: ", "}", numbersOf()},
		{"tasks: {4.12/opstart: {duration: ", "}}", append(numbersOf(), "15 dage", "3 uger", "1 uge", "1.500 dage", "2 arbejdsdage", "12 d.")},
		{"contracts: {a: {name: A, noticeMonths: ", "}}", append(numbersOf(), "6 mdr.", "6 måneder", "1 år")},
		{"edges: [{from: 4.1/overblik, to: 4.14/strategi, lag: {unit: days, value: ", "}}]", numbersOf()},
		{"risks: {a: {what: x, probability: 0.5, delay: {low: 0, likely: 0, high: ", "}}}", numbersOf()},
	} {
		for _, form := range key.forms {
			for _, mark := range []string{"", "'"} {
				text := "kommune: Roskilde\n" + key.before + mark + form + mark + key.after + "\n"
				if _, faults := plan.ReadUnchecked([]byte(text)); len(faults) > 0 {
					continue
				}
				if p, _ := plan.ReadUnchecked([]byte(text)); drejebog.HasFault(plan.Check(book(t), p)) {
					continue
				}
				read++
				assert.NoError(t, valid(t, schema, text), text)
			}
		}
	}
	assert.Greater(t, read, 1000)
}

func TestATextOfThousandsIsBoundedByItsDigits(t *testing.T) {
	schema := schemaOf(t)
	for text, ok := range map[string]bool{"9.999.999.999": true, "99.999.999.999": true, "123.456.789.012": false, "kr. 1.500": true, "1.500 kr": true, "euro 5": false, "-5": false} {
		err := valid(t, schema, "kommune: Roskilde\ncontracts: {a: {name: A, payment: {amount: '"+text+"'}}}\n")
		assert.Equal(t, ok, err == nil, text)
	}
}

// rawSchema is the schema as a tree.
func rawSchema(t testing.TB) map[string]any {
	t.Helper()
	text, err := fs.ReadFile(seeds.Files(), schemaFile)
	require.NoError(t, err)
	var tree map[string]any
	require.NoError(t, json.NewDecoder(bytes.NewReader(text)).Decode(&tree))
	return tree
}

func TestEveryKeyHasItsWordsAndEveryWordItsKey(t *testing.T) {
	paths, said, ids := plan.Keys(book(t))
	require.Greater(t, len(paths), 200)
	used := map[string]bool{}
	for i, path := range paths {
		assert.NotEmpty(t, said[i], "texts/plan.yaml has no words for %s", path)
	}
	for _, id := range ids {
		used["plan-key/"+id] = true
	}
	for _, id := range book(t).Words.IDs() {
		assert.True(t, used[id] || !strings.HasPrefix(id, "plan-key/"), "no key has the words %s", id)
	}
}

func TestEveryTagSaysSomethingThatIsThere(t *testing.T) {
	assert.Empty(t, plan.TagFaults(book(t)))
}

func TestTheSkeletonHasAnExampleOfEveryKey(t *testing.T) {
	begun, _ := begunPlan(t)
	paths, _, _ := plan.Keys(book(t))
	for _, path := range paths {
		assert.Regexp(t, `(?m)^#?[ -]*`+path[strings.LastIndexByte(path, '.')+1:]+`:`, begun, path)
	}
}

func TestTheSkeletonReadsWithoutFindings(t *testing.T) {
	for _, k := range book(t).Kommuner {
		var out bytes.Buffer
		require.NoError(t, skeleton.Write(&out, book(t), k.Name))
		p := good(t, out.String())
		assert.Equal(t, "2016-01-01", p.Projects["sapa"].GoLive.Date.String())
	}
	var unknown *drejebog.KommuneError
	require.ErrorAs(t, skeleton.Write(&bytes.Buffer{}, book(t), "Roskidle"), &unknown)
	_, whole := begunPlan(t)
	p, findings := read(t, whole)
	require.NotNil(t, p, "its examples hold: %v", lines(findings))
}

func TestTheSkeletonHasTheExamplesOfItsBooksFiles(t *testing.T) {
	const file = "skeleton/plan.yaml"
	edited := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		edited[name] = &fstest.MapFile{Data: text}
		return err
	}))
	edited[file].Data = append(edited[file].Data, "\nbaseline:\n  note: another example\n"...)
	other, err := drejebog.LoadFS(edited)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, skeleton.Write(&out, other, "Roskilde"))
	assert.Contains(t, out.String(), "another example")
	delete(edited, file)
	require.ErrorIs(t, skeleton.Write(&out, other, "Roskilde"), fs.ErrNotExist)
}

func TestTheSchemaNamesWhatThePlaybookDoes(t *testing.T) {
	tree, b := rawSchema(t), book(t)
	top := tree["properties"].(map[string]any)
	named := func(key string) []string {
		names := top[key].(map[string]any)["propertyNames"].(map[string]any)
		if choices, several := names["anyOf"].([]any); several {
			names = choices[0].(map[string]any) // the others are of what the kommune names itself
		}
		words := names["enum"].([]any)
		list := make([]string, len(words))
		for i := range words {
			list[i] = words[i].(string)
		}
		slices.Sort(list)
		return list
	}
	var tasks, deliverables []string
	nodes, _ := b.Network()
	for i := range nodes {
		switch {
		case nodes[i].Step != nil:
			tasks = append(tasks, nodes[i].ID)
		case nodes[i].Milestone.Kind == drejebog.Deliverable:
			deliverables = append(deliverables, nodes[i].ID)
		}
	}
	slices.Sort(tasks)
	slices.Sort(deliverables)
	assert.Equal(t, tasks, named("tasks"))
	assert.Equal(t, deliverables, named("deliverables"))
	var projects []string
	for _, p := range b.Projects {
		projects = append(projects, p.ID)
	}
	slices.Sort(projects)
	assert.Equal(t, projects, slices.Sorted(maps.Keys(top["projects"].(map[string]any)["properties"].(map[string]any))))
	text, err := fs.ReadFile(seeds.Files(), schemaFile)
	require.NoError(t, err)
	for _, r := range b.Roles {
		assert.Contains(t, string(text), `"`+r.ID+`"`)
	}
	for _, c := range b.Categories {
		assert.Regexp(t, `[(|]`+c.ID+`[|)]`, string(text))
	}
	for _, d := range b.DaysOff {
		assert.Contains(t, string(text), `"`+d.ID+`"`)
	}
	for _, y := range b.BudgetYears {
		assert.Contains(t, named("budget"), strconv.Itoa(y.Year))
	}
}
