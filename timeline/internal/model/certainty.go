package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// CertaintyOf is that of a node's own part in a date: its length and what dates it; and
// that of the driver alone. That a window moves with its go-live is our reading.
func (n *Model) CertaintyOf(i int, c Driver) (whole, alone drejebog.Certainty) {
	node := &n.Nodes[i]
	certainty := drejebog.Stated
	if node.Step != nil {
		certainty = n.Duration(node).Certainty
	}
	alone = n.driverCertainty(i, c)
	return certainty.Weaker(alone), alone
}

// driverCertainty is how sure a driver is.
func (n *Model) driverCertainty(i int, c Driver) drejebog.Certainty {
	node := &n.Nodes[i]
	switch c.By {
	case driver.Link:
		return c.Edge.Weakest()
	case driver.Window, driver.Target:
		if target, ok := n.Target(i); ok && target.Row != nil {
			return target.Row.Certainty
		}
	case driver.Promise:
		return node.Milestone.Promised.Certainty
	case driver.Delivery:
		return node.Milestone.Delivered.Certainty
	case driver.Offset:
		return node.Milestone.Offset.Certainty
	case driver.Plan:
		if n.meanwhile[node.ID] {
			return drejebog.Assumed
		}
	case driver.Nothing, driver.Finish, driver.Effort:
		return drejebog.Assumed
	}
	return drejebog.Stated
}
