package seeds_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

// noRules are the folders that know no rule: the engine, whose hours and columns are
// numbers too, formats, pictures and programs.
var noRules = regexp.MustCompile(`^(examples|seeds|drejebog/table|estimate/workbook|timeline/(cpm|threepoint|mspdi|interchange|ical|gantt))(/|$)`)

// What the law and the playbook say in days and months stands in rows: no Go that
// computes has the days between two readings of a budget or the months of a notice
// that is likely a slip, nor the first and last week of the summer holiday.
func TestNoNumberOfARuleStandsInGo(t *testing.T) {
	packages, set := source(t)
	for folder, files := range packages {
		if noRules.MatchString(folder) {
			continue
		}
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				if number, ok := n.(*ast.BasicLit); ok && number.Kind == token.INT {
					switch number.Value {
					case "21", "24", "27", "42":
						assert.Fail(t, "a number of a rule", "%s: %s", set.Position(number.Pos()), number.Value)
					}
				}
				return true
			})
		}
	}
}
