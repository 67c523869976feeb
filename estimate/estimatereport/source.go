package estimatereport

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
)

// Source says in words where an amount or an input of an estimate comes from: the
// kommune's plan and its line for "plan:12", the name of a contribution for its
// id, and else what stands there.
func Source(e *estimate.Estimate, source string) lang.Text {
	t, ok := tell(e)
	if !ok {
		return lang.Both(source)
	}
	var parts []lang.Text
	for _, part := range strings.Split(source, "; ") {
		head, rest, _ := strings.Cut(part, ":")
		switch line, err := strconv.Atoi(rest); {
		case head == "plan" && err == nil:
			parts = append(parts, t.text("estimate/plan-line", lang.Args{"line": lang.Plain(line)}))
		case head == "plan":
			parts = append(parts, t.text("common/the-kommunes-plan", nil))
		default:
			parts = append(parts, lang.Joined("", t.contribution(head), lang.Both(strings.TrimPrefix(part, head))))
		}
	}
	return lang.Joined("; ", parts...)
}

// contribution is the name of a contribution, or what stands in the place of an
// id.
func (t *telling) contribution(id string) lang.Text {
	for _, list := range [][]estimate.Contribution{t.est.Contributions, t.est.Awaited} {
		for i := range list {
			if list[i].ID == id {
				return list[i].Name
			}
		}
	}
	return lang.Both(id)
}
