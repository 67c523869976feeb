package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// FreeFloats are the free floats of the activities as Microsoft Project counts them: those
// of the engine, and up to what has begun behind them and is not finished, whether that
// could be moved or not; a link with a lag is left to the engine. By other options than
// cpm.MicrosoftProject they are the engine's. (MPXJ, MicrosoftSlackCalculator; no file at hand
// shows it.)
func (n *Network) FreeFloats(graph *cpm.Graph, result *cpm.Result) []cpm.Work {
	free := make([]cpm.Work, len(n.Network.Activities))
	for a := range free {
		free[a] = result.Dates(a).FreeFloat
	}
	if n.Input.Options.FreeFloat != cpm.MicrosoftProject().FreeFloat {
		return free
	}
	begun := map[int]cpm.Instant{}
	for _, p := range n.Input.Progress {
		if _, seen := begun[p.Activity]; !seen && p.ActualFinish == nil && !n.Network.Activities[p.Activity].Milestone {
			begun[p.Activity] = p.ActualStart
		}
	}
	for _, l := range n.Network.Links {
		to, ok := begun[l.To]
		if !ok || l.Lag.Value != 0 || l.Type != cpm.FS && l.Type != cpm.FF {
			continue
		}
		if l.Type == cpm.FF {
			to = result.Dates(l.To).EarlyFinish
		}
		room := graph.Calendar(n.Network.Activities[l.From].Calendar).Between(result.Dates(l.From).EarlyFinish, to)
		free[l.From] = min(free[l.From], max(0, room))
	}
	return free
}
