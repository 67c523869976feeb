package drejebog

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Milestone is a dated point: a start of implementation, a go-live, the end
// of a legacy system, a confirmation, a budget adopted, or a deliverable that
// a kommune waits for. Two rows may share an id when they are for different
// projects or systems.
type Milestone struct {
	ID         string        `yaml:"id,required"` // "golive", "4.8/bekraeftet", "ext/kravliste"; an instance adds "@sapa"
	Name       lang.Text     `yaml:"name,required"`
	Kind       MilestoneKind `yaml:"kind,required"`
	Actor      string        `yaml:"actor,required"` // id of the party that delivers or decides it
	Scope      Scope         `yaml:"scope,required"`
	Projects   []string      `yaml:"projects"`
	Systems    []string      `yaml:"systems"`
	Provenance `yaml:",inline"`

	Promised  *Dated  `yaml:"promised"`  // when it was expected, as announced
	Earlier   []Dated `yaml:"earlier"`   // promises that an edition moved, oldest first; the last that an edition knows stands in its Promised
	Delivered *Dated  `yaml:"delivered"` // when it came; nil: not known to have come
	Offset    *Offset `yaml:"offset"`    // a date counted from another milestone
	Target    *Target `yaml:"target"`    // when it is expected, counted from another milestone, where nobody has given a date
	Hard      bool    `yaml:"hard"`      // a date that must not be missed
}

// ConfirmsReadiness reports whether a milestone is the kommune's word that a
// project can begin: of what it confirms, the one that is due before a date.
// The rest follows from its work.
func (m *Milestone) ConfirmsReadiness() bool {
	return m != nil && m.Kind == Confirmation && m.Offset != nil
}

// MilestoneOf is the id of the one milestone of a kind that a project, or a legacy
// system, has in a kommune, "golive@ky"; "" where the playbook has none.
func (b *Playbook) MilestoneOf(kind MilestoneKind, scope string) string {
	for i := range b.Milestones {
		m := &b.Milestones[i]
		if m.Kind == kind && (slices.Contains(m.Projects, scope) || slices.Contains(m.Systems, scope)) {
			return m.ID + "@" + scope
		}
	}
	return ""
}

// ReadinessConfirmation is the id, without project, of the milestone that confirms
// readiness, "" where there is none.
func (b *Playbook) ReadinessConfirmation() string {
	return b.milestoneID((*Milestone).ConfirmsReadiness)
}

// StartOfImplementation is the id, without project, of the milestone at which the
// implementation starts, "" where there is none.
func (b *Playbook) StartOfImplementation() string {
	return b.milestoneID(func(m *Milestone) bool { return m.Kind == Implementation })
}

func (b *Playbook) milestoneID(is func(*Milestone) bool) string {
	if m := find(b.Milestones, is); m != nil {
		return m.ID
	}
	return ""
}

// MonthsBefore is how many whole months before the milestone that it is counted
// from a milestone has to be reached, by its id with or without project; 0 where it
// is not counted so.
func (b *Playbook) MonthsBefore(milestone string) int {
	id, _, _ := strings.Cut(milestone, "@")
	m := find(b.Milestones, func(m *Milestone) bool { return m.ID == id && m.Offset != nil })
	if m == nil {
		return 0
	}
	return max(0, -m.Offset.Months)
}

// BudgetYear is the year whose budget a milestone proposes, reads or adopts, "2015", as
// its id has it behind the first stroke; "" for any other.
func (m *Milestone) BudgetYear() string {
	if m == nil || m.Kind != BudgetAdopted && m.Kind != BudgetProposed && m.Kind != BudgetRead {
		return ""
	}
	_, year, _ := strings.Cut(m.ID, "/")
	year, _, _ = strings.Cut(year, "/")
	return year
}

// BudgetMilestone is the id of the milestone that adopts the budget of a year; ""
// where there is none.
func (b *Playbook) BudgetMilestone(year string) string {
	return b.milestoneID(func(m *Milestone) bool { return m.Kind == BudgetAdopted && m.BudgetYear() == year })
}

// ProjectMilestones returns the ids of the milestones that each project has of its
// own, without project.
func (b *Playbook) ProjectMilestones() []string {
	var ids []string
	for i := range b.Milestones {
		if m := &b.Milestones[i]; m.Scope == PerProject && !slices.Contains(ids, m.ID) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// MilestoneKind groups milestones.
type MilestoneKind uint8

// The kinds of milestones.
const (
	Implementation   MilestoneKind = iota + 1 // implementation starts in the kommune
	GoLive                                    // the new system is taken into use
	SystemEnd                                 // a legacy system ends
	Confirmation                              // the kommune reports: readiness, klarmelding, approval
	BudgetAdopted                             // a budget is adopted
	BudgetYearBegins                          // a budget's money can be used
	Deliverable                               // somebody else owes it to the kommune
	Handover                                  // the kommune owes it to somebody else
	Horizon                                   // how far level of effort is costed
	ContractEnd                               // a kommune's contract ends: the last day to which it binds
	BudgetProposed                            // the proposal for a budget is made
	BudgetRead                                // a budget is read for the first time
)

var milestoneKindNames = [...]string{
	Implementation: "implementation", GoLive: "golive", SystemEnd: "systemEnd", Confirmation: "confirmation",
	BudgetAdopted: "budget", BudgetYearBegins: "budgetYear", Deliverable: "deliverable", Handover: "handover", Horizon: "horizon", ContractEnd: "contract",
	BudgetProposed: "budgetProposal", BudgetRead: "budgetReading",
}

// closesDay says which kinds are reached when their day is over. The others are
// with its first moment: a new system is used, and what somebody else delivers is
// at hand, on the day itself.
var closesDay = [...]bool{SystemEnd: true, Confirmation: true, BudgetAdopted: true, Handover: true, ContractEnd: true}

// ClosesDay reports whether a milestone of the kind is reached at the end of its
// day, as what is adopted, handed over, confirmed or ended: what follows begins
// the day after.
func (k MilestoneKind) ClosesDay() bool { return int(k) < len(closesDay) && closesDay[k] }

// String returns the kind's name in the data and in JSON.
func (k MilestoneKind) String() string { return strict.NameOf(k, milestoneKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k MilestoneKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the name of a kind.
func (k *MilestoneKind) UnmarshalText(text []byte) error {
	return strict.ReadName(k, text, milestoneKindNames[:])
}

// Dated is a period with its own provenance: when it was said, and how sure.
type Dated struct {
	When       Period `yaml:"when,required"`
	Provenance `yaml:",inline"`
}

// Offset is a date counted from another milestone of the same project:
// negative values lie before it.
type Offset struct {
	Milestone string    `yaml:"milestone,required" json:"milestone" form:"set"` // "impl"
	Months    int       `yaml:"months" json:"months"`                           // whole months, clamped to the month's last day
	Days      int       `yaml:"days" json:"days"`                               // calendar days, added after the months
	Length    string    `yaml:"length" json:"length"`                           // words of the VagueLength that the days are of
	After     []string  `yaml:"after" json:"-"`                                 // ids of milestones that it does not come before, where a kommune has dates of them
	Span      *Span     `yaml:"span" json:"span"`                               // between which months it may lie
	Certainty Certainty `yaml:"certainty,required" json:"certainty" form:"set"`
	Why       lang.Text `yaml:"why,required" json:"why"`
}
