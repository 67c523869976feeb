package readiness

import (
	"io/fs"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/rules"
)

// Rules are what readiness is measured by (package rules): the gates with their
// milestones, the topics with what each is judged by, the thresholds, and what the
// playbook itself lets a kommune prepare. Nobody changes them; any number of assessments
// share them.
type Rules struct{ rules *rules.Rules }

// Topic is something beside the requirements that decides whether a kommune can receive a
// system.
type Topic = rules.Topic

// LaterFact is something that became known after the playbook.
type LaterFact = rules.LaterFact

// LoadFS reads the rules from data files laid out as those of package seeds, and
// holds every id that they name against the playbook of the same files. The error
// is a *drejebog.SeedError with every fault and its place.
func LoadFS(files fs.FS) (*Rules, error) {
	book, err := drejebog.LoadFS(files)
	if err != nil {
		return nil, err
	}
	return RulesOf(book)
}

// RulesOf returns the rules among the data files that a book was loaded from, which
// are read once for all editions of it. The error is that of LoadFS.
func RulesOf(book *drejebog.Playbook) (*Rules, error) {
	read, err := rules.Of(book, needs)
	if err != nil {
		return nil, err
	}
	return &Rules{read}, nil
}

// Responsible is the id of the role that answers a requirement; "" for none.
func (r *Rules) Responsible(q *requirements.Requirement) string {
	switch {
	case q == nil:
		return ""
	case q.Responsible != "" || r == nil || r.rules == nil:
		return q.Responsible
	}
	return r.rules.IDs.Responsible
}

// base is an id without its project or system.
func base(id string) string {
	id, _, _ = strings.Cut(id, "@")
	return id
}
