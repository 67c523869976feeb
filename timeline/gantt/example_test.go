package gantt_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
)

func ExampleWriteSVG() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	var picture bytes.Buffer
	if err := gantt.WriteSVG(&picture, sched, nil, lang.Danish); err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(picture.String()) {
		if strings.HasPrefix(line, `<text class="title"`) || strings.HasPrefix(line, `<text class="name"`) {
			_, text, _ := strings.Cut(line, ">")
			text, _, _ = strings.Cut(text, "<")
			fmt.Println(text)
		}
	}
	// Output:
	// Monopolbruddet i Roskilde Kommune
	// Kommunen som helhed
	// KY
	// KSD
	// SAPA
	// Støttesystemerne
	// Serviceplatformen
}
