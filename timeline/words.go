package timeline

import "github.com/drejebog/monopolbrud/drejebog"

// The nouns that texts count with: one, and many.
var (
	oneTask, manyTasks       = drejebog.Text{DA: "opgave", EN: "task"}, drejebog.Text{DA: "opgaver", EN: "tasks"}
	oneDay, manyDays         = drejebog.Text{DA: "dag", EN: "day"}, drejebog.Text{DA: "dage", EN: "days"}
	oneWorkday, manyWorkdays = drejebog.Text{DA: "arbejdsdag", EN: "working day"}, drejebog.Text{DA: "arbejdsdage", EN: "working days"}
)
