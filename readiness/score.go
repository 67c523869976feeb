package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
)

// Score is how much of what applies is confirmed.
//
// The rule: each requirement that applies counts alike. A requirement that is
// confirmed counts whole; one that is not counts by its confirmed questions,
// its own confirmation being one more question. What is not relevant or waived
// counts neither way, what is unanswered counts nothing. Percent is rounded
// down, so that only a category with everything confirmed has 100. A further
// confirmation never lowers a score.
type Score struct {
	Known     bool // whether there is anything to score
	Confirmed int  // requirements
	Applies   int  // requirements that are neither not relevant nor waived
	Answered  int  // requirements with an answer, those that do not apply among them
	All       int  // requirements
	Percent   int  // 0 to 100
}

// Category is how far a kommune is with one category of requirements.
type Category struct {
	Category *drejebog.Category
	Score    Score
	Light    Light
}

// scoreOf counts requirements.
func scoreOf(items []*Item) Score {
	s := Score{All: len(items)}
	shares := 0
	for _, item := range items {
		if item.State != 0 {
			s.Answered++
		}
		if !item.Applies() {
			continue
		}
		s.Applies++
		shares += item.Share
		if item.Confirmed() {
			s.Confirmed++
		}
	}
	if s.Applies > 0 {
		s.Known, s.Percent = true, shares*100/(whole*s.Applies)
	}
	return s
}

// scores scores a project and each of its categories.
func (a *assessor) scores(p *ProjectAssessment) (Score, []Category) {
	var all []*Item
	byCategory := map[string][]*Item{}
	for i := range p.Items {
		item := &p.Items[i]
		all = append(all, item)
		byCategory[item.Requirement.Category] = append(byCategory[item.Requirement.Category], item)
	}
	var categories []Category
	for i := range a.Book.Categories {
		c := &a.Book.Categories[i]
		if items := byCategory[c.ID]; len(items) > 0 {
			categories = append(categories, Category{Category: c, Score: scoreOf(items), Light: a.lightOf(items)})
		}
	}
	return scoreOf(all), categories
}

// lightOf is the light of a category: grey when nothing is answered, red when
// something was confirmed too late or is answered as open after its last day,
// yellow when something is open or has open questions, else green.
func (a *assessor) lightOf(items []*Item) Light {
	answered, late, open := false, false, false
	for _, item := range items {
		late = late || item.missed(a.on)
		answered = answered || item.State != 0
		open = open || item.open() || item.Confirmed() && item.otherwise()
	}
	switch {
	case !answered:
		return Grey
	case late:
		return Red
	case open:
		return Yellow
	}
	return Green
}
