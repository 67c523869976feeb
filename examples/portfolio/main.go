// Portfolio shows all 98 kommuner side by side: go-live, slack to the nearest
// hard date, broken deadlines and critical path. Kommuner without local data
// follow the playbook's own dates; they are marked and not ranked.
//
//	go run ./examples/portfolio [-plans FOLDER] [-format text|json|csv] [-lang da|en] [-o FILE] [PLAN …]
//
// Without plans it takes the sample plans, which are made up. The exit code is
// 0 without broken deadlines, 1 with some, 2 when a plan cannot be read.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := cli.New("portfolio", "text", "json", "csv")
	flags.TakesArguments(lang.Both("[PLAN …]"))
	folder := flags.Set.String("plans", "", "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	read, err := readPlans(book, flags, *folder)
	switch {
	case err != nil:
		return flags.FailError(err)
	case read.unreadable:
		return cli.BadInput
	}
	rows, err := compute(ctx, book, read, flags)
	if err != nil {
		return flags.FailError(err)
	}
	code := flags.Write(func(w io.Writer) error {
		switch flags.Format {
		case "json":
			return writeJSON(w, rows, flags.Lang)
		case "csv":
			return writeCSV(w, book, rows)
		}
		return writeText(w, book, rows, read.samples, flags.Lang)
	})
	if code == cli.Fine && anyBreach(rows) {
		return cli.Findings
	}
	return code
}

// stopped is a computation that the user broke off.
type stopped struct{ error }

// Fault is the kind of what happened.
func (stopped) Fault() (kind string, values map[string]any) { return "flag/stopped", nil }

// compute schedules every kommune, with a line of progress on a terminal.
func compute(ctx context.Context, book *drejebog.Playbook, read *plansRead, flags *cli.Flags) ([]row, error) {
	progress := flags.Progress(len(read.plans))
	outcomes, err := timeline.All(ctx, book, read.plans, progress.Done)
	progress.Clear()
	if err != nil {
		return nil, stopped{err}
	}
	rows := make([]row, len(outcomes))
	for i, o := range outcomes {
		if o.Err != nil {
			return nil, o.Err
		}
		rows[i] = row{kommune: o.Schedule.Kommune, file: read.files[i], schedule: o.Schedule, Summary: o.Schedule.Summary()}
	}
	rank(rows)
	return rows, nil
}
