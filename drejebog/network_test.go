package drejebog_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryDependencyNamesStepsOrMilestones(t *testing.T) {
	known := map[string]bool{}
	nodes, _ := book(t).Network()
	for i := range nodes {
		known[nodes[i].ID], known[nodes[i].Base()] = true, true
	}
	for _, a := range book(t).Activities { // a step per add-on has no instance without local data
		for j := range a.Steps {
			known[a.StepID(&a.Steps[j])] = true
		}
	}
	for _, d := range book(t).Dependencies {
		assert.True(t, known[d.From], "%s → %s: no such predecessor", d.From, d.To)
		assert.True(t, known[d.To], "%s → %s: no such successor", d.From, d.To)
	}
}

func TestEveryNodeOfTheNetworkHasAnIdOfItsOwn(t *testing.T) {
	nodes, _ := book(t).Network()
	seen := map[string]bool{}
	for i := range nodes {
		n := &nodes[i]
		assert.False(t, seen[n.ID], "%s comes twice", n.ID)
		seen[n.ID] = true
		assert.NotEqual(t, n.Step == nil, n.Milestone == nil, "%s is a step or a milestone", n.ID)
		if n.System != "" {
			assert.Equal(t, book(t).System(n.System).Project, n.Project, n.ID)
		}
	}
}

// The order is found by taking away what waits for nothing, over and over.
func TestTheNetworkHasNoCycle(t *testing.T) {
	nodes, edges := book(t).Network()
	waits := make([]int, len(nodes))
	for _, e := range edges {
		require.NotEqual(t, e.From, e.To, "%s waits for itself", nodes[e.From].ID)
		waits[e.To]++
	}
	gone, left := make([]bool, len(nodes)), len(nodes)
	for progress := true; progress; {
		progress = false
		for i := range nodes {
			if gone[i] || waits[i] > 0 {
				continue
			}
			gone[i], progress = true, true
			left--
			for _, e := range edges {
				if e.From == i {
					waits[e.To]--
				}
			}
		}
	}
	var stuck []string
	for i := range nodes {
		if !gone[i] {
			stuck = append(stuck, nodes[i].ID)
		}
	}
	assert.Zero(t, left, "in or behind a cycle: %v", stuck)
}

// joins lists the instances that the dependency between two ids joins.
func joins(t *testing.T, from, to string) []string {
	t.Helper()
	nodes, edges := book(t).Network()
	var list []string
	for _, e := range edges {
		if nodes[e.From].Base() == from && nodes[e.To].Base() == to {
			list = append(list, nodes[e.From].ID+" → "+nodes[e.To].ID)
		}
	}
	require.NotEmpty(t, list, "no edge %s → %s", from, to)
	slices.Sort(list)
	return slices.Compact(list)
}

func TestAnEdgeBetweenTwoScopesJoinsWhatSharesAProject(t *testing.T) {
	for _, row := range []struct {
		rule, from, to string
		want           []string
	}{
		{"each project its own", "4.10/superbrugere", "4.10/slutbrugere", []string{
			"4.10/superbrugere@ksd → 4.10/slutbrugere@ksd",
			"4.10/superbrugere@ky → 4.10/slutbrugere@ky",
			"4.10/superbrugere@sapa → 4.10/slutbrugere@sapa",
		}},
		{"a legacy system belongs to the project that replaces it", "golive", "end", []string{
			"golive@ksd → end@kmd-dagpenge",
			"golive@ky → end@kmd-aktiv",
			"golive@sapa → end@kmd-sag",
		}},
		{"each legacy system its own", "6.3/beslutning", "6.3/opsigelse", []string{
			"6.3/beslutning@kmd-aktiv → 6.3/opsigelse@kmd-aktiv",
			"6.3/beslutning@kmd-dagpenge → 6.3/opsigelse@kmd-dagpenge",
			"6.3/beslutning@kmd-sag → 6.3/opsigelse@kmd-sag",
		}},
		{"what is cleaned up in a legacy system hinders its own project only", "4.9/oprydning", "5.2/overgang", []string{
			"4.9/oprydning@kmd-aktiv → 5.2/overgang@ky",
			"4.9/oprydning@kmd-dagpenge → 5.2/overgang@ksd",
		}},
		{"one without a project joins all", "4.1/overblik", "6.3/vilkaar", []string{
			"4.1/overblik → 6.3/vilkaar@kmd-aktiv",
			"4.1/overblik → 6.3/vilkaar@kmd-dagpenge",
			"4.1/overblik → 6.3/vilkaar@kmd-sag",
		}},
		{"only the projects that both are for", "4.11/administrator", "4.11/brugere", []string{
			"4.11/administrator@serviceplatformen → 4.11/brugere@serviceplatformen",
		}},
	} {
		assert.Equal(t, row.want, joins(t, row.from, row.to), row.rule)
	}
}

func TestAnEdgeThatNamesItsInstancesJoinsThemAcrossProjects(t *testing.T) {
	nodes, edges := book(t).Network()
	crossing := 0
	for _, e := range edges {
		from, to := &nodes[e.From], &nodes[e.To]
		explicit := strings.Contains(e.Dependency.From, "@") || strings.Contains(e.Dependency.To, "@")
		if from.Project != "" && to.Project != "" && from.Project != to.Project {
			crossing++
			assert.True(t, explicit, "%s → %s crosses projects without saying so", from.ID, to.ID)
		}
	}
	assert.Positive(t, crossing, "Støttesystemerne go live before SAPA shows data: reading.md row 41")
}

func TestAStepPerAddOnDoesNotComeWithoutLocalData(t *testing.T) {
	nodes, _ := book(t).Network()
	for i := range nodes {
		assert.NotContains(t, nodes[i].ID, "6.4/", "no add-on is offered before a plan says so")
	}
}

// fits holds every edge of the network against the windows of its two ends.
func fits(t *testing.T) map[drejebog.Fit][]string {
	t.Helper()
	nodes, edges := book(t).Network()
	list := map[drejebog.Fit][]string{}
	for _, e := range edges {
		from, to := &nodes[e.From], &nodes[e.To]
		fit := book(t).Fit(from, to, e.Dependency)
		list[fit] = append(list[fit], fmt.Sprintf("%s → %s (%s, %s)", from.ID, to.ID, e.Dependency.Type, e.Dependency.Section))
	}
	return list
}

func TestNoEdgeIsImpossibleInThePrintedWindows(t *testing.T) {
	assert.Empty(t, fits(t)[drejebog.Impossible])
}

func TestTheStrainedEdgesAreThoseThatAreKnown(t *testing.T) {
	strained := fits(t)[drejebog.Strained]
	slices.Sort(strained)
	golden.File(t, "testdata/strained.golden", strings.Join(strained, "\n")+"\n")
}

func TestASoftEdgeIsNotHeldAgainstWindows(t *testing.T) {
	nodes, edges := book(t).Network()
	soft := 0
	for _, e := range edges {
		if e.Dependency.Soft {
			soft++
			assert.Equal(t, drejebog.NotHeld, book(t).Fit(&nodes[e.From], &nodes[e.To], e.Dependency))
		}
	}
	assert.Positive(t, soft)
}

// period reads a period that a test states.
func period(t *testing.T, text string) *drejebog.Period {
	t.Helper()
	p, err := drejebog.ParsePeriod(text)
	require.NoError(t, err)
	return &p
}

// windowed makes a node of a step with a window and a least duration.
func windowed(t *testing.T, activity, start, end string, low int) *drejebog.Node {
	t.Helper()
	a := &drejebog.Activity{ID: activity, Windows: []drejebog.Window{{ID: activity, Start: period(t, start), End: *period(t, end)}}}
	s := &drejebog.Step{ID: "trin", Duration: &drejebog.Duration{Low: low, Likely: low, High: low}}
	return &drejebog.Node{ID: a.StepID(s), Activity: a, Step: s}
}

func TestAnEdgeIsHeldAgainstTheWindowsOfItsEnds(t *testing.T) {
	months := func(n int) drejebog.Lag { return drejebog.Lag{Value: n, Unit: drejebog.Months} }
	for _, row := range []struct {
		name     string
		from, to *drejebog.Node
		link     drejebog.LinkType
		lag      drejebog.Lag
		want     drejebog.Fit
	}{
		{"windows one after the other hold", windowed(t, "4.1", "maj 2014", "maj 2014", 5), windowed(t, "4.2", "juli 2014", "juli 2014", 5), drejebog.FS, drejebog.Lag{}, drejebog.Holds},
		{"overlapping windows are strained", windowed(t, "4.1", "maj 2014", "december 2014", 5), windowed(t, "4.2", "maj 2014", "oktober 2014", 5), drejebog.FS, drejebog.Lag{}, drejebog.Strained},
		{"windows in the wrong order are impossible", windowed(t, "4.1", "juli 2014", "juli 2014", 5), windowed(t, "4.2", "maj 2014", "maj 2014", 5), drejebog.FS, drejebog.Lag{}, drejebog.Impossible},
		{"the same start is enough for start to start", windowed(t, "4.1", "maj 2014", "december 2014", 5), windowed(t, "4.2", "december 2014", "december 2014", 5), drejebog.SS, drejebog.Lag{}, drejebog.Strained},
		{"a later start than the successor's last is impossible", windowed(t, "4.1", "juli 2014", "juli 2014", 5), windowed(t, "4.2", "maj 2014", "maj 2014", 5), drejebog.SS, drejebog.Lag{}, drejebog.Impossible},
		{"finish to finish asks for the ends alone", windowed(t, "4.1", "juni 2014", "juni 2014", 20), windowed(t, "4.2", "maj 2014", "juni 2014", 5), drejebog.FF, drejebog.Lag{}, drejebog.Strained},
		{"a lag makes what would hold impossible", windowed(t, "4.1", "maj 2014", "maj 2014", 1), windowed(t, "4.2", "juli 2014", "juli 2014", 1), drejebog.FS, months(6), drejebog.Impossible},
		{"a duration makes what would hold impossible", windowed(t, "4.1", "uge 20 2014", "uge 20 2014", 5), windowed(t, "4.2", "uge 20 2014", "uge 20 2014", 5), drejebog.FS, drejebog.Lag{}, drejebog.Impossible},
		{"an open end strains nothing", windowed(t, "4.1", "maj 2014", "løbende", 5), windowed(t, "4.2", "juni 2014", "løbende", 5), drejebog.FS, drejebog.Lag{}, drejebog.Holds},
		{"an open end can still begin too late", windowed(t, "4.1", "maj 2014", "løbende", 5), windowed(t, "4.2", "april 2014", "april 2014", 5), drejebog.FS, drejebog.Lag{}, drejebog.Impossible},
	} {
		d := &drejebog.Dependency{Type: row.link, Lag: row.lag}
		assert.Equal(t, row.want, book(t).Fit(row.from, row.to, d), row.name)
		soft := *d
		soft.Soft = true
		assert.Equal(t, drejebog.NotHeld, book(t).Fit(row.from, row.to, &soft), "a soft edge is not held: %s", row.name)
	}
}

func TestTwoStepsOfOneWindowAreNotStrained(t *testing.T) {
	first := windowed(t, "4.1", "maj 2014", "oktober 2014", 5)
	second := *first
	assert.Equal(t, drejebog.Holds, book(t).Fit(first, &second, &drejebog.Dependency{Type: drejebog.FS}))
}

func TestTheNetworkOfAnEarlyEditionHangsTogether(t *testing.T) {
	for _, h := range history {
		nodes, edges := at(t, h.number).Network()
		assert.NotEmpty(t, nodes, h.number)
		for _, e := range edges {
			assert.NotEqual(t, e.From, e.To, h.number)
		}
	}
}

// For the note: how many sections, steps, milestones and dependencies.
func TestCountsOfTheNetwork(t *testing.T) {
	b := book(t)
	steps := 0
	for _, a := range b.Activities {
		steps += len(a.Steps)
	}
	byCertainty := map[drejebog.Certainty]int{}
	soft := 0
	for _, d := range b.Dependencies {
		byCertainty[d.Certainty]++
		if d.Soft {
			soft++
		}
	}
	nodes, edges := b.Network()
	held := fits(t)
	t.Logf("%d sections, %d steps, %d milestones, %d dependencies: %d stated, %d implied, %d assumed; %d soft",
		len(b.Activities), steps, len(b.Milestones), len(b.Dependencies),
		byCertainty[drejebog.Stated], byCertainty[drejebog.Implied], byCertainty[drejebog.Assumed], soft)
	t.Logf("one kommune: %d nodes, %d edges: %d hold, %d strained, %d not held",
		len(nodes), len(edges), len(held[drejebog.Holds]), len(held[drejebog.Strained]), len(held[drejebog.NotHeld]))
	assert.GreaterOrEqual(t, len(b.Dependencies), 95, "reading.md lists 95")
}

// contractsOn are n contracts, on the legacy systems in turn, and n add-ons, one in
// two of them on a legacy system.
func contractsOn(b *drejebog.Playbook, n int) drejebog.Local {
	var local drejebog.Local
	for i := range n {
		system := b.Systems[i%len(b.Systems)].ID
		local.Contracts = append(local.Contracts, drejebog.Instance{ID: fmt.Sprint("c", i), Suffix: fmt.Sprint(system, "/c", i), System: system})
		addOn := drejebog.Instance{ID: fmt.Sprint("a", i), Suffix: fmt.Sprint("a", i)}
		if i%2 == 0 {
			addOn.System = system
		}
		local.AddOns = append(local.AddOns, addOn)
	}
	return local
}

func TestTheNetworkGrowsWithTheContractsAndNotWithTheirSquare(t *testing.T) {
	b := book(t)
	few, someNodes := drejebog.PairsTried(b, contractsOn(b, 100))
	many, manyNodes := drejebog.PairsTried(b, contractsOn(b, 1600))
	assert.Less(t, manyNodes, 17*someNodes)
	assert.Less(t, many, 17*few, "sixteen times as many contracts")
	_, edges := b.NetworkWith(contractsOn(b, 1600))
	assert.Less(t, many, 3*len(edges), "every second pair that is tried is an edge, or nearly")
}

// The rule once more: what both ends have of contract, legacy system and project,
// the narrowest first, is the same.
func TestEveryPairThatSharesItsScopeIsJoined(t *testing.T) {
	b := book(t)
	local := contractsOn(b, 7)
	local.AddOns[3].ID, local.AddOns[3].System = local.Contracts[2].ID, local.Contracts[2].System
	nodes, edges := b.NetworkWith(local)
	matches := func(n *drejebog.Node, id string) bool { return n.ID == id || n.Base() == id }
	var want []drejebog.Edge
	for d := range b.Dependencies {
		dep := &b.Dependencies[d]
		for i := range nodes {
			for j := range nodes {
				from, to := &nodes[i], &nodes[j]
				if !matches(from, dep.From) || !matches(to, dep.To) {
					continue
				}
				shares := from.Project == to.Project || from.Project == "" || to.Project == ""
				if from.System != "" && to.System != "" {
					shares = from.System == to.System
				}
				if from.Instance != "" && to.Instance != "" {
					shares = from.Instance == to.Instance && from.System == to.System
				}
				if shares || strings.Contains(dep.From+dep.To, "@") {
					want = append(want, drejebog.Edge{From: i, To: j, Dependency: dep})
				}
			}
		}
	}
	assert.Equal(t, len(want), len(edges))
	for i := range want {
		require.Equal(t, [2]string{nodes[want[i].From].ID, nodes[want[i].To].ID}, [2]string{nodes[edges[i].From].ID, nodes[edges[i].To].ID})
	}
}
