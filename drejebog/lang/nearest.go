package lang

import "strings"

// maxWord bounds the words that Nearest compares, since the work grows with
// the product of their lengths.
const maxWord = 64

// Nearest returns the known word that a mistyped one most likely stands for,
// "" when none is near. Case, hyphens, underscores and spaces do not count,
// and æ, ø, å equal ae, oe, aa. Near means a distance of at most a third of
// the longer word's letters; among equals the first in the list wins.
//
// The distance is optimal string alignment (restricted Damerau–Levenshtein):
// one letter inserted, deleted or replaced, or two neighbours swapped, counts
// one. Boytsov, "Indexing methods for approximate dictionary searching", 2011.
func Nearest(word string, known []string) string {
	best, bestDistance := "", maxWord
	folded := fold(word)
	if len(folded) == 0 || len(folded) > maxWord {
		return ""
	}
	for _, candidate := range known {
		other := fold(candidate)
		longer := max(len(folded), len(other))
		if longer > maxWord || 3*abs(len(folded)-len(other)) > longer {
			continue
		}
		if d := distance(folded, other); 3*d <= longer && d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best
}

func fold(word string) []rune {
	word = strings.ToLower(strings.ToValidUTF8(word, ""))
	return []rune(folding.Replace(word))
}

var folding = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "-", "", "_", "", " ", "")

func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
