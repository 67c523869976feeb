package readiness

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Verdict is the answer to whether a kommune can receive a system. The zero
// value is invalid.
type Verdict uint8

// The verdicts.
const (
	NotAnnounced  Verdict = iota + 1 // the requirements are not published or not read in: nothing to judge by
	Unanswered                       // they are, and the kommune has answered none
	Go                               // readiness is confirmed in time, and nothing is broken
	ConditionalGo                    // can be reached, on the conditions in the reasons
	NoGo                             // a rule or a deadline is broken
)

var verdictNames = [...]string{
	NotAnnounced: "notAnnounced", Unanswered: "unanswered", Go: "go", ConditionalGo: "conditionalGo", NoGo: "noGo",
}

// String returns "notAnnounced", "unanswered", "go", "conditionalGo", "noGo",
// or "".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return ""
}

// MarshalText writes the name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Name is the verdict as a steering group reads it.
func (v Verdict) Name() lang.Text {
	switch v {
	case NotAnnounced:
		return text("krav ikke udmeldt", "requirements not published")
	case Unanswered:
		return text("ikke besvaret", "not answered")
	case Go:
		return text("go", "go")
	case ConditionalGo:
		return text("betinget go", "conditional go")
	case NoGo:
		return text("no-go", "no-go")
	}
	return lang.Text{}
}

// verdict judges a project. No-go, on facts alone: a hard gate was passed late
// or is overdue, or something that decides is broken. Go: readiness is confirmed
// and nothing is broken. Between them lies conditional go, with its conditions.
// Before the requirements are read in, and before any is answered, there is
// nothing to judge by; what is broken already is told all the same, and first.
func (a *assessor) verdict(p *Project) {
	p.Reasons = a.against(p)
	p.broken = len(p.Reasons) > 0
	a.earliest(p)
	readiness := &p.Gates[1]
	switch {
	case p.List == nil:
		p.Verdict = NotAnnounced
		p.Reasons = append(p.Reasons, a.notAnnounced(p))
	case p.broken:
		p.Verdict = NoGo
	case p.Score.Answered == 0:
		p.Verdict = Unanswered
		p.Reasons = []lang.Text{a.unanswered(p)}
	case !readiness.Ahead():
		p.Verdict = Go
		p.Reasons = []lang.Text{text("Paratheden er bekræftet "+lang.DayText(*readiness.Passed).DA+".", "Readiness was confirmed on "+lang.DayText(*readiness.Passed).EN+".")}
		if conditions := a.conditions(p); len(conditions) > 0 {
			p.Verdict, p.Reasons = ConditionalGo, append(p.Reasons, conditions...)
		}
	default:
		p.Verdict = ConditionalGo
		p.Reasons = append(a.toConfirm(p), a.conditions(p)...)
	}
}

// notAnnounced says by when KOMBIT owes the requirements.
func (a *assessor) notAnnounced(p *Project) lang.Text {
	g := &p.Gates[0]
	switch {
	case g.Passed != nil:
		return text("Kravene er udmeldt "+lang.DayText(*g.Passed).DA+", men listen er ikke læst ind.", "The requirements were published on "+lang.DayText(*g.Passed).EN+", but the list is not read in.")
	case g.Deadline == nil:
		return text("KOMBIT skal melde kravene ud senest seks måneder før implementeringen; datoen er ukendt.", "KOMBIT must publish the requirements six months before the implementation; its date is unknown.")
	case *g.Deadline < a.on:
		return text("KOMBIT skulle melde kravene ud senest "+lang.DayText(*g.Deadline).DA+"; ingen liste er læst ind.", "KOMBIT was to publish the requirements by "+lang.DayText(*g.Deadline).EN+"; no list is read in.")
	}
	return text("KOMBIT skal melde kravene ud senest "+lang.DayText(*g.Deadline).DA+".", "KOMBIT must publish the requirements by "+lang.DayText(*g.Deadline).EN+".")
}

// unanswered says how many requirements wait for an answer: those that readiness
// waits for, or where it waits for none, those of the go-live.
func (a *assessor) unanswered(p *Project) lang.Text {
	open, deadline := p.Forecast.Open, p.Forecast.Deadline
	if open == 0 {
		open, deadline = len(p.Items), day(p.GoLive)
	}
	n := count(open, text("krav venter på svar", "requirement waits for an answer"), text("krav venter på svar", "requirements wait for an answer"))
	them, they := text("dem", "them"), text("de", "they")
	if open == 1 {
		them, they = text("det", "it"), text("det", "it")
	}
	switch {
	case deadline == nil:
		return text(n.DA+".", n.EN+".")
	case p.Forecast.Open == 0:
		return text(n.DA+"; idriftsættelsen er "+lang.DayText(*deadline).DA+".", n.EN+"; the go-live is on "+lang.DayText(*deadline).EN+".")
	case *deadline < a.on:
		return text(n.DA+"; fristen for at bekræfte "+them.DA+" var "+lang.DayText(*deadline).DA+".", n.EN+"; the deadline to confirm "+them.EN+" was "+lang.DayText(*deadline).EN+".")
	}
	return text(n.DA+"; "+they.DA+" skal være bekræftet senest "+lang.DayText(*deadline).DA+".", n.EN+"; "+they.EN+" must be confirmed by "+lang.DayText(*deadline).EN+".")
}

// against collects what speaks against receiving the system as planned.
func (a *assessor) against(p *Project) []lang.Text {
	var reasons []lang.Text
	for i := range p.Gates[1:] {
		g := &p.Gates[i+1]
		switch {
		case g.State == GatePassedLate && g.Hard:
			reasons = append(reasons, text(g.Name.DA+" "+lang.DayText(*g.Passed).DA+"; fristen var "+lang.DayText(*g.Deadline).DA+".",
				g.Name.EN+" on "+lang.DayText(*g.Passed).EN+"; the deadline was "+lang.DayText(*g.Deadline).EN+"."))
		case g.State == GateOverdue && g.Hard:
			left := notConfirmed(&p.Forecast)
			reasons = append(reasons, text(g.Name.DA+": fristen var "+lang.DayText(*g.Deadline).DA+"; "+left.DA+".",
				g.Name.EN+": the deadline was "+lang.DayText(*g.Deadline).EN+"; "+left.EN+"."))
		case g.State == GateOverdue && base(g.Milestone) != trialGate && base(g.Milestone) != testGate:
			reasons = append(reasons, text("Idriftsættelsen var sat til "+lang.DayText(*g.Deadline).DA+", men planen siger ikke, at portene før den er passeret.",
				"The go-live was set for "+lang.DayText(*g.Deadline).EN+", but the plan does not say that the gates before it are passed."))
		}
	}
	for i := range p.Matters {
		if m := &p.Matters[i]; m.Light == Red {
			reasons = append(reasons, m.Text)
		}
	}
	if len(reasons) == 0 && p.List != nil && p.Time.Light == Red && p.Gates[0].State != GatePassedLate {
		reasons = append(reasons, sentence(p.Time.Reason))
	}
	return reasons
}

// Behind reports whether the kommune is behind with a project: something that
// decides is broken, whether or not KOMBIT's requirements are read in, or it
// missed a deadline or cannot keep one by its plan. What KOMBIT owes is not its
// lateness, nor what the plan is silent on.
func (p *Project) Behind() bool {
	return p.broken || slices.ContainsFunc(p.Gates, func(g Gate) bool {
		return g.Actor == "kommune" && (g.hold.by == holdPlan && g.State != GateUnstated || g.Hard && g.Late())
	})
}

// Broken reports whether the kommune is behind with a project, or something
// that decides for the kommune as such is broken.
func (a *Assessment) Broken() bool {
	return slices.ContainsFunc(a.Projects, func(p Project) bool { return p.Behind() }) ||
		slices.ContainsFunc(a.Matters, func(m Matter) bool { return m.Light == Red })
}

// notConfirmed says why readiness is not confirmed though the deadline has
// passed.
func notConfirmed(f *Forecast) lang.Text {
	switch {
	case f.Open > 0:
		return count(f.Open, text("krav er ikke bekræftet", "requirement is not confirmed"), text("krav er ikke bekræftet", "requirements are not confirmed"))
	case f.On != nil && *f.On > *f.Deadline:
		return text("det sidste krav blev bekræftet "+lang.DayText(*f.On).DA, "the last requirement was confirmed on "+lang.DayText(*f.On).EN)
	}
	return text("kommunen har ikke meldt det til KOMBIT", "the kommune has not told KOMBIT")
}

// toConfirm says what is left to confirm and by when.
func (a *assessor) toConfirm(p *Project) []lang.Text {
	f := &p.Forecast
	by := text("", "")
	switch {
	case f.Deadline == nil:
	case *f.Deadline < a.on:
		return []lang.Text{p.unstated()}
	default:
		by = text(" senest "+lang.DayText(*f.Deadline).DA, " by "+lang.DayText(*f.Deadline).EN)
	}
	if f.Open == 0 {
		met := p.met()
		return []lang.Text{text(met.DA+"; meld det til KOMBIT"+by.DA+".", met.EN+"; tell KOMBIT"+by.EN+".")}
	}
	n := count(f.Open, text("krav skal bekræftes", "requirement must be confirmed"), text("krav skal bekræftes", "requirements must be confirmed"))
	reasons := []lang.Text{text(n.DA+by.DA+".", n.EN+by.EN+".")}
	if f.Late() {
		reasons = append(reasons, text("Tempoet skal op: som nu bliver det "+lang.DayText(*f.On).DA+".", "The pace must rise: as it is, it will be "+lang.DayText(*f.On).EN+"."))
	}
	return reasons
}

// met says that no requirement that readiness waits for is open: they are
// confirmed, as far as they apply, or none applies.
func (p *Project) met() lang.Text {
	confirmed, aside, later := 0, 0, 0
	for i := range p.Items {
		switch item := &p.Items[i]; {
		case !item.Applies():
			aside++
		case item.Gate != readinessGate:
			later++
		default:
			confirmed++
		}
	}
	switch {
	case confirmed == 0 && later > 0:
		return text("Ingen krav til paratheden gælder", "No requirement of the readiness applies")
	case confirmed == 0:
		return text("Ingen af kravene gælder", "None of the requirements applies")
	case later > 0:
		return text("Alle krav til paratheden er bekræftet", "Every requirement of the readiness is confirmed")
	case aside > 0:
		return text("Alle de krav, der gælder, er bekræftet", "Every requirement that applies is confirmed")
	}
	return text("Alle krav er bekræftet", "Every requirement is confirmed")
}

// unstated says of a deadline that has passed what the plan is silent on.
func (p *Project) unstated() lang.Text {
	f := &p.Forecast
	by := lang.DayText(*f.Deadline)
	switch f.Open {
	case 0:
		met := p.met()
		return text(met.DA+"; om det er meldt til KOMBIT senest "+by.DA+", er ikke oplyst.", met.EN+"; whether KOMBIT was told by "+by.EN+" is not stated.")
	case 1:
		return text("Om det sidste krav var bekræftet senest "+by.DA+", er ikke oplyst.", "Whether the last requirement was confirmed by "+by.EN+" is not stated.")
	}
	return text("Om de sidste "+number(f.Open).DA+" krav var bekræftet senest "+by.DA+", er ikke oplyst.",
		"Whether the last "+number(f.Open).EN+" requirements were confirmed by "+by.EN+" is not stated.")
}

// conditions are the topics that are not in order and hold up a gate.
func (a *assessor) conditions(p *Project) []lang.Text {
	var conditions []lang.Text
	for i := range p.Matters {
		if m := &p.Matters[i]; m.Light == Yellow && m.Code != "" {
			conditions = append(conditions, m.Text)
		}
	}
	if p.Money.Light == Red {
		conditions = append(conditions, sentence(p.Money.Reason))
	}
	return conditions
}

// earliest works out when a kommune that is too late could begin: three months
// after it confirmed, or after it can by its plan and by the forecast, the later
// of the two.
func (a *assessor) earliest(p *Project) {
	g := &p.Gates[1]
	byPlan := g.State != GateUnstated && (g.hold.by == holdPlan || g.hold.by == holdParty)
	if !g.Late() && !byPlan {
		return
	}
	var confirmed date.Date
	switch {
	case g.Passed != nil:
		confirmed = *g.Passed
	case byPlan:
		confirmed, p.byPlan = g.Expected.Date, true
	}
	if on := p.Forecast.On; g.Passed == nil && on != nil && *on > confirmed {
		confirmed, p.byPlan = *on, false
	}
	if confirmed == 0 {
		return
	}
	if g.Passed == nil {
		confirmed = max(confirmed, a.on)
	}
	months := a.tables.rules["due-months"]
	first := drejebog.AddMonths(confirmed, months)
	for a.workdayBy(drejebog.AddMonths(first, -months)) < confirmed { // a month shorter than the other, or a free day
		first++
	}
	p.EarliestImpl = &first
}

// sentence writes a clause as a sentence.
func sentence(t lang.Text) lang.Text {
	return text(upper(t.DA)+".", upper(t.EN)+".")
}
