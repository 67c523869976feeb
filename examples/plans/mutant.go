package plans

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

// odd are values that people and programs write, some where they mean nothing.
var odd = []string{
	"0", "1", "250", "-1", "0.5", "2000", "2012-01-02", "2014-12-31", "2015-10-15", "2016-02-29", "2018-07-01",
	"ukendt", "ukendt, regn med 2016-03-01", "3. kvartal 2016", "true", "false", "=1+1", " =1+1", "a & b <i>\"'", "x;y\tz", "\u00e5ben", "a\nb",
	"\u202ekcab", "]]>", " blank ", "own/ny", "ky", "sapa", "2015", "25 %",
}

// Mutant returns the sample of a number, counted round Names, with some places changed: a
// value gone, another in its place that a sample has under the same key or that is odd, an
// entry or an item more; the kommune stays. choose picks one of n, from 0; the same choices
// make the same plan. What comes out is YAML, of a plan that may have faults.
func Mutant(sample int, choose func(n int) int) ([]byte, error) {
	m := &mutation{choose: choose, values: map[string][]*yaml.Node{}}
	var plan *yaml.Node
	names := Names()
	for i := range names {
		name := names[(sample+i)%len(names)]
		document, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var read yaml.Node
		if err := yaml.Unmarshal(document, &read); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		m.collect(&read, "")
		if i == 0 {
			plan = &read
		}
	}
	for range 1 + choose(6) {
		m.change(plan)
	}
	return yaml.Marshal(plan)
}

type mutation struct {
	choose func(n int) int
	values map[string][]*yaml.Node // by the key that they stand under, in the order of the plans
	keys   []string                // of values, in that order
}

// collect takes note of the values of a plan by their keys; those of an item by the
// key of its list.
func (m *mutation) collect(node *yaml.Node, key string) {
	for i, child := range node.Content {
		under := key
		if node.Kind == yaml.MappingNode {
			if i%2 == 0 {
				continue
			}
			under = node.Content[i-1].Value
		}
		if m.values[under] == nil {
			m.keys = append(m.keys, under)
		}
		m.values[under] = append(m.values[under], copied(child))
		m.collect(child, under)
	}
}

// place is a value in the plan: the i-th of its parent's content.
type place struct {
	parent *yaml.Node
	i      int
	key    string
}

// places are all values below a node, but the kommune, without which there is no plan.
func places(node *yaml.Node, key string) []place {
	var found []place
	for i, child := range node.Content {
		under := key
		if node.Kind == yaml.MappingNode {
			if i%2 == 0 {
				continue
			}
			if under = node.Content[i-1].Value; under == "kommune" {
				continue
			}
		}
		if node.Kind != yaml.DocumentNode {
			found = append(found, place{node, i, under})
		}
		found = append(found, places(child, under)...)
	}
	return found
}

// change changes one place.
func (m *mutation) change(plan *yaml.Node) {
	all := places(plan, "")
	if len(all) == 0 {
		m.add(plan.Content[0])
		return
	}
	at := all[m.choose(len(all))]
	values := m.values[at.key]
	switch m.choose(6) {
	case 0:
		m.remove(at)
	case 1:
		at.parent.Content[at.i] = &yaml.Node{Kind: yaml.ScalarNode, Value: odd[m.choose(len(odd))]}
	case 2:
		m.add(plan.Content[0])
	case 3:
		m.twice(at)
	default:
		if len(values) == 0 {
			return // the key is one of ours
		}
		at.parent.Content[at.i] = copied(values[m.choose(len(values))])
	}
}

func (m *mutation) remove(at place) {
	first := at.i
	if at.parent.Kind == yaml.MappingNode {
		first--
	}
	at.parent.Content = append(at.parent.Content[:first:first], at.parent.Content[at.i+1:]...)
}

// add gives a mapping a key that some plan has, with a value of it, in the place of
// the one that it has.
func (m *mutation) add(mapping *yaml.Node) {
	key := m.keys[m.choose(len(m.keys))]
	value := copied(m.values[key][m.choose(len(m.values[key]))])
	if key == "kommune" {
		return
	}
	for i := 0; i < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			mapping.Content[i+1] = value
			return
		}
	}
	mapping.Content = append(mapping.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, value)
}

// twice repeats an item, or an entry under another key.
func (m *mutation) twice(at place) {
	again := copied(at.parent.Content[at.i])
	if at.parent.Kind != yaml.MappingNode {
		at.parent.Content = append(at.parent.Content, again)
		return
	}
	key := at.parent.Content[at.i-1].Value + "-2"
	if others := m.keys; m.choose(2) == 0 {
		key = others[m.choose(len(others))]
	}
	for i := 0; i < len(at.parent.Content); i += 2 {
		if at.parent.Content[i].Value == key {
			return
		}
	}
	at.parent.Content = append(at.parent.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, again)
}

// copied is a node of its own, without the comments.
func copied(node *yaml.Node) *yaml.Node {
	own := &yaml.Node{Kind: node.Kind, Style: node.Style, Tag: node.Tag, Value: node.Value}
	for _, child := range node.Content {
		own.Content = append(own.Content, copied(child))
	}
	return own
}
