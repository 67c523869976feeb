package golden

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Schema holds a JSON Schema against its file, which -update writes, and each
// document against the schema. It also takes each key of the first document's first
// level away, and adds one, and asks that the schema tells.
func Schema(t testing.TB, file string, schema []byte, documents ...string) {
	t.Helper()
	File(t, file, string(schema))
	compiled := compile(t, string(schema))
	require.NotEmpty(t, documents, "a schema is held against documents")
	for i, document := range documents {
		require.NoError(t, compiled.Validate(decoded(t, document)), "%s: document %d", file, i)
	}
	noticed(t, compiled, documents[0], file)
}

// noticed asks that the schema tells a lost key and one that it lacks.
func noticed(t testing.TB, schema *jsonschema.Schema, document, file string) {
	t.Helper()
	whole, ok := decoded(t, document).(map[string]any)
	require.True(t, ok, "%s: a result is an object", file)
	for key, value := range whole {
		delete(whole, key)
		assert.Error(t, schema.Validate(whole), "%s: %s is lost", file, key)
		whole[key] = value
	}
	whole["unknownKey"] = json.Number("1")
	assert.Error(t, schema.Validate(whole), "%s: a key that the schema lacks", file)
}

func compile(t testing.TB, schema string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("result.json", decoded(t, schema)))
	compiled, err := compiler.Compile("result.json")
	require.NoError(t, err)
	return compiled
}

func decoded(t testing.TB, document string) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
	require.NoError(t, err)
	return value
}
