package timeline

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// noticeStep is the step that gives notice of the contracts on a legacy system.
const noticeStep = "6.3/opsigelse"

// Notice is when notice has to be given of one of the plan's contracts on a
// legacy system, and when it was. Where the plan has no contract on a system,
// the task that gives notice stands for it.
type Notice struct {
	Contract string // its id in the plan; "" for a notice that the plan dates on the task alone
	Name     string
	System   string     // id of the legacy system
	Project  string     // id of the project that replaces it
	GoLive   *date.Date // first day of the new system; nil: unknown
	Needed   *date.Date // the last day that the legacy system is needed; nil: unknown
	Latest   *date.Date // the last day to give notice for the contract to end with Needed or, where it is bound for longer, with its term; nil: unknown, or no notice period
	Given    *date.Date // when notice was or will be given; nil: not stated
	Planned  bool       // Given is what the plan has for the task; it does not say that it was done
	Ends     *date.Date // the contract's last day by that notice, or by its term where it has no notice period; nil: not known
}

// EndsEarly reports whether the contract ends before the new system is live.
func (k *Notice) EndsEarly() bool {
	return k != nil && k.Ends != nil && k.GoLive != nil && *k.Ends < *k.GoLive-1
}

// sortedKeys returns the keys of a map in the order of their bytes.
func sortedKeys[T any](of map[string]T) []string { return slices.Sorted(maps.Keys(of)) }

// notices holds the plan's contracts against the dates of the network.
func (n *network) notices() []Notice {
	var list []Notice
	for _, id := range sortedKeys(n.plan.Contracts) {
		contract := n.plan.Contracts[id]
		for _, of := range contract.Systems {
			if system := n.book.System(of); system != nil && !contract.IsPaymentOnly() {
				list = append(list, n.noticeFor(id, &contract, system))
			}
		}
	}
	return append(list, n.bareNotices()...)
}

// noticeFor holds one of the plan's contracts against the dates of one of its
// systems.
func (n *network) noticeFor(id string, contract *plan.Contract, system *drejebog.LegacySystem) Notice {
	notice := Notice{Contract: id, Name: contract.Name, System: system.ID, Project: system.Project, Given: contract.NoticeGiven}
	if notice.Given == nil {
		notice.Given, notice.Planned = n.noticeOf(id)
	}
	notice.GoLive, notice.Needed = n.firstDay(goLiveID(system.Project)), n.lastNeeded(system.ID)
	if notice.Needed != nil {
		notice.Latest = n.latestNotice(contract, system.Project, bound(contract, *notice.Needed))
	}
	switch {
	case contract.NoticeMonths == nil:
		notice.Ends = contract.End
	case notice.Given != nil:
		if ends, ok := contract.EndsAfter(*notice.Given); ok {
			notice.Ends = &ends
		}
	}
	return notice
}

// GivenBy reports whether notice has been given by a day, by the plan's word.
func (k *Notice) GivenBy(day date.Date) bool {
	return k != nil && k.Given != nil && !k.Planned && *k.Given <= day
}

// noticeOf is when the plan has notice of one of its contracts given, by what
// it says of the task, and whether that is but planned; nil where it says
// nothing.
func (n *network) noticeOf(contract string) (given *date.Date, planned bool) {
	for i := range n.nodes {
		if node := &n.nodes[i]; node.Base() == noticeStep && node.Instance == contract {
			return givenOn(n.plan.Tasks[node.ID])
		}
	}
	return nil, false
}

// givenOn is when notice was or will be given by what a plan says of the task,
// and whether that is but planned; nil where it does not say.
func givenOn(task plan.Task) (given *date.Date, planned bool) {
	if task.ActualFinish != nil {
		return task.ActualFinish, false
	}
	return task.PlannedFinish, task.PlannedFinish != nil
}

// bareNotices are the notices that the plan dates on the task alone, without a
// contract on the legacy system: they run by the playbook's standard terms.
func (n *network) bareNotices() []Notice {
	var list []Notice
	for _, edge := range n.edges {
		from, to := &n.nodes[edge.From], &n.nodes[edge.To]
		given, planned := givenOn(n.plan.Tasks[from.ID])
		if from.Base() != noticeStep || to.System != from.System || given == nil || from.Instance != "" {
			continue
		}
		lag := edge.Dependency.Lag
		ends := endOfNotice(lag, *given)
		notice := Notice{
			Name: n.book.System(from.System).Name, System: from.System, Project: from.Project,
			GoLive: n.firstDay(goLiveID(from.Project)), Needed: n.lastNeeded(from.System), Given: given, Planned: planned, Ends: &ends,
		}
		if notice.Needed != nil {
			latest := latestBefore(lag, *notice.Needed)
			notice.Latest = &latest
		}
		list = append(list, notice)
	}
	return list
}

// endOfNotice is the last day of a contract that runs by the playbook's
// standard terms.
func endOfNotice(lag drejebog.Lag, given date.Date) date.Date {
	if lag.Unit == drejebog.Months {
		return drejebog.EndOfNotice(given, lag.Value)
	}
	return lag.After(given)
}

// latestBefore returns the last day whose notice is over by another day.
func latestBefore(lag drejebog.Lag, by date.Date) date.Date {
	latest := by
	for endOfNotice(lag, latest) > by {
		latest--
	}
	return latest
}

// firstDay is the date of a milestone, nil where it has none.
func (n *network) firstDay(id string) *date.Date {
	for i := range n.nodes {
		if n.nodes[i].ID != id {
			continue
		}
		if days, ok := n.book.DatesOf(&n.nodes[i], n.given); ok && n.unknownAnchor(i) == "" && !n.unknown[id] {
			return &days.First
		}
	}
	return nil
}

// lastNeeded is the last day that a legacy system is needed: the day before
// the one that its end is counted to.
func (n *network) lastNeeded(system string) *date.Date {
	end := n.firstDay("end@" + system)
	if end == nil {
		return nil
	}
	last := *end - 1
	return &last
}

// byContract gives the edge from a notice to the end of its legacy system the
// distance of the contract, counted back from when the system is needed no
// more. The playbook's six months stand for a contract without a notice period.
func (n *network) byContract(edge drejebog.Edge) drejebog.Edge {
	from, to := &n.nodes[edge.From], &n.nodes[edge.To]
	if from.Base() != noticeStep || to.Milestone == nil || to.Milestone.Kind != drejebog.SystemEnd {
		return edge
	}
	contract, ok := n.plan.Contracts[from.Instance]
	if !ok || contract.NoticeMonths == nil {
		return edge
	}
	own := *edge.Dependency
	own.Section, own.Certainty, own.Why = "", drejebog.Stated, NoticeTerms(n.book, &contract)
	own.Lag = drejebog.Lag{Value: *contract.NoticeMonths, Unit: drejebog.Months}
	if end, ok := n.book.DatesOf(to, n.given); ok {
		needed := end.Last - 1
		latest := n.latestNotice(&contract, to.Project, needed)
		own.Lag = drejebog.Lag{Value: int(needed - *latest), Unit: drejebog.CalendarDays}
	}
	edge.Dependency = &own
	return edge
}

// latestNotice returns the last day to give notice of a contract on a system
// that a project replaces, so that it ends on a day; nil without a notice
// period, and where the contract is bound for longer. It ends by that day then,
// but not before the new system is live: where its terms allow no end between
// the two, on the first that they allow after.
func (n *network) latestNotice(contract *plan.Contract, project string, needed date.Date) *date.Date {
	latest, ok := contract.LatestNotice(needed)
	if !ok {
		return nil
	}
	live := n.firstDay(goLiveID(project))
	if ends, _ := contract.EndsAfter(latest); live != nil && ends < *live-1 {
		ends, _ = contract.EndsAfter(latest + 1)
		latest, _ = contract.LatestNotice(ends)
	}
	return &latest
}

// bound is the day that a contract on a system that is needed until a day can
// end at the earliest without being broken: its agreed term may be longer.
func bound(contract *plan.Contract, needed date.Date) date.Date {
	if contract.End != nil {
		return max(needed, *contract.End)
	}
	return needed
}

// takeTerm bounds the notice of a contract that is bound for longer than its
// system is needed: by its own terms, not by the end of the system. It reports
// whether it is one.
func (n *network) takeTerm(edge drejebog.Edge) bool {
	from, to := &n.nodes[edge.From], &n.nodes[edge.To]
	if from.Base() != noticeStep || to.Milestone == nil || to.Milestone.Kind != drejebog.SystemEnd {
		return false
	}
	contract := n.plan.Contracts[from.Instance]
	end, ok := n.book.DatesOf(to, n.given)
	if !ok || contract.End == nil || *contract.End <= end.Last-1 {
		return false
	}
	latest := n.latestNotice(&contract, to.Project, *contract.End)
	if latest != nil {
		n.constrain(n.activity[edge.From], cpm.Deadline, *latest+1, ByTerm)
	}
	return latest != nil
}

// lateNotices holds the end of each legacy system back where a contract runs on
// beyond it, by the day of its notice and by its terms: until the contract ends.
// It reports whether there is any.
func (n *network) lateNotices(s *solution) bool {
	found := false
	for _, edge := range n.edges {
		from, to := &n.nodes[edge.From], &n.nodes[edge.To]
		if from.Base() != noticeStep || to.Milestone == nil || to.Milestone.Kind != drejebog.SystemEnd {
			continue
		}
		contract, ok := n.plan.Contracts[from.Instance]
		end, dated := n.book.DatesOf(to, n.given)
		if !ok || !dated || n.facts[from.ID].NotRelevant != nil {
			continue
		}
		given := date.Date(s.result.Dates(n.activity[edge.From]).EarlyFinish) - 1
		ends, ok := contract.EndsAfter(given)
		if !ok || ends <= bound(&contract, end.Last-1) {
			continue
		}
		n.constrain(n.activity[edge.To], cpm.FinishNoEarlierThan, ends+1, ByNotice)
		n.notice[len(n.rules)-1] = edge.From
		found = true
	}
	return found
}

// NoticeTerms is how a contract is terminated, the reason of the plan's own
// dependency on it: "Kontrakten har 6 måneders varsel til kvartalets
// udgang." It is zero for one without a notice period.
func NoticeTerms(book *drejebog.Playbook, contract *plan.Contract) lang.Text {
	if book == nil || contract == nil || contract.NoticeMonths == nil {
		return lang.Text{}
	}
	notice := book.Words.Say("timeline/notice-months", lang.Args{"n": lang.Whole(*contract.NoticeMonths)})
	if contract.NoticeTo == 0 {
		return book.Words.Say("timeline/terms", lang.Args{"notice": notice})
	}
	end := book.Words.Key("notice-end", contract.NoticeTo.String(), nil)
	return book.Words.Say("timeline/terms-to", lang.Args{"notice": notice, "end": end})
}

// GivesNotice reports whether a task gives notice of a contract on a legacy
// system.
func (t *Task) GivesNotice() bool { return t != nil && t.Base() == noticeStep }

// noticeFindings says which contracts leave the kommune without a system, and
// which outlive the one they are for.
func (s *Schedule) noticeFindings() {
	for i := range s.Notices {
		k := &s.Notices[i]
		contract := s.Plan.Contracts[k.Contract]
		switch {
		case k.Needed == nil || k.GoLive == nil:
		case k.EndsEarly():
			s.noticeFound("DB-112", k, *k.Ends, lang.Args{
				"date": lang.Day(*k.Ends), "start": lang.Day(*k.GoLive), "deadline": lang.Day(*k.GoLive - 1),
			})
		case k.Latest != nil && k.Given != nil && *k.Given > *k.Latest:
			s.noticeFound("DB-113", k, *k.Given, lang.Args{
				"date": lang.Day(*k.Given), "end": lang.Day(*k.Ends), "deadline": lang.Day(*k.Latest),
			})
		case contract.NoticeMonths != nil && contract.End != nil && *contract.End > *k.Needed:
			s.noticeFound("DB-118", k, *contract.End, lang.Args{
				"date": lang.Day(*contract.End), "deadline": lang.Day(*k.Needed),
			})
		case k.Latest != nil && k.Given == nil && *k.Latest < s.SeenFrom():
			s.noticeFound("DB-114", k, *k.Latest, lang.Args{"deadline": lang.Day(*k.Latest)})
		}
	}
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
	subject, path := "contracts/"+k.Contract, []string{"contracts", k.Contract}
	if k.Contract == "" {
		subject = noticeStep + "@" + k.System
		path = []string{"tasks", subject}
	}
	s.raise(rule{
		code: code, subject: subject, project: k.Project, actor: "kommune", counterpart: "kmd",
		section: "6.3", day: day, path: path,
	}, args)
}
