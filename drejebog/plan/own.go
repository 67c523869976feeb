package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// OwnID returns the id of the own task that another program's list means by a
// name and the id of a project, or else one that is free for it. Of a name that
// stands twice, the tasks are told apart by their order: those that are taken
// are passed over. Where the project is not known, the one task of that name is
// meant, whatever it is for; near holds the ids of several.
func (p *Plan) OwnID(name, project string, taken func(id string) bool) (id string, near []string) {
	name = strings.TrimSpace(name)
	var same, others []string // for this project, and for another
	for _, id := range sortedKeys(p.Own) {
		own := p.Own[id]
		switch {
		case !strings.EqualFold(strings.TrimSpace(own.Name), name) || taken(id):
		case own.Project == project:
			same = append(same, id)
		case project == "":
			others = append(others, id)
		}
	}
	switch {
	case len(same) > 0:
		return slices.MinFunc(same, byNumber), nil
	case len(others) == 1:
		return others[0], nil
	}
	base := "own/" + cmp.Or(Slug(name), "opgave")
	id = base
	for n := 2; taken(id) || p.hasOwn(id); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id, others
}

// byNumber orders ids that differ in the number behind them: 2 before 10.
func byNumber(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) }

func (p *Plan) hasOwn(id string) bool {
	_, has := p.Own[id]
	return has
}
