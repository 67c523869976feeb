// Package truth holds what the programs say of one plan against each other:
// whatever date, float, state or sum two of them tell by the same id is equal.
// Only its tests are of use.
//
// testdata/facts.txt places every key of every schema in seeds/schema, and every
// column of every report: it is the home of a fact, says one that has its home
// elsewhere, or is the program's own. A new key or column fails until it is placed.
package truth
