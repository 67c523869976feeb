package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// lines writes a schedule a line a task, to be read by eye.
func lines(s *timeline.Schedule) string {
	var out strings.Builder
	for _, t := range s.Tasks {
		fmt.Fprintf(&out, "%-40s %s – %s", t.ID, when(t.Start), when(t.Finish))
		if !t.LevelOfEffort {
			fmt.Fprintf(&out, "  late %s  float %d  %s  %s", when(t.LateFinish), t.TotalFloat, t.Driver, t.Certainty)
		}
		if t.Critical {
			out.WriteString("  CRITICAL")
		}
		out.WriteByte('\n')
	}
	for _, m := range s.Milestones {
		fmt.Fprintf(&out, "%-40s %s  latest %s  %s  %s\n", m.ID, when(m.Date), when(m.Latest), m.Driver, m.Certainty)
	}
	fmt.Fprintf(&out, "critical path, float %d: %s\n", s.CriticalPathFloat, strings.Join(s.CriticalPath, " → "))
	for _, f := range s.Findings {
		fmt.Fprintf(&out, "%s %s %s: %s %s\n", f.Severity, f.Code, f.Subject, f.Text.DA, f.Remedy.DA)
	}
	return out.String()
}

func when(w timeline.When) string {
	switch w.Kind {
	case timeline.OnDate:
		return w.Date.String()
	case timeline.RelativeTo:
		return fmt.Sprintf("%s%+d", w.Milestone, w.Days)
	}
	return "open"
}

func TestScheduleOfAKommuneWithoutAPlan(t *testing.T) {
	golden.File(t, "testdata/without-plan.txt", lines(compute(t, plan.New("Roskilde"))))
}

func TestScheduleWithAnUnknownGoLive(t *testing.T) {
	golden.File(t, "testdata/unknown-golive.txt", lines(compute(t, goLive("sapa", &plan.When{Unknown: true}))))
}
