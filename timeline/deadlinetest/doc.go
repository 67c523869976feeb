// Package deadlinetest lets a program's own go test assert that a plan meets
// its deadlines, in one line:
//
//	package roskilde_test
//
//	import (
//		"testing"
//
//		"github.com/drejebog/monopolbrud/timeline/deadlinetest"
//	)
//
//	func TestThePlanMeetsItsDeadlines(t *testing.T) {
//		deadlinetest.RequireMet(t, "testdata/roskilde.yaml")
//	}
//
// A plan that cannot be read, or that breaks a deadline or a rule, fails the
// test with a line a finding: where it stands, its code, what is wrong, who
// must act and what to do. Warnings and notes fail nothing.
//
// It is a package of its own, so that no program that computes a schedule
// links package testing.
//
// Tests in several goroutines may ask at once, each with its own plan; a playbook they
// may share. What is returned nobody else keeps.
package deadlinetest
