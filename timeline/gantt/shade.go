package gantt

import (
	"html/template"
	"io"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// Shades is by task how often, from 0 to 1, it decides a hard date when the schedule is
// drawn many times: bars are the darker the oftener, in the place of what is critical as
// planned. A task that is not in it decides none; nil draws the usual picture.
type Shades map[string]float64

// WriteSVG is the package's WriteSVG with bars in shades.
func (of Shades) WriteSVG(w io.Writer, s *timeline.Schedule, own []keydate.Mark, language lang.Lang) error {
	return render(w, "poster.tmpl", newPoster(s, own, of, language))
}

// shadesFrom is where each shade begins, in a hundred.
var shadesFrom = [...]int{0, 5, 25, 50, 75}

func shadeClass(i int) string { return "shade" + strconv.Itoa(i) }

// class says how a bar looks: what is done or continuous as ever.
func (of Shades) class(it *item) string {
	if of == nil || it.done || it.task == nil || it.task.LevelOfEffort {
		return class(it)
	}
	i := 0
	for i+1 < len(shadesFrom) && 100*of[it.id] >= float64(shadesFrom[i+1]) {
		i++
	}
	return shadeClass(i)
}

// shapes is how everything looks.
func (of Shades) shapes() template.CSS {
	css := asset("shapes.css")
	if of != nil {
		css += asset("shades.css")
	}
	return template.CSS(css)
}

// shaded says what the shades are; "" without.
func (w words) shaded(of Shades) string {
	if of == nil {
		return ""
	}
	return w.say("gantt/shaded", nil)
}
