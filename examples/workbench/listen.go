package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"slices"
	"time"
)

// maxBody bounds a request.
const maxBody = 4 << 20

// listen takes a free port of this machine, which no other machine reaches.
func listen() (net.Listener, *guard, error) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}
	return listener, newGuard(listener.Addr().(*net.TCPAddr).Port), nil
}

func newServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler: handler, MaxHeaderBytes: 64 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute,
	}
}

// serve answers until the context ends, and then ends what it has begun.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server, failed := newServer(handler), make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(closing); err != nil {
		return server.Close()
	}
	return nil
}

// guard lets in whoever has the address that the program has printed, and keeps out
// every other page, program and machine.
type guard struct {
	token  string   // 128 random bits
	cookie string   // its name has the port, since the programs of one machine share their cookies
	hosts  []string // a page of another name that is made to lead here has that name in its requests
}

func newGuard(port int) *guard {
	bits := make([]byte, 16)
	_, _ = rand.Read(bits) // it never fails
	hosts := []string{fmt.Sprintf("127.0.0.1:%d", port), fmt.Sprintf("localhost:%d", port)}
	return &guard{hex.EncodeToString(bits), fmt.Sprintf("workbench-%d", port), hosts}
}

// address is the one to open: the token stands in it once, and then in a cookie.
func (g *guard) address() string { return "http://" + g.hosts[0] + "/?token=" + g.token }

func (g *guard) isToken(word string) bool {
	return subtle.ConstantTimeCompare([]byte(word), []byte(g.token)) == 1
}

// protect stands in front of all that the program answers.
func (g *guard) protect(next http.Handler) http.Handler {
	next = http.NewCrossOriginProtection().Handler(http.MaxBytesHandler(next, maxBody))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cache-Control", "no-store")
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		known := slices.Contains(g.hosts, r.Host)
		if known && g.isToken(r.URL.Query().Get("token")) {
			http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		if cookie, err := r.Cookie(g.cookie); !known || err != nil || !g.isToken(cookie.Value) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// policy lets a page have the style and the script of this program and nothing else.
var policy = "default-src 'none'; style-src " + digest(string(style)) + "; script-src " + digest(string(script)) +
	"; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
