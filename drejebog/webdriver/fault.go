package webdriver

import (
	"fmt"
	"os"
	"sync"

	"github.com/stretchr/testify/require"
)

// AxeFile is the variable that names the script of axe-core, which finds what a page
// keeps from those who do not see it or use no mouse. Without it Faults does not ask axe.
const AxeFile = "MONOPOLBRUD_AXE"

// Faults are what is wrong with the page that is shown, for whoever uses it: what the
// console says, what is wider than the window, what the tab key does not reach, and what
// axe finds.
func (b *Browser) Faults() []string {
	b.T.Helper()
	faults := b.Complaints()
	if over := b.Number(`document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		faults = append(faults, fmt.Sprintf("wider than the window by %v pixels", over))
	}
	faults = append(faults, b.outOfReach()...)
	return append(faults, b.axe()...)
}

// outOfReach are the elements to act on that the tab key does not come to.
func (b *Browser) outOfReach() (missed []string) {
	b.T.Helper()
	n := b.Number(`(() => {
		const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")];
		window.wanted = all.filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}));
		window.reached = new Set();
		document.activeElement?.blur();
		addEventListener("focusin", (e) => reached.add(e.target));
		return wanted.length;
	})()`)
	keys := make([]string, int(n)+3)
	for i := range keys {
		keys[i] = KeyTab
	}
	b.Press(keys...)
	b.Run(&missed, `return wanted.filter((e) => !reached.has(e)).map((e) => "not reached by keys: " + e.outerHTML.slice(0, 150))`)
	return missed
}

var axeScript = sync.OnceValues(func() (string, error) {
	text, err := os.ReadFile(os.Getenv(AxeFile))
	return string(text), err
})

func (b *Browser) axe() (found []string) {
	b.T.Helper()
	if os.Getenv(AxeFile) == "" {
		return nil
	}
	script, err := axeScript()
	require.NoError(b.T, err)
	b.Run(nil, script)
	b.Run(&found, `return axe.run(document, {resultTypes: ["violations"]}).then((r) =>
		r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 150) + ": " + n.failureSummary)))`)
	return found
}
