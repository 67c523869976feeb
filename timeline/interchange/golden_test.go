package interchange_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
)

func TestTheProjectFileHasTheElementsOfItsGolden(t *testing.T) {
	all := schedules(t)
	for file, schedule := range map[string]*timeline.Schedule{"none.txt": all["no plan"], "odense.txt": all["odense.yaml"]} {
		golden.File(t, "testdata/"+file, golden.Elements(golden.Written(t, interchange.FromSchedule(schedule, lang.Danish).Write)))
	}
}
