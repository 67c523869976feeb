package booktest

import (
	"flag"
	"os"
	"testing"
)

// Main runs a package's tests with so many cases of each property, the same in each run,
// where nobody asks for other ones by -rapid.checks and -rapid.seed: for properties that
// compute a whole schedule, or read and write a whole plan, in each case.
func Main(m *testing.M, cases string) {
	flag.Parse()
	asked := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { asked[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": cases, "rapid.seed": "1"} {
		if asked[name] {
			continue
		}
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
