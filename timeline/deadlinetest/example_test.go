package deadlinetest_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/deadlinetest"
)

// printing stands in for the testing.T of a test, and prints how it ends.
type printing struct{ testing.TB }

func (printing) Helper()                           {}
func (printing) Fatalf(format string, args ...any) { fmt.Printf(format, args...) }

// In a test, t is its own.
func ExampleRequireMet() {
	t := printing{}
	schedule := deadlinetest.RequireMet(t, "../../examples/plans/lemvig.yaml")
	fmt.Println(schedule.Kommune.Name, "meets its deadlines.")
	deadlinetest.RequireMet(t, "no-such-plan.yaml")
	// Output:
	// Lemvig meets its deadlines.
	// the plan cannot be opened: open no-such-plan.yaml: no such file or directory
}
