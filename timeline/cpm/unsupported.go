package cpm

// Part is a part of an input that a question does not reckon with. The parts are
// permanent.
type Part string

// What ToMeet does not reckon with; ForwardBatch, only PartFromFinish.
const (
	PartDelays     Part = "delays"      // Input.Delays
	PartPauses     Part = "pauses"      // Input.Pauses
	PartFromFinish Part = "from-finish" // Input.FromFinish: early dates depend on late ones
	PartStartLag   Part = "start-lag"   // LagFromEarlyStart, with progress
	PartFinished   Part = "finished"    // FinishedCarries, with progress
)

func unsupported(part Part) Fault {
	f := fault(Unsupported)
	f.Part = part
	return f
}

// unsupported are the parts of an input that ToMeet does not reckon with.
func (in *Input) unsupported() Faults {
	var out Faults
	for _, p := range []struct {
		has  bool
		part Part
	}{
		{len(in.Delays) > 0, PartDelays},
		{len(in.Pauses) > 0, PartPauses},
		{in.FromFinish, PartFromFinish},
		{len(in.Progress) > 0 && in.Options.StartLag != LagFromActualStart, PartStartLag},
		{len(in.Progress) > 0 && in.Options.Finished != FinishedStops, PartFinished},
	} {
		if p.has {
			out = append(out, unsupported(p.part))
		}
	}
	return out
}
