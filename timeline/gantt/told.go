package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/explain"
)

// Told is what the page tells of a task or milestone beside what is known of it: headings,
// each with paragraphs and lists. What is nil tells nothing.
type Told struct {
	Why   func(*explain.Explanation) *document.Document // an answer for each question that a project manager asks of a date; timelinereport.Explanation is one
	Money func(id string) *document.Document            // what it costs; estimatereport.Cost is one, of an estimate
}

// told is what is told of one item of the page.
type told struct {
	N        int // its place in the page
	Title    string
	Section  string // of the playbook, "" for none
	Findings []string
	Facts    [][2]string
	Who      string
	Why      []answer
	Money    []answer
}

// answer is a question, and what there is to say.
type answer struct {
	Question string
	Short    []string
	Lines    []string
}

// section is who does what in a section of the playbook.
type section struct {
	ID, Title string
	Who       [][2]string
}

// told tells the items one by one.
func (w words) told(list []item, tell Told) []told {
	findings, explainer := w.findingsBySubject(), explain.New(w.s)
	all := make([]told, len(list))
	for i := range list {
		it := &list[i]
		all[i] = told{N: i, Title: w.fullName(it), Facts: w.facts(it), Who: strings.Join(w.who(it), ", "), Findings: findings[it.id]}
		if it.project != "" {
			all[i].Title += " · " + w.projectShort(it.project)
		}
		if w.s.Book.Activity(it.section) != nil {
			all[i].Section = it.section
		}
		if it.mark != nil {
			continue
		}
		if explanation, err := explainer.Brief(it.id); err == nil && tell.Why != nil { // every id is of the schedule
			all[i].Why = w.answers(tell.Why(explanation))
		}
		if tell.Money != nil {
			all[i].Money = w.answers(tell.Money(it.id))
		}
	}
	return all
}

// sections say who does what in each section of the playbook.
func (w words) sections() []section {
	list := make([]section, len(w.s.Book.Activities))
	for i := range list {
		a := &w.s.Book.Activities[i]
		list[i] = section{a.ID, w.WhoDoesWhat(a.ID), [][2]string{
			{w.say("common/kommune", nil), a.Actors.Kommune.In(w.Lang)},
			{"KOMBIT", a.Actors.KOMBIT.In(w.Lang)},
			{w.say("gantt/supplier", nil), a.Actors.Supplier.In(w.Lang)},
		}}
	}
	return list
}

// WhoDoesWhat is the heading of a section, for the template.
func (w words) WhoDoesWhat(section string) string {
	return w.say("gantt/who-does-what", lang.Args{"section": lang.Both(section)})
}

// findingsBySubject are the texts of the findings, with what to do, by the id
// that they are about.
func (w words) findingsBySubject() map[string][]string {
	texts := map[string][]string{}
	for i := range w.s.Findings {
		f := &w.s.Findings[i]
		texts[f.Subject] = append(texts[f.Subject], f.Text.In(w.Lang)+" "+f.Remedy.In(w.Lang))
	}
	return texts
}

// answers are the headings of a document, each with its paragraphs and lists.
func (w words) answers(d *document.Document) []answer {
	var list []answer
	if d == nil {
		return nil
	}
	for _, block := range d.Blocks {
		if heading, ok := block.(document.Heading); ok {
			list = append(list, answer{Question: heading.Text.In(w.Lang)})
		} else if len(list) > 0 {
			list[len(list)-1].add(block, w.Lang)
		}
	}
	return list
}

// add puts in a paragraph, or the points of a list.
func (a *answer) add(block document.Block, language lang.Lang) {
	switch b := block.(type) {
	case document.Paragraph:
		a.Short = append(a.Short, b.Text.In(language))
	case document.List:
		for _, item := range b.Items {
			a.Lines = append(a.Lines, item.Text.In(language))
		}
	}
}
