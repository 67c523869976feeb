package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run serves the page of the plans that are named until the context ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := cli.New("workbench")
	flags.TakesArguments(lang.Both("PLAN …"))
	lists := flags.TakesLists()
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	if flags.Set.NArg() == 0 {
		return flags.Fail(drejebog.BuiltInWords().Say("flag/no-plan", nil))
	}
	b, err := newBench(flags.Set.Args(), flags.Lang, time.Now)
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
