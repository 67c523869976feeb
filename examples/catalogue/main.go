// Catalogue shows the playbook: its activities with windows, who does what
// and in which steps, as it stood in an edition, and what an edition brought.
//
//	go run ./examples/catalogue [-edition E] [-diff E] [-format text|json] [-lang da|en] [-o FILE]
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

var usage = drejebog.Text{
	DA: "catalogue viser drejebogen: aktiviteter, vinduer, trin og hvem der gør hvad.",
	EN: "catalogue shows the playbook: activities, windows, steps and who does what.",
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("catalogue", usage, "text", "json")
	number := flags.Set.String("edition", "", "udgave / edition, 1.0–4.1 (4.1)")
	since := flags.Set.String("diff", "", "vis kun det nye siden denne udgave / show only what is new since this edition")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err == nil && flags.Given("edition") {
		book, err = book.At(*number)
	}
	if err != nil {
		return flags.FailError(err)
	}
	var differences []drejebog.Difference
	if flags.Given("diff") {
		old, err := book.At(*since)
		if err != nil {
			return flags.FailError(err)
		}
		differences = drejebog.Diff(old, book)
	}
	return flags.Write(func(w io.Writer) error {
		switch {
		case flags.Format == "json":
			return book.WriteJSON(w, flags.Lang, differences)
		case flags.Given("diff"):
			return book.WriteDiff(w, flags.Lang, differences)
		}
		return book.WriteText(w, flags.Lang)
	})
}
