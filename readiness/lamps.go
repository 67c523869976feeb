package readiness

import "github.com/drejebog/monopolbrud/drejebog/lang"

// lamps sets a project's three lights.
func (a *assessor) lamps(p *Project) {
	p.Time, p.Money, p.Quality = a.time(p), a.money(p), a.quality(p)
}

// time is the light of time. Red: a gate was passed late or is overdue, or the
// schedule cannot reach one. Yellow: the plan is silent on a deadline that has
// passed, or on what the schedule needs to reach one; the forecast lies after
// the deadline; or a gate that is held up is near. Grey: nobody knows when. Else
// green.
func (a *assessor) time(p *Project) Lamp {
	if !p.Implementation.Known() {
		return Lamp{Grey, text("datoen for implementeringen er ukendt", "the date of the implementation is unknown")}
	}
	next := -1
	for i := range p.Gates {
		g := &p.Gates[i]
		switch {
		case g.State == GatePassedLate && g.Hard:
			return Lamp{Red, text(g.Noun.DA+" kom "+lang.DayText(*g.Passed).DA+", efter fristen "+lang.DayText(*g.Deadline).DA,
				g.Noun.EN+" came on "+lang.DayText(*g.Passed).EN+", after the deadline "+lang.DayText(*g.Deadline).EN)}
		case g.State == GateOverdue && g.Hard:
			return Lamp{Red, text(g.Noun.DA+" skulle være sket senest "+lang.DayText(*g.Deadline).DA,
				g.Noun.EN+" was due by "+lang.DayText(*g.Deadline).EN)}
		case g.Ahead() && next < 0:
			next = i
		}
	}
	if late, is := a.cannotReach(p); is {
		return late
	}
	if next < 0 {
		return Lamp{Green, text("alle porte er passeret", "every gate is passed")}
	}
	g := &p.Gates[next]
	left := a.leftText(g)
	switch {
	case g.State == GateOverdue || g.State == GateUnstated:
		return Lamp{Yellow, text(g.Noun.DA+" skulle være sket senest "+lang.DayText(*g.Deadline).DA+"; om den er, er ikke oplyst",
			g.Noun.EN+" was due by "+lang.DayText(*g.Deadline).EN+"; whether it came is not stated")}
	case g.hold.by == holdSilence:
		return Lamp{Yellow, a.unless(g)}
	case p.Forecast.Late():
		return Lamp{Yellow, text("med det nuværende tempo er kravene bekræftet "+lang.DayText(*p.Forecast.On).DA+", efter fristen "+lang.DayText(*p.Forecast.Deadline).DA,
			"at the present pace the requirements are confirmed on "+lang.DayText(*p.Forecast.On).EN+", after the deadline "+lang.DayText(*p.Forecast.Deadline).EN)}
	case g.Left != nil && *g.Left <= a.tables.rules["near-workdays"] && len(g.Blocks) > 0:
		return Lamp{Yellow, left}
	}
	return Lamp{Green, left}
}

// cannotReach reports a gate ahead that the schedule cannot reach by its
// deadline, and who is late where it is not the kommune. What rests on the
// plan's silence alone does not count.
func (a *assessor) cannotReach(p *Project) (Lamp, bool) {
	for i := range p.Gates {
		g := &p.Gates[i]
		if g.hold.by != holdPlan && g.hold.by != holdParty || g.State == GateUnstated {
			continue
		}
		who, why := lang.Text{}, lang.Text{}
		switch {
		case g.Actor != "kommune":
			who = text(a.partyName(g.Actor).DA+": ", a.partyName(g.Actor).EN+": ")
		case g.hold.by == holdParty:
			by := a.partyName(a.milestones[g.hold.id].Milestone.Actor)
			why = text(", fordi "+by.DA+" leverer for sent", ", because "+by.EN+" delivers too late")
		}
		expected, deadline := lang.DayText(g.Expected.Date), lang.DayText(*g.Deadline)
		return Lamp{Red, text(who.DA+g.Noun.DA+" kan efter planen først ske "+expected.DA+why.DA+"; fristen er "+deadline.DA,
			who.EN+g.Noun.EN+" can by the plan only come on "+expected.EN+why.EN+"; the deadline is "+deadline.EN)}, true
	}
	return Lamp{}, false
}

// unless says that a gate is out of reach if something has not been done, or
// delivered, that the plan is silent on.
func (a *assessor) unless(g *Gate) lang.Text {
	var what lang.Text
	da, en := " ikke er begyndt", " is not begun"
	if t := a.tasks[g.hold.id]; t != nil {
		what = a.Label(&t.Node)
	} else {
		what, da, en = a.Label(&a.milestones[g.hold.id].Node), " ikke er leveret", " is not delivered"
	}
	expected, deadline := lang.DayText(g.Expected.Date), lang.DayText(*g.Deadline)
	return text(g.Noun.DA+" kan først ske "+expected.DA+", efter fristen "+deadline.DA+", hvis »"+what.DA+"«"+da+"; om det er, er ikke oplyst",
		g.Noun.EN+" can only come on "+expected.EN+", after the deadline "+deadline.EN+", if \""+what.EN+"\""+en+"; whether it is, is not stated")
}

// leftText is the next gate with what is left to it.
func (a *assessor) leftText(g *Gate) lang.Text {
	if g.Left == nil {
		return text("næste port er "+g.Noun.DA+"; datoen er ukendt", "the next gate is "+g.Noun.EN+"; its date is unknown")
	}
	n := count(*g.Left, text("arbejdsdag", "working day"), text("arbejdsdage", "working days"))
	return text(n.DA+" til "+g.Noun.DA+" ("+lang.DayText(*g.Deadline).DA+")", n.EN+" to "+g.Noun.EN+" ("+lang.DayText(*g.Deadline).EN+")")
}

// quality is the light of quality. Red: the last round of the kommune's test
// failed. Yellow: requirements are confirmed without evidence where evidence is
// asked for, or with open questions. Grey: nothing is confirmed or tested. Else
// green.
func (a *assessor) quality(p *Project) Lamp {
	for i := range p.Matters {
		if m := &p.Matters[i]; m.Code == "DB-524" {
			return Lamp{Red, lowerText(m.Text)}
		}
	}
	bare, open, confirmed := 0, 0, 0
	for i := range p.Items {
		item := &p.Items[i]
		if !item.Confirmed() {
			continue
		}
		confirmed++
		if item.Requirement.Evidence != "" && len(item.Answer.Evidence) == 0 {
			bare++
		}
		if item.Otherwise() {
			open++
		}
	}
	switch {
	case open > 0:
		n := count(open, text("krav er bekræftet med åbne spørgsmål", "requirement is confirmed with open questions"), text("krav er bekræftet med åbne spørgsmål", "requirements are confirmed with open questions"))
		return Lamp{Yellow, n}
	case bare > 0:
		n := count(bare, text("krav er bekræftet uden den dokumentation, der er bedt om", "requirement is confirmed without the evidence that is asked for"), text("krav er bekræftet uden den dokumentation, der er bedt om", "requirements are confirmed without the evidence that is asked for"))
		return Lamp{Yellow, n}
	case confirmed > 0:
		return Lamp{Green, count(confirmed, text("krav er bekræftet, med dokumentation hvor der er bedt om den", "requirement is confirmed, with evidence where it is asked for"),
			text("krav er bekræftet, med dokumentation hvor der er bedt om den", "requirements are confirmed, with evidence where it is asked for"))}
	}
	return Lamp{Grey, text("intet er bekræftet endnu", "nothing is confirmed yet")}
}

// lowerText writes a sentence as the clause of another: without its end.
func lowerText(t lang.Text) lang.Text {
	clause := func(s string) string {
		for len(s) > 0 && s[len(s)-1] == '.' {
			s = s[:len(s)-1]
		}
		return lower(s)
	}
	return text(clause(t.DA), clause(t.EN))
}
