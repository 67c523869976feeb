package webdriver

import (
	"encoding/json"
	"net/http"
	"regexp"

	"github.com/stretchr/testify/require"
)

// Look sets what the reader prefers and looks at: the size of the window, dark or light.
func (b *Browser) Look(width, height int, dark bool) {
	b.T.Helper()
	b.Resize(width, height)
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.command("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]string{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// As shows the page as a medium does, "print" or "screen".
func (b *Browser) As(medium string) {
	b.T.Helper()
	b.command("Emulation.setEmulatedMedia", map[string]any{"media": medium}, nil)
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page[^s]`)

// Printed is the page as a PDF, and on how many sheets.
func (b *Browser) Printed() (pdf []byte, sheets int) {
	b.T.Helper()
	var printed struct{ Data []byte }
	b.command("Page.printToPDF", map[string]any{"preferCSSPageSize": true}, &printed)
	return printed.Data, len(pdfPage.FindAll(printed.Data, -1))
}

// command sends one of Chromium's own.
func (b *Browser) command(name string, params map[string]any, into any) {
	b.T.Helper()
	var answer json.RawMessage
	b.Call(http.MethodPost, "/goog/cdp/execute", map[string]any{"cmd": name, "params": params}, &answer)
	if into != nil {
		require.NoError(b.T, json.Unmarshal(answer, into))
	}
}
