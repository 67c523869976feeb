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
	return Lexicon{known: known}.Nearest(word)
}

// Lexicon is known words that many are held against. It never changes.
type Lexicon struct {
	known  []string
	folded [][]rune // of each known word; nil: folded when it is asked for
}

// NewLexicon returns a lexicon of words.
func NewLexicon(known []string) Lexicon {
	l := Lexicon{known, make([][]rune, len(known))}
	for i, word := range known {
		l.folded[i] = fold(word)
	}
	return l
}

// Nearest is the function Nearest among the words of the lexicon.
func (l Lexicon) Nearest(word string) string {
	best, bestDistance := "", maxWord
	folded := fold(word)
	if len(folded) == 0 || len(folded) > maxWord {
		return ""
	}
	letters := lettersOf(folded)
	for i, candidate := range l.known {
		var other []rune
		if l.folded == nil {
			other = fold(candidate)
		} else {
			other = l.folded[i]
		}
		longer := max(len(folded), len(other))
		most := min(longer/3, bestDistance-1)
		if longer > maxWord || abs(len(folded)-len(other)) > most || letters.apart(other) > most {
			continue
		}
		if d := distance(folded, other); d <= most {
			best, bestDistance = candidate, d
		}
	}
	return best
}

// letterCount is how often each letter is in a word, those that are far apart in the
// alphabet counted together.
type letterCount [32]int8

func lettersOf(word []rune) letterCount {
	var of letterCount
	for _, r := range word {
		of[r%32]++
	}
	return of
}

// apart is how many letters one of two words has that the other has not, the more of the
// two: their distance is no less. Bartolini, Ciaccia and Patella, "String matching with
// metric trees using an approximate distance", 2002.
func (l letterCount) apart(other []rune) int {
	for _, r := range other {
		l[r%32]--
	}
	more, fewer := 0, 0
	for _, n := range l {
		more, fewer = more+max(int(n), 0), fewer+max(int(-n), 0)
	}
	return max(more, fewer)
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
