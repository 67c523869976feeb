package cpm

// Said is what a result says, for tests that change it.
type Said struct {
	Start   Instant
	Finish  Instant
	Dates   []Dates
	Drivers [][]Driver
}

// SaidBy returns what a result says of n activities.
func SaidBy(r *Result) Said {
	f := r.figures()
	s := Said{Start: f.start, Finish: f.finish, Dates: f.dates}
	for i := range f.dates {
		s.Drivers = append(s.Drivers, r.Drivers(i))
	}
	return s
}

// CheckSaid is Check of what a result is taken to say.
func CheckSaid(n Network, in *Input, s Said) []Violation {
	return check(&n, in, figures{s.Start, s.Finish, s.Dates, func(i int) []Driver { return s.Drivers[i] }})
}
