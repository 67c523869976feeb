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
