package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/require"
)

const port = 4711

// tested is the program of a test: what it would serve, and its guard.
type tested struct {
	t testing.TB
	*guard
	handler http.Handler
	bench   *bench
}

// opened is the program with plans, by their paths.
func opened(t testing.TB, paths ...string) *tested {
	t.Helper()
	flags := cli.New("workbench")
	flags.TakesArguments(lang.Both("PLAN …"))
	flags.TakesNames(false)
	_, ok := flags.Parse(paths, io.Discard, io.Discard)
	require.True(t, ok)
	b, err := newBench(flags, func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) })
	require.NoError(t, err)
	g := newGuard(port)
	return &tested{t, g, g.protect(b.handler()), b}
}

// saved is a plan in a folder of the test's own.
func saved(t testing.TB, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// sample is a sample plan, saved.
func sample(t testing.TB, name string) string {
	t.Helper()
	text, err := plans.Files().(interface {
		ReadFile(string) ([]byte, error)
	}).ReadFile(name)
	require.NoError(t, err)
	return saved(t, name, string(text))
}

// request is what the program's own page asks.
func (p *tested) request(method, address string) *http.Request {
	r := httptest.NewRequest(method, address, nil)
	r.Host = p.hosts[0]
	r.AddCookie(&http.Cookie{Name: p.cookie, Value: p.token})
	return r
}

func (p *tested) answer(r *http.Request) *httptest.ResponseRecorder {
	p.t.Helper()
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

// page is the body of an address, which there has to be.
func (p *tested) page(address string) string {
	p.t.Helper()
	w := p.answer(p.request("GET", address))
	require.Equal(p.t, http.StatusOK, w.Code, w.Body.String())
	return w.Body.String()
}

// upload is a file as the page's form sends it.
func (p *tested) upload(address, name, text string) *http.Request {
	p.t.Helper()
	const boundary = "0123456789"
	body := "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + text + "\r\n--" + boundary + "--\r\n"
	own := p.request(http.MethodPost, address)
	upload := httptest.NewRequest(http.MethodPost, address, strings.NewReader(body))
	upload.Host, upload.Header = own.Host, own.Header
	upload.Header.Set("Content-Type", "multipart/form-data; boundary="+boundary)
	return upload
}
