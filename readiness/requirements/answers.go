package requirements

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Asked is a requirement that a kommune is asked, as a sheet to answer in has it.
type Asked struct {
	Requirement *Requirement
	Key         string     // what the plan answers it under
	Due         *date.Date // last working day; nil: its milestone has no date
	Responsible string     // id of a role
}

// AnswerSheet returns requirements with what is answered under their keys, as a
// sheet to go on answering in: AnswersFromSheet reads it as the same answers. What
// was answered before is not on it; TakeAnswers keeps it.
func AnswerSheet(book *drejebog.Playbook, asked []Asked, answers map[string]plan.Answer) *table.Sheet {
	columns := answerColumns(book.Words)
	sheet := &table.Sheet{Name: book.Words.Say("readiness-sheet/answers", nil).DA}
	sheet.Append(headersOf(columns)...)
	row := func(cells map[string]table.Cell) { sheet.Append(inOrder(columns, cells)...) }
	for i := range asked {
		answerRows(book, &asked[i], answers[asked[i].Key], row)
	}
	return sheet
}

func answerRows(book *drejebog.Playbook, asked *Asked, answer plan.Answer, row func(map[string]table.Cell)) {
	cells := map[string]table.Cell{
		"key": table.Text(asked.Key), "what": table.Text(asked.Requirement.Text), "due": table.DayOrNone(asked.Due),
		"responsible": table.Text(roleName(book, asked.Responsible)), "state": answerCell(book, answer.State), "on": table.DayOrNone(answer.On),
		"by": table.Text(answer.By), "reason": table.Text(answer.Reason), "note": table.Text(answer.Note),
	}
	for k, e := range answer.Evidence {
		if k > 0 {
			cells = map[string]table.Cell{"key": table.Text(asked.Key)}
		}
		cells["evidence"], cells["evidenceOn"] = table.Text(e.What), table.DayOrNone(e.On)
		row(cells)
	}
	if len(answer.Evidence) == 0 {
		row(cells)
	}
	for _, q := range asked.Requirement.Questions {
		row(map[string]table.Cell{
			"key": table.Text(asked.Key), "questionID": table.Text(q.ID), "what": table.Text(q.Text), "state": answerCell(book, answer.Questions[q.ID]),
		})
	}
}

func roleName(book *drejebog.Playbook, id string) string {
	if role := book.Role(id); role != nil {
		return role.Name.DA
	}
	return id
}

// answerCell is an answer in words, empty where there is none.
func answerCell(book *drejebog.Playbook, state plan.AnswerState) table.Cell {
	if state == 0 {
		return table.Cell{}
	}
	return table.Text(book.Words.Key("answer", state.String(), nil).DA)
}

// AnswersFromSheet reads answers from a sheet, every fault at once, each with
// its cell. Whether a category has the requirement, and who a person is, is said by
// readiness.Assess and by reading the plan that takes the answers. The answers are nil when any
// finding has error severity.
func AnswersFromSheet(book *drejebog.Playbook, sheet *table.Sheet) (map[string]plan.Answer, []drejebog.Finding) {
	records := table.Match(sheet, answerColumns(book.Words))
	answers := map[string]plan.Answer{}
	for _, record := range records.List {
		if record.Need("key") && knownKey(book, record) {
			takeRow(book, answers, record)
		}
	}
	var findings []drejebog.Finding
	for _, fault := range records.Faults() {
		findings = append(findings, book.FaultFinding("DB-533", fault))
	}
	for _, fault := range records.Ignored {
		findings = append(findings, book.FaultFinding("DB-532", fault))
	}
	if drejebog.HasFault(findings) {
		return nil, findings
	}
	return answers, findings
}

// knownKey reports whether a row speaks of a category and a project that there
// are, and refuses the key if not.
func knownKey(book *drejebog.Playbook, record table.Record) bool {
	word, project, _ := strings.Cut(record.Text("key"), "@")
	category, _, _ := strings.Cut(word, "/")
	if book.Category(category) != nil && book.Project(project) != nil {
		return true
	}
	var known []string
	if end := strings.TrimPrefix(record.Text("key"), category); book.Project(project) != nil {
		for i := range book.Categories {
			known = append(known, book.Categories[i].ID+end)
		}
	} else {
		for i := range book.Projects {
			known = append(known, word+"@"+book.Projects[i].ID)
		}
	}
	record.Refuse("key", strict.Part{Kind: "readiness-sheet/want-requirement"}, known...)
	return false
}

// takeRow takes one row into the answers. A requirement that nobody has
// answered leaves no answer.
func takeRow(book *drejebog.Playbook, answers map[string]plan.Answer, record table.Record) {
	key := record.Text("key")
	answer, begun := answers[key]
	var state plan.AnswerState
	if word := record.Word("state", answerWords(book.Words)); word != "" {
		_ = state.UnmarshalText([]byte(word)) // one of the words, which are its names
	}
	evidence := plan.Evidence{What: record.Text("evidence"), On: record.Day("evidenceOn")}
	question := record.Text("questionID")
	switch {
	case question != "":
		if state == 0 {
			return
		}
		if !begun {
			record.Refuse("questionID", strict.Part{Kind: "readiness-sheet/want-answer-above"})
			return
		}
		if answer.Questions == nil {
			answer.Questions = map[string]plan.AnswerState{}
		}
		answer.Questions[question] = state
	case begun && state != 0:
		record.Refuse("key", strict.Part{Kind: "readiness-sheet/want-one-answer"})
		return
	case !begun && state == 0:
		for _, said := range []string{"on", "by", "reason", "evidence", "note"} {
			if record.Text(said) != "" {
				record.Need("state")
				return
			}
		}
		return
	case !begun:
		answer = plan.Answer{State: state, On: record.Day("on"), By: record.Text("by"), Reason: record.Text("reason"), Note: record.Text("note")}
		refuseBare(record, &answer)
	}
	if evidence.What != "" {
		answer.Evidence = append(answer.Evidence, evidence)
	} else if evidence.On != nil {
		record.Need("evidence")
	}
	answers[key] = answer
}

// refuseBare refuses what a plan would refuse of the answer.
func refuseBare(record table.Record, answer *plan.Answer) {
	switch answer.State {
	case plan.AnswerConfirmed:
		record.Need("on")
	case plan.AnswerNotRelevant, plan.AnswerWaived:
		record.Need("reason")
	}
}

// TakeAnswers puts answers into a plan. An answer that says something else than
// the one that stood, to the requirement or to a question, or says it again on a
// later day, leaves the old one in its history, where that has a day; notes and
// evidence alone make no history. Answers of the plan to other requirements
// stay.
func TakeAnswers(p *plan.Plan, answers map[string]plan.Answer) {
	taken := map[string]plan.Answer{}
	for key, answer := range p.Readiness {
		taken[key] = answer
	}
	for _, key := range slices.Sorted(maps.Keys(answers)) {
		answer, before := answers[key], p.Readiness[key]
		answer.History = slices.Clone(before.History)
		if before.On != nil && saysElse(&before, &answer) {
			answer.History = append(answer.History, plan.EarlierAnswer{
				State: before.State, By: before.By, On: *before.On, Questions: before.Questions, Note: before.Note,
			})
		}
		taken[key] = answer
	}
	p.Readiness = taken
}

// saysElse reports whether an answer says something else than a dated one
// before it, or says it again later.
func saysElse(before, answer *plan.Answer) bool {
	again := answer.On != nil && *answer.On > *before.On
	return again || before.State != answer.State || !maps.Equal(before.Questions, answer.Questions)
}
