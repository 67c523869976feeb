// Package match finds the playbook's tasks and milestones, and a plan's own tasks,
// by what the lists and plans of other programs call them. It never guesses: what
// fits two tasks, or fits one only nearly, is offered and not taken.
//
// A Matcher is made for one list and one plan, with the contracts and add-ons that
// the plan has when it is made. Find is asked for each row of the list; OwnID for a
// row that the playbook does not have, with the ids that the list has taken so far.
// Scope reads the name of a project or a legacy system.
//
// A matcher hands out each new id once, so it is for one goroutine; what Find
// returns is part of it and is not to be changed. The book is only read.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/drejebog/plan/match"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		m := match.New(book, plan.New("Roskilde"))
//		for _, name := range []string{"Superbrugerne uddannes (SAPA)", "4.10 Superbrugerne uddannes"} {
//			node, near := m.Find("", name, "")
//			if node == nil {
//				fmt.Println(name, "could be", match.OneOf(book, near).DA)
//				continue
//			}
//			fmt.Println(name, "is", node.ID)
//		}
//	}
package match
