package golden_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/assert"
)

func TestKeysShowWhatAReaderOfTheDocumentCountsOn(t *testing.T) {
	assert.Equal(t, `. object
.day date|null
.kind string ["done" "notBegun"]
.list list
.list[] object
.list[].amount decimal
.list[].n? number
.of object
.of.* bool
.text string
`, golden.Keys(t,
		`{"day": "2014-06-27", "kind": "done", "list": [{"amount": "1.50", "n": 1}, {"amount": "-3"}], "of": {"4.1/a": true}, "text": "To ord."}`,
		`{"day": null, "kind": "notBegun", "list": [], "of": {}, "text": ""}`,
	))
}

func TestARenamedKeyALostColumnAndALostElementShow(t *testing.T) {
	assert.NotEqual(t, golden.Keys(t, `{"a": 1}`), golden.Keys(t, `{"b": 1}`))
	assert.NotEqual(t, golden.Keys(t, `{"a": 1}`), golden.Keys(t, `{"a": "1"}`))
	assert.NotEqual(t, golden.Keys(t, `[{"a": 1}, {"a": 1}]`), golden.Keys(t, `[{"a": 1}, {}]`))
	assert.Equal(t, "a;b\n+ 2 lines\n", golden.Head("a;b\n1;2\n3;4\n"))
	assert.Contains(t, golden.Elements("<p id=\"x\" class=\"a b\"><br/></p><br />"), "     2 br\n     1 p class id\n")
}

func TestASessionShowsCommandResultMessagesAndExitCode(t *testing.T) {
	run := func(args []string, stdout, stderr io.Writer) int {
		fmt.Fprintln(stdout, "result of", args[0])
		fmt.Fprintln(stderr, "beware")
		return 1
	}
	assert.Equal(t, "$ prog -x\nresult of -x\n[messages]\nbeware\n[exit code 1]\n", golden.Session("prog", []string{"-x"}, run))
	assert.Equal(t, "$ prog -x\nresult of -x\n+ 0 lines\n[messages]\nbeware\n[exit code 1]\n", golden.Session("prog", []string{"-x"}, run, golden.Head))
}
