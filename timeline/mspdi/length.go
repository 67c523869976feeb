package mspdi

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// length writes minutes as "PT8H30M0S".
func length(minutes int) string {
	sign := ""
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	return sign + "PT" + strconv.Itoa(minutes/60) + "H" + strconv.Itoa(minutes%60) + "M0S"
}

// parseLength reads "PT8H30M0S" and other ISO 8601 lengths of hours, minutes
// and seconds, days being of 24 hours, as minutes; half a minute is rounded up.
func parseLength(text string) (int, bool) {
	rest, negative := strings.CutPrefix(text, "-")
	rest, ok := strings.CutPrefix(rest, "P")
	days, clock, timed := strings.Cut(rest, "T")
	if !ok || days == "" && clock == "" || timed && clock == "" {
		return 0, false
	}
	seconds, ok := parts(days, "D", 86_400)
	var more int64
	if ok {
		more, ok = parts(clock, "HMS", 3_600)
	}
	minutes := (seconds + more + 30) / 60
	if !ok || !isLength(int(minutes)) {
		return 0, false
	}
	if negative {
		minutes = -minutes
	}
	return int(minutes), true
}

// isLength reports whether minutes are no more than the engine takes.
func isLength(minutes int) bool { return minutes >= -int(cpm.MaxWork) && minutes <= int(cpm.MaxWork) }

// parts adds up numbers with their units as seconds, each unit a sixtieth of
// the one before. Parts of a second are dropped.
func parts(text, units string, seconds int64) (int64, bool) {
	var total int64
	for text != "" {
		at := strings.IndexAny(text, units)
		if at < 1 {
			return 0, false
		}
		for units[0] != text[at] {
			units, seconds = units[1:], seconds/60
		}
		whole, fraction, point := strings.Cut(text[:at], ".")
		if !isDigits(whole) || len(whole) > 9 || point && !isDigits(fraction) {
			return 0, false
		}
		const most = 9 // digits of a fraction that count
		fraction = fraction[:min(len(fraction), most)]
		total += int64(digits(whole))*seconds + int64(digits(fraction))*seconds/power(10, len(fraction))
		units, seconds, text = units[1:], seconds/60, text[at+1:]
	}
	return total, true
}

// power is a base, multiplied with itself.
func power(base int64, times int) int64 {
	n := int64(1)
	for range times {
		n *= base
	}
	return n
}
