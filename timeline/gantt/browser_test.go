package gantt_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/webdriver"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type browser struct{ *webdriver.Browser }

// The page in a real browser, as a user meets it. One browser serves all parts.
func TestThePictureInABrowser(t *testing.T) {
	b := &browser{webdriver.Start(t)}
	b.Look(1280, 900, false)
	b.Visit("file://" + file(t, "skive.html", html(t, sample(t, "skive.yaml"))))
	part := b.Part
	part("nothing is asked of the network", func(t *testing.T) {
		assert.Zero(t, b.Number(`performance.getEntriesByType("resource").length`))
	})
	part("it opens at today, folded", b.testOpening)
	part("filters show what they say", b.testFilters)
	part("search finds words in any order", b.testSearch)
	part("a click tells all of a task", b.testDetails)
	part("keys reach everything", b.testKeys)
	part("zoom and folding", b.testZoom)
	assert.Empty(t, b.Complaints())
	part("each printed page has the axis and its project", b.testPrint)
	part("no text of a plan becomes markup", b.testHostile)
	assert.Empty(t, b.Complaints())
	for _, name := range looks {
		s := look(t, name)
		page, poster := file(t, name+".html", html(t, s)), file(t, name+".svg", svg(t, s))
		for _, width := range []int{1280, 390} {
			part(fmt.Sprintf("%s is not wider than %d pixels", name, width), func(t *testing.T) { b.testWidth(t, page, width) })
		}
		part("no label lies over another: "+name, func(t *testing.T) { b.testLabels(t, poster) })
		first := file(t, name+"-overview.svg", overview(t, s))
		part("no label lies over another in the overview: "+name, func(t *testing.T) { b.testLabels(t, first) })
	}
	long := file(t, "long.html", html(t, read(t, "long.yaml", []byte(longWord))))
	part("a word without spaces in the findings is broken", func(t *testing.T) { b.testWidth(t, long, 390) })
	far := plan.New("Roskilde")
	far.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2045, 1, 1))}}
	poster := file(t, "far.svg", svg(t, compute(t, far)))
	part("no label lies over another in a plan of thirty years", func(t *testing.T) { b.testLabels(t, poster) })
	assert.Empty(t, b.Complaints())
}

// longWord is a plan that misses the deadline of a task which is named with an
// address.
const longWord = `kommune: Lemvig
own:
  own/x:
    name: Godkend https://intranet.lemvig.dk/projekter/monopolbrud/2014/styregruppe/beslutningsreferat
    project: sapa
    duration: 3
    plannedStart: 2014-09-01
    deadline: 2014-09-02
`

const shownRows = `[...document.querySelectorAll(".row")].filter((r) => r.checkVisibility())`

// What is to come of a project without errors is one row; today stands at the left.
func (b *browser) testOpening(t *testing.T) {
	folds := b.Number(`document.querySelectorAll(".bandpart > .fold").length`)
	open := b.Number(`document.querySelectorAll(".bandpart > .fold[open]").length`)
	assert.True(t, 0 < open && open < folds, "those with errors are open: %v of %v", open, folds)
	assert.Zero(t, b.Number(`document.querySelectorAll(".past[open]").length`))
	assert.True(t, b.Yes(`document.querySelector(".findings").open`))
	const today = `document.querySelector(".seen").getBoundingClientRect().left - document.querySelector(".corner").getBoundingClientRect().right`
	for _, width := range []int{1280, 390} {
		b.Look(width, 900, false)
		b.Run(nil, "location.reload()")
		at := b.Number(today)
		assert.True(t, 0 <= at && at < 100, "%v pixels from the left at %d", at, width)
	}
	b.Look(1280, 900, false)
	b.Run(nil, "location.reload()")
	b.Run(nil, `document.querySelector(".bandpart > .fold:not([open]) > summary").focus()`)
	rows := b.Number(shownRows + ".length")
	b.Press(webdriver.KeyEnter)
	assert.Greater(t, b.Number(shownRows+".length"), rows, "a project is unfolded by keys")
	b.Press(webdriver.KeyEnter)
	assert.Equal(t, rows, b.Number(shownRows+".length"))
}

func (b *browser) testFilters(t *testing.T) {
	folded := b.Number(shownRows + ".length")
	b.Click("#unfold")
	whole := b.Number(shownRows + ".length")
	require.Greater(t, whole, 150.0)
	for _, key := range []string{"project", "theme", "actor", "role"} {
		var options []string
		b.Run(&options, `return [...document.getElementById(arguments[0]).options].map((o) => o.value)`, key)
		require.Greater(t, len(options), 2, key)
		for _, option := range options[1:] {
			b.Choose(key, option)
			n := b.Number(shownRows + ".length")
			assert.Greater(t, n, 0.0, "%s %s", key, option)
			assert.Less(t, n, whole, "%s %s", key, option)
			assert.True(t, b.Yes(shownRows+".every((r) => '=' + r.dataset[arguments[0]] === arguments[1])", key, option))
			assert.Equal(t, n, b.Number(`document.querySelectorAll("tbody tr:not([hidden])").length`), "the table follows")
			assert.Equal(t, fmt.Sprintf("Viser %d af %d opgaver og milepæle.", int(n), int(whole)), b.Text(`document.getElementById("status").textContent`))
		}
		b.Choose(key, "")
	}
	b.Click("#critical")
	assert.True(t, b.Yes(shownRows+`.every((r) => r.dataset.critical === "1")`))
	b.Click("#reset")
	assert.Equal(t, folded, b.Number(shownRows+".length"))
	assert.False(t, b.Yes(`document.getElementById("critical").checked`))
}

func (b *browser) testSearch(t *testing.T) {
	b.Choose("search", "SAPA superbrugere")
	assert.Greater(t, b.Number(shownRows+".length"), 0.0)
	assert.True(t, b.Yes(shownRows+`.every((r) => r.dataset.project === "sapa")`))
	b.Choose("search", "findes slet ikke")
	assert.Zero(t, b.Number(shownRows+".length"))
	assert.Equal(t, "Ingen opgaver passer. Nulstil for at se dem alle.", b.Text(`document.getElementById("status").textContent`))
	b.Click("#reset")
}

// rowOf is the selector of a row of the chart by its name, marked for the test.
func (b *browser) rowOf(t *testing.T, name, project string) string {
	t.Helper()
	require.True(t, b.Yes(`(() => {
		const row = `+shownRows+`.find((r) => r.dataset.project === arguments[1] && r.querySelector("a").textContent.includes(arguments[0]));
		if (row) row.id = "wanted";
		return Boolean(row);
	})()`, name, project), name)
	return "#wanted"
}

func (b *browser) testDetails(t *testing.T) {
	b.Click("#unfold")
	b.Click(b.rowOf(t, "Gennemfør testen", "ky") + " > a")
	shown := b.Text(`document.getElementById("details").innerText`)
	for _, part := range []string{"Planlagt", "Slæk", "Varighed", "Drejebogen", "Testkoordinator", "Hvem gør hvad i afsnit 5.3", "KOMBIT", "Leverandøren"} {
		assert.Contains(t, shown, part)
	}
	b.Run(nil, `document.getElementById("wanted").removeAttribute("id")`)
	b.Click("#close")
	assert.False(t, b.Yes(`document.getElementById("details").checkVisibility()`))
	b.Run(nil, `for (const d of document.querySelectorAll(".tablepart")) d.open = true`)
	for _, part := range []string{"why", "who"} {
		b.Click(`tbody a[href$="-` + part + `"]`)
		assert.True(t, b.Yes(`document.activeElement.id.endsWith(arguments[0]) && document.activeElement.closest("#details") !== null`, "-"+part), part)
	}
	b.Press(webdriver.KeyEsc)
	b.Run(nil, `for (const d of document.querySelectorAll(".tablepart")) d.open = false`)
}

func (b *browser) testKeys(t *testing.T) {
	const focused = `document.activeElement.closest(".row")?.dataset.n ?? document.activeElement.id`
	assert.Equal(t, 1.0, b.Number(`document.querySelectorAll('.row > a[tabindex="0"]').length`), "one row is in the order of the tab key")
	b.Run(nil, `document.querySelector('.row > a[tabindex="0"]').focus()`)
	b.Press(webdriver.KeyHome, webdriver.KeyDown, webdriver.KeyDown)
	assert.Equal(t, "2", b.Text(focused))
	b.Press(webdriver.KeyEnter)
	assert.Equal(t, "close", b.Text(focused))
	assert.NotEmpty(t, b.Text(`document.getElementById("detailstitle").textContent`))
	b.Press(webdriver.KeyEsc)
	assert.Equal(t, "2", b.Text(focused), "the focus goes back")
	b.Press(webdriver.KeyEnd)
	assert.Equal(t, b.Text(shownRows+".at(-1).dataset.n"), b.Text(focused))
	b.Press(webdriver.KeyHome)
	assert.Equal(t, "0", b.Text(focused))
	b.Press("/")
	assert.Equal(t, "search", b.Text(focused))
	b.Press("k", "s", "d")
	assert.Equal(t, "ksd", b.Text(`document.getElementById("search").value`))
	b.Click("#reset")
}

func (b *browser) testZoom(t *testing.T) {
	const width = `document.querySelector(".axis .track").getBoundingClientRect().width`
	b.Click("#zoomall")
	whole := b.Number(width)
	b.Click("#zoomin")
	assert.InDelta(t, 1.5*whole, b.Number(width), 2)
	b.Press("+")
	assert.InDelta(t, 2*whole, b.Number(width), 2)
	b.Click("#zoomout")
	b.Click("#zoomall")
	assert.InDelta(t, whole, b.Number(width), 2)
	b.Click("#reset")
	rows := b.Number(shownRows + ".length")
	b.Run(nil, `document.getElementById("chart").scrollTop = 0`)
	b.Click("summary.band")
	assert.NotEqual(t, rows, b.Number(shownRows+".length"))
	b.Click("summary.band")
	assert.Equal(t, rows, b.Number(shownRows+".length"))
}

// What is a head of its table is repeated on every page that it is printed on,
// but for buttons.
func (b *browser) testPrint(t *testing.T) {
	b.As("print")
	defer b.As("")
	const shown = `[...document.querySelectorAll(arguments[0])].every((e) => getComputedStyle(e, arguments[1]).display === arguments[2])`
	for selector, display := range map[string]string{
		".inner, .bandpart": "table", ".axishead, .bandhead": "table-header-group", "summary.band, .past, .tablepart": "none",
	} {
		assert.True(t, b.Yes(shown, selector, "", display), selector)
	}
	assert.LessOrEqual(t, b.Number(`document.querySelector(".inner").getBoundingClientRect().width`), 1047.0, "a sheet of A4 on its side, in pixels")
	_, pages := b.Printed()
	assert.True(t, 1 < pages && pages <= 8, "%d pages", pages)
}

func (b *browser) testHostile(t *testing.T) {
	s, marks := hostilePlan(t)
	b.Visit("file://" + file(t, "hostile.html", html(t, s, marks...)))
	const foreign = `document.querySelectorAll("img, iframe, object, embed, link, b b, [onerror], [onload], [onclick]").length`
	assert.Zero(t, b.Number(foreign))
	assert.Equal(t, 1.0, b.Number(`document.scripts.length`))
	b.Run(nil, `for (const label of document.querySelectorAll(".row > a")) label.click()`)
	assert.Zero(t, b.Number(foreign), "nor when the details are shown")
	for _, text := range hostile[:7] {
		assert.True(t, b.Yes(`[...document.querySelectorAll(".row > a")].some((r) => r.textContent.includes(arguments[0]))`, text), text)
	}
	assert.True(t, b.Yes("window.hacked === undefined"))
	b.Visit("file://" + file(t, "hostile.svg", svg(t, s, marks...)))
	assert.Equal(t, "svg", b.Text("document.documentElement.localName"))
	assert.Zero(t, b.Number(`document.querySelectorAll("script, image, foreignObject, a, [onload]").length`))
	assert.True(t, b.Yes("window.hacked === undefined"))
}

func (b *browser) testWidth(t *testing.T, page string, width int) {
	b.Resize(width, 844)
	b.Visit("file://" + page)
	const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
	assert.Empty(t, b.Faults())
	b.Click("#unfold")
	assert.LessOrEqual(t, b.Number(overflow), 0.0)
	const cut = `[...document.querySelectorAll(".row > a")].filter((e) => {
		const of = (e) => e.getBoundingClientRect(), inner = of(e.firstElementChild);
		return inner.top < of(e).top || inner.bottom > of(e).bottom || inner.height > 2.6 * parseFloat(getComputedStyle(e).fontSize);
	}).length`
	assert.Zero(t, b.Number(cut), "a label has two whole lines at most")
	b.Run(nil, `document.querySelector(".row > a").click()`)
	assert.LessOrEqual(t, b.Number(overflow), 0.0, "with the details open")
	assert.LessOrEqual(t, b.Number(`document.getElementById("details").getBoundingClientRect().right`), float64(width))
	b.Run(nil, `document.querySelector(".findings")?.setAttribute("open", "")`)
	assert.LessOrEqual(t, b.Number(overflow), 0.0, "with the findings open")
	assert.Empty(t, b.overlaps(".axis text"))
}

func (b *browser) testLabels(t *testing.T, poster string) {
	b.Resize(2000, 1700)
	b.Visit("file://" + poster)
	assert.Empty(t, b.overlaps("text"))
}

// overlaps are the pairs of texts that lie over each other.
func (b *browser) overlaps(selector string) []string {
	var pairs [][]string
	b.Run(&pairs, `
		const boxes = [...document.querySelectorAll(arguments[0])].filter((e) => e.textContent).map((e) => [e.textContent, e.getBoundingClientRect()]);
		const pairs = [];
		for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
			const [a, p] = boxes[i], [b, q] = boxes[j];
			if (p.left + 1 < q.right && q.left + 1 < p.right && p.top + 3 < q.bottom && q.top + 3 < p.bottom) pairs.push([a, b]);
		}
		return pairs;`, selector)
	var list []string
	for _, pair := range pairs {
		list = append(list, strings.Join(pair, " | "))
	}
	return list
}
