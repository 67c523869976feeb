package main

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

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
		assert.Regexp(t, `^style-src 'sha256-[A-Za-z0-9+/]{43}='$`, rules[1])
		assert.Regexp(t, `^script-src 'sha256-[A-Za-z0-9+/]{43}='$`, rules[2])
		assert.Equal(t, []string{"connect-src 'self'", "img-src data:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"}, rules[3:])
	}
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
	assert.Equal(t, at.Port, g.port)
	assert.NotEqual(t, g.port, h.port)
}
