package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
)

func TestNobodyNeedsADeliverableWhenWhatWaitedForItIsDone(t *testing.T) {
	const adapted = "4.4/tilpas-2014: {actualStart: 2013-07-01, actualFinish: 2013-07-19}"
	const decided = "4.4/beslut-2014: {actualStart: 2013-08-01, actualFinish: 2013-08-14}"
	for text, want := range map[string]timeline.WhenKind{
		"asOf: 2013-09-02\ndataDate: 2013-09-02":                                            timeline.OnDate,
		"asOf: 2013-09-02\ndataDate: 2013-09-02\ntasks: {" + adapted + "}":                  timeline.OnDate,
		"asOf: 2013-09-02\ndataDate: 2013-09-02\ntasks: {" + adapted + ", " + decided + "}": timeline.Open,
	} {
		s := compute(t, planOf(t, text))
		for _, id := range []string{"ext/oekonomiaftale-2014", "ext/supplementsskrivelse-2014"} {
			m := s.Milestone(id)
			if assert.NotNil(t, m, id) {
				assert.Equal(t, want, m.Latest.Kind, "%s with %q", id, text)
			}
		}
	}
}
