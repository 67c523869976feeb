package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/rickb777/date/v2"
)

// Criterion is how one topic stands: what decides a go or a no-go beside the
// requirements.
type Criterion struct {
	Topic   *Topic
	Project string // id; "" for the kommune as such
	Light   Light
	Says    lang.Sentences
	Task    string     // id of the task that the topic is judged by alone; "" where the plan says more
	Code    string     // of the finding that says it; "" where there is none
	Actor   string     // id of the party that must act; "" where nobody must
	Role    string     // id of the role in the kommune, or of a person
	By      *date.Date // last day; nil: no date

	failed bool // the last round of tests had errors
}

// judge is a way of judging a topic, of one system or of the kommune as such, and
// what the topic's row has to name for it beside its task and its role.
type judge struct {
	ofProject func(*assessor, *Topic, *ProjectAssessment) Criterion
	ofKommune func(*assessor, *Topic) Criterion

	needs rules.Needs
}

// judges are the ways of judging a topic, by the word of its row.
var judges = map[string]judge{
	"organisation": {ofProject: (*assessor).organisation, needs: rules.Needs{Roles: []string{leads}}},
	"agreement":    {ofProject: (*assessor).agreement, needs: rules.Needs{Steps: []string{power}, Milestones: []string{development}}},
	"environment":  {ofProject: (*assessor).environment},
	"processes":    {ofProject: (*assessor).processes, needs: rules.Needs{Drivers: []string{count}}},
	"cleanUp":      {ofProject: (*assessor).cleanUp},
	"contracts":    {ofProject: (*assessor).contracts},
	"interfaces":   {ofProject: (*assessor).interfaces, needs: rules.Needs{Roles: []string{builds}}},
	"cutOver":      {ofProject: (*assessor).migration, needs: rules.Needs{Steps: []string{cutOver}}},
	"training":     {ofProject: (*assessor).training, needs: rules.Needs{Steps: trainees, Drivers: trainees}},
	"test":         {ofProject: (*assessor).ownTest},
	"trial":        {ofProject: (*assessor).trial, needs: rules.Needs{Steps: []string{retest}, Roles: []string{tests}}},
	"benefits":     {ofProject: (*assessor).benefits, needs: rules.Needs{Roles: []string{appoints}}},
	"exit":         {ofKommune: (*assessor).sagExit, needs: rules.Needs{WithProject: true, Steps: []string{receiver, cases}}},
	"nonTSA":       {ofKommune: (*assessor).nonTSA, needs: rules.Needs{WithProject: true, Drivers: []string{count}}},
	"contact":      {ofKommune: (*assessor).contact, needs: rules.Needs{WithProject: true, Steps: []string{activities}}},
	"named":        {ofKommune: (*assessor).named, needs: rules.Needs{WithProject: true}},
	"task":         {ofKommune: (*assessor).taskOnly},
	"tenders":      {ofKommune: (*assessor).tenders, needs: rules.Needs{WithoutTask: true, Projects: []string{platform, shared}}},
	"portfolio":    {ofKommune: (*assessor).portfolio},
}

// needs are what the row of each way of judging has to name.
func needs() map[string]rules.Needs {
	all := make(map[string]rules.Needs, len(judges))
	for word, judge := range judges {
		needs := judge.needs
		needs.OfKommune = judge.ofKommune != nil
		all[word] = needs
	}
	return all
}

// What a topic's row names, by what it is to the topic.
const (
	leads       = "leads"       // the role that leads the project
	power       = "power"       // the step that settles who may sign
	development = "development" // the milestone at which the development begins
	count       = "count"       // the driver that says how many there are
	builds      = "builds"      // the role that builds
	cutOver     = "cutOver"     // the step of the days without a system
	retest      = "retest"      // the step of the tests after the go-live
	tests       = "tests"       // the role that tests
	appoints    = "appoints"    // the role that appoints who is missing
	receiver    = "receiver"    // the step that chooses where users and cases go
	cases       = "cases"       // the step that moves the cases
	activities  = "activities"  // the step of the working groups' activities
	platform    = "platform"    // the project of the platform that tenders must ask for
	shared      = "shared"      // the project of the shared systems that tenders must ask for
)

// trainees are those who are taught, as the words of plan.Trainees.
var trainees = []string{plan.Superusers.String(), plan.EndUsers.String()}

// criteria judges the topics that the playbook had by the day of the assessment, by
// what the judge of each says. A judge that says nothing has nothing to judge.
func (a *assessor) criteria(project string, says func(*judge, *Topic) Criterion) []Criterion {
	var list []Criterion
	for i := range a.rules.Topics {
		topic := &a.rules.Topics[i]
		if a.Book.Activity(topic.Section) == nil {
			continue
		}
		judge := judges[topic.Judge]
		m := says(&judge, topic)
		if m.Light == 0 {
			continue
		}
		m.Topic, m.Project = topic.Clone(), project
		if m.Light != Green && m.Actor == "" {
			m.Actor = "kommune"
		}
		if list == nil {
			list = make([]Criterion, 0, len(a.rules.Topics)-i)
		}
		list = append(list, m)
	}
	return list
}

// projectCriteria judges what decides for one system.
func (a *assessor) projectCriteria(p *ProjectAssessment) []Criterion {
	return a.criteria(p.ID, func(j *judge, t *Topic) Criterion {
		if j.ofProject == nil {
			return Criterion{}
		}
		return j.ofProject(a, t, p)
	})
}

// kommuneCriteria judges what decides for the kommune as such.
func (a *assessor) kommuneCriteria() []Criterion {
	return a.criteria("", func(j *judge, t *Topic) Criterion {
		if j.ofKommune == nil {
			return Criterion{}
		}
		return j.ofKommune(a, t)
	})
}

func green(says ...lang.Said) Criterion { return Criterion{Light: Green, Says: says} }
func grey(says ...lang.Said) Criterion  { return Criterion{Light: Grey, Says: says} }

func yellow(role string, by *date.Date, says ...lang.Said) Criterion {
	return Criterion{Light: Yellow, Says: says, Role: role, By: by}
}

// broken is a criterion that a finding says: red for an error, else yellow. What
// concerns several projects is found once.
func (a *assessor) broken(role string, by *date.Date, r rule, args lang.Args) Criterion {
	r.actor = "kommune"
	f := a.finding(r, args)
	if once := r.code + " " + r.subject; r.project != "" || !a.raised[once] {
		a.raised[once] = true
		a.out.Findings = append(a.out.Findings, f)
	}
	m := Criterion{Light: Yellow, Says: lang.Sentences{{ID: f.Code, Args: f.Data, Own: f.Text}}, Code: f.Code, Role: role, By: by}
	if f.Severity == drejebog.SeverityError {
		m.Light = Red
	}
	return m
}

// worst is the worse of two criteria, the first where they are alike.
func worst(a, b Criterion) Criterion {
	if b.Light > a.Light {
		return b
	}
	return a
}

// within reports whether a day lies at most so many weeks ahead, or has passed.
func (a *assessor) within(day *date.Date, weeks int) bool {
	return day != nil && *day <= a.on+date.Date(7*weeks)
}
