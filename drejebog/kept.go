package drejebog

import "sync"

// kept are values that were computed from a book.
type kept struct{ values sync.Map }

// Kept returns what make gave when the key was first asked for of this book. It is
// for packages that compute from a book what many of their results share: what is
// kept lives as long as the book and is never changed, keys are of a type of the
// package's own and few. A book that nobody loaded keeps nothing, and copies of a
// book share what it keeps.
func (b *Playbook) Kept(key any, make func() any) any {
	if b.kept == nil {
		return make()
	}
	if value, ok := b.kept.values.Load(key); ok {
		return value
	}
	value, _ := b.kept.values.LoadOrStore(key, make())
	return value
}

// KeptOfFiles is Kept for what comes from the book's data files (Files) whatever
// the edition: the editions that At and AsOf cut from a book share it.
func (b *Playbook) KeptOfFiles(key any, make func() any) any {
	if b.whole == nil {
		return b.Kept(key, make)
	}
	return b.whole.Kept(key, make)
}
