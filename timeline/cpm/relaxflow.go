package cpm

// source is an arc from the source of the flow: what an end is no earlier than.
type source struct {
	place int32
	end   end
	arc   int32
	floor floor
}

// makeFlow makes the flow whose numbers are those of the ends, with every
// activity at its longest. An activity whose finish lies its whole length after
// its start has room for a flow up to its price, or for any flow back; one that
// is as short as it can be, for any flow.
func (x *relaxation) makeFlow() *flow {
	count := int32(len(x.places))
	f := newFlow(2*count + 2)
	x.f = f
	f.source, f.sink = 2*count, 2*count+1
	for i := range x.places {
		x.joinPlace(int32(i))
	}
	f.at[f.sink] = -farAway
	for _, b := range x.bounds {
		v := x.node(b.place, b.end)
		f.at[f.sink] = max(f.at[f.sink], f.at[v]-int64(b.at))
		x.boundArcs = append(x.boundArcs, f.join(v, f.sink, -int64(b.at), unbounded, 0))
	}
	return f
}

// node is the flow's node of an end.
func (x *relaxation) node(place int32, e end) int32 {
	if x.places[place].point {
		e = atStart
	}
	return 2*place + int32(e)
}

// joinPlace adds the arcs to the ends of a place and between them, and sets
// their numbers.
func (x *relaxation) joinPlace(i int32) {
	f, p := x.f, &x.places[i]
	k := [2]Work{longAgo, longAgo}
	for e, fl := range p.floor {
		if fl.at > longAgo {
			x.addSource(i, end(e), fl, &k)
		}
	}
	loose := x.isFirstOf(p) || x.isPulled(p) || p.still
	for t := x.first[i]; t < x.first[i+1]; t++ {
		t := &x.ties[t]
		least, ok := x.difference(t)
		if loose || !ok {
			x.tieArcs = append(x.tieArcs, -1)
		} else {
			v := x.node(t.from, t.fromEnd)
			k[t.toEnd] = max(k[t.toEnd], Work(f.at[v])+least)
			x.tieArcs = append(x.tieArcs, f.join(v, x.node(i, t.toEnd), int64(least), unbounded, 0))
		}
		if !t.sum || x.isFirstOf(p) {
			x.addSource(i, t.toEnd, floor{p.low[t.toEnd], false, -1, -1}, &k)
		}
	}
	at := p.settled(k, p.longest)
	start, finish := x.node(i, atStart), x.node(i, atFinish)
	f.at[start], f.at[finish] = int64(at[atStart]), int64(at[atFinish])
	if start == finish || p.still {
		return
	}
	if p.longest == p.shortest {
		f.join(start, finish, int64(p.longest), unbounded, unbounded)
		return
	}
	price := x.m.choices[x.m.choiceOf[p.position]].price
	f.join(start, finish, int64(p.longest), price, unbounded)
	f.join(start, finish, int64(p.shortest), unbounded, 0)
}

func (x *relaxation) addSource(i int32, e end, fl floor, k *[2]Work) {
	k[e] = max(k[e], fl.at)
	arc := x.f.join(x.f.source, x.node(i, e), int64(fl.at), unbounded, 0)
	x.sources = append(x.sources, source{i, e, arc, fl})
}

// amounts is by how much each choice is shorter in the numbers of the flow.
func (x *relaxation) amounts() []Work {
	out := make([]Work, len(x.m.choices))
	for c := range x.m.choices {
		if i := x.placed[x.m.choices[c].position]; i >= 0 {
			out[c] = x.places[i].longest - Work(x.f.at[x.node(i, atFinish)]-x.f.at[x.node(i, atStart)])
		}
	}
	return out
}
