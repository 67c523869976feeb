package main

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
)

// guard lets in whoever has the address that the program has printed, and keeps out
// every other page, program and machine.
type guard struct {
	port  int
	token string // 128 random bits
}

func newGuard(port int) *guard {
	bits := make([]byte, 16)
	_, _ = rand.Read(bits) // it never fails
	return &guard{port, hex.EncodeToString(bits)}
}

// address is the one to open: the token stands in it once, and then in a cookie.
func (g *guard) address() string {
	return fmt.Sprintf("http://127.0.0.1:%d/?token=%s", g.port, g.token)
}

// hosts are the names that a browser may call this program by. A page of another name
// that is made to lead here has that name in its requests.
func (g *guard) hosts() []string {
	return []string{fmt.Sprintf("127.0.0.1:%d", g.port), fmt.Sprintf("localhost:%d", g.port)}
}

// cookie is named after the port, since the programs of one machine share their cookies.
func (g *guard) cookie() string { return fmt.Sprintf("workbench-%d", g.port) }

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
		if !slices.Contains(g.hosts(), r.Host) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		if word := r.URL.Query().Get("token"); g.isToken(word) {
			http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		if cookie, err := r.Cookie(g.cookie()); err != nil || !g.isToken(cookie.Value) {
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
