package drejebog

import (
	"fmt"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

func (c *checker) activity(file, path string, a *Activity) {
	c.unique(file, path+".id", "activities", a.ID)
	c.provenance(file, path, a.Provenance)
	c.scopeIDs(file, path, a.Projects, a.Systems)
	if a.AssumedFor != nil {
		for i, id := range a.AssumedFor.Projects {
			c.known(file, fmt.Sprintf("%s.assumedFor.projects[%d]", path, i), strict.Part{Kind: "seeds/a-project-of-activity"}, id, a.Projects)
		}
	}
	for i, later := range a.Actors.Later {
		c.known(file, fmt.Sprintf("%s.actors.later[%d].since", path, i), strict.Part{Kind: "seeds/an-edition"}, later.Since, c.editionNumbers())
	}
	c.changes(file, path, a.ID, a.Changed)
	for i := range a.Windows {
		c.window(file, fmt.Sprintf("%s.windows[%d]", path, i), a, &a.Windows[i])
	}
	for i := range a.Steps {
		c.step(file, fmt.Sprintf("%s.steps[%d]", path, i), a, &a.Steps[i])
	}
}

func (c *checker) window(file, path string, a *Activity, w *Window) {
	c.unique(file, path+".id", "windows", w.ID)
	c.known(file, path+".since", strict.Part{Kind: "seeds/an-edition"}, w.Since, c.editionNumbers())
	if w.ID != a.ID && !strings.HasPrefix(w.ID, a.ID+"/") {
		c.fault(file, path+".id", w.ID, strict.Part{Kind: "seeds/id-of-activity"})
	}
	if w.Kind == Frist && !w.End.Closed() {
		c.fault(file, path+".end", w.End.Text, strict.Part{Kind: "seeds/a-day-of-frist"})
	}
	if w.Duty != 0 && w.Duty != Stated && w.Why.IsZero() {
		c.fault(file, path+".duty", strict.Part{Kind: "seeds/without-why", Values: map[string]any{"certainty": w.Duty.String()}}, strict.Part{Kind: "seeds/why"})
	}
	if w.Start != nil && w.End.Closed() && w.Start.First > w.End.Last {
		c.fault(file, path, strict.Part{Kind: "seeds/from-to", Values: map[string]any{"from": w.Start.Text, "to": w.End.Text}}, strict.Part{Kind: "seeds/end-after-start"})
	}
}

func (c *checker) step(file, path string, a *Activity, s *Step) {
	c.unique(file, path+".id", "steps of "+a.ID, s.ID)
	c.provenance(file, path, s.Provenance)
	scope, projects, systems := a.ScopeOf(s)
	c.scopeIDs(file, path, s.Projects, s.Systems)
	if scope == PerProject && len(projects) == 0 || (scope == PerSystem || scope == PerContract) && len(systems) == 0 {
		c.fault(file, path, strict.Part{Kind: "seeds/scope-of-nothing", Values: map[string]any{"scope": scope.String()}}, strict.Part{Kind: "seeds/whom-for"})
	}
	if a.WindowOf(s) == nil {
		c.known(file, path+".window", strict.Part{Kind: "seeds/a-window"}, s.Window, IDsOf(a.Windows, func(w *Window) string { return w.ID }))
	}
	if s.Role != "" {
		c.known(file, path+".role", strict.Part{Kind: "seeds/a-role"}, s.Role, IDsOf(c.book.Roles, func(r *Role) string { return r.ID }))
	}
	if e := s.Expected; e != nil && e.Start != nil && e.End != nil && e.End.Closed() && e.Start.First > e.End.Last {
		c.fault(file, path+".expected", strict.Part{Kind: "seeds/from-to", Values: map[string]any{"from": e.Start.Text, "to": e.End.Text}}, strict.Part{Kind: "seeds/end-after-start"})
	}
	c.targets(file, path, a, s)
	switch {
	case s.Duration != nil && s.Effort != nil:
		c.fault(file, path, strict.Part{Kind: "seeds/both-lengths"}, strict.Part{Kind: "seeds/one-of-two"})
	case s.Duration != nil:
		c.duration(file, path+".duration", a, s)
	case s.Effort != nil:
		c.known(file, path+".effort.from", strict.Part{Kind: "seeds/step-or-milestone-id"}, s.Effort.From, c.ids)
		c.known(file, path+".effort.until", strict.Part{Kind: "seeds/step-or-milestone-id"}, s.Effort.Until, c.ids)
	default:
		c.fault(file, path, strict.Part{Kind: "seeds/without-length"}, strict.Part{Kind: "seeds/duration-or-effort"})
	}
}

func (c *checker) duration(file, path string, a *Activity, s *Step) {
	d := s.Duration
	if d.Low < 1 || d.Likely < d.Low || d.High < d.Likely || d.High > longest {
		c.fault(file, path,
			strict.Part{Kind: "seeds/three-points", Values: map[string]any{"low": d.Low, "likely": d.Likely, "high": d.High}},
			strict.Part{Kind: "seeds/rising-days", Values: map[string]any{"most": longest}},
		)
		return
	}
	days := a.DaysOf(s)
	if days.First > days.Last {
		return // the window's own fault, or that of expected
	}
	if room := weekdays(days); days.Last != far && d.Likely >= room {
		c.fault(file, path+".likely", strict.Part{Kind: "common/working-days", Values: map[string]any{"n": d.Likely}}, strict.Part{Kind: "seeds/fewer-than-window", Values: map[string]any{"n": room}})
	}
}

// weekdays counts the days from Monday to Friday.
func weekdays(days Days) int {
	total := int(days.Last-days.First) + 1
	n := total / 7 * 5
	for day := days.First + date.Date(total/7*7); day <= days.Last; day++ {
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}

// nodeIDs are the ids of all steps and milestones, with their scope and without.
func nodeIDs(book *Playbook) []string {
	seen := map[string]bool{}
	var ids []string
	for _, node := range book.nodes(Local{}) {
		for _, id := range []string{node.Base(), node.ID} {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	return ids
}
