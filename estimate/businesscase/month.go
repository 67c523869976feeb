package businesscase

import (
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
)

// Month is a calendar month.
type Month = running.Month

func monthOf(day date.Date) Month { return running.MonthOf(day) }

func january(year int) Month { return running.January(year) }

func monthFrom(day date.Date) Month { return running.MonthFrom(day) }
