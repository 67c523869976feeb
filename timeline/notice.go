package timeline

import (
	"cmp"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// Use is until when a legacy system is used that a contract is for.
type Use struct {
	System  string     // id of the legacy system
	Project string     // id of the project that replaces it
	GoLive  *date.Date // first day of the new system; nil: unknown
	Needed  *date.Date // the last day that the legacy system is needed; nil: unknown

	Extended bool   // another contract of the plan is for the system on the day after this one ends, and begins after it
	beside   string // name of another that is for the system on that day, and began no later than this one; "" for none
}

// usesOf are until when legacy systems are used, in the order given; those that the
// playbook does not know are left out.
func usesOf(n *model.Solution, systems []string) []Use {
	var uses []Use
	for _, id := range systems {
		if system := n.Book.System(id); system != nil {
			uses = append(uses, useOf(n, id, system.Project))
		}
	}
	return uses
}

func useOf(n *model.Solution, system, project string) Use {
	return Use{System: system, Project: project, GoLive: n.GoLiveDay(project), Needed: n.LastNeeded(system)}
}

// lastOf is the one of the uses, one or more, that ends last.
func lastOf(n *model.Solution, uses []Use) Use {
	systems := make([]string, len(uses))
	for i := range uses {
		systems[i] = uses[i].System
	}
	return uses[slices.Index(systems, n.LastUsed(systems))]
}

// Notice is when notice has to be given of one of the plan's contracts on
// legacy systems, and when it was. Where the plan has no contract on a system,
// the task that gives notice stands for it.
type Notice struct {
	task     string // id of the task that stands for it where Contract is ""
	Contract string // its id in the plan; "" for a notice that the plan dates on the task alone
	Name     string
	Use                 // of the system that ends last: the contract runs until it does
	Uses     []Use      // of each of its systems, in the plan's order
	Latest   *date.Date // the last working day to give notice for the contract to end with Needed or, where it is bound for longer, with its term; nil: unknown, or no notice period
	Given    *date.Date // when notice was or will be given, as scheduled; nil: not stated
	Planned  bool       // Given is of what the plan has for the task; it does not say that it was done
	planned  *date.Date // the plan's own day where Planned, which Given may be later than
	last     date.Date  // Latest as the terms have it, which may be a day off; 0: as Latest
	Ends     *date.Date // the last day to which the contract binds: by notice as it was given or is planned, or by its term where it has no notice period; nil: not known
}

// Early are the legacy systems that the contract ends for before the new one is
// live, those among them that another contract stands beside it for (Use.Beside).
func (k *Notice) Early() []Use {
	if k == nil || k.Ends == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(k.Uses), func(u Use) bool {
		return u.Extended || u.GoLive == nil || *k.Ends >= *u.GoLive-1
	})
}

// EndsEarly reports whether the contract ends before a new system is live that
// replaces one of its own.
func (k *Notice) EndsEarly() bool { return len(k.Early()) > 0 }

// Subject is what findings and dates of a notice are about: the contract's place
// in the plan, "contracts/kmd-sag", or the task that stands for it.
func (k *Notice) Subject() string {
	switch {
	case k == nil:
		return ""
	case k.Contract == "":
		return k.task
	}
	return "contracts/" + k.Contract
}

// IsBy reports whether a task gives this notice, of whichever of the contract's
// systems.
func (k *Notice) IsBy(t *Task) bool {
	return k != nil && t.GivesNotice() && k.isOf(t)
}

// isOf reports whether a task per contract is for this one.
func (k *Notice) isOf(t *Task) bool {
	return k.Contract == t.Instance && (k.Contract != "" || k.System == t.System)
}

// sortedKeys returns the keys of a map in the order of their bytes.
func sortedKeys[T any](of map[string]T) []string { return slices.Sorted(maps.Keys(of)) }

// Beside is the name of another contract that is for the system on the day after this one
// ends, and began no later; "" for none.
func (u *Use) Beside() string {
	if u == nil {
		return ""
	}
	return u.beside
}

// noticesOf holds a plan's contracts against the dates of its model.
func noticesOf(n *model.Solution, p *plan.Plan) []Notice {
	var list []Notice
	for _, id := range sortedKeys(p.Contracts) {
		contract := p.Contracts[id]
		if uses := usesOf(n, contract.Systems); len(uses) > 0 && !contract.IsPaymentOnly() {
			notice := noticeFor(n, id, &contract, uses)
			notice.extended(n, p)
			list = append(list, notice)
		}
	}
	return append(list, bareNotices(n, p)...)
}

// noticeFor holds one of the plan's contracts against the dates of its systems,
// of which it has one or more.
func noticeFor(n *model.Solution, id string, contract *plan.Contract, uses []Use) Notice {
	notice := Notice{Contract: id, Name: contract.Name, Use: lastOf(n, uses), Uses: uses, Given: contract.NoticeGiven}
	if notice.Given == nil {
		notice.Given, notice.Planned = n.NoticeGiven(id)
		notice.planned, _ = n.Model.NoticeGiven(id)
	}
	if notice.Needed != nil {
		notice.takeLast(n, n.LatestNotice(contract, *notice.Needed))
	}
	notice.Ends = n.ContractEnds(id)
	return notice
}

// extended finds the systems that another contract is for on the day after this one ends:
// one that begins after it takes over from it, an extension or a contract that is for one
// of its systems; one that began before stands beside it.
func (k *Notice) extended(n *model.Solution, p *plan.Plan) {
	began := p.Contracts[k.Contract].Start
	for i := range k.Uses {
		u := &k.Uses[i]
		for _, id := range sortedKeys(p.Contracts) {
			other := p.Contracts[id]
			if id == k.Contract || k.Ends == nil || other.Start == nil || *other.Start > *k.Ends+1 || !slices.Contains(other.Systems, u.System) {
				continue
			}
			switch ends := n.ContractEnds(id); {
			case ends != nil && *ends <= *k.Ends:
			case began == nil || *other.Start > *began:
				u.Extended = true
			default:
				u.beside = cmp.Or(u.beside, other.Name)
			}
		}
		if u.System == k.System {
			k.Extended = u.Extended
		}
	}
}

// takeLast takes the last day for the notice, which is met on the last working day before it.
func (k *Notice) takeLast(n *model.Solution, last *date.Date) {
	if last != nil {
		met := n.Days.OnOrBefore(*last)
		k.Latest, k.last = &met, *last
	}
}

// IsLate reports whether the notice was or will be given after the last day for it.
func (k *Notice) IsLate() bool {
	return k != nil && k.Latest != nil && k.Given != nil && *k.Given > max(*k.Latest, k.last)
}

// IsPast reports whether the last day for the notice lies before a day.
func (k *Notice) IsPast(day date.Date) bool {
	return k != nil && k.Latest != nil && max(*k.Latest, k.last) < day
}

// GivenBy reports whether notice has been given by a day, by the plan's word.
func (k *Notice) GivenBy(day date.Date) bool {
	return k != nil && k.Given != nil && !k.Planned && *k.Given <= day
}

// bareNotices are the notices that the plan dates on the task alone, without a
// contract on the legacy system: they run by the playbook's standard terms.
func bareNotices(n *model.Solution, p *plan.Plan) []Notice {
	var list []Notice
	for _, edge := range n.Notices {
		from, to := &n.Nodes[edge.From], &n.Nodes[edge.To]
		given, planned := n.ScheduledNotice(edge.From)
		if !n.GivesNotice(from) || to.System != from.System || given == nil || from.Instance != "" {
			continue
		}
		lag := edge.Dependency.Lag
		ends, use := lag.EndOfNotice(*given), useOf(n, from.System, from.Project)
		notice := Notice{
			task: from.ID, Name: n.Book.System(from.System).Name, Use: use, Uses: []Use{use}, Given: given, Planned: planned, Ends: &ends,
		}
		notice.planned, _ = p.Tasks[from.ID].DoneOn()
		if notice.Needed != nil {
			latest := lag.LatestNotice(*notice.Needed)
			notice.takeLast(n, &latest)
		}
		list = append(list, notice)
	}
	return list
}

// GivesNotice reports whether a task gives notice of a contract on a legacy
// system.
func (t *Task) GivesNotice() bool { return t != nil && t.givesNotice }

// noticeFindings says which contracts leave the kommune without a system, and
// which outlive the one they are for.
func (s *Schedule) noticeFindings() {
	for i := range s.Notices {
		k := &s.Notices[i]
		contract := s.Plan.Contracts[k.Contract]
		switch {
		case k.EndsEarly():
			s.earlyFound(k)
		case k.Needed == nil || k.GoLive == nil:
		case k.Extended:
		case k.Ends != nil && *k.Ends < *k.Needed && s.solved.IsProlonged(k.System):
			s.noticeFound("DB-122", k, *k.Ends, lang.Args{"date": lang.Day(*k.Ends), "deadline": lang.Day(*k.Needed)})
		case k.IsLate():
			s.noticeFound(s.LateCode(k), k, *k.Given, lang.Args{
				"date": lang.Day(*k.Given), "end": lang.Day(*k.Ends), "deadline": lang.Day(*k.Latest), "notice": s.NoticeDay(k),
			})
		case contract.NoticeMonths != nil && contract.End != nil && *contract.End > *k.Needed:
			s.noticeFound("DB-118", k, *contract.End, lang.Args{
				"date": lang.Day(*contract.End), "deadline": lang.Day(*k.Needed),
			})
		case k.Given == nil && k.IsPast(s.SeenFrom()):
			s.noticeFound("DB-114", k, *k.Latest, lang.Args{"deadline": lang.Day(*k.Latest)})
		}
	}
}

// NoticeDay says on which day a notice is given that has a day and is still to be given:
// the one that the plan has for it, and the one that it is scheduled on where that is
// later. It follows a noun: "is planned for 1 June 2015".
func (s *Schedule) NoticeDay(k *Notice) lang.Said {
	switch {
	case k == nil || k.Given == nil:
		return lang.Said{}
	case k.planned != nil && *k.planned < *k.Given:
		return s.say("timeline/notice-moved", lang.Args{"planned": lang.Day(*k.planned), "day": lang.Day(*k.Given)})
	}
	return s.say("timeline/notice-planned", lang.Args{"day": lang.Day(*k.Given)})
}

// takeNoticeDeadlines gives what leads to the notice of a contract whose terms the plan
// has the last day that they leave for it, and not the playbook's, which is for a contract
// that nobody knows.
func (s *Schedule) takeNoticeDeadlines() {
	section := drejebog.SectionOf(s.Book.Landmarks.Notice)
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.Instance == "" || t.Activity.ID != section || t.NotRelevant != "" {
			continue
		}
		at := slices.IndexFunc(s.Notices, func(k Notice) bool { return k.isOf(t) })
		if at < 0 || s.Notices[at].Latest == nil {
			continue
		}
		latest, last := *s.Notices[at].Latest, s.Notices[at].last
		t.Deadline, t.DeadlineSet, t.DeadlineKind = &latest, &last, drejebog.Forventet
	}
}

// LateCode is the finding on a notice that is late: it was given, or it is planned.
func (s *Schedule) LateCode(k *Notice) string {
	if k.GivenBy(s.SeenFrom()) {
		return "DB-113"
	}
	return "DB-131"
}

// EarlyCode is the finding on a contract that ends early: by its term or the notice that
// was given, or by one that is planned.
func (s *Schedule) EarlyCode(k *Notice) string {
	if k != nil && k.Given == nil || k.GivenBy(s.SeenFrom()) {
		return "DB-112"
	}
	return "DB-132"
}

// earlyFound says of each of the systems that a contract ends early for which
// new one is not live yet.
func (s *Schedule) earlyFound(k *Notice) {
	for _, use := range k.Early() {
		if use.beside != "" {
			s.usedUntil("DB-458", k, &use, lang.Args{"other": lang.Both(use.beside)})
			continue
		}
		s.usedUntil(s.EarlyCode(k), k, &use, lang.Args{})
	}
}

// usedUntil says of one of the systems of a contract that ends early until when it is used.
func (s *Schedule) usedUntil(code string, k *Notice, use *Use, args lang.Args) {
	of := *k
	of.Use = *use
	until := *use.GoLive - 1
	if use.Needed != nil {
		until = max(until, *use.Needed)
	}
	if args["notice"] = s.NoticeDay(&of); k.Given == nil {
		delete(args, "notice")
	}
	args["date"], args["start"], args["deadline"] = lang.Day(*k.Ends), lang.Day(*use.GoLive), lang.Day(until)
	s.noticeFound(code, &of, *k.Ends, args)
}

// SeenFrom is the day whose knowledge the plan is about: the later of as-of
// and the plan's data date.
func (s *Schedule) SeenFrom() date.Date {
	if s == nil {
		return 0
	}
	if s.Plan != nil && s.Plan.DataDate != nil {
		return max(s.AsOf, *s.Plan.DataDate)
	}
	return s.AsOf
}

func (s *Schedule) noticeFound(code string, k *Notice, day date.Date, args lang.Args) {
	args["task"] = lang.Both(k.Name)
	subject, path := k.Subject(), []string{"contracts", k.Contract}
	if k.Contract == "" {
		path = []string{"tasks", subject}
	}
	s.raise(rule{
		code: code, subject: subject, project: k.Project, actor: "kommune", counterpart: "kmd",
		section: drejebog.SectionOf(s.Book.Landmarks.Notice), day: day, path: path,
	}, args)
}

// LastUse is the use that ends last of the legacy systems with the ids, by the
// day that each is needed until (Use.Needed): a contract of several systems runs
// and is paid until then. That is the day of the last use, and not the one on
// which the schedule has the end of the system, which a late notice of another
// contract may hold back. One whose day is not known ends after all others, and
// of two that end together the first does. Nil where the playbook knows none of
// the systems.
func (s *Schedule) LastUse(systems []string) *Use {
	if !s.IsComputed() {
		return nil
	}
	uses := usesOf(s.solved, systems)
	if len(uses) == 0 {
		return nil
	}
	last := lastOf(s.solved, uses)
	return &last
}
