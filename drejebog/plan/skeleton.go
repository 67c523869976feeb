package plan

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds"
)

// skeletonFile is the plan to begin with, among the data files.
const skeletonFile = "skeleton/plan.yaml"

// WriteSkeleton writes a plan for a kommune to begin with: who it is, what was
// known when, the national go-lives, and every other key explained in Danish
// with an example that is commented out. Read finds nothing in it. The error
// is a *drejebog.KommuneError for a kommune that is none.
func WriteSkeleton(w io.Writer, book *drejebog.Playbook, kommune string) error {
	k, err := book.Kommune(kommune)
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(seeds.Files(), skeletonFile)
	if err != nil {
		return fmt.Errorf("the skeleton of a plan cannot be read: %w", err)
	}
	places := []string{"{kommune}", k.Name, "{asOf}", book.Known.String()}
	nodes, _ := book.Network()
	for i := range nodes {
		if m := nodes[i].Milestone; m == nil || m.Kind != drejebog.GoLive {
			continue
		}
		when := When{Unknown: true}
		if days, ok := book.DatesOf(&nodes[i], nil); ok {
			when = When{Date: days.First}
		}
		day, err := when.MarshalText()
		if err != nil {
			return err
		}
		places = append(places, "{"+nodes[i].ID+"}", string(day))
	}
	_, err = io.WriteString(w, strings.NewReplacer(places...).Replace(string(text)))
	return err
}
