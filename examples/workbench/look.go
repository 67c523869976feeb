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
	number   int // of the plan, from 1
	file     *file
	version  string // of the file
	document []byte

	cannot   []lang.Text        // why nothing, or not all that is asked for, can be computed
	findings []drejebog.Finding // of reading the plan
	taken    []drejebog.Finding // of taking a dropped file over
	inputs   []inputs

	saved, plan   *plan.Plan // as the file has it, and as it would be; nil where there is none
	before, after *computed  // nil where nothing can be computed; the same where nothing is changed
}

// computed is what the module makes of a plan before it is asked for more.
type computed struct {
	schedule *timeline.Schedule
	estimate *estimate.Estimate
}

func (b *bench) look(asked url.Values) *look {
	n := b.chosen(asked)
	l := &look{bench: b, asked: asked, number: n, file: &b.files[n-1]}
	l.version = l.file.version() // before the file is read: a change in between shows later
	var err error
	if l.document, err = l.file.read(); err != nil {
		l.fail(err)
		return l
	}
	if l.saved, l.findings = plan.Read(b.book, l.file.name, bytes.NewReader(l.document)); l.saved == nil {
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

// chosen is the number of the plan that an address names, 1 where it names none.
func (b *bench) chosen(asked url.Values) int {
	if n, err := strconv.Atoi(asked.Get("plan")); err == nil && n > 0 && n <= len(b.files) {
		return n
	}
	return 1
}

func (l *look) fail(err error) { l.cannot = append(l.cannot, l.book.Words.Of(err)) }

func (b *bench) compute(p *plan.Plan) (*computed, error) {
	schedule, err := timeline.Compute(b.book, p)
	if err != nil {
		return nil, err
	}
	est, err := estimate.Compute(schedule, b.contributions)
	if err != nil {
		return nil, err
	}
	return &computed{schedule, est}, nil
}

// takeImport takes the file over that was dropped, as far as the plan can hold it.
func (l *look) takeImport() bool {
	id := l.asked.Get("import")
	if id == "" {
		return false
	}
	file := l.imports.find(id)
	if file == nil {
		l.cannot = append(l.cannot, l.book.Words.Say("workbench/import-gone", nil))
		return false
	}
	with := l.plan.Clone()
	findings, err := intake.Into(l.book, with, file.name, file.data)
	l.taken = findings
	if err != nil {
		l.fail(err)
		return false
	}
	usable, left := intake.Usable(l.book, with)
	l.plan, l.taken = usable, append(l.taken, left...)
	return true
}

// leftOut says how many values of the plan are not used; nothing where all are.
func (l *look) leftOut() lang.Text {
	n := len(drejebog.WithSeverity(l.findings, drejebog.SeverityError))
	if n == 0 {
		return lang.Text{}
	}
	return l.book.Words.Say("flag/left-out", lang.Args{"n": lang.Whole(n)})
}
