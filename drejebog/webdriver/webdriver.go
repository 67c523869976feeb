package webdriver

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

// Browser is a headless Chromium, driven by chromedriver over the WebDriver
// protocol on this machine alone.
type Browser struct {
	T *testing.T // the test that a call is of; a part of it takes its place for a while

	session string // address of the session
}

var portLine = regexp.MustCompile(`started successfully on port (\d+)`)

// Start starts one, for as long as the test runs, and skips the test
// where none is installed.
func Start(t *testing.T) *Browser {
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
		b := &Browser{T: t, session: "http://127.0.0.1:" + p + "/session"}
		b.open(chromium)
		return b
	case <-time.After(20 * time.Second):
		t.Fatal("chromedriver does not start")
		return nil
	}
}

func (b *Browser) open(chromium string) {
	var opened struct{ SessionID string }
	b.Call(http.MethodPost, "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"goog:loggingPrefs": map[string]any{"browser": "ALL"},
		"goog:chromeOptions": map[string]any{
			"binary": chromium,
			"args": []string{
				"--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + b.T.TempDir(),
			},
		},
	}}}, &opened)
	require.NotEmpty(b.T, opened.SessionID)
	b.session += "/" + opened.SessionID
	b.T.Cleanup(func() { b.Call(http.MethodDelete, "", nil, nil) })
}

var client = http.Client{Timeout: 30 * time.Second}

// Call sends a command and reads its value, if it is wanted.
func (b *Browser) Call(method, path string, body, into any) {
	b.T.Helper()
	content := []byte("{}")
	if body != nil {
		var err error
		content, err = json.Marshal(body)
		require.NoError(b.T, err)
	}
	request, err := http.NewRequest(method, b.session+path, bytes.NewReader(content))
	require.NoError(b.T, err)
	response, err := client.Do(request)
	require.NoError(b.T, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(b.T, err)
	require.Equal(b.T, http.StatusOK, response.StatusCode, "%s %s: %s", method, path, text)
	if into != nil {
		answer := struct{ Value any }{into}
		require.NoError(b.T, json.Unmarshal(text, &answer))
	}
}

// Visit opens an address.
func (b *Browser) Visit(address string) {
	b.T.Helper()
	b.Call(http.MethodPost, "/url", map[string]any{"url": address}, nil)
}

// Resize sets the size of the page.
func (b *Browser) Resize(width, height int) {
	b.T.Helper()
	b.command("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
}

// Run runs a script in the page and reads what it returns.
func (b *Browser) Run(into any, script string, args ...any) {
	b.T.Helper()
	if args == nil {
		args = []any{}
	}
	b.Call(http.MethodPost, "/execute/sync", map[string]any{"script": script, "args": args}, into)
}

// Number runs an expression that is one.
func (b *Browser) Number(expression string, args ...any) (n float64) {
	b.T.Helper()
	b.Run(&n, "return "+expression, args...)
	return n
}

// Text runs an expression that is one.
func (b *Browser) Text(expression string, args ...any) (s string) {
	b.T.Helper()
	b.Run(&s, "return "+expression, args...)
	return s
}

// Yes runs an expression that is true or false.
func (b *Browser) Yes(expression string, args ...any) (ok bool) {
	b.T.Helper()
	b.Run(&ok, "return "+expression, args...)
	return ok
}

// The keys that WebDriver names by code points of their own.
const (
	KeyEnter = "\uE007"
	KeyEsc   = "\uE00C"
	KeyDown  = "\uE015"
	KeyEnd   = "\uE010"
	KeyHome  = "\uE011"
	KeyTab   = "\uE004"
)

// Part runs a part of a test on the same browser.
func (b *Browser) Part(name string, test func(t *testing.T)) {
	b.T.Helper()
	b.T.Run(name, func(t *testing.T) {
		defer func(whole *testing.T) { b.T = whole }(b.T)
		b.T = t
		test(t)
	})
}

// Press presses keys one after the other, on what has the focus.
func (b *Browser) Press(keys ...string) {
	b.T.Helper()
	var actions []map[string]any
	for _, key := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": key}, map[string]any{"type": "keyUp", "value": key})
	}
	b.Call(http.MethodPost, "/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}}, nil)
}

// Click presses the mouse on the middle of the first element of a selector.
func (b *Browser) Click(selector string) {
	b.T.Helper()
	var found map[string]string
	b.Call(http.MethodPost, "/element", map[string]any{"using": "css selector", "value": selector}, &found)
	for _, id := range found {
		b.Call(http.MethodPost, "/element/"+id+"/click", nil, nil)
	}
}

// Choose sets a field as a user does.
func (b *Browser) Choose(id, value string) {
	b.T.Helper()
	b.Run(nil, `const e = document.getElementById(arguments[0]); e.value = arguments[1];
		e.dispatchEvent(new Event("input", {bubbles: true}))`, id, value)
}

// Complaints are what the console has to say since it was last asked.
func (b *Browser) Complaints() []string {
	b.T.Helper()
	var entries []struct{ Level, Message string }
	b.Call(http.MethodPost, "/se/log", map[string]any{"type": "browser"}, &entries)
	var list []string
	for _, e := range entries {
		list = append(list, fmt.Sprint(e.Level, " ", e.Message))
	}
	return list
}
