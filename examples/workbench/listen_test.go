package main

import (
	"bufio"
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each rule keeps out what the one before it would let in: take it away, and its row
// fails.
func TestOnlyThePagesOwnRequestsComeIn(t *testing.T) {
	p := opened(t, sample(t, "skive.yaml"))
	other := newGuard(port)
	for _, c := range []struct {
		name   string
		method string
		change func(*http.Request)
		want   int
	}{
		{"the page's own", "GET", func(*http.Request) {}, http.StatusOK},
		{"by its other name", "GET", func(r *http.Request) { r.Host = fmt.Sprintf("localhost:%d", port) }, http.StatusOK},
		{"a name that was made to lead here", "GET", func(r *http.Request) { r.Host = fmt.Sprintf("evil.example:%d", port) }, http.StatusForbidden},
		{"no port", "GET", func(r *http.Request) { r.Host = "127.0.0.1" }, http.StatusForbidden},
		{"another port", "GET", func(r *http.Request) { r.Host = "127.0.0.1:80" }, http.StatusForbidden},
		{"another address of this machine", "GET", func(r *http.Request) { r.Host = fmt.Sprintf("127.0.0.2:%d", port) }, http.StatusForbidden},
		{"no host", "GET", func(r *http.Request) { r.Host = "" }, http.StatusForbidden},
		{"no cookie", "GET", func(r *http.Request) { r.Header.Del("Cookie") }, http.StatusForbidden},
		{"an empty cookie", "GET", func(r *http.Request) { r.Header.Set("Cookie", p.cookie+"=") }, http.StatusForbidden},
		{"the cookie of another program", "GET", func(r *http.Request) { r.Header.Set("Cookie", p.cookie+"="+other.token) }, http.StatusForbidden},
		{"the token under another name", "GET", func(r *http.Request) { r.Header.Set("Cookie", "workbench="+p.token) }, http.StatusForbidden},
		{"half the token", "GET", func(r *http.Request) { r.Header.Set("Cookie", p.cookie+"="+p.token[:16]) }, http.StatusForbidden},
		{"another token in the address", "GET", func(r *http.Request) {
			r.Header.Del("Cookie")
			r.URL.RawQuery = "token=" + other.token
		}, http.StatusForbidden},
		{"the token in the address, by another name of the machine", "GET", func(r *http.Request) {
			r.Host = "evil.example"
			r.URL.RawQuery = "token=" + p.token
		}, http.StatusForbidden},
		{"a form of another page", "POST", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, http.StatusForbidden},
		{"a form of another port of this machine", "POST", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") }, http.StatusForbidden},
		{"a form of another page, from an old browser", "POST", func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:80") }, http.StatusForbidden},
		{"a form of the page itself", "POST", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-origin") }, http.StatusSeeOther},
		{"to write a plan", "PUT", func(*http.Request) {}, http.StatusMethodNotAllowed},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := p.request(c.method, "/")
			if c.method == "POST" {
				r = p.upload("/import", "x.csv", "Opgave;Varighed\n4.1/overblik;12\n")
			}
			c.change(r)
			w := p.answer(r)
			assert.Equal(t, c.want, w.Code)
			if c.want == http.StatusForbidden {
				assert.NotContains(t, w.Body.String(), "Skive")
				assert.Empty(t, w.Result().Cookies())
			}
		})
	}
}

func TestTheTokenIsExchangedForACookieAndLeavesTheAddress(t *testing.T) {
	p := opened(t, sample(t, "skive.yaml"))
	printed, err := url.Parse(p.address())
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("127.0.0.1:%d", port), printed.Host)
	r := p.request("GET", "/?token="+p.token)
	r.Header.Del("Cookie")
	w := p.answer(r)
	assert.Equal(t, http.StatusSeeOther, w.Code)
	assert.Equal(t, "/", w.Header().Get("Location"))
	require.Len(t, w.Result().Cookies(), 1)
	cookie := w.Result().Cookies()[0]
	assert.Equal(t, fmt.Sprintf("workbench-%d", port), cookie.Name, "programs of one machine share their cookies")
	assert.True(t, cookie.HttpOnly)
	assert.Equal(t, http.SameSiteStrictMode, cookie.SameSite)
	r = p.request("GET", "/")
	r.Header.Del("Cookie")
	r.AddCookie(cookie)
	assert.Equal(t, http.StatusOK, p.answer(r).Code)
}

func TestATokenHas128BitsOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		token := newGuard(port).token
		assert.Regexp(t, `^[0-9a-f]{32}$`, token)
		assert.False(t, seen[token])
		seen[token] = true
	}
}

// The head of every answer, refusals among them, says what a browser may do with it.
func TestEveryAnswerSaysWhatABrowserMayDo(t *testing.T) {
	p := opened(t, sample(t, "skive.yaml"))
	page := p.page("/")
	stranger := p.request("GET", "/")
	stranger.Header.Del("Cookie")
	for _, r := range []*http.Request{
		p.request("GET", "/"), p.request("GET", "/version"), p.request("GET", "/file/budget/json"), p.request("GET", "/none"),
		p.request("GET", "/?token="+p.token), p.upload("/import", "x.csv", "x"), stranger,
	} {
		head := p.answer(r).Header()
		assert.Equal(t, "no-referrer", head.Get("Referrer-Policy"), r.URL)
		assert.Equal(t, "no-store", head.Get("Cache-Control"), r.URL)
		assert.Equal(t, "nosniff", head.Get("X-Content-Type-Options"), r.URL)
		rules := strings.Split(head.Get("Content-Security-Policy"), "; ")
		require.Len(t, rules, 8)
		assert.Equal(t, "default-src 'none'", rules[0])
		assert.Equal(t, []string{"style-src " + digest(within(page, "style")), "script-src " + digest(within(page, "script"))}, rules[1:3])
		assert.Equal(t, []string{"connect-src 'self'", "img-src data:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"}, rules[3:])
	}
}

// within is what stands in the first element of a name.
func within(page, element string) string {
	_, rest, _ := strings.Cut(page, "<"+element+">")
	text, _, _ := strings.Cut(rest, "</"+element+">")
	return text
}

func TestABodyHasAtMostFourMebibytes(t *testing.T) {
	p := opened(t, sample(t, "skive.yaml"))
	row := "4.1/overblik;12\n"
	w := p.answer(p.upload("/import", "x.csv", "Opgave;Varighed\n"+strings.Repeat(row, (4<<20)/len(row))))
	assert.Equal(t, http.StatusRequestEntityTooLarge, w.Code)
	assert.Equal(t, "Filen er større end 4 MiB.\n", w.Body.String())
	w = p.answer(p.upload("/import", "x.csv", "Opgave;Varighed\n"+strings.Repeat(row, (4<<20)/len(row)-100)))
	assert.Equal(t, http.StatusSeeOther, w.Code)
}

// A client that says nothing, or never ends, does not keep a connection for ever.
func TestTheServerHasItsTimeouts(t *testing.T) {
	server := newServer(nil)
	assert.Positive(t, server.ReadHeaderTimeout)
	assert.Positive(t, server.ReadTimeout)
	assert.Positive(t, server.WriteTimeout)
	assert.Positive(t, server.IdleTimeout)
	assert.LessOrEqual(t, server.MaxHeaderBytes, 64<<10)
}

func TestItListensOnAFreePortOfThisMachineOnly(t *testing.T) {
	first, g, err := listen()
	require.NoError(t, err)
	defer func() { _ = first.Close() }()
	second, h, err := listen()
	require.NoError(t, err)
	defer func() { _ = second.Close() }()
	at := first.Addr().(*net.TCPAddr)
	assert.True(t, at.IP.Equal(net.IPv4(127, 0, 0, 1)))
	assert.Contains(t, g.address(), fmt.Sprintf("127.0.0.1:%d/", at.Port))
	assert.NotEqual(t, g.hosts, h.hosts)
}

// The whole program stands behind its guard and its bounds, and ends when it is told to.
func TestItIsGuardedAndEndsOnASignal(t *testing.T) {
	ctx, stop := untilTold()
	defer stop()
	out, in := io.Pipe()
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, []string{sample(t, "skive.yaml")}, in, io.Discard) }()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	address, err := url.Parse(strings.TrimSpace(line))
	require.NoError(t, err)
	code := func(query string, words int) int {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+address.Host+"/?"+query, nil)
		require.NoError(t, err)
		r.Header.Set("X-Words", strings.Repeat("a", words))
		answer, err := http.DefaultTransport.RoundTrip(r)
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		return answer.StatusCode
	}
	assert.Equal(t, http.StatusForbidden, code("", 0))
	assert.Equal(t, http.StatusSeeOther, code(address.RawQuery, 0))
	assert.Equal(t, http.StatusRequestHeaderFieldsTooLarge, code(address.RawQuery, 80<<10))
	self, err := os.FindProcess(os.Getpid())
	require.NoError(t, err)
	if err := self.Signal(syscall.SIGTERM); err != nil {
		stop() // a system without it
	}
	assert.Equal(t, 0, <-ended)
	_, err = net.Dial("tcp", address.Host)
	assert.Error(t, err)
}

// What is being answered when the program is told to end is answered.
func TestItEndsWhatItHasBegun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	listener, _, err := listen()
	require.NoError(t, err)
	began, answered, ended := make(chan bool), make(chan error, 1), make(chan error, 1)
	go func() {
		ended <- serve(ctx, listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			began <- true
			time.Sleep(50 * time.Millisecond)
			_, _ = io.WriteString(w, "whole")
		}))
	}()
	go func() {
		answer, err := http.Get("http://" + listener.Addr().String())
		if err == nil {
			_, err = io.ReadAll(answer.Body)
		}
		answered <- err
	}()
	<-began
	stop()
	assert.NoError(t, <-answered)
	assert.NoError(t, <-ended)
}

// How long a comparison takes says nothing of the token: no operator compares it.
func TestTheTokenIsComparedInConstantTime(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "listen.go", nil, 0)
	require.NoError(t, err)
	constant := 0
	isToken := func(n ast.Node) (is bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "ConstantTimeCompare" {
					constant++
					return false
				}
			}
			name, ok := n.(*ast.SelectorExpr)
			is = is || ok && name.Sel.Name == "token"
			return true
		})
		return is
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if b, ok := n.(*ast.BinaryExpr); ok && (b.Op == token.EQL || b.Op == token.NEQ) {
			assert.False(t, isToken(b.X) || isToken(b.Y), "an operator compares the token")
		}
		return true
	})
	assert.Positive(t, constant)
}
