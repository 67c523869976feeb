// Package finding is what somebody should know or mend, in Danish and English: how bad it
// is, what it is about, who must act, where in a file it stands, and what to do. What the
// rules say is data, the rows of findings.yaml; package drejebog has those of a playbook,
// and Finding, Severity and the rest by its own names.
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/drejebog/monopolbrud/drejebog/finding"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//	)
//
//	func main() {
//		rules := finding.Rules{{
//			Code: "X-1", Severity: finding.Warning,
//			Text: lang.Both("{name} is missing."), Remedy: lang.Both("Write it."),
//		}}
//		found := []finding.Finding{rules.Make("X-1", lang.Args{"name": lang.Both("Budget")})}
//		finding.Sort(found)
//		fmt.Println(found[0].Says().EN, finding.HasFault(found)) // Budget is missing. Write it. false
//	}
//
// A Rule's code is permanent. Make fills its texts; Sort is the order in which findings
// are told; Grouped tells those of one cause as one and leaves out what another covers. The
// JSON of a finding is the same in every result.
//
// Findings are values and may be copied; their copies share Data. Nothing here writes to
// what it was given but Sort, and any number of goroutines may read the same rules.
package finding
