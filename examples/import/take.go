package main

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/intake"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// take takes one file over into a plan, which may be new.
func take(book *drejebog.Playbook, p *plan.Plan, name string, isNew bool) ([]drejebog.Finding, error) {
	if ending := strings.ToLower(filepath.Ext(name)); slices.Contains([]string{".yaml", ".yml", ".json"}, ending) {
		return nil, strict.Part{Kind: "flag/is-a-plan", Values: map[string]any{"file": name}}
	}
	file, err := cli.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	data, err := io.ReadAll(io.LimitReader(file, mspdi.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if isNew {
		return intake.New(book, p, name, data)
	}
	return intake.Into(book, p, name, data)
}

// text is a plan as it is written.
func text(p *plan.Plan) ([]byte, error) {
	var out bytes.Buffer
	err := p.Write(&out)
	return out.Bytes(), err
}

// isSame reports whether a plan is written as a text.
func isSame(p *plan.Plan, before []byte) bool {
	after, err := text(p)
	return err == nil && bytes.Equal(before, after)
}
