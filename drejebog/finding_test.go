package drejebog_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestAFindingFillsThePlacesOfItsTexts(t *testing.T) {
	f := book(t).Finding("DB-010", lang.Args{
		"task":  lang.Text{DA: "Gennemgå kravene", EN: "Go through the requirements"},
		"date":  lang.DayText(onDay("2014-10-15")),
		"start": lang.DayText(onDay("2014-10-16")),
	})
	assert.Equal(t, "DB-010", f.Code)
	assert.Equal(t, drejebog.SeverityError, f.Severity)
	assert.Equal(t, "Gennemgå kravene slutter 15. oktober 2014, før den begynder 16. oktober 2014.", f.Text.DA)
	assert.Equal(t, "Go through the requirements finishes on 15 October 2014, before it starts on 16 October 2014.", f.Text.EN)
	assert.NotContains(t, f.Remedy.DA+f.Remedy.EN, "{")
}

func TestAnUnknownPlaceIsLeftStanding(t *testing.T) {
	f := book(t).Finding("DB-010", lang.Args{"task": lang.Both("4.1/overblik")})
	assert.Equal(t, "4.1/overblik slutter {date}, før den begynder {start}.", f.Text.DA)
	assert.Equal(t, "4.1/overblik finishes on {date}, before it starts on {start}.", f.Text.EN)
}

func TestWhatFillsAPlaceIsNotFilledAgain(t *testing.T) {
	f := book(t).Finding("DB-010", lang.Args{"task": lang.Both("{date} og {"), "date": lang.Both("}{task}")})
	assert.Equal(t, "{date} og { slutter }{task}, før den begynder {start}.", f.Text.DA)
}

func TestAFindingWithoutARuleSaysItsCode(t *testing.T) {
	f := book(t).Finding("DB-999", nil)
	assert.Equal(t, drejebog.Finding{Code: "DB-999", Severity: drejebog.SeverityError, Text: lang.Both("DB-999")}, f)
}

func TestFindingRulesHaveCodesOfTheirOwnAndTheSamePlacesInBothLanguages(t *testing.T) {
	place := regexp.MustCompile(`\{[a-z]+\}`)
	places := func(text string) []string {
		found := place.FindAllString(text, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	seen := map[string]bool{}
	for _, rule := range book(t).FindingRules {
		assert.Regexp(t, `^DB-\d{3}$`, rule.Code)
		assert.False(t, seen[rule.Code], "%s comes twice", rule.Code)
		seen[rule.Code] = true
		assert.NotZero(t, rule.Severity, rule.Code)
		assert.NotEmpty(t, rule.Since, rule.Code)
		assert.Equal(t, places(rule.Text.DA), places(rule.Text.EN), rule.Code)
		assert.Equal(t, places(rule.Remedy.DA), places(rule.Remedy.EN), rule.Code)
		assert.NotRegexp(t, `[»«]`, rule.Text.EN+rule.Remedy.EN, "%s: quotation marks are each language's own", rule.Code)
		assert.NotRegexp(t, `[“”]`, rule.Text.DA+rule.Remedy.DA, "%s: quotation marks are each language's own", rule.Code)
	}
	assert.True(t, slices.IsSortedFunc(book(t).FindingRules, func(a, b drejebog.FindingRule) int { return strings.Compare(a.Code, b.Code) }))
}
