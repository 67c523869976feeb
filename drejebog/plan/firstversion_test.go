package plan_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The plans of testdata/first are as the first version of the format wrote them.
func TestAPlanOfTheFirstVersionIsReadToldOnceAndWrittenAnew(t *testing.T) {
	files, err := filepath.Glob("testdata/first/*.yaml")
	require.NoError(t, err)
	require.Greater(t, len(files), 6)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		p, findings := plan.Read(book(t), file, bytes.NewReader(text))
		require.NotNil(t, p, "%s: %v", file, lines(findings))
		told := 0
		for _, f := range findings {
			if f.Code == "DB-039" {
				told++
				assert.Equal(t, drejebog.SeverityNote, f.Severity)
				assert.NotZero(t, f.Place.Line, file)
			}
		}
		old := bytes.Contains(text, []byte("system: kmd")) && bytes.Contains(text, []byte("\ncontracts:"))
		assert.Equal(t, old, told == 1, "%s: told %d times", file, told)
		written := yamlOf(t, p)
		again, findings := read(t, written)
		require.NotNil(t, again, "%s: %v", file, lines(findings))
		assert.Equal(t, written, yamlOf(t, again))
		for _, f := range findings {
			assert.NotEqual(t, "DB-039", f.Code, "%s is written in the new keys", file)
		}
	}
}

func TestWhatMovedStandsAtItsHomeAndIsFoundWhereItStood(t *testing.T) {
	p, _ := read(t, `kommune: Roskilde
contracts:
  aktiv: {name: A, system: kmd-aktiv}
  sag-1: {name: B, system: kmd-sag}
  sag-2: {name: C, system: kmd-sag, systems: [kmd-dagpenge]}
businessCase:
  payments: {kmd-aktiv: 3, kmd-sag: 5}
`)
	require.NotNil(t, p)
	assert.Equal(t, []string{"kmd-dagpenge", "kmd-sag"}, p.Contracts["sag-2"].Systems)
	assert.Equal(t, "3", p.Contracts["aktiv"].Payment.Amount.Decimal().String(), "the system's only contract")
	assert.Nil(t, p.Contracts["sag-1"].Payment, "one of two")
	own := p.Contracts["kmd-sag"]
	assert.True(t, own.IsPaymentOnly(), "a contract of its own, of which no more is known")
	assert.Equal(t, "KMD Sag", own.Name)
	assert.Nil(t, p.BusinessCase, "nothing is left there")
	for path, want := range map[string]string{
		"contracts.aktiv.payment.amount":   "plan.yaml:7:25",
		"contracts.kmd-sag.payment.amount": "plan.yaml:7:37",
		"contracts.aktiv.systems[0]":       "plan.yaml:3:28",
		"contracts.sag-2.systems[1]":       "plan.yaml:5:28",
		"contracts.sag-2.systems[0]":       "plan.yaml:5:47",
	} {
		place, ok := p.Where(path)
		assert.True(t, ok, path)
		assert.Equal(t, want, place.String(), path)
	}
}

func TestAFaultUnderAKeyOfTheFirstVersionHasItsPlace(t *testing.T) {
	_, findings := read(t, "kommune: Roskilde\nbusinessCase: {payments: {kmd: 3, kmd-sag: -1}}\ncontracts: {a: {name: A, system: kmdsag}}\n")
	assert.Equal(t, []string{
		"plan.yaml:2:32 DB-022", "plan.yaml:2:44 DB-018", "plan.yaml:3:34 DB-039", "plan.yaml:3:34 DB-022",
	}, places(findings))
}

// codesOf are the codes of findings.
func codesOf(findings []drejebog.Finding) []string {
	codes := make([]string, len(findings))
	for i := range findings {
		codes[i] = findings[i].Code
	}
	return codes
}

// places are the place and the code of each finding.
func places(findings []drejebog.Finding) []string {
	list := make([]string, len(findings))
	for i, f := range findings {
		list[i] = f.Place.String() + " " + f.Code
	}
	return list
}

func TestThePlansOfTheFirstVersionAreReadFromJSONToo(t *testing.T) {
	var p plan.Plan
	require.NoError(t, json.Unmarshal([]byte(`{"kommune": "Roskilde", "contracts": {"a": {"name": "A", "system": "kmd-sag"}}, "businessCase": {"payments": {"kmd-sag": 4}}}`), &p))
	assert.Equal(t, []string{"kmd-sag"}, p.Contracts["a"].Systems)
	assert.Equal(t, "4", p.Contracts["a"].Payment.Amount.Decimal().String())
	const payments = `{"kommune": "Roskilde", "businessCase": {"payments": {"kmd-sag": 4, "no-such": 5}}}`
	var paid plan.Plan
	require.NoError(t, json.Unmarshal([]byte(payments), &paid))
	assert.Equal(t, "KMD Sag", paid.Contracts["kmd-sag"].Name, "as Read calls it")
	assert.Equal(t, "no-such", paid.Contracts["no-such"].Name)
	whole, _ := read(t, `{"kommune": "Roskilde", "businessCase": {"payments": {"kmd-sag": 4}}}`)
	assert.Equal(t, whole.Contracts["kmd-sag"].Name, paid.Contracts["kmd-sag"].Name)
	var c plan.Contract
	require.NoError(t, json.Unmarshal([]byte(`{"name": "A", "system": "kmd-sag"}`), &c))
	assert.Equal(t, []string{"kmd-sag"}, c.Systems)
}

func TestAPaymentThatTheContractStatesTooCountsOnce(t *testing.T) {
	const document = "kommune: Roskilde\ncontracts: {a: {name: A, systems: [kmd-aktiv], payment: {amount: 100}}}\nbusinessCase: {payments: {kmd-aktiv: %s}}\n"
	p, findings := read(t, strings.Replace(document, "%s", "100", 1))
	assert.Len(t, p.Contracts, 1)
	assert.NotContains(t, codesOf(findings), "DB-043")
	p, findings = read(t, strings.Replace(document, "%s", "120", 1))
	assert.Len(t, p.Contracts, 1)
	assert.Equal(t, "100", p.Contracts["a"].Payment.Amount.Decimal().String(), "the contract's counts")
	assert.Contains(t, codesOf(findings), "DB-043")
}

func TestSharesOfAPaymentAreOfAllItsSystemsAndDivideIt(t *testing.T) {
	const document = "kommune: Roskilde\ncontracts: {a: {name: A, systems: [kmd-aktiv, kmd-sag], payment: {amount: 100, shares: %s}}}\n"
	for shares, told := range map[string]bool{
		"{kmd-aktiv: 0.4, kmd-sag: 0.6}": false, "{kmd-aktiv: 0.4, kmd-sag: 0.5}": true, "{kmd-aktiv: 1}": true, "{kmd-aktiv: 0.4, kmd-dagpenge: 0.6}": true,
	} {
		_, findings := read(t, strings.Replace(document, "%s", shares, 1))
		assert.Equal(t, told, slices.Contains(codesOf(findings), "DB-044"), shares)
	}
}
