// Package join says which nodes of a network an edge joins that names them without their
// scope: those of the same contract or add-on, of the same legacy system, or else of the
// same project.
//
//	nodes := []join.Node{
//		{ID: "impl@ky", Base: "impl", Project: "ky"}, {ID: "impl@ksd", Base: "impl", Project: "ksd"},
//		{ID: "golive@ky", Base: "golive", Project: "ky"},
//	}
//	pairs, _ := join.Pairs(nodes, []join.Edge{{From: "impl", To: "golive"}}) // one: impl@ky to golive@ky
//
// Knotted are the ids of a network that cannot be put in order, Way how two of them hang together.
// Nothing is kept: any number of goroutines may call it.
package join
