package truth_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/seeds"
	"github.com/stretchr/testify/require"
)

// schema is as much of a JSON Schema as those of the module use.
type schema struct {
	Ref        string             `json:"$ref"`
	Defs       map[string]*schema `json:"$defs"`
	AnyOf      []*schema          `json:"anyOf"`
	Properties map[string]*schema `json:"properties"`
	Items      *schema            `json:"items"`
	More       more               `json:"additionalProperties"`
}

// more is the schema of what stands under keys that are ids; nil where there is
// nothing else.
type more struct{ *schema }

// UnmarshalJSON reads a schema, or true or false.
func (m *more) UnmarshalJSON(data []byte) error {
	if data[0] != '{' {
		return nil
	}
	m.schema = &schema{}
	return json.Unmarshal(data, m.schema)
}

// node is a schema with the name of the record that its keys are placed under.
type node struct {
	*schema
	root   *schema
	record string
}

// readSchemas are the schemas of the module, by name.
func readSchemas(t *testing.T) map[string]node {
	t.Helper()
	all := map[string]node{}
	files, err := fs.Glob(seeds.Files(), "schema/*.schema.json")
	require.NoError(t, err)
	for _, file := range files {
		text, err := fs.ReadFile(seeds.Files(), file)
		require.NoError(t, err)
		root, name := &schema{}, strings.TrimSuffix(path.Base(file), ".schema.json")
		require.NoError(t, json.Unmarshal(text, root))
		all[name] = node{root, root, name}.resolved()
	}
	return all
}

// resolved is the node behind a reference, or the one that is no null.
func (n node) resolved() node {
	for {
		switch {
		case n.Ref != "":
			name := path.Base(n.Ref)
			n = node{n.root.Defs[name], n.root, name}
		case len(n.AnyOf) > 0:
			at := slices.IndexFunc(n.AnyOf, func(s *schema) bool { return s.Ref != "" || s.Properties != nil || s.Items != nil })
			if at < 0 {
				return n
			}
			n.schema = n.AnyOf[at]
		default:
			return n
		}
	}
}

// keyed reports whether the keys of an object are ids: a plan lists those of its
// projects.
func (n node) keyed() bool {
	_, isFinding := n.Properties["severity"]
	return n.More.schema != nil || strings.Contains(n.record, "plan.") && !isFinding
}

// under is the node of what stands under a key.
func (n node) under(key string) node {
	child := n.Properties[key]
	if child == nil {
		child = n.More.schema
	}
	if child == nil {
		return node{}
	}
	if n.keyed() {
		key = "*"
	}
	return node{child, n.root, n.record + "." + key}.resolved().found()
}

// each is the node of the elements of a list.
func (n node) each() node {
	return node{n.Items, n.root, n.record + "[]"}.resolved().found()
}

// found calls a finding by one name wherever it stands.
func (n node) found() node {
	if n.schema != nil && n.Properties["severity"] != nil && n.Properties["remedy"] != nil {
		n.record = "finding"
	}
	return n
}

// keys adds all keys below a node, by record, as they are placed.
func (n node) keys(into map[string]bool) {
	switch {
	case n.schema == nil:
	case n.Items != nil:
		n.each().keys(into)
	case n.keyed():
		for key := range n.Properties {
			n.under(key).keys(into)
		}
		if n.More.schema != nil {
			n.under("").keys(into)
		}
	default:
		for key := range n.Properties {
			if name := n.record + " " + key; !into[name] {
				into[name] = true
				n.under(key).keys(into)
			}
		}
	}
}
