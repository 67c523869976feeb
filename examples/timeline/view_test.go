package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/stretchr/testify/assert"
)

// program runs the program and returns what it wrote.
func program(args ...string) (code int, stdout, stderr string) {
	var out, messages bytes.Buffer
	code = run(args, &out, &messages)
	return code, out.String(), messages.String()
}

func TestEveryViewComesAsTextAndJSON(t *testing.T) {
	for i := range views {
		word := views[i].word
		code, text, _ := program("-kommune", "Vejen", "-view", word)
		assert.Equal(t, cli.Fine, code, word)
		assert.Contains(t, text, "Vejen Kommune", word)
		code, english, _ := program("-kommune", "Vejen", "-view", word, "-lang", "en")
		assert.Equal(t, cli.Fine, code, word)
		assert.NotEqual(t, text, english, word)
		code, data, _ := program("-kommune", "Vejen", "-view", word, "-format", "json")
		assert.Equal(t, cli.Fine, code, word)
		assert.True(t, json.Valid([]byte(data)), word)
	}
}

func TestWhatHasChangedSinceAnotherPlan(t *testing.T) {
	code, text, _ := program("-plan", "../plans/lemvig.yaml", "-against", "../plans/lemvig.yaml")
	assert.Equal(t, cli.Fine, code)
	assert.Contains(t, text, "Der er ingen forskel.")
	code, text, _ = program("-plan", "../plans/skive.yaml", "-against", "../plans/lemvig.yaml")
	assert.Equal(t, cli.Findings, code, "Skive's plan breaks a deadline")
	assert.Contains(t, text, "HVAD ER ÆNDRET: Lemvig og Skive")
}

func TestOneQuestionAtATime(t *testing.T) {
	code, _, message := program("-why", "golive@ky", "-view", "next")
	assert.Equal(t, cli.BadInput, code)
	assert.Contains(t, message, "-why, -view: vælg en af dem")
}

func TestViewsAndComparisonsRefuseBadInputInOneLine(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"-view", "nxt"}, "mente du next?"},
		{[]string{"-view", "next", "-format", "svg"}, "-view skriver ikke svg: vælg mellem text, json, html"},
		{[]string{"-against", "no-such.yaml"}, "no-such.yaml kan ikke åbnes"},
		{[]string{"-against", "../plans/lemvig.yaml", "-format", "csv"}, "-against skriver ikke csv"},
	} {
		code, out, messages := program(c.args...)
		assert.Equal(t, cli.BadInput, code, c.args)
		assert.Empty(t, out, c.args)
		assert.Contains(t, messages, c.says)
		assert.Equal(t, 1, strings.Count(messages, "\n"))
	}
}
