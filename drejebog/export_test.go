package drejebog

// PairsTried is how many pairs of nodes are held against each other for the edges of
// a kommune's network, and how many nodes there are.
func PairsTried(b *Playbook, local Local) (pairs, nodes int) {
	of := b.nodes(local)
	_, pairs = b.edges(of)
	return pairs, len(of)
}
