package timeline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// both joins words and texts into one text: a string is the same in both
// languages.
func both(parts ...any) lang.Text {
	var da, en strings.Builder
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			da.WriteString(p)
			en.WriteString(p)
		case lang.Text:
			da.WriteString(p.DA)
			en.WriteString(p.EN)
		}
	}
	return lang.Text{DA: da.String(), EN: en.String()}
}

// words is a text in its two languages.
func words(da, en string) lang.Text { return lang.Text{DA: da, EN: en} }

// quoted puts a name in quotation marks.
func quoted(name lang.Text) lang.Text {
	return lang.Text{DA: "»" + name.DA + "«", EN: "“" + name.EN + "”"}
}

// sentence says one link of a chain: what holds the date, why, and where that
// is said. The first link of a chain speaks of what was asked about.
func (s *Schedule) sentence(i int, c cause, w which, r *Reason, first bool) lang.Text {
	node := &s.network.nodes[i]
	name := quoted(s.Label(node))
	if first {
		name = words("Den", "It")
	}
	switch {
	case c.rule == ByLink && w == early:
		return both(name, canEarliest(node, r.Finish), s.WhenText(r.Date), ": ", s.before(c), s.because(c.edge))
	case c.rule == ByLink:
		return both(name, mustLatest(node, r.Finish), s.WhenText(r.Date), ": ", s.after(c), s.because(c.edge))
	case c.rule == ByDeadline:
		return both(name, mustLatest(node, true), s.WhenText(r.Date), ": ", s.deadlineWords(node))
	case c.rule == ByTerm:
		contract := s.Plan.Contracts[node.Instance]
		return both(name, mustLatest(node, true), s.WhenText(r.Date), words(": så slutter kontrakten med sin aftalte tid, ", ": the contract then ends with its agreed term, "),
			lang.DayText(*contract.End), ". ", noticeTerms(&contract))
	case c.rule == ByFinish:
		if first {
			name = words("den", "it")
		}
		return both(words("Intet hårdt venter på ", "Nothing hard waits for "), name,
			words(": den har ingen sidste dag.", ": it has no last day."))
	case c.rule == ByAsLate:
		return both(name, words(" lægges så sent, som det, der venter på den, tillader: ", " is put as late as what waits for it allows: "), s.WhenText(r.Date), ".")
	case c.rule == ByEffort:
		return both(name, s.effortWords(node))
	case first && node.Milestone != nil:
		return capital(s.milestoneWords(node, c))
	case node.Milestone != nil:
		return both(name, " ", s.WhenText(r.Date), ": ", s.milestoneWords(node, c))
	}
	return both(name, canEarliest(node, r.Finish), s.WhenText(r.Date), ": ", s.taskWords(i, c))
}

// canEarliest leads to an early date.
func canEarliest(node *drejebog.Node, finish bool) lang.Text {
	switch {
	case node.Milestone != nil:
		return words(" kan tidligst ligge ", " can be at the earliest on ")
	case finish:
		return words(" kan tidligst slutte ", " can finish at the earliest on ")
	}
	return words(" kan tidligst begynde ", " can start at the earliest on ")
}

// mustLatest leads to a late date.
func mustLatest(node *drejebog.Node, finish bool) lang.Text {
	switch {
	case node.Milestone != nil:
		return words(" skal senest ligge ", " must be at the latest on ")
	case finish:
		return words(" skal senest være færdig ", " must be finished at the latest on ")
	}
	return words(" skal senest begynde ", " must start at the latest on ")
}

// before says what the predecessor must have done.
func (s *Schedule) before(c cause) lang.Text {
	node := &s.network.nodes[c.node]
	fromFinish := c.edge.Type == drejebog.FS || c.edge.Type == drejebog.FF
	when := s.network.end(s.solved, c.node, fromFinish, early)
	must := words(" skal være begyndt først (", " must have started first (")
	switch {
	case node.Milestone != nil && node.Milestone.Kind == drejebog.Deliverable:
		must = words(" skal foreligge først (", " must have come first (")
	case node.Milestone != nil:
		must = words(" skal være nået først (", " must be reached first (")
	case fromFinish:
		must = words(" skal være færdig først (", " must be finished first (")
	}
	return both(quoted(s.Label(node)), must, s.WhenText(when), ")", lagWords(c.edge.Lag), ".")
}

// after says how long the successor can wait.
func (s *Schedule) after(c cause) lang.Text {
	node := &s.network.nodes[c.node]
	toFinish := c.edge.Type == drejebog.FF || c.edge.Type == drejebog.SF
	when := s.network.end(s.solved, c.node, toFinish, late)
	wait := words(" skal begynde senest ", " must start by ")
	switch {
	case s.network.stands(c.node) && when.Milestone == node.ID:
		return both(quoted(s.Label(node)), words(" har ingen dato", " has no date"), lagWords(c.edge.Lag), ".")
	case s.network.stands(c.node):
		wait = words(" står til ", " stands on ")
	case node.Milestone != nil:
		wait = words(" skal være nået senest ", " must be reached by ")
	case toFinish:
		wait = words(" skal være færdig senest ", " must be finished by ")
	}
	return both(quoted(s.Label(node)), wait, s.WhenText(when), lagWords(c.edge.Lag), ".")
}

// lagWords says how far apart two ends have to be.
func lagWords(lag drejebog.Lag) lang.Text {
	if lag.Value <= 0 {
		return lang.Text{}
	}
	unit := [...][2]lang.Text{
		drejebog.Workdays:     {words(" arbejdsdag", " working day"), words(" arbejdsdage", " working days")},
		drejebog.CalendarDays: {words(" dag", " day"), words(" dage", " days")},
		drejebog.Months:       {words(" måned", " month"), words(" måneder", " months")},
	}[lag.Unit]
	return both(words(", mindst ", ", at least "), strconv.Itoa(lag.Value), unit[min(lag.Value, 2)-1], words(" imellem", " between"))
}

// because is why a dependency holds, and who says so.
func (s *Schedule) because(d *drejebog.Dependency) lang.Text {
	if d.Section == "" { // the plan's own
		return both(spaced(d.Why), words(" (kommunens plan)", " (the kommune's plan)"))
	}
	return both(" ", d.Why, " ", source(d.Section, d.Certainty))
}

// capital begins a sentence with a name.
func capital(t lang.Text) lang.Text {
	upper := func(text string) string {
		first, size := utf8.DecodeRuneInString(text)
		return string(unicode.ToUpper(first)) + text[size:]
	}
	return lang.Text{DA: upper(t.DA), EN: upper(t.EN)}
}

func spaced(t lang.Text) lang.Text {
	if t.IsZero() {
		return t
	}
	return both(" ", t)
}

// source says in which section something stands and how sure it is.
func source(section string, certainty drejebog.Certainty) lang.Text {
	how := certaintyWords(certainty)
	how.DA = strings.TrimPrefix(how.DA, "er ")
	if section == "" {
		return both("(", how, ")")
	}
	return both("(", section, ", ", how, ")")
}

func certaintyWords(c drejebog.Certainty) lang.Text {
	switch c {
	case drejebog.Stated:
		return words("står i teksten", "stated in the text")
	case drejebog.Implied:
		return words("følger af teksten", "implied by the text")
	}
	return words("er vores antagelse", "our assumption")
}

// taskWords says what holds a task's early date where no link does.
func (s *Schedule) taskWords(i int, c cause) lang.Text {
	node := &s.network.nodes[i]
	switch c.rule {
	case ByWindow:
		return s.windowWords(i, c)
	case ByPublication:
		return both(words("afsnittet kom først med udgave ", "the section came only with edition "), node.Step.Since,
			" (", sectionOf(node), words(", står i teksten).", ", stated in the text)."))
	case ByPlan:
		return words("det siger kommunens plan.", "the kommune's plan says so.")
	case ByProgress:
		return words("planen melder den begyndt eller færdig.", "the plan reports it as begun or finished.")
	case ByDataDate:
		return words("den er ikke begyndt på planens statusdato.", "it has not begun on the plan's data date.")
	}
	return words("intet holder den tilbage.", "nothing holds it back.")
}

// windowWords says which printed window opens, and what it has moved with.
func (s *Schedule) windowWords(i int, c cause) lang.Text {
	n := s.network
	node := &n.nodes[i]
	printed := node.Activity.WindowOf(node.Step).Start
	if node.Step.Expected != nil {
		printed = node.Step.Expected.Start
	}
	opens := words("da åbner vinduet", "then the window opens")
	if printed != nil {
		opens = lang.Text{DA: "vinduet begynder »" + printed.Text + "«", EN: "the window begins “" + printed.English() + "”"}
	}
	if c.node < 0 {
		return both(opens, " ", source(sectionOf(node), n.ruleCertainty(i, c)), ".")
	}
	shift := n.anchors[i].shift
	moved := words(" og følger ", " and follows ")
	far := lang.Text{}
	if shift != 0 && !n.undated(i) {
		moved = words(" og er flyttet med ", " and has moved with ")
		far = both(", ", strconv.Itoa(max(shift, -shift)), words(" dage", " days"))
	}
	return both(opens, moved, lower(s.Label(&n.nodes[c.node])), far, " ", source(sectionOf(node), drejebog.Assumed), ".")
}

// milestoneWords says what dates a milestone.
func (s *Schedule) milestoneWords(node *drejebog.Node, c cause) lang.Text {
	m := node.Milestone
	switch c.rule {
	case ByPlan:
		if period := s.periodOf(node); period != nil {
			return both(words("kommunens plan siger »"+period.Text+"«; dagen er den ", "the kommune's plan says “"+period.English()+"”; the day is the "),
				s.endOfPeriod(), words(" i perioden.", " of the period."))
		}
		return words("det siger kommunens plan.", "the kommune's plan says so.")
	case ByNotice:
		notice := &s.network.nodes[c.node]
		contract := s.Plan.Contracts[notice.Instance]
		return both(words("så længe løber kontrakten, når den opsiges ", "so long runs the contract if notice is given on "),
			s.WhenText(s.network.end(s.solved, c.node, true, early)), ". ", noticeTerms(&contract))
	case ByDelivery:
		return both(words("da kom det; ", "it came then; "), said(m.Delivered), spaced(m.Delivered.Why))
	case ByPromise:
		return both(said(m.Promised), spaced(m.Promised.Why))
	case ByOffset:
		base := lang.Both(m.Offset.Milestone)
		if c.node >= 0 {
			base = quoted(s.Label(&s.network.nodes[c.node]))
		}
		return both(words("regnet ud fra ", "counted from "), base, offsetWords(m.Offset), " ", source(m.Section, m.Offset.Certainty), ". ", m.Offset.Why)
	}
	return words("ingen har sat tid på.", "nobody has given it a time.")
}

// endOfPeriod is which day of the plan's periods the schedule is made for.
func (s *Schedule) endOfPeriod() lang.Text {
	if s.Latest == nil {
		return words("sidste", "last")
	}
	return words("første", "first")
}

// said is who says a milestone's date: "det står i teksten (4.4)."
func said(d *drejebog.Dated) lang.Text {
	where := lang.Text{}
	if d.Section != "" {
		where = lang.Both(" (" + d.Section + ")")
	}
	return both(words("det ", "this is "), certaintyWords(d.Certainty), where, ".")
}

// offsetWords says how far from its base a milestone is counted.
func offsetWords(o *drejebog.Offset) lang.Text {
	count, da, en := o.Months, " måneder", " months"
	if count == 0 {
		count, da, en = o.Days, " dage", " days"
	}
	switch {
	case count == 0:
		return words(", samme tid", ", the same time")
	case count < 0:
		return both(", ", strconv.Itoa(-count), words(da+" før", en+" before"))
	}
	return both(", ", strconv.Itoa(count), words(da+" efter", en+" after"))
}

// deadlineWords says which frist a task has.
func (s *Schedule) deadlineWords(node *drejebog.Node) lang.Text {
	t := s.Task(node.ID)
	if node.Activity.ID == OwnActivity {
		return both(words("kommunens egen frist er ", "the kommune's own deadline is "), lang.DayText(*t.Deadline), ".")
	}
	return both(words("fristen er ", "the deadline is "), lang.DayText(*t.Deadline), s.freeDay(*t.Deadline), " ", source(node.Activity.ID, drejebog.Stated), ".")
}

// freeDay notes a deadline that has to be met before its day.
func (s *Schedule) freeDay(day date.Date) lang.Text {
	if s.days.Is(day) {
		return lang.Text{}
	}
	return both(words(", en fridag: sidste arbejdsdag er ", ", a day off: the last working day is "), lang.DayText(s.days.OnOrBefore(day)))
}

// effortWords says what a level of effort spans.
func (s *Schedule) effortWords(node *drejebog.Node) lang.Text {
	t := s.Task(node.ID)
	span := both(words(" løber fra ", " runs from "), s.WhenText(t.Start), words(" til ", " to "), s.WhenText(t.Finish))
	if t.Start.Kind == Open {
		span = words(" er løbende og har ingen datoer", " is continuous and has no dates")
	}
	return both(span, words(": en løbende opgave, som følger andre.", ": a continuous task that follows others."))
}
