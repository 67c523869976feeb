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

// Use is until when a legacy system is used that a contract is for.
type Use struct {
	System  string     // id of the legacy system
	Project string     // id of the project that replaces it
	GoLive  *date.Date // first day of the new system; nil: unknown
	Needed  *date.Date // the last day that the legacy system is needed; nil: unknown
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
	Latest   *date.Date // the last day to give notice for the contract to end with Needed or, where it is bound for longer, with its term; nil: unknown, or no notice period
	Given    *date.Date // when notice was or will be given; nil: not stated
	Planned  bool       // Given is what the plan has for the task; it does not say that it was done
	Ends     *date.Date // the contract's last day by that notice, or by its term where it has no notice period; nil: not known
}

// Early are the legacy systems that the contract ends for before the new one is
// live.
func (k *Notice) Early() []Use {
	if k == nil || k.Ends == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(k.Uses), func(u Use) bool {
		return u.GoLive == nil || *k.Ends >= *u.GoLive-1
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

// notices holds the plan's contracts against the dates of the network.
func (n *network) notices() []Notice {
	var list []Notice
	for _, id := range sortedKeys(n.plan.Contracts) {
		contract := n.plan.Contracts[id]
		if uses := n.uses(&contract); len(uses) > 0 && !contract.IsPaymentOnly() {
			list = append(list, n.noticeFor(id, &contract, uses))
		}
	}
	return append(list, n.bareNotices()...)
}

// uses are until when a contract's legacy systems are used, in the plan's order.
func (n *network) uses(contract *plan.Contract) []Use {
	var uses []Use
	for _, id := range contract.Systems {
		if system := n.book.System(id); system != nil {
			uses = append(uses, n.use(id, system.Project))
		}
	}
	return uses
}

func (n *network) use(system, project string) Use {
	return Use{System: system, Project: project, GoLive: n.firstDay(n.goLive(project)), Needed: n.lastNeeded(system)}
}

// noticeFor holds one of the plan's contracts against the dates of its systems,
// of which it has one or more.
func (n *network) noticeFor(id string, contract *plan.Contract, uses []Use) Notice {
	notice := Notice{Contract: id, Name: contract.Name, Use: lastUse(uses), Uses: uses, Given: contract.NoticeGiven}
	if notice.Given == nil {
		notice.Given, notice.Planned = givenOn(n.noticeTask(id))
	}
	if notice.Needed != nil {
		notice.Latest = n.latestNotice(contract, bound(contract, *notice.Needed))
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

// noticeTask is what the plan says of giving notice of one of its contracts, on
// whichever of the tasks per system: that it was done before that it is planned,
// and of several days the earliest. It is zero where the plan says no day.
func (n *network) noticeTask(contract string) plan.Task {
	var found plan.Task
	for i := range n.nodes {
		if node := &n.nodes[i]; n.givesNotice(node) && node.Instance == contract {
			if task := n.plan.Tasks[node.ID]; isGivenBefore(task, found) {
				found = task
			}
		}
	}
	return found
}

// isGivenBefore reports whether a task says more of when notice is given than
// another does, or that it is given earlier.
func isGivenBefore(task, other plan.Task) bool {
	given, planned := givenOn(task)
	than, butPlanned := givenOn(other)
	switch {
	case given == nil || than == nil:
		return given != nil
	case planned != butPlanned:
		return butPlanned
	}
	return *given < *than
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
		if !n.givesNotice(from) || to.System != from.System || given == nil || from.Instance != "" {
			continue
		}
		lag := edge.Dependency.Lag
		ends, use := endOfNotice(lag, *given), n.use(from.System, from.Project)
		notice := Notice{
			task: from.ID, Name: n.book.System(from.System).Name, Use: use, Uses: []Use{use}, Given: given, Planned: planned, Ends: &ends,
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
	end := n.firstDay(n.book.MilestoneOf(drejebog.SystemEnd, system))
	if end == nil {
		return nil
	}
	last := *end - 1
	return &last
}

// toLast leads the notice of a contract on several legacy systems to the end of
// the one that ends last: it runs until then, whichever of them a task is for.
func (n *network) toLast(edge drejebog.Edge) drejebog.Edge {
	if !n.isNoticeEnd(&edge) {
		return edge
	}
	contract := n.plan.Contracts[n.nodes[edge.From].Instance]
	if uses := n.uses(&contract); len(uses) > 1 {
		if i := n.indexOf(n.book.MilestoneOf(drejebog.SystemEnd, lastUse(uses).System)); i >= 0 {
			edge.To = i
		}
	}
	return edge
}

// isNoticeEnd reports whether an edge leads from a notice to the end of a legacy
// system.
func (n *network) isNoticeEnd(edge *drejebog.Edge) bool {
	to := n.nodes[edge.To].Milestone
	return n.givesNotice(&n.nodes[edge.From]) && to != nil && to.Kind == drejebog.SystemEnd
}

// byContract gives the edge from a notice to the end of its legacy system the
// distance of the contract, counted back from when the system is needed no
// more. The playbook's six months stand for a contract without a notice period.
func (n *network) byContract(edge drejebog.Edge) drejebog.Edge {
	from, to := &n.nodes[edge.From], &n.nodes[edge.To]
	if !n.isNoticeEnd(&edge) {
		return edge
	}
	contract, ok := n.plan.Contracts[from.Instance]
	if !ok || contract.NoticeMonths == nil {
		return edge
	}
	own := *edge.Dependency
	own.Section, own.Certainty, own.Why = "", drejebog.Stated, told(NoticeTerms(n.book, &contract))
	own.Lag = drejebog.Lag{Value: *contract.NoticeMonths, Unit: drejebog.Months}
	if end, ok := n.book.DatesOf(to, n.given); ok {
		needed := end.Last - 1
		latest := n.latestNotice(&contract, needed)
		own.Lag = drejebog.Lag{Value: int(needed - *latest), Unit: drejebog.CalendarDays}
	}
	edge.Dependency = &own
	return edge
}

// latestNotice returns the last day to give notice of a contract on legacy
// systems, so that it ends on a day; nil without a notice period, and where the
// contract is bound for longer. It ends by that day then, but not before the new
// systems are live: where its terms allow no end between the two, on the first
// that they allow after.
func (n *network) latestNotice(contract *plan.Contract, needed date.Date) *date.Date {
	latest, ok := contract.LatestNotice(needed)
	if !ok {
		return nil
	}
	var live date.Date // the last of them
	for _, use := range n.uses(contract) {
		if use.GoLive != nil {
			live = max(live, *use.GoLive)
		}
	}
	if ends, _ := contract.EndsAfter(latest); ends < live-1 {
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
	if !n.isNoticeEnd(&edge) {
		return false
	}
	contract := n.plan.Contracts[from.Instance]
	end, ok := n.book.DatesOf(to, n.given)
	if !ok || contract.End == nil || *contract.End <= end.Last-1 {
		return false
	}
	latest := n.latestNotice(&contract, *contract.End)
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
		if !n.isNoticeEnd(&edge) {
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
// udgang." Nothing is said of one without a notice period.
func NoticeTerms(book *drejebog.Playbook, contract *plan.Contract) lang.Said {
	if book == nil || contract == nil || contract.NoticeMonths == nil {
		return lang.Said{}
	}
	w := words{book}
	notice := w.say("timeline/notice-months", lang.Args{"n": lang.Whole(*contract.NoticeMonths)})
	if contract.NoticeTo == 0 {
		return w.say("timeline/terms", lang.Args{"notice": notice})
	}
	end := w.key("notice-end", contract.NoticeTo.String(), nil)
	return w.say("timeline/terms-to", lang.Args{"notice": notice, "end": end})
}

// GivesNotice reports whether a task gives notice of a contract on a legacy
// system.
func (t *Task) GivesNotice() bool { return t != nil && t.givesNotice }

func (n *network) givesNotice(node *drejebog.Node) bool {
	return node.Base() == n.book.Landmarks.Notice
}

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

// earlyFound says of each of the systems that a contract ends early for which
// new one is not live yet.
func (s *Schedule) earlyFound(k *Notice) {
	for _, use := range k.Early() {
		of := *k
		of.Use = use
		s.noticeFound("DB-112", &of, *k.Ends, lang.Args{
			"date": lang.Day(*k.Ends), "start": lang.Day(*use.GoLive), "deadline": lang.Day(*use.GoLive - 1),
		})
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
	if s == nil || s.network == nil {
		return nil
	}
	uses := s.network.uses(&plan.Contract{Systems: systems})
	if len(uses) == 0 {
		return nil
	}
	last := lastUse(uses)
	return &last
}

// lastUse is the one of the uses that ends last: one whose end is not known ends
// after all others, and of two that end together the first does.
func lastUse(uses []Use) Use {
	last := uses[0]
	for _, use := range uses {
		switch {
		case use.Needed == nil:
			return use
		case *use.Needed > *last.Needed:
			last = use
		}
	}
	return last
}
