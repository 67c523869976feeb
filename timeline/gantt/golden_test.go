package gantt_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
)

func TestThePictureAndThePageAreThoseOfTheirGoldens(t *testing.T) {
	golden.File(t, "testdata/odense.svg", svg(t, look(t, "odense.yaml")))
	for _, name := range looks {
		golden.File(t, "testdata/"+name+"-svg.txt", golden.Elements(svg(t, look(t, name))))
		golden.File(t, "testdata/"+name+"-html.txt", golden.Elements(html(t, look(t, name))))
	}
}
