package readinessreport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// findingText tells a finding without its section, which the gate or the step
// that it stands below has.
func (r report) findingText(f *drejebog.Finding) lang.Text {
	told := *f
	told.Section = ""
	return r.book.Told(told)
}
