package cataloguereport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// milestones tells the dated ones by date, and then what is promised without a
// time.
func (r *report) milestones() {
	type dated struct {
		milestone *drejebog.Milestone
		days      drejebog.Days
	}
	var list []dated
	var timed, untimed [][]table.Cell
	nodes, _ := r.book.Network()
	told := map[*drejebog.Milestone]bool{}
	for i := range nodes {
		m := nodes[i].Milestone
		if m == nil || m.Kind == drejebog.Horizon || told[m] {
			continue
		}
		told[m] = true
		if days, ok := r.book.DatesOf(&nodes[i], nil); ok {
			list = append(list, dated{m, days})
		} else if m.Kind == drejebog.Deliverable {
			untimed = append(untimed, []table.Cell{table.Of(m.Name), r.concerned(m)})
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(a.days.Last, b.days.Last) })
	for _, d := range list {
		timed = append(timed, []table.Cell{table.Of(r.milestoneTime(d.milestone, d.days)), table.Of(d.milestone.Name), r.concerned(d.milestone)})
	}
	r.Section(r.say("catalogue/milestones", nil))
	r.rows(timed...)
	if len(untimed) > 0 {
		r.Section(r.say("catalogue/without-time", nil))
		r.rows(untimed...)
	}
}

// milestoneTime tells when, in the playbook's own words, and whether it was
// promised, has come, or is counted from something else.
func (r *report) milestoneTime(m *drejebog.Milestone, days drejebog.Days) lang.Text {
	words := func(d *drejebog.Dated) lang.Text { return d.When.Written() }
	switch {
	case m.Delivered != nil && m.Promised != nil && !m.Promised.When.Same(m.Delivered.When):
		return r.say("catalogue/came-promised", lang.Args{"came": words(m.Delivered), "promise": words(m.Promised)})
	case m.Delivered != nil:
		return words(m.Delivered)
	case m.Promised != nil && m.Kind == drejebog.Deliverable:
		return r.say("catalogue/promised", lang.Args{"promise": words(m.Promised)})
	case m.Promised != nil:
		return r.sure(words(m.Promised), m.Promised.Certainty)
	}
	return r.sure(lang.DayText(days.Last), m.Offset.Certainty)
}

// sure warns of a date that the text does not state.
func (r *report) sure(day lang.Text, c drejebog.Certainty) lang.Text {
	switch c {
	case drejebog.Implied:
		return r.say("catalogue/implied", lang.Args{"day": day})
	case drejebog.Assumed:
		return r.say("catalogue/assumed", lang.Args{"day": day})
	}
	return day
}

// concerned are the projects or systems that the milestone's name does not tell.
func (r *report) concerned(m *drejebog.Milestone) table.Cell {
	var names []string
	for _, id := range m.Systems {
		if s := r.book.System(id); s != nil {
			names = append(names, s.Name)
		}
	}
	if m.Scope == drejebog.PerProject {
		names = append(names, r.projects(m.Projects)...)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return strings.Contains(m.Name.DA, name) })
	return table.Text(strings.Join(names, ", "))
}
