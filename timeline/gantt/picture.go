package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// OverviewPicture is what WriteOverview draws, as a block of a document.
func OverviewPicture(s *timeline.Schedule) document.Picture {
	drawn := func(language lang.Lang) (svg, text string) {
		var out strings.Builder
		_ = WriteOverview(&out, s, language) // a builder takes everything
		return out.String(), newOverview(s, language).Title
	}
	var p document.Picture
	p.SVG.DA, p.Text.DA = drawn(lang.Danish)
	p.SVG.EN, p.Text.EN = drawn(lang.English)
	return p
}

// Picture is what WriteSVG draws, as a block of a document.
func Picture(s *timeline.Schedule, own []keydate.Mark) document.Picture {
	return Shades(nil).Picture(s, own)
}

// Picture is what WriteSVG draws, as a block of a document.
func (of Shades) Picture(s *timeline.Schedule, own []keydate.Mark) document.Picture {
	var p document.Picture
	p.SVG.DA, p.Text.DA = of.drawn(s, own, lang.Danish)
	p.SVG.EN, p.Text.EN = of.drawn(s, own, lang.English)
	return p
}

// drawn is the picture in one language, and what it shows in words.
func (of Shades) drawn(s *timeline.Schedule, own []keydate.Mark, language lang.Lang) (svg, text string) {
	var out strings.Builder
	_ = of.WriteSVG(&out, s, own, language) // a builder takes everything
	return out.String(), newPoster(s, own, of, language).Title
}
