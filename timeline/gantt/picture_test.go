package gantt_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAPictureIsWhatIsDrawnInEitherLanguage(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	picture := gantt.Picture(s, nil)
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		var drawn strings.Builder
		require.NoError(t, gantt.WriteSVG(&drawn, s, nil, language))
		assert.True(t, drawn.String() == picture.SVG.In(language))
		assert.Contains(t, drawn.String(), "<title id=\"title\">"+picture.Text.In(language)+"</title>")
	}
	assert.NotEqual(t, picture.Text.DA, picture.Text.EN)
}
