package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/webdriver"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// browsed is the program with plans, as it listens, and its page in a real browser.
type browsed struct {
	*webdriver.Browser
	home string // address of the page
}

func browse(t *testing.T, paths ...string) *browsed {
	t.Helper()
	b := webdriver.Start(t)
	p := opened(t, paths...)
	listener, g, err := listen()
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- serve(ctx, listener, g.protect(p.bench.handler())) }()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, <-ended)
	})
	b.Visit(g.address())
	home, _, _ := strings.Cut(g.address(), "?")
	require.Equal(t, home, b.Text("location.href"), "the token has left the address")
	return &browsed{b, home}
}

// soon waits until an expression is true, which the page brings about by itself.
func (b *browsed) soon(expression string, args ...any) {
	b.T.Helper()
	require.Eventually(b.T, func() bool { return b.Yes(expression, args...) }, 20*time.Second, 50*time.Millisecond, expression)
}

// write puts a text into the field that has the focus, and leaves it.
func (b *browsed) write(text string) {
	b.Run(nil, "document.activeElement.select()")
	b.Press(strings.Split(text, "")...)
	b.Press(webdriver.KeyTab)
}

const (
	moved    = `document.getElementById("moved").textContent`
	overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
)

// One browser serves all parts.
func TestThePageInABrowser(t *testing.T) {
	file := sample(t, "odense.yaml")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	long := saved(t, "long.yaml", "kommune: Lemvig\nown:\n  own/x: {name: "+strings.Repeat("Godkendelsesprocedure", 20)+", project: sapa, duration: 3, plannedStart: 2014-09-01, deadline: 2014-09-02}\n")
	b := browse(t, file, saved(t, "empty.yaml", "kommune: Roskilde\n"), long, saved(t, "broken.yaml", "kommune: Roskylde\n"))
	part := func(name string, test func(*testing.T)) {
		t.Run(name, func(t *testing.T) {
			defer func(whole *testing.T) { b.T = whole }(b.T)
			b.T = t
			test(t)
			assert.Empty(t, b.Complaints())
		})
	}
	for _, width := range []int{1280, 390} {
		for plan := range 4 {
			for i, v := range views {
				if os.Getenv("MONOPOLBRUD_FULL") == "" && i%len(views) != (plan+width)%len(views) && (plan != 2 || width > 390) {
					continue // the long one is looked at from every side
				}
				part(fmt.Sprintf("plan %d, %s, is for everybody at %d pixels", plan, v.Name, width), func(t *testing.T) {
					b.Look(width, 844, i%2 == 1)
					b.Visit(fmt.Sprintf("%s?plan=%d&view=%s&goLive@ky=2016-06-01", b.home, plan, v.Name))
					assert.LessOrEqual(t, b.Number(overflow), 0.0)
					b.Run(nil, `for (const d of document.querySelectorAll("details")) d.open = true`)
					assert.Empty(t, b.Faults())
				})
			}
		}
	}
	b.Look(1280, 900, false)
	part("a date is changed, seen and reset by keys alone", func(t *testing.T) {
		b.Visit(b.home + "?plan=0&view=budget")
		whole := b.Text(`document.getElementById("result").innerText`)
		b.Run(nil, `document.getElementById("goLive@sapa").focus()`)
		b.write("1/5-2016")
		b.soon(moved + `.includes("61 dage senere") && location.search.includes("goLive%40sapa")`)
		assert.Equal(t, "assumed@sapa", b.Text("document.activeElement.id"), "the focus stays where it was going")
		assert.Contains(t, b.Text(moved), "SAPA: 61.000 kr. nye penge flytter fra budget 2015 til budget 2016.")
		assert.NotEqual(t, whole, b.Text(`document.getElementById("result").innerText`))
		b.Run(nil, `document.getElementById("reset").focus()`)
		b.Press(webdriver.KeyEnter)
		b.soon(moved + ` === ""`)
		assert.Equal(t, whole, b.Text(`document.getElementById("result").innerText`))
		assert.Equal(t, "2016-03-01", b.Text(`document.getElementById("goLive@sapa").value`))
	})
	part("a date that cannot be read is told at its field", func(t *testing.T) {
		b.Run(nil, `document.getElementById("goLive@ky").focus()`)
		b.write("snart")
		b.soon(`document.getElementById("goLive@ky").hasAttribute("aria-invalid")`)
		assert.Contains(t, b.Text(`document.getElementById("fault-goLive@ky").textContent`), "Skriv en dato som")
		b.Run(nil, `document.getElementById("goLive@ky").focus()`)
		b.write("2016-02-01")
		b.soon(`!document.getElementById("goLive@ky").hasAttribute("aria-invalid")`)
	})
	part("a file that is edited shows by itself, and what is being asked stays", func(t *testing.T) {
		b.Visit(b.home + "?plan=0")
		b.Run(nil, `document.getElementById("goLive@sapa").focus()`)
		b.write("2016-05-01")
		b.soon(moved + ` !== ""`)
		require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(text), "ky: {goLive: 2016-02-01", "ky: {goLive: 2016-04-04", 1)), 0o600))
		b.soon(`document.getElementById("goLive@ky").value === "2016-04-04"`)
		assert.Equal(t, "2016-05-01", b.Text(`document.getElementById("goLive@sapa").value`))
		assert.NotContains(t, b.Text(moved), "(KY)")
		require.NoError(t, os.WriteFile(file, []byte("kommune: [\n"), 0o600))
		b.soon(`document.getElementById("whatif") === null && document.querySelector("details").open`)
		require.NoError(t, os.WriteFile(file, text, 0o600))
		b.soon(`document.getElementById("goLive@sapa") !== null`)
	})
	part("two tabs do not meet", func(t *testing.T) {
		b.Visit(b.home + "?plan=0")
		first := b.Text("name = 'first'")
		var handle string
		b.Call("GET", "/window", nil, &handle)
		var opened struct{ Handle string }
		b.Call("POST", "/window/new", map[string]any{"type": "tab"}, &opened)
		b.Call("POST", "/window", map[string]any{"handle": opened.Handle}, nil)
		b.Visit(b.home + "?plan=0&goLive@ky=2016-09-01")
		assert.Contains(t, b.Text(moved), "(KY)")
		b.Call("DELETE", "/window", nil, nil)
		b.Call("POST", "/window", map[string]any{"handle": handle}, nil)
		assert.Equal(t, first, b.Text("name"))
		b.Run(nil, "location.reload()")
		assert.Empty(t, b.Text(moved))
	})
	part("a file is dropped on the page", func(t *testing.T) {
		b.Visit(b.home + "?plan=0&goLive@sapa=2016-05-01")
		b.Run(nil, `
			const data = new DataTransfer();
			data.items.add(new File(["Opgave;Varighed\n4.1/overblik;12\n4.10/superbrugere@ky;lang tid\n"], "opgaver.csv"));
			document.body.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: data}))`)
		b.soon(`location.search.includes("import=1")`)
		b.soon(`document.querySelector("details").textContent.includes("opgaver.csv:3:2")`)
		assert.Equal(t, "2016-05-01", b.Text(`document.getElementById("goLive@sapa").value`))
	})
	part("no text of a plan becomes markup", func(t *testing.T) {
		turned, texts := booktest.Turned(t, "odense.yaml")
		require.Greater(t, texts, 20)
		hostile := strings.ReplaceAll(string(turned), `\u202E`, `\"'></script></style><img src=x onerror=window.hacked=1>`)
		require.NotEqual(t, string(turned), hostile)
		require.NoError(t, os.WriteFile(filepath.Clean(file), []byte(hostile), 0o600))
		shown := 0
		for _, v := range views {
			b.Visit(b.home + "?plan=0&view=" + v.Name + "&goLive@ky=" + url.QueryEscape(`"><img src=x onerror=window.hacked=1>`))
			assert.Zero(t, b.Number(`document.querySelectorAll("main img:not(figure img), iframe, object, embed, [onerror]").length`))
			assert.Equal(t, 1.0, b.Number("document.scripts.length"))
			if b.Yes(`document.querySelector("main").textContent.includes("<img")`) {
				shown++
			}
			assert.True(t, b.Yes("window.hacked === undefined"))
		}
		assert.Greater(t, shown, 4, "it stands there as text")
	})
}
