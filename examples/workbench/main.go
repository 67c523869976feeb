package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

func main() {
	ctx, stop := untilTold()
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// untilTold ends when the program is told to end.
func untilTold() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

// run serves the page of the plans that are named until the context ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := cli.New("workbench")
	flags.TakesArguments(lang.Both("PLAN …"))
	flags.TakesNames(false)
	lists := flags.TakesLists()
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	if flags.Set.NArg() == 0 {
		return flags.Fail(drejebog.BuiltInWords().Say("flag/no-plan", nil))
	}
	b, err := newBench(flags, time.Now)
	if err != nil {
		return flags.FailError(err)
	}
	var ok bool
	if b.lists, ok = lists.Read(b.book); !ok {
		return cli.BadInput
	}
	listener, g, err := listen()
	if err != nil {
		return flags.FailError(err)
	}
	fmt.Fprintln(stdout, g.address())
	flags.Tell(b.book.Words.Say("workbench/open", nil))
	if err := serve(ctx, listener, g.protect(b.handler())); err != nil {
		return flags.FailError(err)
	}
	return cli.Fine
}

// bench is what all requests share; of it only the imports change.
type bench struct {
	book          *drejebog.Playbook
	contributions []estimate.Contribution
	lists         []requirements.List
	flags         *cli.Flags
	Files         []file
	imports       imports
	now           func() time.Time // stamps a calendar, so that it takes the place of an earlier one
}

func newBench(flags *cli.Flags, now func() time.Time) (b *bench, err error) {
	b = &bench{flags: flags, now: now, Files: make([]file, flags.Set.NArg())}
	if b.book, err = drejebog.Load(); err != nil {
		return nil, err
	}
	if b.contributions, err = estimate.Reference(); err != nil {
		return nil, err
	}
	for i, path := range flags.Set.Args() {
		if b.Files[i], err = openFile(path); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// handler answers for each address of the program.
func (b *bench) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", b.showPage)
	mux.HandleFunc("GET /version", b.tellVersion)
	mux.HandleFunc("GET /file/{of}/{form}", b.handOut)
	mux.HandleFunc("POST /import", b.takeIn)
	return mux
}

// tellVersion is what the page asks again and again, to look anew when a file changes.
func (b *bench) tellVersion(w http.ResponseWriter, r *http.Request) {
	_, version, _ := b.Files[b.chosen(r.URL.Query())].read() // none where it is not there
	_, _ = io.WriteString(w, version)                        // else who asked is gone
}

// refuse says in one line why there is nothing to see.
func (b *bench) refuse(w http.ResponseWriter, status int, why error) {
	http.Error(w, lang.OneLine(b.book.Words.Of(why).In(b.flags.Lang)), status)
}
