package timeline

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// sentence says one link of a chain: what holds the date, why, and where that
// is said. The first link of a chain speaks of what was asked about.
func (s *Schedule) sentence(i int, c cause, w which, r *Reason, first bool) lang.Text {
	node := &s.network.nodes[i]
	name := s.Label(node).Quoted()
	if first {
		name = s.text("timeline/it", nil)
	}
	day := s.WhenText(r.Date)
	switch {
	case c.rule == ByLink && w == early:
		return lang.Joined(" ", s.earliest(node, r.Finish, name, day, s.before(c)), s.because(c.edge))
	case c.rule == ByLink:
		return lang.Joined(" ", s.latest(node, r.Finish, name, day, s.after(c)), s.because(c.edge))
	case c.rule == ByDeadline:
		return s.latest(node, true, name, day, s.deadlineWords(node))
	case c.rule == ByTerm:
		contract := s.Plan.Contracts[node.Instance]
		ends := s.text("timeline/term-ends", lang.Args{"day": lang.Day(*contract.End)})
		return lang.Joined(" ", s.latest(node, true, name, day, ends), noticeTerms(s.Book, &contract))
	case c.rule == ByFinish && first:
		return s.text("timeline/nothing-hard-waits", nil)
	case c.rule == ByFinish:
		return s.text("timeline/nothing-hard-waits-for", lang.Args{"name": name})
	case c.rule == ByAsLate:
		return s.text("timeline/as-late-as-can-be", lang.Args{"name": name, "day": day})
	case c.rule == ByEffort:
		return s.effortSentence(node, name)
	case node.Milestone != nil:
		return s.milestoneSentence(node, c, name, day, first)
	}
	return s.earliest(node, r.Finish, name, day, s.taskWords(i, c))
}

// earliest says an early date and why it is that.
func (s *Schedule) earliest(node *drejebog.Node, finish bool, name, day, why lang.Text) lang.Text {
	switch {
	case node.Milestone != nil:
		return s.text("timeline/earliest-date", lang.Args{"name": name, "day": day, "why": why})
	case finish:
		return s.text("timeline/earliest-finish", lang.Args{"name": name, "day": day, "why": why})
	}
	return s.text("timeline/earliest-start", lang.Args{"name": name, "day": day, "why": why})
}

// latest says a late date and why it is that.
func (s *Schedule) latest(node *drejebog.Node, finish bool, name, day, why lang.Text) lang.Text {
	switch {
	case node.Milestone != nil:
		return s.text("timeline/latest-date", lang.Args{"name": name, "day": day, "why": why})
	case finish:
		return s.text("timeline/latest-finish", lang.Args{"name": name, "day": day, "why": why})
	}
	return s.text("timeline/latest-start", lang.Args{"name": name, "day": day, "why": why})
}

// before says what the predecessor must have done.
func (s *Schedule) before(c cause) lang.Text {
	node := &s.network.nodes[c.node]
	fromFinish := c.edge.Type == drejebog.FS || c.edge.Type == drejebog.FF
	day := s.WhenText(s.network.end(s.solved, c.node, fromFinish, early))
	name := s.Label(node).Quoted()
	var must lang.Text
	switch {
	case node.Milestone != nil && node.Milestone.Kind == drejebog.Deliverable:
		must = s.text("timeline/must-have-come", lang.Args{"name": name, "day": day})
	case node.Milestone != nil:
		must = s.text("timeline/must-be-reached", lang.Args{"name": name, "day": day})
	case fromFinish:
		must = s.text("timeline/must-be-finished", lang.Args{"name": name, "day": day})
	default:
		must = s.text("timeline/must-have-started", lang.Args{"name": name, "day": day})
	}
	return s.apart(must, c.edge.Lag)
}

// after says how long the successor can wait.
func (s *Schedule) after(c cause) lang.Text {
	node := &s.network.nodes[c.node]
	toFinish := c.edge.Type == drejebog.FF || c.edge.Type == drejebog.SF
	when := s.network.end(s.solved, c.node, toFinish, late)
	name, day := s.Label(node).Quoted(), s.WhenText(when)
	var wait lang.Text
	switch {
	case s.network.stands(c.node) && when.Milestone == node.ID:
		wait = s.text("timeline/has-no-date", lang.Args{"name": name})
	case s.network.stands(c.node):
		wait = s.text("timeline/stands-on", lang.Args{"name": name, "day": day})
	case node.Milestone != nil:
		wait = s.text("timeline/reached-by", lang.Args{"name": name, "day": day})
	case toFinish:
		wait = s.text("timeline/finished-by", lang.Args{"name": name, "day": day})
	default:
		wait = s.text("timeline/started-by", lang.Args{"name": name, "day": day})
	}
	return s.apart(wait, c.edge.Lag)
}

// apart adds to a clause how far apart two ends have to be.
func (s *Schedule) apart(clause lang.Text, lag drejebog.Lag) lang.Text {
	if lag.Value <= 0 {
		return clause
	}
	return s.text("timeline/apart", lang.Args{"clause": clause, "distance": s.lagText(lag)})
}

// lagText is a distance with its unit.
func (s *Schedule) lagText(lag drejebog.Lag) lang.Text {
	switch lag.Unit {
	case drejebog.Months:
		return s.text("common/months", lang.Args{"n": lang.Whole(lag.Value)})
	case drejebog.CalendarDays:
		return s.dayCount(lag.Value)
	}
	return s.workdayCount(lag.Value)
}

// because is why a dependency holds, and who says so.
func (s *Schedule) because(d *drejebog.Dependency) lang.Text {
	if d.Section == "" { // the plan's own
		return lang.Joined(" ", d.Why, lang.Bracketed(s.text("timeline/the-kommunes-plan", nil)))
	}
	return lang.Joined(" ", d.Why, s.source(d.Section, d.Certainty))
}

// source says in brackets in which section something stands and how sure it is.
func (s *Schedule) source(section string, certainty drejebog.Certainty) lang.Text {
	return lang.Bracketed(lang.Both(section), s.certainty(certainty))
}

// certainty is the word for how sure something is; what is not known to be surer
// is assumed.
func (s *Schedule) certainty(c drejebog.Certainty) lang.Text {
	return s.Book.Words.Key("certainty", cmp.Or(c, drejebog.Assumed).String(), nil).Lower()
}

// taskWords says what holds a task's early date where no link does.
func (s *Schedule) taskWords(i int, c cause) lang.Text {
	node := &s.network.nodes[i]
	switch c.rule {
	case ByWindow:
		return s.windowWords(i, c)
	case ByPublication:
		return lang.Joined(" ", s.text("timeline/published", lang.Args{"edition": lang.Both(node.Step.Since)}), s.source(sectionOf(node), drejebog.Stated))
	case ByPlan:
		return s.text("timeline/plan-says", nil)
	case ByProgress:
		return s.text("timeline/plan-reports", nil)
	case ByDataDate:
		return s.text("timeline/not-begun", nil)
	}
	return s.text("timeline/nothing-holds", nil)
}

// windowWords says which printed window opens, and what it has moved with.
func (s *Schedule) windowWords(i int, c cause) lang.Text {
	n := s.network
	node := &n.nodes[i]
	printed := node.Activity.WindowOf(node.Step).Start
	if node.Step.Expected != nil {
		printed = node.Step.Expected.Start
	}
	opens := s.text("timeline/window-opens", nil)
	if printed != nil {
		opens = s.text("timeline/window-begins", lang.Args{"period": wordsOf(printed)})
	}
	if c.node < 0 {
		return lang.Joined(" ", opens, s.source(sectionOf(node), n.ruleCertainty(i, c)))
	}
	milestone := s.Label(&n.nodes[c.node]).Lower()
	if shift := n.anchors[i].shift; shift != 0 && !n.undated(i) {
		opens = s.text("timeline/window-moved", lang.Args{"window": opens, "milestone": milestone, "days": s.dayCount(max(shift, -shift))})
	} else {
		opens = s.text("timeline/window-follows", lang.Args{"window": opens, "milestone": milestone})
	}
	return lang.Joined(" ", opens, s.source(sectionOf(node), drejebog.Assumed))
}

// wordsOf is a period in the words of the one who gave it.
func wordsOf(p *drejebog.Period) lang.Text { return lang.Text{DA: p.Text, EN: p.English()} }

// milestoneSentence says what dates a milestone; of the one that was asked
// about, the date is known.
func (s *Schedule) milestoneSentence(node *drejebog.Node, c cause, name, day lang.Text, first bool) lang.Text {
	says, more := s.milestoneWords(node, c)
	if first {
		return lang.Joined(" ", says.Capital().Ended(), more)
	}
	return lang.Joined(" ", lang.Joined(": ", lang.Joined(" ", name, day), says).Ended(), more)
}

// milestoneWords says what dates a milestone, and what else there is to say.
func (s *Schedule) milestoneWords(node *drejebog.Node, c cause) (says, more lang.Text) {
	m := node.Milestone
	switch c.rule {
	case ByPlan:
		period := s.PeriodOf(node)
		switch {
		case period == nil:
			return s.text("timeline/plan-says", nil), more
		case s.Latest == nil:
			return s.text("timeline/plan-says-last-of", lang.Args{"period": wordsOf(period)}), more
		}
		return s.text("timeline/plan-says-first-of", lang.Args{"period": wordsOf(period)}), more
	case ByNotice:
		notice := &s.network.nodes[c.node]
		contract := s.Plan.Contracts[notice.Instance]
		day := s.WhenText(s.network.end(s.solved, c.node, true, early))
		return s.text("timeline/contract-runs", lang.Args{"day": day}), noticeTerms(s.Book, &contract)
	case ByDelivery:
		return s.text("timeline/came-then", lang.Args{"source": s.said(m.Delivered)}), m.Delivered.Why
	case ByPromise:
		return s.said(m.Promised), m.Promised.Why
	case ByOffset:
		base := lang.Both(m.Offset.Milestone)
		if c.node >= 0 {
			base = s.Label(&s.network.nodes[c.node]).Quoted()
		}
		return lang.Joined(" ", s.offsetWords(m.Offset, base), s.source(m.Section, m.Offset.Certainty)), m.Offset.Why
	}
	return s.text("timeline/no-time", nil), more
}

// said is who says a milestone's date: "det er oplyst (4.4)".
func (s *Schedule) said(d *drejebog.Dated) lang.Text {
	says := s.text("timeline/said", lang.Args{"certainty": s.certainty(d.Certainty)})
	if d.Section == "" {
		return says
	}
	return lang.Joined(" ", says, lang.Bracketed(lang.Both(d.Section)))
}

// offsetWords says how far from its base a milestone is counted.
func (s *Schedule) offsetWords(o *drejebog.Offset, base lang.Text) lang.Text {
	lag := drejebog.Lag{Value: o.Months, Unit: drejebog.Months}
	if o.Months == 0 {
		lag = drejebog.Lag{Value: o.Days, Unit: drejebog.CalendarDays}
	}
	switch {
	case lag.Value == 0:
		return s.text("timeline/counted-same", lang.Args{"base": base})
	case lag.Value < 0:
		lag.Value = -lag.Value
		return s.text("timeline/counted-before", lang.Args{"base": base, "distance": s.lagText(lag)})
	}
	return s.text("timeline/counted-after", lang.Args{"base": base, "distance": s.lagText(lag)})
}

// deadlineWords says which frist a task has.
func (s *Schedule) deadlineWords(node *drejebog.Node) lang.Text {
	day := *s.Task(node.ID).Deadline
	if node.Activity.ID == OwnActivity {
		return s.text("timeline/own-deadline", lang.Args{"day": lang.Day(day)})
	}
	source := s.source(node.Activity.ID, drejebog.Stated)
	if met, off := s.metBefore(day); off {
		return lang.Joined(" ", s.text("timeline/deadline-off", lang.Args{"day": lang.Day(day), "met": lang.Day(met)}), source)
	}
	return lang.Joined(" ", s.text("timeline/deadline", lang.Args{"day": lang.Day(day)}), source)
}

// metBefore is the last working day before a deadline that falls on a day off.
func (s *Schedule) metBefore(deadline date.Date) (met date.Date, off bool) {
	return s.days.OnOrBefore(deadline), !s.days.Is(deadline)
}

// effortSentence says what a level of effort spans.
func (s *Schedule) effortSentence(node *drejebog.Node, name lang.Text) lang.Text {
	t := s.Task(node.ID)
	if t.Start.Kind == Open {
		return s.text("timeline/effort-open", lang.Args{"name": name})
	}
	return s.text("timeline/effort-span", lang.Args{"name": name, "start": s.WhenText(t.Start), "finish": s.WhenText(t.Finish)})
}

// noticeTerms says how a contract is terminated.
func noticeTerms(book *drejebog.Playbook, contract *plan.Contract) lang.Text {
	notice := book.Words.Say("timeline/notice-months", lang.Args{"n": lang.Whole(*contract.NoticeMonths)})
	if contract.NoticeTo == 0 {
		return book.Words.Say("timeline/terms", lang.Args{"notice": notice})
	}
	end := book.Words.Key("timeline-notice-end", contract.NoticeTo.String(), nil)
	return book.Words.Say("timeline/terms-to", lang.Args{"notice": notice, "end": end})
}
