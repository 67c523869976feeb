package timeline

// cutOverStep is the step that moves the data.
const cutOverStep = "5.2/overgang"

// takeCutOvers puts each cut-over into the days that the plan closes the old
// system for, as far as they lie before the go-live. What the plan says of the
// task itself goes before.
func (n *network) takeCutOvers() {
	for i := range n.nodes {
		node := &n.nodes[i]
		closed := n.plan.Migrations[node.Project].Closed
		task := n.facts[node.ID]
		if node.Base() != cutOverStep || len(closed) == 0 || task.Says() {
			continue
		}
		live := n.indexOf(goLiveID(node.Project))
		if live < 0 || n.unknown[n.nodes[live].ID] {
			continue
		}
		days, ok := n.book.DatesOf(&n.nodes[live], n.given)
		from := closed[0].From
		last := min(closed[len(closed)-1].Last(), days.First-1)
		if length := n.days.Count(from, last); ok && length > 0 {
			task.PlannedStart, task.Duration = &from, &length
			n.facts[node.ID] = task
		}
	}
}
