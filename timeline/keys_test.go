package timeline_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

func TestTheScheduleIsToldAsItsGoldensSay(t *testing.T) {
	s := sampled(t, "odense.yaml")
	for file, language := range map[string]lang.Lang{"schedule.txt": lang.Danish, "schedule-en.txt": lang.English} {
		golden.File(t, "testdata/"+file, golden.Written(t, func(w io.Writer) error { return s.WriteText(w, language) }))
	}
	golden.File(t, "testdata/schedule-head.txt", golden.Head(golden.Written(t, s.WriteCSV)))
}

func TestAnExplanationIsToldAsItsGoldensSay(t *testing.T) {
	e, err := sampled(t, "odense.yaml").Explain("4.8/bekraeftelse@ky")
	require.NoError(t, err)
	for file, language := range map[string]lang.Lang{"explanation.txt": lang.Danish, "explanation-en.txt": lang.English} {
		golden.File(t, "testdata/"+file, golden.Written(t, func(w io.Writer) error { return e.WriteText(w, language) }))
	}
}

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
