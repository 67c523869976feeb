package gantt_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// browser is a headless Chromium, driven by chromedriver over the WebDriver
// protocol on this machine alone.
type browser struct {
	t       *testing.T
	session string // address of the session
}

var portLine = regexp.MustCompile(`started successfully on port (\d+)`)

// startBrowser starts one, for as long as the test runs, and skips the test
// where none is installed.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	driver, err1 := exec.LookPath("chromedriver")
	chromium, err2 := exec.LookPath("chromium")
	if err1 != nil || err2 != nil {
		t.Skip("chromium and chromedriver are not installed")
	}
	command := exec.Command(driver, "--port=0")
	out, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	port := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if found := portLine.FindStringSubmatch(lines.Text()); found != nil {
				port <- found[1]
			}
		}
	}()
	select {
	case p := <-port:
		b := &browser{t: t, session: "http://127.0.0.1:" + p + "/session"}
		b.open(chromium)
		return b
	case <-time.After(20 * time.Second):
		t.Fatal("chromedriver does not start")
		return nil
	}
}

func (b *browser) open(chromium string) {
	var opened struct{ SessionID string }
	b.call("POST", "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"goog:loggingPrefs": map[string]any{"browser": "ALL"},
		"goog:chromeOptions": map[string]any{
			"binary": chromium,
			"args": []string{
				"--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + b.t.TempDir(),
			},
		},
	}}}, &opened)
	require.NotEmpty(b.t, opened.SessionID)
	b.session += "/" + opened.SessionID
	b.t.Cleanup(func() { b.call("DELETE", "", nil, nil) })
}

var client = http.Client{Timeout: 30 * time.Second}

// call sends a command and reads its value, if it is wanted.
func (b *browser) call(method, path string, body, into any) {
	b.t.Helper()
	content := []byte("{}")
	if body != nil {
		var err error
		content, err = json.Marshal(body)
		require.NoError(b.t, err)
	}
	request, err := http.NewRequest(method, b.session+path, bytes.NewReader(content))
	require.NoError(b.t, err)
	response, err := client.Do(request)
	require.NoError(b.t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(b.t, err)
	require.Equal(b.t, http.StatusOK, response.StatusCode, "%s %s: %s", method, path, text)
	if into != nil {
		answer := struct{ Value any }{into}
		require.NoError(b.t, json.Unmarshal(text, &answer))
	}
}

func (b *browser) visit(file string) {
	b.t.Helper()
	b.call("POST", "/url", map[string]any{"url": "file://" + file}, nil)
}

// resize sets the size of the page.
func (b *browser) resize(width, height int) {
	b.t.Helper()
	b.call("POST", "/goog/cdp/execute", map[string]any{"cmd": "Emulation.setDeviceMetricsOverride", "params": map[string]any{
		"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
	}}, nil)
}

// run runs a script in the page and reads what it returns.
func (b *browser) run(into any, script string, args ...any) {
	b.t.Helper()
	if args == nil {
		args = []any{}
	}
	b.call("POST", "/execute/sync", map[string]any{"script": script, "args": args}, into)
}

// number, text and yes run an expression.
func (b *browser) number(expression string, args ...any) (n float64) {
	b.t.Helper()
	b.run(&n, "return "+expression, args...)
	return n
}

func (b *browser) text(expression string, args ...any) (s string) {
	b.t.Helper()
	b.run(&s, "return "+expression, args...)
	return s
}

func (b *browser) yes(expression string, args ...any) (ok bool) {
	b.t.Helper()
	b.run(&ok, "return "+expression, args...)
	return ok
}

// The keys that WebDriver names by code points of their own.
const (
	keyEnter = "\uE007"
	keyEsc   = "\uE00C"
	keyDown  = "\uE015"
	keyEnd   = "\uE010"
	keyHome  = "\uE011"
)

// press presses keys one after the other, on what has the focus.
func (b *browser) press(keys ...string) {
	b.t.Helper()
	var actions []map[string]any
	for _, key := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": key}, map[string]any{"type": "keyUp", "value": key})
	}
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}}, nil)
}

// click presses the mouse on the middle of the first element of a selector.
func (b *browser) click(selector string) {
	b.t.Helper()
	var found map[string]string
	b.call("POST", "/element", map[string]any{"using": "css selector", "value": selector}, &found)
	for _, id := range found {
		b.call("POST", "/element/"+id+"/click", nil, nil)
	}
}

// choose sets a field as a user does.
func (b *browser) choose(id, value string) {
	b.t.Helper()
	b.run(nil, `const e = document.getElementById(arguments[0]); e.value = arguments[1];
		e.dispatchEvent(new Event("input", {bubbles: true}))`, id, value)
}

// complaints are what the console has to say since it was last asked.
func (b *browser) complaints() []string {
	b.t.Helper()
	var entries []struct{ Level, Message string }
	b.call("POST", "/se/log", map[string]any{"type": "browser"}, &entries)
	var list []string
	for _, e := range entries {
		list = append(list, fmt.Sprint(e.Level, " ", e.Message))
	}
	return list
}
