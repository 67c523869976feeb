package timeline

import "github.com/drejebog/monopolbrud/drejebog/lang"

// text is a message of the playbook's words, with its places filled.
func (s *Schedule) text(id string, args lang.Args) lang.Text {
	if !s.isComputed() {
		return lang.Text{}
	}
	return s.Book.Words.Say(id, args)
}

// workdayCount is a number of working days with its noun.
func (s *Schedule) workdayCount(n int) lang.Text {
	return s.text("common/working-days", lang.Args{"n": lang.Whole(n)})
}

// dayCount is a number of days with its noun.
func (s *Schedule) dayCount(n int) lang.Text {
	return s.text("common/days", lang.Args{"n": lang.Whole(n)})
}
