package estimate_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spelled are the words for numbers that the reasons use: of hours, days or weeks, what their
// input is counted in.
var spelled = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "forty": 40,
	"hundred": 100, "half": 0.5, "a third": 1. / 3, "two thirds": 2. / 3, "a fifth": 0.2, "three fifths": 0.6, "every other": 0.5, "every third": 3, "middle": 0.5,
	"two or three": 2.5, "one and a half": 1.5, "two and a half": 2.5, "three and a half": 3.5, "twelve months": 12, "a quarter": 0.25,
	"a quarter of an hour": 0.25, "half an hour": 0.5, "three quarters of an hour": 0.75, "an hour": 1, "an hour and a quarter": 1.25, "an hour and a half": 1.5, "an hour and three quarters": 1.75,
	"a minute and a half": 1.5, "a quarter of a day": 0.25, "half a day": 0.5, "a day": 1, "the day": 1, "a month and a half": 1.5,
}

// converted are the conversions that a reason does not say.
var converted = map[string]float64{"[minutes an hour]": 60, "[hours a day]": 7.4, "[hours a week]": 37, "[days a week]": 7, "[months a year]": 12, "[weeks a year]": 52, "[inhabitants a thousand]": 1000, "[one]": 1}

// reckoned is for each input the arithmetic of its reason, from left to right: in the reason's
// own words and digits, whose numbers are those of spelled; +/ adds one of so many.
var reckoned = map[string]string{
	"hours-a-week":            "1,924 / 52",
	"hours-a-day":             "37 * a fifth",
	"hours-a-seat":            "an hour and a half + half an hour",
	"hours-a-short-seat":      "three quarters of an hour + a quarter of an hour",
	"one-meeting":             "one",
	"department-seats":        "one",
	"seat-a-department":       "one",
	"brief-task":              "a quarter of a day",
	"small-task":              "half a day",
	"ordinary-task":           "a day",
	"larger-task":             "two",
	"big-task":                "four",
	"biggest-task":            "eight",
	"half-day-a-department":   "half a day",
	"day-a-department":        "a day",
	"two-days-a-department":   "one + one",
	"project-weeks":           "131 * 46 / 52",
	"programme-weeks":         "140 * 46 / 52",
	"base-hours-a-week":       "an hour and a quarter",
	"hours-by-size":           "five / 43,000 * [inhabitants a thousand]",
	"small-project":           "three fifths",
	"thousandth":              "one / 1,000",
	"programme-base-hours":    "three and a half * [months a year] / [weeks a year]",
	"programme-hours-by-size": "eight / 43,000 * [inhabitants a thousand]",
	"project-meetings":        "two and a half / a quarter",
	"programme-meetings":      "33 / every third",
	"run-months":              "30",
	"programme-months":        "33",
	"portfolio-months":        "23",
	"owner-hours-a-month":     "half an hour",
	"follow-up-months":        "twelve",
	"follow-up-hours":         "an hour",
	"documents-a-contract":    "two",

	"hours-a-contract-document": "a quarter of an hour",
	"changes-a-contract":        "every other",
	"changes-an-interface":      "every other",
	"hours-a-change":            "an hour",
	"facts-a-system":            "five",
	"hours-a-fact":              "three / [minutes an hour]",
	"parties-a-system":          "two",
	"hours-an-enquiry":          "half an hour",
	"clauses-a-system":          "four",
	"kinds-of-data-a-system":    "four",
	"hours-a-point":             "half an hour",
	"day-a-system":              "a day",
	"half-day-a-system":         "half a day",
	"parties-an-interface":      "two",
	"hours-a-party":             "25 / [minutes an hour]",
	"tender-years":              "a month and a half / [months a year] + two",
	"hours-a-tender":            "two + three",
	"proposals":                 "nine",
	"hours-a-proposal":          "an hour and a half",
	"categories":                "eight",
	"hours-a-category":          "an hour",
	"evidence-hours-a-category": "a quarter of a day * [hours a day]",
	"user-groups":               "seven",
	"seats-a-group":             "two",
	"people-a-process":          "two",
	"half-day-a-person":         "half a day",
	"half-day-a-process":        "half a day",
	"documents-a-process":       "three",
	"hours-a-document":          "an hour and a half",
	"seats-a-process":           "one",
	"faults-a-case":             "one and a half",
	"hours-a-fault":             "half an hour",
	"documents-a-case":          "five",
	"hours-a-moved-document":    "three / [minutes an hour]",
	"share-moved-by-staff":      "two thirds",
	"share-moved-by-temps":      "a third",
	"roles-a-user":              "one + every other",
	"hours-a-role":              "six / [minutes an hour]",
	"parallel-weeks":            "13",
	"parallel-hours-a-week":     "three",
	"superuser-course-days":     "three + one",
	"sapa-course-days":          "two",
	"day-a-person":              "a day",
	"day-of-material":           "a day",
	"share-of-own-staff":        "half",
	"share-of-temps":            "half",
	"sapa-topics":               "two",
	"receiving-topics":          "two",
	"hours-a-topic":             "an hour",
	"classes-a-user":            "[one] / eight",
	"big-classes-a-user":        "[one] / fifteen",
	"teachers-a-class":          "one + one",
	"days-a-teacher":            "a day + a quarter of a day",
	"hours-a-teacher":           "two + half an hour",
	"share-that-waits":          "half",
	"settling-weeks":            "90 / [days a week]",
	"share-lost":                "three / [hours a week]",
	"slow-days":                 "four * five",
	"lookups-a-day":             "two",
	"hours-a-slow-lookup":       "a minute and a half / [minutes an hour]",
	"test-days":                 "two + one",
	"coordination-a-test-day":   "two",
	"retest-rounds":             "one + one",
	"days-a-round":              "five / [hours a day]",
	"coordination-a-round":      "an hour and three quarters",
	"setups-a-workplace":        "ten / 1,820",
	"hours-a-setup":             "two",
	"failures-a-workplace":      "seven / hundred",
	"hours-a-failure":           "half an hour",
	"corrections-a-workplace":   "one / five",
	"hours-a-correction":        "a quarter of an hour",
	"network-meetings":          "two or three",
	"days-a-network-meeting":    "the day + a quarter of a day",
	"consultant-hour":           "900",
	"login-days":                "four + three + one",
	"user-data-days":            "two + two",
	"set-up-days":               "one + one + two",
	"share-of-own-interfaces":   "half",
	"days-an-interface":         "a day",
	"share-without-standard":    "half",
	"days-a-case-system":        "two + two",
	"peak-weeks":                "half * [weeks a year]",
	"backfill-by-department":    "eight / four",
	"backfill-by-user":          "five / 21",
	"share-of-country":          "1,000 / 5,627,145",
	"cash-recipients":           "173,200",
	"sickness-recipients":       "65,000",
	"staff-a-cash-case":         "1.4 / hundred",
	"staff-a-sick-case":         "one / 35 +/ hundred",
	"share-with-faults":         "one / ten",
	"sapa-users":                "50,000 + 100,000 * middle",
	"superusers-a-user":         "one / twelve",
	"sapa-superusers-a-user":    "one / forty",
}

// operands are the words and digits of the arithmetic of a reason, which all stand in it, and
// what they come to.
func operands(t *testing.T, id, reason string) (sum float64) {
	operator := "+"
	for part := range strings.SplitSeq(regexp.MustCompile(` (\+/|[+*/]) `).ReplaceAllString(reckoned[id], "\n$1\n"), "\n") {
		switch part {
		case "+", "*", "/", "+/":
			operator = part
			continue
		}
		n, known := converted[part]
		if !known {
			if n, known = spelled[part]; !known {
				var err error
				n, err = strconv.ParseFloat(strings.ReplaceAll(part, ",", ""), 64)
				require.NoError(t, err, "%s: %s is no number", id, part)
			}
			said := regexp.MustCompile(`(?i)(^|[^\w,.])` + regexp.QuoteMeta(part) + `($|[^\w])`)
			assert.Regexp(t, said, reason, "%s: %s is not in its reason", id, part)
		}
		switch operator {
		case "+":
			sum += n
		case "*":
			sum *= n
		case "/":
			sum /= n
		case "+/":
			sum += 1 / n
		}
	}
	return sum
}

// roughly are the words that leave a tenth to a side.
var roughly = map[string][2]float64{"just over": {1, 1.1}, "just under": {0.9, 1}, "some": {0.9, 1.1}}

// Each reason names what its figure comes of, and that comes to it: to the last digit that the
// figure has, a twentieth at most, or to the tenth that "just over", "just under" or "some" leaves.
func TestTheNumbersOfAReasonComeToItsFigure(t *testing.T) {
	inputs := rawInputs(t)
	for id, n := range inputs {
		if n.Step != "" {
			continue // its reason is that of the step's length, in working days
		}
		require.Contains(t, reckoned, id)
		sum := operands(t, id, n.Why.EN)
		digits := strconv.FormatFloat(n.Likely, 'f', -1, 64)
		_, decimals, _ := strings.Cut(digits, ".")
		half := min(math.Pow10(-len(decimals))/2, n.Likely/20) + 1e-9
		low, high := sum-half, sum+half
		for word, within := range roughly {
			first, _, _ := strings.Cut(reckoned[id], " ")
			if regexp.MustCompile(`(?i)\b` + word + ` (` + regexp.QuoteMeta(first) + `|an? )`).MatchString(n.Why.EN) {
				low, high = min(low, sum*within[0]), max(high, sum*within[1])
			}
		}
		assert.True(t, low <= n.Likely && n.Likely <= high, "%s: %v is not %s = %v: %q", id, n.Likely, reckoned[id], sum, n.Why.EN)
	}
	for id := range reckoned {
		assert.Contains(t, inputs, id)
	}
}
