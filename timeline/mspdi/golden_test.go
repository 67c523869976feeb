package mspdi_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

func TestTheProjectFileHasTheElementsOfItsGolden(t *testing.T) {
	all := schedules(t)
	for file, schedule := range map[string]*timeline.Schedule{"none.txt": all["no plan"], "odense.txt": all["odense.yaml"]} {
		golden.File(t, "testdata/"+file, golden.Elements(golden.Written(t, mspdi.FromSchedule(schedule, lang.Danish).Write)))
	}
}
