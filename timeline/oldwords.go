package timeline

import "github.com/drejebog/monopolbrud/drejebog/lang"
import "strings"

var (
	oneTask, manyTasks       = lang.Text{DA: "opgave", EN: "task"}, lang.Text{DA: "opgaver", EN: "tasks"}
	oneDay, manyDays         = lang.Text{DA: "dag", EN: "day"}, lang.Text{DA: "dage", EN: "days"}
	oneWorkday, manyWorkdays = lang.Text{DA: "arbejdsdag", EN: "working day"}, lang.Text{DA: "arbejdsdage", EN: "working days"}
)

func both(parts ...any) lang.Text {
	var da, en strings.Builder
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			da.WriteString(p)
			en.WriteString(p)
		case lang.Text:
			da.WriteString(p.DA)
			en.WriteString(p.EN)
		}
	}
	return lang.Text{DA: da.String(), EN: en.String()}
}

// words is a text in its two languages.
func words(da, en string) lang.Text { return lang.Text{DA: da, EN: en} }
func quoted(name lang.Text) lang.Text {
	return lang.Text{DA: "»" + name.DA + "«", EN: "“" + name.EN + "”"}
}
func spaced(t lang.Text) lang.Text {
	if t.IsZero() {
		return t
	}
	return both(" ", t)
}
