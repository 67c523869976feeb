package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/explain"
)

// pageData is what the page's script shows on a click and says of the filters.
// Lists are never null.
type pageData struct {
	Years    int       `json:"years"` // on the axis
	Shown    string    `json:"shown"` // how many rows are shown: {n} of {all}
	None     string    `json:"none"`
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
	ID    string      `json:"id"`
	Title string      `json:"title"`
	Who   [][2]string `json:"who"`
}

func (w words) data(list []item, years int, tell Explain) pageData {
	d := pageData{
		Years: years, Items: []detail{}, Sections: []section{},
		Shown: w.say("gantt/shown", lang.Args{"n": lang.Both("{n}"), "all": lang.Both("{all}")}),
		None:  w.say("gantt/none-shown", nil),
	}
	findings, explainer := w.findingsBySubject(), explain.New(w.s)
	for i := range list {
		it := &list[i]
		d.Items = append(d.Items, detail{
			Title: w.fullName(it), Section: it.section, Facts: w.facts(it), Answers: w.answers(it, explainer, tell),
			Findings: append([]string{}, findings[it.id]...),
		})
	}
	for i := range w.s.Book.Activities {
		a := &w.s.Book.Activities[i]
		d.Sections = append(d.Sections, section{
			ID: a.ID, Title: w.say("gantt/who-does-what", lang.Args{"section": lang.Both(a.ID)}), Who: [][2]string{
				{w.say("common/kommune", nil), a.Actors.Kommune.In(w.Lang)},
				{"KOMBIT", a.Actors.KOMBIT.In(w.Lang)},
				{w.say("gantt/supplier", nil), a.Actors.Supplier.In(w.Lang)},
			},
		})
	}
	return d
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

// Explain tells a brief explanation under a heading for each question that a project
// manager asks of a date; timelinereport.Explanation is one.
type Explain func(*explain.Explanation) *document.Document

// answers are what is told of a task or milestone; none of a mark.
func (w words) answers(it *item, explainer *explain.Explainer, tell Explain) []answer {
	list := []answer{}
	if it.mark != nil || tell == nil {
		return list
	}
	explanation, err := explainer.Brief(it.id)
	if err != nil {
		return list // every id is of the schedule
	}
	told := tell(explanation)
	if told == nil {
		return list
	}
	for _, block := range told.Blocks {
		if heading, ok := block.(document.Heading); ok {
			list = append(list, answer{Question: heading.Text.In(w.Lang), Lines: []string{}})
		} else if len(list) > 0 {
			list[len(list)-1].add(block, w.Lang)
		}
	}
	return list
}

// add puts a paragraph with what is short, and a list with the lines.
func (a *answer) add(block document.Block, language lang.Lang) {
	switch b := block.(type) {
	case document.Paragraph:
		a.Short = strings.TrimSpace(a.Short + " " + b.Text.In(language))
	case document.List:
		for _, item := range b.Items {
			a.Lines = append(a.Lines, item.Text.In(language))
		}
	}
}
