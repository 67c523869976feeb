package timeline

import "github.com/drejebog/monopolbrud/timeline/cpm"

// Network is a schedule as the engine has it, for who solves it once more: with
// other durations, under risk, with limited people. Days are those of date.Date:
// they are the network's epoch.
type Network struct {
	Graph   *cpm.Graph     // never changes: any number of goroutines may solve it
	Problem cpm.Network    // what Graph was built from
	Input   cpm.Input      // what it was solved for
	Logic   int            // how many of Input.Constraints bound the dates; those behind them are targets, which bound nothing
	IDs     []string       // of the task or milestone, by activity
	Index   map[string]int // the activity, by id; what is dated without the engine has none
}

// Network returns the engine's graph with copies of what it was built from and
// solved for: whoever changes them changes no schedule. It is nil for a schedule
// that was not computed.
func (s *Schedule) Network() *Network {
	if !s.IsComputed() {
		return nil
	}
	graph, problem, input := s.solved.Engine()
	out := &Network{Graph: graph, Problem: problem, Input: input, Logic: s.solved.Logic(), Index: make(map[string]int, len(problem.Activities))}
	for a := range problem.Activities {
		id := problem.Activities[a].Key
		out.IDs = append(out.IDs, id)
		out.Index[id] = a
	}
	return out
}
