package estimate_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// spelled are the words for numbers that the reasons use; a length is a number of the hours,
// days or weeks that an input is counted in.
var spelled = map[string]float64{
	"a": 1, "an": 1, "one": 1, "once": 1, "two": 2, "twice": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "forty": 40, "hundred": 100, "thousand": 1000,
	"half": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1. / 3, "thirds": 1. / 3, "fifths": 0.2, "fifth": 0.2, "tenth": 0.1, "other": 0.5,
	"minute": 1. / 60, "minutes": 1. / 60, "week": 37, "month": 12, "months": 12, "year": 52, "middle": 0.5, "rest": 1, "day": 7.4, "days": 7,
}

var (
	reasonWord = regexp.MustCompile(`[A-Za-z]+|\d[\d,.]*`)
	loosely    = regexp.MustCompile(`(?i)just (under|over)|some|a little|about`)
)

// numbersOf are the numbers of a reason.
func numbersOf(reason string) []float64 {
	numbers := []float64{1}
	for _, word := range reasonWord.FindAllString(strings.ToLower(reason), -1) {
		if n, ok := spelled[word]; ok {
			numbers = append(numbers, n)
			continue
		}
		if n, err := strconv.ParseFloat(strings.TrimRight(strings.ReplaceAll(word, ",", ""), "."), 64); err == nil {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// gives reports whether up to three of the numbers come to a figure: each step adds,
// subtracts, multiplies or divides by the next.
func gives(numbers []float64, figure, within float64, sofar float64, used uint, left int) bool {
	if math.Abs(sofar-figure) <= within*figure {
		return true
	}
	if left == 0 {
		return false
	}
	for i, n := range numbers {
		if used&(1<<i) != 0 {
			continue
		}
		for _, next := range []float64{sofar + n, sofar - n, sofar * n, sofar / n} {
			if gives(numbers, figure, within, next, used|1<<i, left-1) {
				return true
			}
		}
	}
	return false
}

// The numbers that a reason names come to its figure, by the arithmetic that its words say
// or another: what this finds is a reason whose numbers cannot.
func TestTheNumbersOfAReasonComeToItsFigure(t *testing.T) {
	for id, n := range rawInputs(t) {
		if n.Step != "" {
			continue // its reason is that of the step's length, in working days
		}
		within := 0.06
		if loosely.MatchString(n.Why.EN) {
			within = 0.25
		}
		numbers := numbersOf(n.Why.EN)
		found := false
		for i, first := range numbers {
			found = found || gives(numbers, n.Likely, within, first, 1<<i, 2)
		}
		assert.True(t, found, "%s: %v is not in %q", id, n.Likely, n.Why.EN)
	}
}
