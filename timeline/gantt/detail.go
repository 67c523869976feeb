package gantt

import (
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// pageData is what the page's script shows on a click and says of the filters.
// Lists are never null.
type pageData struct {
	Years    int       `json:"years"` // on the axis
	Shown    string    `json:"shown"` // how many rows are shown: {n} of {all}
	None     string    `json:"none"`
	Who      string    `json:"who"` // heading of who does what, before the section's name
	Items    []detail  `json:"items"`
	Sections []section `json:"sections"`
}

// detail is what a click on an item shows.
type detail struct {
	Title    string      `json:"title"`
	Section  string      `json:"section"`
	Findings []string    `json:"findings"`
	Facts    [][2]string `json:"facts"`
	Answers  []answer    `json:"answers"`
}

// answer is a question that a project manager asks of a date, and what there is
// to say.
type answer struct {
	Question string   `json:"question"`
	Short    string   `json:"short"`
	Lines    []string `json:"lines"`
}

// section is who does what in a section of the playbook.
type section struct {
	ID   string      `json:"id"`
	Name string      `json:"name"`
	Who  [][2]string `json:"who"`
}

func (w words) data(s *timeline.Schedule, list []item, years int) pageData {
	d := pageData{
		Years: years, Items: []detail{}, Sections: []section{},
		Shown: w.say("Viser {n} af {all} opgaver og milepæle.", "Showing {n} of {all} tasks and milestones."),
		None:  w.say("Ingen opgaver passer. Nulstil for at se dem alle.", "Nothing fits. Reset to see everything."),
		Who:   w.say("Hvem gør hvad i ", "Who does what in "),
	}
	findings := findingsBySubject(s, w)
	for i := range list {
		it := &list[i]
		d.Items = append(d.Items, detail{
			Title: w.fullName(it), Section: it.section, Facts: w.facts(s, it), Answers: w.answers(s, it),
			Findings: append([]string{}, findings[it.id]...),
		})
	}
	for i := range s.Book.Activities {
		a := &s.Book.Activities[i]
		d.Sections = append(d.Sections, section{
			ID: a.ID, Name: w.say("afsnit ", "section ") + a.ID, Who: [][2]string{
				{w.say("Kommunen", "The kommune"), a.Actors.Kommune.In(w.Lang)},
				{"KOMBIT", a.Actors.KOMBIT.In(w.Lang)},
				{w.say("Leverandøren", "The supplier"), a.Actors.Supplier.In(w.Lang)},
			},
		})
	}
	return d
}

// findingsBySubject are the texts of the findings, with what to do, by the id
// that they are about.
func findingsBySubject(s *timeline.Schedule, w words) map[string][]string {
	texts := map[string][]string{}
	for i := range s.Findings {
		f := &s.Findings[i]
		texts[f.Subject] = append(texts[f.Subject], f.Text.In(w.Lang)+" "+f.Remedy.In(w.Lang))
	}
	return texts
}

// facts are what is known of an item, a term and a text each.
func (w words) facts(s *timeline.Schedule, it *item) [][2]string {
	list := [][2]string{{w.say("Projekt", "Project"), w.project(s, it.project)}}
	add := func(da, en, text string) {
		if text != "" {
			list = append(list, [2]string{w.say(da, en), text})
		}
	}
	switch {
	case it.task != nil:
		w.taskFacts(s, it, add)
	case it.milestone != nil:
		w.milestoneFacts(s, it, add)
	default:
		add("Dato", "Date", w.day(it.mark.Date))
		add("Bemærk", "Note", it.mark.Note.In(w.Lang))
		add("Sikkerhed", "Certainty", w.certainty(it.mark.Certainty))
	}
	add("Hvem", "Who", strings.Join(w.who(s, it), ", "))
	add("Note", "Note", it.facts.Note)
	return list
}

func (w words) taskFacts(s *timeline.Schedule, it *item, add func(da, en, text string)) {
	t := it.task
	if t.NotRelevant != "" {
		add("Ikke relevant", "Not relevant", t.NotRelevant)
		return
	}
	add("Planlagt", "Planned", w.period(s, t.Start, t.Finish))
	if !t.LevelOfEffort {
		if t.EarlyStart != t.Start || t.EarlyFinish != t.Finish {
			add("Tidligst", "Earliest", w.period(s, t.EarlyStart, t.EarlyFinish))
		}
		if !it.done {
			add("Senest", "Latest", w.period(s, t.LateStart, t.LateFinish))
			add("Slæk", "Float", w.floats(t))
		}
		add("Varighed", "Duration", w.duration(it))
	} else {
		add("Art", "Kind", w.say("Løbende opgave, uden slæk", "Continuous task, without float"))
	}
	if window := t.Activity.WindowOf(t.Step); window != nil && it.section != "" {
		printed := window.Printed()
		if w.Lang == drejebog.English {
			printed = window.PrintedEnglish()
		}
		add("Drejebogen", "Playbook", printed)
	}
	if t.Deadline != nil {
		if t.DeadlineKind == drejebog.Frist {
			add("Frist", "Deadline", w.day(*t.Deadline))
		} else {
			add("Forventet slut", "Expected end", w.day(*t.Deadline))
		}
	}
	add("Status", "Status", w.status(s, it))
	add("Sikkerhed", "Certainty", w.certainty(t.Certainty))
}

func (w words) milestoneFacts(s *timeline.Schedule, it *item, add func(da, en, text string)) {
	m := it.milestone
	add("Dato", "Date", w.when(s, m.Date))
	if m.Latest.Kind != timeline.Open && !it.done {
		add("Senest", "Latest", w.when(s, m.Latest))
	}
	if m.Deadline != nil {
		add("Frist", "Deadline", w.day(*m.Deadline))
	}
	if says := m.Milestone.Promised; says != nil && m.Milestone.Kind == drejebog.Deliverable {
		text := says.When.Text
		if w.Lang == drejebog.English {
			text = says.When.English()
		}
		if own := s.Plan.Deliverables[m.ID].Promised; own != nil {
			text = w.day(*own)
		}
		add("Lovet", "Promised", text)
	}
	add("Status", "Status", w.status(s, it))
	add("Sikkerhed", "Certainty", w.certainty(m.Certainty))
	add("Note", "Note", s.Plan.Deliverables[m.ID].Note)
}

func (w words) period(s *timeline.Schedule, first, last timeline.When) string {
	if first == last {
		return w.when(s, first)
	}
	return w.when(s, first) + " – " + w.when(s, last)
}

func (w words) floats(t *timeline.Task) string {
	text := w.workdays(t.TotalFloat)
	if t.FreeFloat < t.TotalFloat {
		text += w.say("; uden at flytte andre opgaver: ", "; without moving other tasks: ") + w.number(t.FreeFloat)
	}
	return text
}

// duration is a task's length: the plan's, or ours with its range.
func (w words) duration(it *item) string {
	d := it.task.Duration
	if d.Low == d.High {
		return w.workdays(d.Likely)
	}
	return w.workdays(d.Likely) + " (" + w.number(d.Low) + "–" + w.number(d.High) + w.say("; vores antagelse)", "; our assumption)")
}

func (w words) number(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// status says how far an item is, "" where nothing is known of it.
func (w words) status(s *timeline.Schedule, it *item) string {
	switch {
	case it.notRelevant() != "":
		return w.say("Ikke relevant", "Not relevant")
	case it.done && it.milestone != nil:
		return w.say("Kommet", "Has come")
	case it.done:
		return w.say("Udført", "Done")
	case it.late && it.milestone != nil:
		return w.say("For sent eller udeblevet", "Late or not come")
	}
	var words []string
	switch last, some := progress(s, it); {
	case it.facts.Status == plan.OnHold:
		words = append(words, w.say("Sat på pause", "On hold"))
	case some:
		words = append(words, w.say("I gang, ", "Under way, ")+strconv.Itoa(last)+" %")
	case it.facts.Status == plan.NotStarted:
		words = append(words, w.say("Ikke begyndt", "Not started"))
	}
	switch {
	case it.late:
		words = append(words, w.say("For sent", "Late"))
	case it.critical():
		words = append(words, w.say("Kritisk", "Critical"))
	}
	return strings.Join(words, "; ")
}

// progress is how much of a task that is under way is worked off, in percent
// of its working days.
func progress(s *timeline.Schedule, it *item) (percent int, some bool) {
	if it.task == nil || it.facts.ActualStart == nil {
		return 0, false
	}
	last, some := doneUntil(s, it)
	if !some || !it.task.Finish.Known() {
		return 0, false
	}
	all := s.Workdays(it.task.Start.Date, it.task.Finish.Date)
	return 100 * s.Workdays(it.task.Start.Date, last) / max(all, 1), true
}

var certainties = map[drejebog.Certainty]drejebog.Text{
	drejebog.Stated:  {DA: "Oplyst", EN: "Stated"},
	drejebog.Implied: {DA: "Følger af drejebogen, men står der ikke", EN: "Follows from the playbook, is not stated"},
	drejebog.Assumed: {DA: "Bygger på antagelser", EN: "Rests on assumptions"},
}

func (w words) certainty(c drejebog.Certainty) string { return certainties[c].In(w.Lang) }

// who answers for an item and who does it: people of the plan where it names
// them, else the role; another party where it is theirs.
func (w words) who(s *timeline.Schedule, it *item) []string {
	var names []string
	add := func(id string) {
		if name := w.person(s, id, it.project); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch {
	case it.facts.Responsible != "":
		add(it.facts.Responsible)
	case it.role != "":
		add(it.role)
	}
	add(it.facts.Executor)
	if len(names) == 0 {
		add(it.actor)
	}
	return names
}

// person names a person, a role with those who hold it, or a party.
func (w words) person(s *timeline.Schedule, id, project string) string {
	if person, ok := s.Plan.People[id]; ok {
		if person.Name != "" {
			return person.Name
		}
		return id
	}
	if party := s.Book.Party(id); party != nil {
		return party.Name.In(w.Lang)
	}
	role := s.Book.Role(id)
	if role == nil {
		return id
	}
	var holders []string
	for _, holder := range s.Plan.Holders(id, project) {
		holders = append(holders, w.person(s, holder, project))
	}
	if len(holders) == 0 {
		return role.Name.In(w.Lang)
	}
	return role.Name.In(w.Lang) + " (" + strings.Join(holders, ", ") + ")"
}

// answers say of a task or milestone whether its date is hard, why it is that
// day, what it holds up and whom it waits for; none of a mark.
func (w words) answers(s *timeline.Schedule, it *item) []answer {
	list := []answer{}
	if it.mark != nil {
		return list
	}
	explanation, err := s.Explain(it.id)
	if err != nil {
		return list // every id is of the schedule
	}
	for _, a := range explanation.Answers() {
		said := answer{Question: a.Question.In(w.Lang), Short: strings.TrimSpace(a.Short.In(w.Lang)), Lines: []string{}}
		for _, line := range a.Lines {
			said.Lines = append(said.Lines, line.In(w.Lang))
		}
		list = append(list, said)
	}
	return list
}
