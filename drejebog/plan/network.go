package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Network returns the playbook's steps, milestones and edges for this kommune:
// with its contracts on legacy systems, and its add-ons. Where the plan has one
// contract on a system, the ids of its steps end with the system's id
// ("6.3/opsigelse@kmd-sag"); where it has several, with the contract's
// ("6.3/opsigelse@kmd-sag-2009"), after the system's and a slash if another
// system has that name, and for a contract of several systems.
//
// What is returned is the caller's.
func (p *Plan) Network(book *drejebog.Playbook) ([]drejebog.Node, []drejebog.Edge) {
	if p.hasInstances() {
		return book.NetworkWith(p.local(book))
	}
	n := nationalOf(book)
	return slices.Clone(n.nodes), slices.Clone(n.edges)
}

// networkAndWords are Network, to read only, and the words of book and plan.
func (p *Plan) networkAndWords(book *drejebog.Playbook) (network, words) {
	if p.hasInstances() {
		nodes, edges := book.NetworkWith(p.local(book))
		return network{nodes, edges}, wordsOf(book, nodes).with(p)
	}
	n := nationalOf(book)
	return n.network, n.words.with(p)
}

// nationalKey is of the network of a kommune without instances of its own. It names
// the book, since copies of a book share what is kept, and may be changed.
type nationalKey struct{ book *drejebog.Playbook }

// network are the nodes of a kommune and the edges between them.
type network struct {
	nodes []drejebog.Node
	edges []drejebog.Edge
}

// national is the network of such a kommune, with the words for it.
type national struct {
	network
	words words
}

func nationalOf(book *drejebog.Playbook) *national {
	return book.Kept(nationalKey{book}, func() any {
		nodes, edges := book.Network()
		return &national{network{nodes, edges}, wordsOf(book, nodes)}
	}).(*national)
}

// hasInstances reports whether the plan has anything that steps are done for
// once each.
func (p *Plan) hasInstances() bool { return len(p.Contracts)+len(p.AddOns) > 0 }

// OwnDeliverables are what others owe the kommune that the playbook does not have, as
// milestones, in the order of their ids.
func (p *Plan) OwnDeliverables() []drejebog.Node {
	var nodes []drejebog.Node
	for _, id := range sortedKeys(p.Deliverables) {
		if !IsOwnID(id) {
			continue
		}
		d := p.Deliverables[id]
		milestone := &drejebog.Milestone{
			ID: id, Name: lang.Both(d.Name), Kind: drejebog.Deliverable, Actor: d.Actor, Scope: drejebog.PerKommune,
			Provenance: drejebog.Provenance{Certainty: drejebog.Stated},
		}
		nodes = append(nodes, drejebog.Node{ID: id, Milestone: milestone, Project: d.Project})
	}
	return nodes
}

// InstanceName returns the name of the contract or add-on that a task is for, ""
// where its project or legacy system says it already.
func (p *Plan) InstanceName(node *drejebog.Node) string {
	if node.Instance == "" || strings.HasSuffix(node.ID, "@"+node.System) {
		return ""
	}
	return cmp.Or(p.Contracts[node.Instance].Name, p.AddOns[node.Instance].Name, node.Instance)
}

// local are the contracts and add-ons that steps are done for. One of which only
// the payment is known gives nothing to do.
func (p *Plan) local(book *drejebog.Playbook) drejebog.Local {
	var local drejebog.Local
	on := map[string]int{}
	for _, contract := range p.Contracts {
		for _, system := range contract.Systems {
			if !contract.IsPaymentOnly() {
				on[system]++
			}
		}
	}
	for _, id := range sortedKeys(p.Contracts) {
		contract := p.Contracts[id]
		for _, system := range contract.Systems {
			if book.System(system) == nil || contract.IsPaymentOnly() {
				continue
			}
			suffix := id
			switch {
			case on[system] == 1:
				suffix = system
			case id != system && book.System(id) != nil, len(contract.Systems) > 1:
				suffix = system + "/" + id
			}
			local.Contracts = append(local.Contracts, drejebog.Instance{ID: id, Suffix: suffix, System: system})
		}
	}
	for _, id := range sortedKeys(p.AddOns) {
		local.AddOns = append(local.AddOns, drejebog.Instance{ID: id, Suffix: id, System: p.AddOns[id].System})
	}
	return local
}
