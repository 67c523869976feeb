// Package vocabulary is every id of the playbook that a line of an estimate may name, and
// the projects that its step or milestone is for.
//
//	known := vocabulary.Of(book).With(plan.Own)
//	known.Steps.Has("4.10/slutbrugere")
//	scope := known.ScopeOf("4.10/slutbrugere", "")
//	scope.Holds("sapa")
//
// A vocabulary is not changed once it is made: goroutines may share it.
package vocabulary
