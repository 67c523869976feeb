package cpm_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// readScript reads a network and an input from lines that a person can write;
// what it does not understand it passes over.
//
//	ticks 1440              ticks a day
//	epoch 16000             first day
//	week 12345 0 1          a calendar: days of the week, shift
//	off 0 16010 16012       exception of calendar 0
//	act a 5 0               key, duration, calendar
//	mile m 0                key, calendar
//	watch w 0               a level of effort: key, calendar
//	under 1 0               activity 1 stands below activity 0
//	link 0 1 FS 2 0 0       from, to, type, lag, unit, roll
//	cons 0 2 50             activity, kind, at
//	prog 0 -5 3             activity, actual start, remaining
//	done 0 -5 -2            activity, actual start, actual finish
//	fix 0 4 6               activity, start, finish
//	own 0 -7                activity, lowest date
//	start 0 / data 3 / must 50 / opt 1 1 1 1 1
func readScript(script string) (net cpm.Network, in cpm.Input) {
	for _, line := range strings.Split(script, "\n") {
		var word, text string
		var a, b, c, d, e int64
		fmt.Sscan(line, &word)
		rest := strings.TrimPrefix(strings.TrimSpace(line), word)
		switch word {
		case "ticks":
			fmt.Sscan(rest, &a)
			net.TicksPerDay = int32(a)
		case "epoch":
			fmt.Sscan(rest, &a)
			net.Epoch = cpm.Day(a)
		case "week":
			fmt.Sscan(rest, &text, &a, &b)
			cal := cpm.Calendar{}
			for _, digit := range text {
				cal.Week[(digit%7+7)%7] = []cpm.Shift{{From: int32(a), To: int32(b)}}
			}
			net.Calendars = append(net.Calendars, cal)
		case "off":
			fmt.Sscan(rest, &a, &b, &c)
			if a >= 0 && int(a) < len(net.Calendars) {
				cal := &net.Calendars[a]
				cal.Exceptions = append(cal.Exceptions, cpm.Exception{First: cpm.Day(b), Last: cpm.Day(c)})
			}
		case "act":
			fmt.Sscan(rest, &text, &a, &b)
			net.Activities = append(net.Activities, cpm.Activity{Key: text, Duration: cpm.Work(a), Calendar: int(b)})
		case "mile":
			fmt.Sscan(rest, &text, &a)
			net.Activities = append(net.Activities, cpm.Activity{Key: text, Calendar: int(a), Milestone: true})
		case "watch":
			fmt.Sscan(rest, &text, &a)
			net.Activities = append(net.Activities, cpm.Activity{Key: text, Calendar: int(a), LevelOfEffort: true})
		case "under":
			fmt.Sscan(rest, &a, &b)
			for len(net.Parents) < len(net.Activities) {
				net.Parents = append(net.Parents, -1)
			}
			if a >= 0 && int(a) < len(net.Parents) {
				net.Parents[a] = int(b)
			}
		case "link":
			fmt.Sscan(rest, &a, &b, &text, &c, &d, &e)
			net.Links = append(net.Links, cpm.Link{
				From: int(a), To: int(b), Type: linkTypes[text],
				Lag: cpm.Lag{Value: int32(c), Unit: cpm.LagUnit(d), Roll: cpm.Roll(e & 3), EndOfMonth: e&4 != 0},
			})
		case "cons":
			fmt.Sscan(rest, &a, &b, &c)
			in.Constraints = append(in.Constraints, cpm.Constraint{Activity: int(a), Kind: cpm.ConstraintKind(b), At: cpm.Instant(c)})
		case "prog":
			fmt.Sscan(rest, &a, &b, &c)
			in.Progress = append(in.Progress, cpm.Progress{Activity: int(a), ActualStart: cpm.Instant(b), Remaining: cpm.Work(c)})
		case "done":
			fmt.Sscan(rest, &a, &b, &c)
			in.Progress = append(in.Progress, cpm.Progress{Activity: int(a), ActualStart: cpm.Instant(b), ActualFinish: new(cpm.Instant(c))})
		case "fix":
			fmt.Sscan(rest, &a, &b, &c)
			in.Fixed = append(in.Fixed, cpm.Fixed{Activity: int(a), Start: cpm.Instant(b), Finish: cpm.Instant(c)})
		case "hand":
			fmt.Sscan(rest, &a, &b, &c)
			in.Fixed = append(in.Fixed, cpm.Fixed{Activity: int(a), Start: cpm.Instant(b), Finish: cpm.Instant(c), EarlyOnly: true})
		case "own":
			fmt.Sscan(rest, &a, &b)
			for len(in.Starts) < len(net.Activities) {
				in.Starts = append(in.Starts, in.Start)
			}
			if a >= 0 && int(a) < len(in.Starts) {
				in.Starts[a] = cpm.Instant(b)
			}
		case "start":
			fmt.Sscan(rest, &a)
			in.Start = cpm.Instant(a)
		case "data":
			fmt.Sscan(rest, &a)
			in.DataDate = new(cpm.Instant(a))
		case "must":
			fmt.Sscan(rest, &a)
			in.MustFinish = new(cpm.Instant(a))
		case "opt":
			fmt.Sscan(rest, &a, &b, &c, &d, &e)
			in.Options = cpm.Options{
				Float: cpm.FloatKind(a), Progress: cpm.ProgressMode(b), ALAP: cpm.ALAPMode(c),
				HonorConstraints: d != 0, FreeFloat: cpm.FreeFloatKind(e),
			}
		}
	}
	return net, in
}

// FuzzSolve asks for an answer or a refusal to anything, and for answers that
// hold.
func FuzzSolve(f *testing.F) {
	f.Add("week 12345 0 1\noff 0 7 9\nact a 5 0\nact b 3 0\nmile m 0\nlink 0 1 FS 2 0 0\nlink 1 2 FF 1 6 1\ncons 2 8 12\nstart 3")
	f.Add("ticks 24\nweek 12345 8 16\nweek 0123456 0 24\nact a 40 0\nact b 100 1\nlink 0 1 SS 10 3 0\nlink 0 1 SF -5000 4 0\nprog 0 -50 8\ndata 0\nopt 2 1 1 1 1")
	f.Add("week 1 0 1\nact s 0 0\nact a 2 0\nact b 3 0\nact c 1 0\nunder 1 0\nunder 2 0\nlink 0 3 FS 1 7 6\nlink 3 1 SS 0 0 0\ncons 0 2 9")
	f.Add("act a 268435456 0\nact b 268435456 0\nact c 268435456 0\nlink 0 1 FS 268435456 0 0\nlink 1 2 FS 268435456 3 0\nstart 1073741824")
	f.Add("act a 1 0\nact b 1 0\nact c 1 0\nlink 0 1 FS 0 0 0\nlink 1 2 FS 0 0 0\nlink 2 0 FS 0 0 0\nlink 1 0 SS 0 0 0")
	f.Add("ticks 86400\nepoch 16000\nweek 3 86399 86400\noff 0 -2000000000 2000000000\nact a 268435456 0\nmile m 0\nlink 0 1 FS -12000 6 5\nmust -1073741824")
	f.Add("week 12345 0 1\nact a 5 0\nact b 3 0\nact c 4 0\nwatch w 0\nact s 0 0\nunder 0 4\nunder 3 4\nlink 0 1 FS 0 0 0\nlink 3 0 FS 1 6 0\nlink 2 3 FF 2 0 0\nlink 4 3 SS 0 3 0\ncons 3 7 9\nfix 1 9 11\nown 2 -4")
	f.Fuzz(func(t *testing.T, script string) {
		if len(script) > 4_000 {
			return
		}
		net, in := readScript(script)
		begun := time.Now()
		defer func() { require.Less(t, time.Since(begun), 5*time.Second) }()
		g, err := cpm.Build(net)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		var r cpm.Result
		if err := g.Solve(&in, &r); err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		for i := range net.Activities {
			r.Dates(i)
			r.Drivers(i)
		}
		r.CriticalPaths(3)
		r.NearCritical(5)
		r.OutOfSequence()
		if near(net, in) {
			require.Empty(t, cpm.Check(net, &in, &r))
		}
	})
}

// near reports whether all numbers are so small that no date meets the
// horizon, beyond which the rules do not hold.
func near(net cpm.Network, in cpm.Input) bool {
	small := func(x int64) bool { return x > -100_000 && x < 100_000 }
	ok := in.Start == 0 || small(int64(in.Start))
	for _, x := range []*cpm.Instant{in.DataDate, in.MustFinish} {
		ok = ok && (x == nil || small(int64(*x)))
	}
	for _, a := range net.Activities {
		ok = ok && small(int64(a.Duration))
	}
	for _, l := range net.Links {
		ok = ok && small(int64(l.Lag.Value)) && (l.Lag.Unit < cpm.MonthsFromPredecessor || l.Lag.Value < 100 && l.Lag.Value > -100)
	}
	for _, c := range in.Constraints {
		ok = ok && small(int64(c.At))
	}
	for _, p := range in.Progress {
		ok = ok && small(int64(p.ActualStart)) && (p.ActualFinish == nil || small(int64(*p.ActualFinish)))
	}
	for _, f := range in.Fixed {
		ok = ok && small(int64(f.Start)) && small(int64(f.Finish))
	}
	for _, x := range in.Starts {
		ok = ok && small(int64(x))
	}
	return ok && net.TicksPerDay < 100 && len(net.Activities) < 50
}
