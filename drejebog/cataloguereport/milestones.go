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
	var list []*dated
	var timed, untimed, implied [][]table.Cell
	nodes, _ := r.book.Network()
	for i := range nodes {
		m := nodes[i].Milestone
		if m == nil || m.Kind == drejebog.Horizon {
			continue
		}
		days, certainty, ok := r.book.CertainDatesOf(&nodes[i], nil)
		if k := slices.IndexFunc(list, func(d *dated) bool { return d.milestone == m && d.days == days && d.certainty == certainty }); k >= 0 {
			list[k].nodes = append(list[k].nodes, &nodes[i])
			continue
		}
		if ok || m.Kind == drejebog.Deliverable {
			list = append(list, &dated{m, days, certainty, []*drejebog.Node{&nodes[i]}})
		}
	}
	slices.SortStableFunc(list, func(a, b *dated) int { return cmp.Compare(a.days.Last, b.days.Last) })
	for _, d := range list {
		switch row := []table.Cell{table.Of(d.milestone.Name), r.concerned(d)}; {
		case d.certainty != 0:
			timed = append(timed, append([]table.Cell{table.Of(r.milestoneTime(d))}, row...))
		case d.milestone.Certainty == drejebog.Stated:
			untimed = append(untimed, row)
		default:
			implied = append(implied, row)
		}
	}
	for _, part := range []struct {
		title lang.Text
		rows  [][]table.Cell
	}{
		{r.say("catalogue/milestones", nil), timed},
		{r.say("catalogue/without-time", nil), untimed},
		{r.say("catalogue/implied-without-time", nil), implied},
	} {
		if len(part.rows) > 0 {
			r.Section(part.title)
			r.rows(part.rows...)
		}
	}
}

// dated are the instances of a milestone that lie on the same days and are as sure;
// without certainty, those that nothing dates.
type dated struct {
	milestone *drejebog.Milestone
	days      drejebog.Days
	certainty drejebog.Certainty
	nodes     []*drejebog.Node
}

// milestoneTime tells when, in the playbook's own words, and whether it was
// promised, has come, or is counted from something else.
func (r *report) milestoneTime(d *dated) lang.Text {
	m := d.milestone
	words := func(d *drejebog.Dated) lang.Text { return d.When.Written() }
	switch {
	case r.book.IsCounted(d.nodes[0], nil):
		return r.sure(lang.DayText(d.days.Last), d.certainty)
	case m.Delivered != nil && m.Promised != nil && !m.Promised.When.Same(m.Delivered.When):
		return r.say("catalogue/came-promised", lang.Args{"came": r.sure(words(m.Delivered), m.Delivered.Certainty), "promise": words(m.Promised)})
	case m.Delivered != nil:
		return r.sure(words(m.Delivered), m.Delivered.Certainty)
	case m.Kind == drejebog.Deliverable:
		return r.say("catalogue/promised", lang.Args{"promise": r.sure(words(m.Promised), m.Promised.Certainty)})
	}
	return r.sure(words(m.Promised), m.Promised.Certainty)
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
func (r *report) concerned(d *dated) table.Cell {
	m := d.milestone
	var names []string
	for _, n := range d.nodes {
		if s := r.book.System(n.System); s != nil {
			names = append(names, s.Name)
		} else if n.Project != "" {
			names = append(names, r.projects([]string{n.Project})...)
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return strings.Contains(m.Name.DA, name) })
	return table.Text(strings.Join(names, ", "))
}
