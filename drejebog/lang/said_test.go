package lang_test

import (
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatIsSaidIsToldWhenItIsWritten(t *testing.T) {
	c := catalogue(t, map[string]lang.Message{
		"late":  {DA: "{who}: {days} for sent.", EN: "{who}: {days} late."},
		"days":  {DA: "{n} dage", EN: "{n} days", One: &lang.Text{DA: "{n} dag", EN: "{n} day"}},
		"tells": {DA: "Sig det.", EN: "Tell it."},
	})
	people := lang.SeriesOf(", ", []lang.Text{lang.Both("Anna"), {}, lang.Both("Bo")})
	late := c.Message("test/late", lang.Args{"who": people, "days": c.Message("test/days", lang.Args{"n": lang.Whole(1)})})
	assert.Equal(t, lang.Text{DA: "Anna, Bo: 1 dag for sent.", EN: "Anna, Bo: 1 day late."}, late.Text())
	assert.Equal(t, "Anna, Bo: 1 day late. Tell it.", lang.Sentences{late, c.Message("test/tells", nil)}.In(lang.English))
	assert.Equal(t, "KY", lang.OwnWords(lang.Both("KY")).In(lang.Danish))
	assert.True(t, lang.Said{}.IsZero())
	assert.False(t, late.IsZero())
	assert.Equal(t, "test/late", lang.Said{ID: "test/late"}.In(lang.Danish), "of no catalogue: its kind")
	assert.Empty(t, lang.Sentences{}.In(lang.Danish))
}

func TestWhatIsSaidHasItsKindInJSON(t *testing.T) {
	c := catalogue(t, map[string]lang.Message{"tells": {DA: "Sig det.", EN: "Tell it."}})
	type doc struct {
		One  lang.Said      `json:"one"`
		All  lang.Sentences `json:"all"`
		Name lang.Said      `json:"name"`
		None lang.Said      `json:"none"`
		No   lang.Sentences `json:"no"`
	}
	tells := c.Message("test/tells", nil)
	got, err := form.JSON(doc{One: tells, All: lang.Sentences{tells, tells}, Name: lang.OwnWords(lang.Both("KY"))})
	require.NoError(t, err)
	require.True(t, json.Valid(got))
	assert.JSONEq(t, `{"one":{"kind":"test/tells","da":"Sig det.","en":"Tell it."},
		"all":{"kind":"test/tells","da":"Sig det. Sig det.","en":"Tell it. Tell it."},
		"name":{"kind":null,"da":"KY","en":"KY"},"none":null,"no":null}`, string(got))
}
