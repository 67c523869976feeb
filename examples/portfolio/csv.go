package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
)

// writeCSV writes a row a kommune, under the names that the JSON has: commas
// between, dates ISO, empty where there is nothing. The ids of the critical
// path are divided by blanks.
func writeCSV(w io.Writer, book *drejebog.Playbook, rows []row) error {
	out := csv.NewWriter(w)
	head := []string{"rank", "code", "name", "local", "seenFrom"}
	for i := range book.Projects {
		head = append(head, "goLive-"+book.Projects[i].ID)
	}
	table := [][]string{append(head, "breaches", "warnings", "nextHardDate", "nextHardTask", "slack", "pathFloat", "criticalPath")}
	for i := range rows {
		r := &rows[i]
		cells := []string{"", r.kommune.Code, r.kommune.Name, strconv.FormatBool(r.Local), r.SeenFrom.String()}
		if r.rank > 0 {
			cells[0] = strconv.Itoa(r.rank)
		}
		for j := range book.Projects {
			cells = append(cells, goLiveISO(r, book.Projects[j].ID))
		}
		next := []string{"", "", ""}
		if r.Next != nil {
			next = []string{r.Next.Date.String(), r.Next.ID, strconv.Itoa(r.Next.Slack)}
		}
		path := ""
		if len(r.schedule.CriticalPath) > 0 {
			path = strconv.Itoa(r.schedule.PathFloat)
		}
		cells = append(cells, strconv.Itoa(len(r.Breaches)), strconv.Itoa(r.Warnings))
		cells = append(cells, next...)
		table = append(table, append(cells, path, strings.Join(r.schedule.CriticalPath, " ")))
	}
	return out.WriteAll(table)
}

func goLiveISO(r *row, project string) string {
	for _, m := range r.GoLives {
		if m.Project == project && m.Date.Known() {
			return m.Date.Date.String()
		}
	}
	return ""
}
