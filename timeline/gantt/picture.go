package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// Picture is what WriteSVG draws, as a block of a document.
func Picture(s *timeline.Schedule, own []keydate.Mark) document.Picture {
	var p document.Picture
	p.SVG.DA, p.Text.DA = drawn(s, own, lang.Danish)
	p.SVG.EN, p.Text.EN = drawn(s, own, lang.English)
	return p
}

// drawn is the picture in one language, and what it shows in words.
func drawn(s *timeline.Schedule, own []keydate.Mark, language lang.Lang) (svg, text string) {
	var out strings.Builder
	_ = WriteSVG(&out, s, own, language) // a builder takes everything
	return out.String(), newPoster(s, own, language).Title
}
