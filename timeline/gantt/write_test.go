package gantt_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// texts reads a picture as XML and returns what stands in its elements.
func texts(t require.TestingT, picture string) (texts []string, elements map[string]int) {
	decoder := xml.NewDecoder(strings.NewReader(picture))
	elements = map[string]int{}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return texts, elements
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			elements[token.Name.Local]++
		case xml.CharData:
			texts = append(texts, string(token))
		}
	}
}

func TestThePictureIsWellFormedAndTellsTheTurningPoints(t *testing.T) {
	for _, name := range plans.Names() {
		_, elements := texts(t, svg(t, sample(t, name)))
		assert.Equal(t, 1, elements["svg"], name)
	}
	words, _ := texts(t, svg(t, roskilde(t)))
	for _, want := range []string{
		"Monopolbruddet i Roskilde Kommune", "Set fra 27.06.2014", "Budgetår 2014", "Budget 2015 vedtages 15.10.2014",
		"Kommunen som helhed", "Støttesystemerne", "4.10 Uddan brugerne", "4.4 Beslut budget 2015", "Idriftsættelse, implementering begynder 01.01.2016",
		"KMD Sag slutter 31.03.2016", "KMD Dagpenge slutter 31.12.2015",
	} {
		assert.Contains(t, words, want)
	}
}

func TestAnUnknownGoLiveIsToldInWords(t *testing.T) {
	s := sample(t, "hjoerring.yaml")
	words, _ := texts(t, svg(t, s))
	assert.Contains(t, words, "Idriftsættelsen er ukendt: det, der hænger på den, har afstande i stedet for datoer.")
	assert.Contains(t, strings.Join(words, "\n"), "før idriftsættelse (SAPA)")
	assert.Contains(t, html(t, s), "før idriftsættelse (SAPA)")
}

func TestThePageHasARowForEveryTaskAndMilestone(t *testing.T) {
	for _, name := range plans.Names() {
		s := sample(t, name)
		want := len(s.Tasks)
		for i := range s.Milestones {
			switch s.Milestones[i].Milestone.Kind {
			case drejebog.BudgetAdopted, drejebog.BudgetYearBegins, drejebog.BudgetProposed, drejebog.BudgetRead, drejebog.Horizon:
			default:
				want++
			}
		}
		for _, m := range keydate.Marks(s) {
			if m.Kind == keydate.Notice || m.Kind == keydate.Budget {
				want++
			}
		}
		page := html(t, s)
		assert.Equal(t, want, strings.Count(page, `<div class="row`)-strings.Count(page, `<div class="rows"`), name)
		assert.Equal(t, want+1, strings.Count(page, "<tr"), name)
		assert.Less(t, len(page), 1_000_000, name)
	}
}

// What is past, and what has nothing wrong with it, is folded; a link leads from each row
// to why, who and money, which all stand on the page: it is whole without its script.
func TestThePageIsFoldedAndWholeWithoutItsScript(t *testing.T) {
	for _, name := range looks {
		page := html(t, look(t, name))
		bands := regexp.MustCompile(`(?s)<section class="bandpart".*?</section>`).FindAllString(page, -1)
		require.Greater(t, len(bands), 3)
		for _, band := range bands {
			ahead, past, _ := strings.Cut(band, `<details class="fold past">`)
			late := regexp.MustCompile(`class="(bar|point)[^"]* late`).MatchString(ahead)
			assert.Equal(t, late, strings.Contains(band, `<details class="fold" open`), name)
			assert.NotContains(t, past, " late", name)
			assert.NotRegexp(t, `class="bar done`, ahead[strings.Index(ahead, "</summary>"):], name)
		}
		links := regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1)
		require.Greater(t, len(links), 800)
		for _, link := range links {
			require.Equal(t, 1, strings.Count(page, ` id="`+link[1]+`"`), link[1])
		}
	}
}

func TestThePolicyAllowsThePagesOwnScriptAndStyleOnly(t *testing.T) {
	page := html(t, roskilde(t))
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	require.NotNil(t, policy)
	allowed := strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(policy[1])
	assert.True(t, strings.HasPrefix(allowed, "default-src 'none'; "))
	assert.NotContains(t, allowed, "unsafe")
	for _, part := range []string{"style", "script"} {
		text := regexp.MustCompile(`(?s)<` + part + `>(.*?)</` + part + `>`).FindStringSubmatch(page)
		require.NotNil(t, text)
		digest := sha256.Sum256([]byte(text[1]))
		assert.Contains(t, allowed, part+"-src 'sha256-"+base64.StdEncoding.EncodeToString(digest[:])+"'")
	}
	assert.NotContains(t, page, "http://")
	assert.NotContains(t, page, "https://")
}

func TestHostileTextStaysText(t *testing.T) {
	s, marks := hostilePlan(t)
	page := html(t, s, marks...)
	assert.Equal(t, 1, strings.Count(page, "<script"))
	assert.Equal(t, 1, strings.Count(page, "</script"))
	words, elements := texts(t, svg(t, s, marks...))
	all := strings.Join(words, "\n")
	for _, text := range hostile[:3] {
		assert.NotContains(t, page, text)
		assert.Contains(t, all, text)
	}
	assert.Zero(t, elements["script"])
	assert.Zero(t, elements["img"])
	assert.Equal(t, 1, elements["svg"])
}

func TestTheSameScheduleGivesTheSameBytes(t *testing.T) {
	for _, name := range []string{"odense.yaml", "hjoerring.yaml"} {
		assert.Equal(t, svg(t, sample(t, name)), svg(t, sample(t, name)), name)
		assert.Equal(t, html(t, sample(t, name)), html(t, sample(t, name)), name)
	}
}

func TestEnglishOnRequest(t *testing.T) {
	var picture, page bytes.Buffer
	require.NoError(t, gantt.WriteSVG(&picture, roskilde(t), nil, lang.English))
	require.NoError(t, gantt.WriteHTML(&page, roskilde(t), nil, gantt.Told{Why: timelinereport.Explanation}, lang.English))
	assert.Contains(t, picture.String(), "Budget 2015 adopted 15 Oct 2014")
	assert.Contains(t, page.String(), `<html lang="en">`)
	for _, danish := range []string{"Slæk", "Frist", "Idrift", "Kommunen ", "Nulstil", "Leverance", "opgave"} {
		assert.NotContains(t, picture.String(), danish)
		assert.NotContains(t, page.String(), danish)
	}
}

func TestAMarkFarAwayDoesNotStretchTheAxis(t *testing.T) {
	mark := func(day date.Date) keydate.Mark { return keydate.Mark{Date: day, Label: lang.Both("Langt væk")} }
	words, _ := texts(t, svg(t, roskilde(t), mark(date.New(1, 1, 1)), mark(date.New(9999, 12, 31))))
	assert.NotContains(t, strings.Join(words, "\n"), "Langt væk")
	assert.Contains(t, words, "Budgetår 2014")
	page := html(t, roskilde(t), mark(date.New(9999, 12, 31)))
	assert.Contains(t, page, "31. december 9999 ▸")
	words, _ = texts(t, svg(t, roskilde(t), mark(date.New(2017, 5, 1))))
	assert.Contains(t, words, "Langt væk 01.05.2017")
}

// Every class that a shape of the page or the picture has must be styled: one
// without a rule is drawn black, or not at all.
func TestEveryClassOfAShapeHasARule(t *testing.T) {
	classes := regexp.MustCompile(`<(?:rect|path|line|text|g|svg) class="([^"]*)"`)
	for name, text := range map[string]string{"picture": svg(t, sample(t, "skive.yaml")), "page": html(t, sample(t, "skive.yaml"))} {
		style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(text)
		require.NotNil(t, style, name)
		for _, found := range classes.FindAllStringSubmatch(text, -1) {
			styled := false
			for _, class := range strings.Fields(found[1]) {
				styled = styled || regexp.MustCompile(`\.`+class+`[ .,{:]`).MatchString(style[1])
			}
			if !styled {
				t.Errorf("%s: no rule for class %q", name, found[1])
			}
		}
	}
}

// full is a writer without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestTheErrorsAreThoseOfTheWriter(t *testing.T) {
	assert.ErrorIs(t, gantt.WriteSVG(full{}, roskilde(t), nil, lang.Danish), errFull)
	assert.ErrorIs(t, gantt.WriteHTML(full{}, roskilde(t), nil, gantt.Told{Why: timelinereport.Explanation}, lang.Danish), errFull)
}

func FuzzNoMarkBreaksThePicture(f *testing.F) {
	for i, text := range hostile {
		f.Add(text, 16_000+100*i, uint8(i), "ky")
	}
	f.Add("\x00\x01\xff\ufffe", -1_000_000, uint8(255), "")
	s := roskilde(f)
	f.Fuzz(func(t *testing.T, label string, day int, kind uint8, project string) {
		own := keydate.Mark{Date: date.Date(day % 4_000_000), Label: lang.Both(label), Kind: keydate.Kind(kind), Project: project, Section: project}
		_, elements := texts(t, svg(t, s, own))
		assert.Equal(t, 1, elements["svg"])
		assert.Zero(t, elements["script"])
	})
}

func TestAClickTellsWhatIsHandedIn(t *testing.T) {
	tell := func(e *explain.Explanation) *document.Document {
		if e.ID != "4.10/superbrugere@sapa" {
			return nil
		}
		d := &document.Document{}
		d.Tell(lang.Both("before any question"))
		d.Section(lang.Both("asked"))
		d.Tell(lang.Both("short"), lang.Text{}, lang.Both("and more"))
		d.Points(lang.Both("one line"), lang.Both("another"))
		return d
	}
	var with, without bytes.Buffer
	cost := func(id string) *document.Document {
		d := &document.Document{}
		if id == "4.10/superbrugere@sapa" {
			d.Section(lang.Both("priced"))
			d.Points(lang.Both("ten"))
		}
		return d
	}
	require.NoError(t, gantt.WriteHTML(&with, roskilde(t), nil, gantt.Told{Why: tell, Money: cost}, lang.Danish))
	require.NoError(t, gantt.WriteHTML(&without, roskilde(t), nil, gantt.Told{}, lang.Danish))
	assert.Regexp(t, `<div id="n\d+-why"><h3>asked</h3><p>short</p><p>and more</p><ul><li>one line</li><li>another</li></ul></div>`, with.String())
	assert.Regexp(t, `<div id="n\d+-money"><h3>priced</h3><ul><li>ten</li></ul></div>`, with.String())
	assert.Equal(t, 1, strings.Count(with.String(), "<h3>asked"))
	assert.Equal(t, 1, strings.Count(with.String(), `-money">penge</a>`))
	assert.NotContains(t, with.String(), "before any question")
	assert.NotContains(t, without.String(), "-why")
	assert.NotContains(t, without.String(), "-money")
}
