package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/intake"
)

// look is a plan as it is saved, and as it would be with what an address asks for. It
// belongs to one request: the program itself keeps nothing of it, so that two tabs with
// two questions do not meet.
type look struct {
	*bench
	Asked    url.Values
	file     *file
	Version  string // of the file
	document []byte

	Cannot   []lang.Text        // why nothing, or not all that is asked for, can be computed
	Findings []drejebog.Finding // of reading the plan
	Taken    []drejebog.Finding // of taking a dropped file over
	Inputs   []inputs

	plan *plan.Plan // as it would be; nil where there is none
	bare bool       // it has no names of people, which the file has

	// What the two come to, each with its schedule; nil where nothing can be computed.
	before, after *estimate.Estimate
	earlier       *timeline.Schedule // the saved one; nil where nothing is changed
}

func (b *bench) look(asked url.Values) *look {
	l := &look{bench: b, Asked: asked, file: &b.Files[b.chosen(asked)]}
	var err error
	if l.document, l.Version, err = l.file.read(); err == nil {
		err = l.compute()
	}
	if err != nil {
		l.fail(err)
	}
	return l
}

// compute reads the plan, changes it, and computes both; a plan that cannot be used says
// why in its findings.
func (l *look) compute() (err error) {
	named, findings := plan.Read(l.book, l.file.Name, bytes.NewReader(l.document))
	saved, findings := l.flags.Nameless(l.book, named, findings)
	if l.Findings = findings; saved == nil {
		return nil
	}
	if l.before, err = l.estimate(saved); err != nil {
		return err
	}
	l.plan, l.after, l.bare = named.Clone(), l.before, saved != named
	taken, changed := l.takeImport(), l.ask(named)
	if l.plan, l.Taken = l.flags.Nameless(l.book, l.plan, l.Taken); taken || changed {
		l.earlier = l.before.Schedule()
		l.after, err = l.estimate(l.plan)
	}
	return err
}

// chosen is the place of the plan that an address names, the first where it names none.
func (b *bench) chosen(asked url.Values) int {
	if n, err := strconv.Atoi(asked.Get("plan")); err == nil && n >= 0 && n < len(b.Files) {
		return n
	}
	return 0
}

func (l *look) fail(err error) { l.Cannot = append(l.Cannot, l.book.Words.Of(err)) }

func (b *bench) estimate(p *plan.Plan) (*estimate.Estimate, error) {
	schedule, err := timeline.Compute(b.book, p)
	if err != nil {
		return nil, err
	}
	return estimate.Compute(schedule, b.contributions)
}

// takeImport takes the file over that was dropped, as far as the plan can hold it.
func (l *look) takeImport() bool {
	id := l.Asked.Get("import")
	file, with := l.imports.find(id), l.plan.Clone()
	switch {
	case id == "":
		return false
	case file == nil:
		l.fail(strict.Part{Kind: "workbench/import-gone"})
		return false
	}
	findings, err := intake.Into(l.book, with, file.name, file.data)
	if l.Taken = findings; err != nil {
		l.fail(err)
		return false
	}
	usable, left := intake.Usable(l.book, with)
	l.plan, l.Taken = usable, append(l.Taken, left...)
	return true
}

// LeftOut says how many values of the plan are not used; nothing where all are.
func (l *look) LeftOut() lang.Text {
	if n := len(drejebog.WithSeverity(l.Findings, drejebog.SeverityError)); n > 0 {
		return l.book.Words.Say("flag/left-out", lang.Args{"n": lang.Whole(n)})
	}
	return lang.Text{}
}

// file is a plan on the disk, which its reader edits with a program of his own. It is
// opened anew for each look, through its folder, and never to write: no link leads out of
// the folder.
type file struct {
	folder *os.Root
	Name   string
}

// openFile returns a plan that can be read; what stands in it shows later.
func openFile(path string) (f file, err error) {
	f.Name = filepath.Base(path)
	if f.folder, err = os.OpenRoot(filepath.Dir(path)); err == nil {
		_, _, err = f.read()
	} else {
		_, err = cli.Opened(path, nil, err)
	}
	return f, err
}

// read returns the document as it stands now, and a word that is another for each change.
func (f *file) read() (document []byte, version string, err error) {
	there, err := f.folder.Open(f.Name)
	if there, err = cli.Opened(f.Name, there, err); err != nil {
		return nil, "", err
	}
	defer func() { _ = there.Close() }() // nothing was written to it
	document, err = io.ReadAll(io.LimitReader(there, maxBody))
	return document, fmt.Sprintf("%x", sha256.Sum256(document)), err
}
