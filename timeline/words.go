package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// The nouns that texts count with: one, and many.
var (
	oneTask, manyTasks       = lang.Text{DA: "opgave", EN: "task"}, lang.Text{DA: "opgaver", EN: "tasks"}
	oneDay, manyDays         = lang.Text{DA: "dag", EN: "day"}, lang.Text{DA: "dage", EN: "days"}
	oneWorkday, manyWorkdays = lang.Text{DA: "arbejdsdag", EN: "working day"}, lang.Text{DA: "arbejdsdage", EN: "working days"}
)
