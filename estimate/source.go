package estimate

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// SourceOf says where an amount or an input comes from: the kommune's plan and
// its line for "plan:12", the name of a contribution for its id, and else what
// stands there.
func (e *Estimate) SourceOf(source string) lang.Series {
	if e == nil || e.sched == nil {
		return lang.SeriesOf("", []lang.Text{lang.Both(source)})
	}
	var parts []lang.Value
	for _, part := range strings.Split(source, "; ") {
		head, rest, _ := strings.Cut(part, ":")
		switch line, err := strconv.Atoi(rest); {
		case head == "plan" && err == nil:
			parts = append(parts, e.say("estimate/plan-line", lang.Args{"line": lang.Plain(line)}))
		case head == "plan":
			parts = append(parts, e.say("common/the-kommunes-plan", nil))
		default:
			parts = append(parts, lang.SeriesOf("", []lang.Text{e.ContributionName(head), lang.Both(strings.TrimPrefix(part, head))}))
		}
	}
	return lang.SeriesOf("; ", parts)
}

// PlanSource is the source of a figure at a path of the kommune's plan: "plan:12",
// or "plan" for a plan that was not read from a file. SourceOf tells it.
func (e *Estimate) PlanSource(path string) string {
	place, _ := e.plan.Where(path)
	return sourceText(place, "plan")
}

// ContributionName is the name of a contribution, or what stands in the place of
// an id.
func (e *Estimate) ContributionName(id string) lang.Text {
	for _, list := range [][]Contribution{e.Contributions, e.Awaited} {
		for i := range list {
			if list[i].ID == id {
				return list[i].Name
			}
		}
	}
	return lang.Both(id)
}
