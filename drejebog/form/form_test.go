package form_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type when struct {
	day  *date.Date
	from *form.From
}

func (w when) Dated() (*date.Date, *form.From) { return w.day, w.from }

type named struct{ name string }

func (n named) Form() any { return n.name }

type head struct {
	Schema string `json:"schema" form:"set"`
}

type thing struct {
	head
	Name      lang.Text          `json:"name"`
	Due       *date.Date         `json:"due"`
	Start     when               `json:"start"`
	Certainty drejebog.Certainty `json:"certainty"`
	Kroner    drejebog.Kroner    `json:"kroner"`
	Count     *int               `json:"count"`
	Who       named              `json:"who"`
	Parts     []thing            `json:"parts"`
	Data      map[string]string  `json:"data"`
	Plan      *int               `json:"-"`
	hidden    int
}

func (t thing) MarshalJSON() ([]byte, error) { return form.JSON(t) }

func TestWhatIsAbsentIsNullAndAListIsNot(t *testing.T) {
	got, err := json.Marshal(thing{hidden: 1})
	require.NoError(t, err)
	assert.Equal(t, `{"schema":null,"name":null,"due":null,"start":null,"certainty":null,"kroner":"0.00",`+
		`"count":null,"who":null,"parts":[],"data":{}}`, string(got))
}

func TestEachKindOfValueHasItsForm(t *testing.T) {
	day, two := date.New(2014, 10, 15), 2
	x := thing{
		head: head{"s/1"}, Name: lang.Text{DA: "Overblik & <mål>", EN: "Overview"}, Due: &day, Start: when{day: &day},
		Certainty: drejebog.Stated, Count: &two, Who: named{"jurist"}, Data: map[string]string{"b": "2", "a": "1"},
		Parts: []thing{{Start: when{from: &form.From{Milestone: "golive@sapa", Days: -3}}}},
	}
	got, err := form.JSON(x)
	require.NoError(t, err)
	assert.Equal(t, `{"schema":"s/1","name":{"da":"Overblik & <mål>","en":"Overview"},"due":"2014-10-15","start":"2014-10-15",`+
		`"certainty":"stated","kroner":"0.00","count":2,"who":"jurist","parts":[`+
		`{"schema":null,"name":null,"due":null,"start":null,"startFrom":{"milestone":"golive@sapa","days":-3},"certainty":null,`+
		`"kroner":"0.00","count":null,"who":null,"parts":[],"data":{}}],"data":{"a":"1","b":"2"}}`, string(got))
}

func TestAValueHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := thing{Name: lang.Text{DA: rapid.String().Draw(t, "da"), EN: "x"}, Data: map[string]string{rapid.String().Draw(t, "key"): "v"}}
		alone, err := json.Marshal(x)
		require.NoError(t, err)
		pointed, err := json.Marshal(&x)
		require.NoError(t, err)
		inMap, err := json.Marshal(map[string]thing{"k": x})
		require.NoError(t, err)
		var out bytes.Buffer
		require.NoError(t, form.Write(&out, x))
		assert.Equal(t, alone, pointed)
		assert.JSONEq(t, `{"k":`+string(alone)+`}`, string(inMap))
		assert.JSONEq(t, string(alone), out.String())
	})
}

func TestWhatHasNoFormIsSaidWithItsPlace(t *testing.T) {
	type inner struct {
		Share float64 `json:"share"`
	}
	type outer struct {
		Lines []inner `json:"lines"`
	}
	_, err := form.JSON(outer{[]inner{{}}})
	assert.EqualError(t, err, "form: form_test.outer.lines[0].share: a float64 has no form")
	_, err = form.Schema("x", outer{})
	assert.EqualError(t, err, "form: form_test.outer.lines[].share: a float64 has no schema")
	_, err = form.JSON(struct {
		A int `json:"a"`
		B int
	}{})
	assert.ErrorContains(t, err, "field B of struct")
}

// validate holds a document against the schema of a value's type.
func validate(t *testing.T, value any, document string) error {
	t.Helper()
	schema, err := form.Schema("Thing", value)
	require.NoError(t, err)
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("thing.json", parsed))
	compiled, err := compiler.Compile("thing.json")
	require.NoError(t, err)
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(document)))
	require.NoError(t, err)
	return compiled.Validate(instance)
}

func TestASchemaTellsAKeyThatIsLostRenamedOrAdded(t *testing.T) {
	day := date.New(2014, 10, 15)
	x := thing{head: head{"s/1"}, Start: when{from: &form.From{Milestone: "m"}}, Parts: []thing{{head: head{"s/2"}, Due: &day, Certainty: drejebog.Implied}}}
	good, err := form.JSON(x)
	require.NoError(t, err)
	require.NoError(t, validate(t, x, string(good)))
	for key := range map[string]bool{"schema": true, "name": true, "due": true, "start": true, "certainty": true, "kroner": true, "parts": true, "data": true} {
		var whole map[string]any
		require.NoError(t, json.Unmarshal(good, &whole))
		value := whole[key]
		delete(whole, key)
		lost, err := json.Marshal(whole)
		require.NoError(t, err)
		assert.Error(t, validate(t, x, string(lost)), key)
		whole[key], whole[key+"s"] = value, value
		added, err := json.Marshal(whole)
		require.NoError(t, err)
		assert.Error(t, validate(t, x, string(added)), key)
		delete(whole, key)
		renamed, err := json.Marshal(whole)
		require.NoError(t, err)
		assert.Error(t, validate(t, x, string(renamed)), key)
	}
	for _, bad := range []string{`"certainty":"sure"`, `"certainty":1`} {
		assert.Error(t, validate(t, x, string(bytes.Replace(good, []byte(`"certainty":null`), []byte(bad), 1))), bad)
	}
}
