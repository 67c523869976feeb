package timeline

// takeCutOvers makes each cut-over as long as the plan closes the old system
// for, as far as that lies before the go-live, and lets it begin on the first of
// these days where they reach to the go-live. Days that end earlier were set for
// another go-live: they say how long, not when. What the plan says of the task
// itself goes before.
func (n *network) takeCutOvers() {
	for i := range n.nodes {
		node := &n.nodes[i]
		closed := n.plan.Migrations[node.Project].Closed
		task := n.facts[node.ID]
		if node.Base() != n.book.Landmarks.CutOver || len(closed) == 0 || task.Says() {
			continue
		}
		live := n.indexOf(n.goLive(node.Project))
		if live < 0 || n.unknown[n.nodes[live].ID] {
			continue
		}
		days, ok := n.book.DatesOf(&n.nodes[live], n.given)
		from := closed[0].From
		last := min(closed[len(closed)-1].Last(), days.First-1)
		if length := n.days.Count(from, last); ok && length > 0 {
			task.Duration = &length
			if n.days.Count(last+1, days.First-1) == 0 {
				task.PlannedStart = &from
			}
			n.facts[node.ID] = task
		}
	}
}
