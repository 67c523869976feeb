package chart

import (
	"math"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Axis is the numbers along one side.
type Axis struct {
	Title    lang.Text
	From, To float64
	Ticks    []Tick
	Lines    bool // a line across the chart at each tick
}

// Tick is a mark with what stands at it.
type Tick struct {
	At   float64
	Name lang.Text
}

const mostTicks = 7

// Numbers is an axis of numbers from one to another or somewhat beyond, with round ones
// at its ticks; write nil writes them as they are.
func Numbers(from, to float64, write func(float64) lang.Text) Axis {
	if write == nil {
		write = func(x float64) lang.Text { return lang.Written(lang.Whole(int64(math.Round(x)))) }
	}
	step := stepFor(to - from)
	a := Axis{From: step * math.Floor(from/step), To: step * math.Ceil(to/step), Lines: true}
	if a.To <= a.From {
		a.To = a.From + step
	}
	for i := range int(math.Round((a.To-a.From)/step)) + 1 {
		x := a.From + float64(step*float64(i))
		a.Ticks = append(a.Ticks, Tick{x, write(x)})
	}
	return a
}

// stepFor is the least of 1, 2 and 5 times a power of ten by which a span has few steps;
// none is less than 1.
func stepFor(span float64) float64 {
	for power := 1.0; ; power *= 10 {
		for _, of := range []float64{1, 2, 5} {
			if step := of * power; !(span/step > mostTicks-1) {
				return step
			}
		}
	}
}

// InPercent writes a number of hundredths.
func InPercent(x float64) lang.Text {
	return lang.Written(lang.Percent(lang.Whole(int64(math.Round(x)))))
}

// InThousands writes a number in thousands, without saying so.
func InThousands(x float64) lang.Text {
	return lang.Written(lang.Whole(int64(math.Round(x / 1000))))
}

// Days is an axis of days, whose number is that of the day, with the beginnings of
// months at its ticks.
func Days(first, last date.Date) Axis {
	a := Axis{From: float64(first), To: float64(max(last, first+1)), Lines: true}
	months := int((last-first)/30) + 1
	step := 12
	for _, of := range []int{1, 2, 3, 6} {
		if months/of < mostTicks {
			step = of
			break
		}
	}
	year, month, _ := first.Date()
	for i := 0; ; i++ {
		day := date.New(year, month+time.Month(i), 1)
		if day > last {
			return a
		}
		if day >= first && (int(day.Month())-1)%step == 0 {
			a.Ticks = append(a.Ticks, Tick{float64(day), monthOf(day)})
		}
	}
}

// Months is an axis of so many months, one unit each, from the one in which a day lies.
func Months(first date.Date, n int) Axis {
	a := Axis{To: float64(max(n, 1))}
	step := max(1, (n+11)/12)
	year, month, _ := first.Date()
	for i := range n {
		if i%step == 0 {
			a.Ticks = append(a.Ticks, Tick{float64(i) + 0.5, monthOf(date.New(year, month+time.Month(i), 1))})
		}
	}
	return a
}

func monthOf(day date.Date) lang.Text {
	return lang.Joined(" ", lang.ShortMonthName(day.Month()), lang.Written(lang.Plain(day.Year())))
}

// Names is an axis of names, one unit each: the first from 0 to 1 below zero, the next
// beyond it, so that they go down from the top.
func Names(names ...lang.Text) Axis {
	a := Axis{From: -float64(max(len(names), 1))}
	for i, name := range names {
		a.Ticks = append(a.Ticks, Tick{-float64(i) - 0.5, name})
	}
	return a
}
