package finding_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Two findings of one cause are told as one.
func ExampleRules_Grouped() {
	rules := finding.Rules{{
		Code: "X-1", Severity: finding.Warning,
		Text:    lang.Both("{name} is missing."),
		Remedy:  lang.Both("Write it."),
		Several: &finding.Several{List: "name", Text: lang.Both("{n} things are missing: {list}.")},
	}}
	var found []finding.Finding
	for _, name := range []string{"Budget", "Plan (KY)", "Plan (KSD)"} {
		found = append(found, rules.Make("X-1", lang.Args{"name": lang.Both(name)}))
	}
	words := lang.CatalogueOf(map[string]lang.Message{"common/and": {DA: "{list}, {last}", EN: "{list} and {last}"}})
	for _, f := range rules.Grouped(found, words) {
		fmt.Println(f.Text.EN)
	}
	// Output: 3 things are missing: Budget; Plan (KY and KSD).
}

// Of many, the first are named, and short names as words.
func ExampleSeveral() {
	several := &finding.Several{List: "name", Text: lang.Both("{n} are late: {list}.")}
	rules := finding.Rules{{Code: "X-1", Severity: finding.Warning, Text: lang.Both("{name} is late."), Remedy: lang.Both("Hurry."), Several: several}}
	words := lang.CatalogueOf(map[string]lang.Message{
		"common/and": {DA: "{list} og {last}", EN: "{list} and {last}"}, "common/and-others": {DA: "{list} m.fl.", EN: "{list} and others"},
	})
	for _, several.Most = range []int{0, 2} {
		var found []finding.Finding
		for _, name := range []string{"KY", "KSD", "SAPA"} {
			found = append(found, rules.Make("X-1", lang.Args{"name": lang.Both(name)}))
		}
		fmt.Println(rules.Grouped(found, words)[0].Text.EN)
	}
	// Output:
	// 3 are late: KY, KSD and SAPA.
	// 3 are late: KY; KSD and others.
}
