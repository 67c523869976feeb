package main

import (
	"bytes"
	"net/url"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/intake"
)

// look is a plan as it is saved, and as it would be with what an address asks for. It
// belongs to one request: the program itself keeps nothing of it, so that two tabs with
// two questions do not meet.
type look struct {
	*bench
	asked    url.Values
	file     *file
	Version  string // of the file
	document []byte

	Cannot   []lang.Text        // why nothing, or not all that is asked for, can be computed
	Findings []drejebog.Finding // of reading the plan
	Taken    []drejebog.Finding // of taking a dropped file over
	Inputs   []inputs

	saved, plan *plan.Plan // as the file has it, and as it would be; nil where there is none

	// What the two come to, each with its schedule: nil where nothing can be computed, the
	// same where nothing is changed.
	before, after *estimate.Estimate
}

func (b *bench) look(asked url.Values) *look {
	l := &look{bench: b, asked: asked, file: &b.Files[b.chosen(asked)]}
	l.Version = l.file.version() // before the file is read: a change in between shows later
	var err error
	if l.document, err = l.file.read(); err != nil {
		l.fail(err)
		return l
	}
	if l.saved, l.Findings = plan.Read(b.book, l.file.Name, bytes.NewReader(l.document)); l.saved == nil {
		return l
	}
	if l.before, err = b.compute(l.saved); err != nil {
		l.fail(err)
		return l
	}
	l.plan, l.after = l.saved.Clone(), l.before
	if taken, changed := l.takeImport(), l.ask(); taken || changed {
		if l.after, err = b.compute(l.plan); err != nil {
			l.fail(err)
		}
	}
	return l
}

// chosen is the place of the plan that an address names, the first where it names none.
func (b *bench) chosen(asked url.Values) int {
	if n, err := strconv.Atoi(asked.Get("plan")); err == nil && n >= 0 && n < len(b.Files) {
		return n
	}
	return 0
}

func (l *look) fail(err error) { l.Cannot = append(l.Cannot, l.book.Words.Of(err)) }

func (b *bench) compute(p *plan.Plan) (*estimate.Estimate, error) {
	schedule, err := timeline.Compute(b.book, p)
	if err != nil {
		return nil, err
	}
	return estimate.Compute(schedule, b.contributions)
}

// takeImport takes the file over that was dropped, as far as the plan can hold it.
func (l *look) takeImport() bool {
	id := l.asked.Get("import")
	if id == "" {
		return false
	}
	file, ok := l.imports.find(id)
	if !ok {
		l.Cannot = append(l.Cannot, l.book.Words.Say("workbench/import-gone", nil))
		return false
	}
	with := l.plan.Clone()
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
	n := len(drejebog.WithSeverity(l.Findings, drejebog.SeverityError))
	if n == 0 {
		return lang.Text{}
	}
	return l.book.Words.Say("flag/left-out", lang.Args{"n": lang.Whole(n)})
}
