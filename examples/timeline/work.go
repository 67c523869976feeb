package main

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
)

// writeProject writes the schedule for Microsoft Project, with the hours of the
// estimate as work of its roles.
func writeProject(s *timeline.Schedule, w io.Writer, language lang.Lang) error {
	contributions, err := estimate.Reference()
	if err != nil {
		return err
	}
	est, err := estimate.Compute(s, contributions)
	if err != nil {
		return err
	}
	var work []interchange.Work
	for i := range est.Cells {
		if c := &est.Cells[i]; c.Kind != estimate.External && c.Role != "" {
			work = append(work, interchange.Work{Task: c.Task, Who: c.Role, Hours: c.Hours})
		}
	}
	return interchange.FromSchedule(s, language, work...).Write(w)
}
