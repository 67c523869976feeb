package timeline_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

func TestTheKeysOfEveryResultAreThoseOfItsGolden(t *testing.T) {
	kinds := map[string]func(*timeline.Schedule) func(io.Writer) error{
		"schedule": func(s *timeline.Schedule) func(io.Writer) error { return s.WriteJSON },
		"view":     func(s *timeline.Schedule) func(io.Writer) error { return s.View(timeline.ByProject).WriteJSON },
		"agenda":   func(s *timeline.Schedule) func(io.Writer) error { return s.Agenda(30, 90).WriteJSON },
		"waiting":  func(s *timeline.Schedule) func(io.Writer) error { return s.WaitingFor().WriteJSON },
		"quality":  func(s *timeline.Schedule) func(io.Writer) error { return s.Quality().WriteJSON },
		"budget":   func(s *timeline.Schedule) func(io.Writer) error { return s.Budget().WriteJSON },
		"explanation": func(s *timeline.Schedule) func(io.Writer) error {
			e, err := s.Explain("4.8/bekraeftelse@ky")
			require.NoError(t, err)
			return e.WriteJSON
		},
		"compare": func(s *timeline.Schedule) func(io.Writer) error {
			return timeline.Compare(compute(t, plan.New("Roskilde")), s).WriteJSON
		},
	}
	schedules := []*timeline.Schedule{compute(t, plan.New("Roskilde"))}
	for _, name := range []string{"odense.yaml", "skive.yaml", "hjoerring.yaml"} {
		schedules = append(schedules, sampled(t, name))
	}
	for kind, writer := range kinds {
		var documents []string
		for _, s := range schedules {
			documents = append(documents, golden.Written(t, writer(s)))
		}
		golden.File(t, "testdata/"+kind+"-keys.txt", golden.Keys(t, documents...))
	}
}
