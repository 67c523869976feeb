package readiness

import "github.com/rickb777/date/v2"

// apart gives what is told of a project days of its own: the schedule and its plan keep
// theirs, whatever is done to the answer.
func (p *ProjectAssessment) apart() {
	for i := range p.Criteria {
		ownDays(&p.Criteria[i].By)
	}
	for i := range p.Items {
		ownDays(&p.Items[i].Since, &p.Items[i].Due)
	}
	for i := range p.Preparation {
		ownDays(&p.Preparation[i].On, &p.Preparation[i].Latest)
	}
	for i := range p.Gates {
		g := &p.Gates[i]
		ownDays(&g.Deadline, &g.Latest, &g.Passed)
		for k := range g.Blocks {
			ownDays(&g.Blocks[k].By)
		}
	}
	for i := range p.Blockers {
		ownDays(&p.Blockers[i].By)
	}
	ownDays(&p.Forecast.On, &p.Forecast.Deadline)
	p.Wave, p.Priority = ownNumber(p.Wave), ownNumber(p.Priority)
}

func ownDays(days ...**date.Date) {
	for _, day := range days {
		if *day != nil {
			*day = new(**day)
		}
	}
}

func ownNumber(number *int) *int {
	if number == nil {
		return nil
	}
	return new(*number)
}
