package booktest

import (
	"flag"
	"os"
	"testing"
)

// Main runs a package's tests with so many cases of each property, where nobody asks for
// another number by -rapid.checks: for properties that compute a whole schedule, or read
// and write a whole plan, in each case.
func Main(m *testing.M, cases string) {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if !asked {
		if err := flag.Set("rapid.checks", cases); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
