package join_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog/internal/join"
)

// The start of implementation leads to the go-live of its own project.
func Example() {
	nodes := []join.Node{
		{ID: "impl@ky", Base: "impl", Project: "ky"}, {ID: "impl@ksd", Base: "impl", Project: "ksd"},
		{ID: "golive@ky", Base: "golive", Project: "ky"},
	}
	pairs, _ := join.Pairs(nodes, []join.Edge{{From: "impl", To: "golive"}})
	for _, p := range pairs {
		fmt.Println(nodes[p.From].ID, "→", nodes[p.To].ID)
	}
	// Output: impl@ky → golive@ky
}
