package readiness

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/rickb777/date/v2"
)

// WriteCSV writes what is assessed of each system, one thing a row, for a
// spreadsheet: gates, requirements or what can be prepared, and topics. The
// columns have the names that WriteJSON gives them; it is written as Excel in
// Denmark opens it (see package table), and no text becomes a formula.
func (a *Assessment) WriteCSV(w io.Writer) error {
	sheet := &table.Sheet{}
	row := func(cells ...table.Cell) { sheet.Rows = append(sheet.Rows, table.Row{Cells: cells}) }
	row(texts("kommune", "project", "verdict", "kind", "subject", "what", "state", "on", "by", "workdaysLeft", "responsible")...)
	for i := range a.Projects {
		p := &a.Projects[i]
		begin := texts(a.Kommune.Name, p.ID, p.Verdict.String())
		for j := range p.Gates {
			g := &p.Gates[j]
			row(append(begin[:3:3], append(texts("gate", g.Milestone, g.Name.DA, g.State.String()), dayCell(g.Passed), dayCell(g.Deadline), leftCell(g.Left), table.Text(g.Actor))...)...)
		}
		for j := range p.Items {
			item := &p.Items[j]
			row(append(begin[:3:3], append(texts("requirement", item.Key, item.Requirement.Text, item.stateWord()), dayCell(item.Answer.On), dayCell(item.Due), table.Cell{}, table.Text(item.Responsible))...)...)
		}
		for j := range p.Preparation {
			item := &p.Preparation[j]
			row(append(begin[:3:3], append(texts("preparation", item.Key, item.Requirement.Text, item.State.String()), dayCell(item.On), dayCell(item.Latest), table.Cell{}, table.Text(item.Responsible))...)...)
		}
		for j := range p.Matters {
			m := &p.Matters[j]
			row(append(begin[:3:3], append(texts("topic", m.Topic.ID, m.Text.DA, m.Light.String()), table.Cell{}, dayCell(m.By), table.Cell{}, table.Text(m.Role))...)...)
		}
	}
	for j := range a.Matters {
		m := &a.Matters[j]
		row(append(texts(a.Kommune.Name, "", "", "topic", m.Topic.ID, m.Text.DA, m.Light.String()), table.Cell{}, dayCell(m.By), table.Cell{}, table.Text(m.Role))...)
	}
	return table.WriteCSV(w, sheet)
}

// stateWord is the answer as WriteJSON has it, "unanswered" where there is none.
func (i *Item) stateWord() string {
	if i.State == 0 {
		return "unanswered"
	}
	return i.State.String()
}

func texts(words ...string) []table.Cell {
	cells := make([]table.Cell, len(words))
	for i, word := range words {
		cells[i] = table.Text(word)
	}
	return cells
}

func dayCell(day *date.Date) table.Cell {
	if day == nil {
		return table.Cell{}
	}
	return table.Day(*day)
}

func leftCell(left *int) table.Cell {
	if left == nil {
		return table.Cell{}
	}
	return table.Whole(*left)
}
