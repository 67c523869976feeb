package main

import (
	"errors"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
)

// meet writes what to shorten so that a milestone is reached by a day:
// "4.8/bekraeftet@ky=2015-08-03".
func meet(sched *timeline.Schedule, question string, flags *cli.Flags) int {
	words := sched.Book.Words
	id, word, ok := strings.Cut(question, "=")
	if !ok {
		return flags.Fail(words.Say("tomeet-flag/form", lang.Args{"question": lang.Both(question)}))
	}
	day, err := period.ParseDay(word)
	if err != nil {
		return flags.FailError(err)
	}
	if seen := sched.SeenFrom(); day < seen {
		return flags.Fail(words.Say("tomeet-flag/past", lang.Args{"question": lang.Both(question), "day": lang.Day(seen)}))
	}
	cut, err := sched.ToMeet(id, day)
	if fault := (*timeline.QuestionError)(nil); errors.As(err, &fault) {
		return flags.Fail(words.Key("timeline-question", string(fault.Kind), lang.Args{"id": lang.Both(fault.ID), "day": lang.Day(fault.Day)}))
	}
	if err != nil {
		return flags.FailError(err)
	}
	return broken(writePart(sched.Book, part{timelinereport.Cut(sched, cut), cut}, "meet", flags), sched)
}
