package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/readiness/status"
)

// writeCSV writes a row a kommune, under the names that the JSON has: commas
// between, dates ISO, empty where there is nothing. The ids of the critical
// path are divided by blanks.
func writeCSV(w io.Writer, p *status.Portfolio) error {
	out := csv.NewWriter(w)
	head := []string{"rank", "code", "name", "local", "seenFrom"}
	for i := range p.Book.Projects {
		head = append(head, "goLive-"+p.Book.Projects[i].ID)
	}
	table := [][]string{append(head, "breaches", "warnings", "nextHardDate", "nextHardTask", "slack", "pathFloat", "criticalPath")}
	for i := range p.Rows {
		r := &p.Rows[i]
		cells := []string{"", r.Schedule.Kommune.Code, r.Schedule.Kommune.Name, strconv.FormatBool(r.Summary.Local), r.Summary.SeenFrom.String()}
		if r.Rank > 0 {
			cells[0] = strconv.Itoa(r.Rank)
		}
		for j := range p.Book.Projects {
			cells = append(cells, goLiveISO(r, p.Book.Projects[j].ID))
		}
		next := []string{"", "", ""}
		if r.Summary.Next != nil {
			next = []string{r.Summary.Next.Date.String(), r.Summary.Next.ID, strconv.Itoa(r.Summary.Next.Slack)}
		}
		path := ""
		if len(r.Schedule.CriticalPath) > 0 {
			path = strconv.Itoa(r.Schedule.PathFloat)
		}
		cells = append(cells, strconv.Itoa(len(r.Breaches)), strconv.Itoa(r.Warnings))
		cells = append(cells, next...)
		table = append(table, append(cells, path, strings.Join(r.Schedule.CriticalPath, " ")))
	}
	return out.WriteAll(table)
}

func goLiveISO(r *status.Row, project string) string {
	for _, m := range r.Summary.GoLives {
		if m.Project == project && m.Date.Known() {
			return m.Date.Date.String()
		}
	}
	return ""
}
