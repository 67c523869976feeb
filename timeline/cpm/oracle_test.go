package cpm_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// The schedules of other programs are read from the folder that this
// environment variable names; they are no part of the module.
const sharedFolder = "MONOPOLBRUD_SHARED"

func oracleFiles(t *testing.T, pattern string) []string {
	t.Helper()
	shared := os.Getenv(sharedFolder)
	if shared == "" {
		t.Skip(sharedFolder + " is not set: the schedules of other programs are not at hand")
	}
	files, err := filepath.Glob(filepath.Join(shared, "oracle", pattern))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// foreignSchedule is a schedule in the neutral form of the oracle.
type foreignSchedule struct {
	Application           string
	Start                 string
	PlannedStart          string
	MustFinishBy          string
	StatusDate            string
	HonorConstraints      bool
	CriticalSlackLimitMin float64
	LagCalendar           string
	ProgressMode          string
	TotalSlackType        string
	DefaultCalendar       int
	Calendars             []foreignCalendar
	Tasks                 []foreignTask
}

type foreignCalendar struct {
	UID   int
	Week  map[string][][2]int32
	Dates map[string][][2]int32
}

type foreignTask struct {
	UID, Parent                                  int
	Summary, Milestone, Active, Split            bool
	Mode                                         string
	Calendar                                     int
	DurationMin, RemainingMin                    float64
	Elapsed                                      bool
	Constraint, ConstraintDate                   string
	SecondaryConstraint, SecondaryConstraintDate string
	Deadline                                     string
	ActualStart, ActualFinish                    string
	Preds                                        []foreignLink
	Expect                                       foreignDates
}

type foreignLink struct {
	UID        int
	Type       string
	LagMin     float64
	LagPercent *float64
	LagElapsed bool
}

type foreignDates struct {
	EarlyStart, EarlyFinish, LateStart, LateFinish string
	TotalSlackMin, FreeSlackMin                    *float64
	StartSlackMin, FinishSlackMin                  *float64
	Critical                                       *bool
}

const minutesPerDay = 1440

// minute reads a local instant as minutes since 1970.
func minute(t *testing.T, s string) cpm.Instant {
	t.Helper()
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02"} {
		if x, err := time.Parse(layout, s); err == nil {
			return cpm.Instant(x.Unix() / 60)
		}
	}
	t.Fatalf("no instant: %q", s)
	return 0
}

func (c *foreignCalendar) calendar(t *testing.T) cpm.Calendar {
	t.Helper()
	out := cpm.Calendar{Key: strconv.Itoa(c.UID)}
	for i, day := range []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} {
		out.Week[i] = shifts(c.Week[day])
	}
	for date, worked := range c.Dates {
		d := cpm.Day(minute(t, date) / minutesPerDay)
		out.Exceptions = append(out.Exceptions, cpm.Exception{First: d, Last: d, Shifts: shifts(worked)})
	}
	return out
}

func shifts(intervals [][2]int32) []cpm.Shift {
	var out []cpm.Shift
	for _, s := range intervals {
		out = append(out, cpm.Shift{From: s[0], To: s[1]})
	}
	return out
}

// conversion is a foreign schedule as a network and an input.
type conversion struct {
	net   cpm.Network
	in    cpm.Input
	index map[int]int // activity by UID
}

var linkTypes = map[string]cpm.LinkType{"FS": cpm.FS, "SS": cpm.SS, "FF": cpm.FF, "SF": cpm.SF}

var foreignConstraints = map[string][]cpm.ConstraintKind{
	"AS_SOON_AS_POSSIBLE":    nil,
	"AS_LATE_AS_POSSIBLE":    {cpm.AsLateAsPossible},
	"START_NO_EARLIER_THAN":  {cpm.StartNoEarlierThan},
	"START_NO_LATER_THAN":    {cpm.StartNoLaterThan},
	"FINISH_NO_EARLIER_THAN": {cpm.FinishNoEarlierThan},
	"FINISH_NO_LATER_THAN":   {cpm.FinishNoLaterThan},
	"MUST_START_ON":          {cpm.MustStartOn},
	"MUST_FINISH_ON":         {cpm.MustFinishOn},
	"START_ON":               {cpm.StartNoEarlierThan, cpm.StartNoLaterThan},
	"FINISH_ON":              {cpm.FinishNoEarlierThan, cpm.FinishNoLaterThan},
	"MANDATORY_START":        {cpm.MustStartOn},
	"MANDATORY_FINISH":       {cpm.MustFinishOn},
}

// convert turns a foreign schedule into ours by the rules of the program that
// made it.
func (f *foreignSchedule) convert(t *testing.T) conversion {
	t.Helper()
	c := conversion{net: cpm.Network{TicksPerDay: minutesPerDay}, index: map[int]int{}}
	f.options(t, &c)
	calendars := map[int]int{}
	for _, cal := range f.Calendars {
		calendars[cal.UID] = len(c.net.Calendars)
		c.net.Calendars = append(c.net.Calendars, cal.calendar(t))
	}
	roundTheClock := len(c.net.Calendars)
	c.net.Calendars = append(c.net.Calendars, cpm.Weekdays("elapsed", minutesPerDay, 0, 1, 2, 3, 4, 5, 6))
	summaries := map[int]bool{}
	for _, task := range f.Tasks {
		if task.Active {
			summaries[task.Parent] = true
		}
	}
	for _, task := range f.Tasks {
		if !task.Active {
			continue
		}
		a := cpm.Activity{Key: strconv.Itoa(task.UID), Calendar: calendars[task.Calendar]}
		if task.Elapsed {
			a.Calendar = roundTheClock
		}
		if !summaries[task.UID] {
			a.Duration = cpm.Work(task.DurationMin)
			a.Milestone = a.Duration == 0
		}
		c.index[task.UID] = len(c.net.Activities)
		c.net.Activities = append(c.net.Activities, a)
	}
	f.tasks(t, &c, calendars)
	return c
}

func (f *foreignSchedule) options(t *testing.T, c *conversion) {
	t.Helper()
	c.in.Start = minute(t, f.Start)
	if f.PlannedStart != "" {
		c.in.Start = minute(t, f.PlannedStart)
	}
	if f.Application == "Microsoft" {
		c.in.Options = cpm.MicrosoftProject()
		c.in.Options.HonorConstraints = f.HonorConstraints
	} else {
		c.in.Options = cpm.Primavera()
		if f.StatusDate != "" {
			c.in.DataDate = new(minute(t, f.StatusDate))
		}
		if f.ProgressMode == "PROGRESS_OVERRIDE" {
			c.in.Options.Progress = cpm.ProgressOverride
		}
	}
	switch f.TotalSlackType {
	case "SMALLEST_SLACK":
		c.in.Options.Float = cpm.SmallestFloat
	case "START_SLACK":
		c.in.Options.Float = cpm.StartFloat
	case "FINISH_SLACK":
		c.in.Options.Float = cpm.FinishFloat
	}
	c.in.Options.Critical = cpm.Work(f.CriticalSlackLimitMin)
	if f.MustFinishBy != "" {
		c.in.MustFinish = new(minute(t, f.MustFinishBy))
	}
}

func (f *foreignSchedule) tasks(t *testing.T, c *conversion, calendars map[int]int) {
	t.Helper()
	for _, task := range f.Tasks {
		i, ok := c.index[task.UID]
		if !ok {
			continue
		}
		parent := -1
		if p, ok := c.index[task.Parent]; ok && task.Parent != task.UID {
			parent = p
		}
		c.net.Parents = append(c.net.Parents, parent)
		for _, l := range task.Preds {
			from, ok := c.index[l.UID]
			if !ok {
				continue
			}
			lag := cpm.Lag{Value: int32(l.LagMin)}
			switch {
			case l.LagPercent != nil && l.LagElapsed:
				lag = cpm.Lag{Value: int32(*l.LagPercent * 100), Unit: cpm.PercentElapsed}
			case l.LagPercent != nil:
				lag = cpm.Lag{Value: int32(*l.LagPercent * 100), Unit: cpm.Percent}
			case l.LagElapsed:
				lag.Unit = cpm.Elapsed
			case f.LagCalendar == "SUCCESSOR":
				lag.Unit = cpm.WorkOfSuccessor
			case f.LagCalendar == "PROJECT_DEFAULT":
				lag.Unit, lag.Calendar = cpm.WorkOfCalendar, calendars[f.DefaultCalendar]
			case f.LagCalendar == "TWENTY_FOUR_HOUR":
				lag.Unit = cpm.Elapsed
			}
			c.net.Links = append(c.net.Links, cpm.Link{From: from, To: i, Type: linkTypes[l.Type], Lag: lag})
		}
		f.state(t, c, i, &task)
	}
}

// state adds constraints and progress. Microsoft Project keeps neither on the
// summaries themselves: what stands there is rolled up.
func (f *foreignSchedule) state(t *testing.T, c *conversion, i int, task *foreignTask) {
	t.Helper()
	for _, x := range [][2]string{
		{task.Constraint, task.ConstraintDate}, {task.SecondaryConstraint, task.SecondaryConstraintDate},
	} {
		kinds, known := foreignConstraints[x[0]]
		require.True(t, known || x[0] == "", "constraint %q", x[0])
		for _, kind := range kinds {
			constraint := cpm.Constraint{Activity: i, Kind: kind}
			if kind != cpm.AsLateAsPossible {
				constraint.At = minute(t, x[1])
			}
			c.in.Constraints = append(c.in.Constraints, constraint)
		}
	}
	if task.Deadline != "" {
		c.in.Constraints = append(c.in.Constraints, cpm.Constraint{Activity: i, Kind: cpm.Deadline, At: minute(t, task.Deadline)})
	}
	if task.ActualStart != "" && !task.Summary {
		p := cpm.Progress{Activity: i, ActualStart: minute(t, task.ActualStart), Remaining: cpm.Work(task.RemainingMin)}
		if task.ActualFinish != "" {
			p.ActualFinish = new(minute(t, task.ActualFinish))
		}
		c.in.Progress = append(c.in.Progress, p)
	}
}

// tally counts what agrees with another program and lists what does not.
type tally struct {
	agree map[string]int
	wrong []string
}

func (c *tally) compare(ok bool, field, what string) {
	if ok {
		c.agree[field]++
		return
	}
	c.wrong = append(c.wrong, field+" "+what)
}

func (f *foreignSchedule) compare(t *testing.T) tally {
	t.Helper()
	c := f.convert(t)
	g, err := cpm.Build(c.net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&c.in, &r))
	out := tally{agree: map[string]int{}}
	for _, task := range f.Tasks {
		i, ok := c.index[task.UID]
		if !ok {
			continue
		}
		d, x := r.Dates(i), task.Expect
		w := g.Calendar(c.net.Activities[i].Calendar)
		date := func(field, want string, got cpm.Instant) {
			if want != "" {
				out.compare(w.Between(got, minute(t, want)) == 0, field,
					fmt.Sprintf("of %d: want %s, got %s", task.UID, want, time.Unix(int64(got)*60, 0).UTC().Format("2006-01-02T15:04")))
			}
		}
		date("early start", x.EarlyStart, d.EarlyStart)
		date("early finish", x.EarlyFinish, d.EarlyFinish)
		date("late start", x.LateStart, d.LateStart)
		date("late finish", x.LateFinish, d.LateFinish)
		float := func(field string, want *float64, got cpm.Work) {
			if want != nil {
				out.compare(got == cpm.Work(*want), field, fmt.Sprintf("of %d: want %g, got %d", task.UID, *want, got))
			}
		}
		total := x.TotalSlackMin
		if total == nil && x.StartSlackMin != nil && x.FinishSlackMin != nil {
			total = new(min(*x.StartSlackMin, *x.FinishSlackMin))
		}
		float("total slack", total, d.TotalFloat)
		float("free slack", x.FreeSlackMin, d.FreeFloat)
		if x.Critical != nil {
			out.compare(d.Critical == *x.Critical, "critical", fmt.Sprintf("of %d: want %t", task.UID, *x.Critical))
		}
	}
	return out
}

// Stored total and free slack of summaries agree in all files: total slack lies
// between the summary's own dates, free slack is what its own links leave of it.

// explained says, file by file, how many values differ and why.
var explained = map[string]struct {
	values int
	why    string
}{
	"ms-newproductdev-ss": {6, "the late dates stored for tasks 35, 36 and 48 contradict the slack stored beside them, which agrees with ours"},
}

func TestSchedulesOfOtherProgramsComeOutTheSame(t *testing.T) {
	total := tally{agree: map[string]int{}}
	for _, file := range oracleFiles(t, "schedules/*.json") {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			var f foreignSchedule
			require.NoError(t, json.Unmarshal(data, &f))
			got := f.compare(t)
			for field, n := range got.agree {
				total.agree[field] += n
			}
			total.wrong = append(total.wrong, got.wrong...)
			assert.Len(t, got.wrong, explained[name].values, "%s", strings.Join(got.wrong, "\n"))
		})
	}
	fields := make([]string, 0, len(total.agree))
	for field := range total.agree {
		fields = append(fields, field)
	}
	sort.Strings(fields)
	for _, field := range fields {
		t.Logf("%-12s %5d agree", field, total.agree[field])
	}
	t.Logf("%d values differ", len(total.wrong))
}

// primaveraCase is a small case with the dates that Primavera shows for it.
type primaveraCase struct {
	Activities []struct {
		Code              string  `json:"code"`
		Duration          float64 `json:"duration_days"`
		Calendar          string  `json:"clndr_id"`
		ActualStart       string  `json:"actual_start"`
		ActualFinish      string  `json:"actual_finish"`
		RemainingDuration float64 `json:"remaining_duration"`
		Constraint        *struct{ Type, Date string }
		Constraint2       *struct{ Type, Date string }
	}
	Relationships []struct {
		From string  `json:"from_code"`
		To   string  `json:"to_code"`
		Type string  `json:"type"`
		Lag  float64 `json:"lag_days"`
	}
	Opts struct {
		DataDate     string
		ProjectStart string
		Calendars    map[string]struct {
			WorkDays []time.Weekday `json:"work_days"`
			Holidays []string
		} `json:"cal_map"`
	}
	override bool
}

// overridesProgress looks for an option that switches retained logic off,
// under whichever name.
func overridesProgress(t *testing.T, data []byte) bool {
	t.Helper()
	var c struct{ Opts map[string]any }
	require.NoError(t, json.Unmarshal(data, &c))
	for name, value := range c.Opts {
		text, _ := value.(string)
		if strings.Contains(strings.ToLower(text), "override") ||
			strings.Contains(strings.ToLower(name), "override") && value == true {
			return true
		}
	}
	return false
}

var primaveraConstraints = map[string][]cpm.ConstraintKind{
	"CS_ALAP":      {cpm.AsLateAsPossible},
	"CS_MSO":       {cpm.StartNoEarlierThan, cpm.StartNoLaterThan},
	"CS_MSOA":      {cpm.StartNoEarlierThan},
	"CS_MSOB":      {cpm.StartNoLaterThan},
	"CS_MEO":       {cpm.FinishNoEarlierThan, cpm.FinishNoLaterThan},
	"CS_MEOA":      {cpm.FinishNoEarlierThan},
	"CS_MEOB":      {cpm.FinishNoLaterThan},
	"CS_MANDSTART": {cpm.MustStartOn},
	"CS_MANDFIN":   {cpm.MustFinishOn},
}

func dayOf(t *testing.T, s string) cpm.Instant { return minute(t, s) / minutesPerDay }

func (p *primaveraCase) solve(t *testing.T) (map[string]cpm.Dates, map[string]*cpm.WorkingTime) {
	t.Helper()
	var net cpm.Network
	in := cpm.Input{Start: dayOf(t, p.Opts.ProjectStart), DataDate: new(dayOf(t, p.Opts.DataDate)), Options: cpm.Primavera()}
	if p.override {
		in.Options.Progress = cpm.ProgressOverride
	}
	calendars := map[string]int{}
	for name, c := range p.Opts.Calendars {
		calendars[name] = len(net.Calendars)
		cal := cpm.Weekdays(name, 1, c.WorkDays...)
		for _, h := range c.Holidays {
			d := cpm.Day(dayOf(t, h))
			cal.Exceptions = append(cal.Exceptions, cpm.Exception{First: d, Last: d})
		}
		net.Calendars = append(net.Calendars, cal)
	}
	index := map[string]int{}
	for i, a := range p.Activities {
		index[a.Code] = i
		net.Activities = append(net.Activities, cpm.Activity{
			Key: a.Code, Calendar: calendars[a.Calendar], Duration: cpm.Work(a.Duration), Milestone: a.Duration == 0,
		})
		for _, c := range []*struct{ Type, Date string }{a.Constraint, a.Constraint2} {
			if c == nil {
				continue
			}
			kinds, known := primaveraConstraints[c.Type]
			require.True(t, known, c.Type)
			for _, kind := range kinds {
				at := cpm.Instant(0)
				if kind != cpm.AsLateAsPossible {
					at = dayOf(t, c.Date)
				}
				in.Constraints = append(in.Constraints, cpm.Constraint{Activity: i, Kind: kind, At: at})
			}
		}
		if a.ActualStart == "" {
			continue
		}
		progress := cpm.Progress{Activity: i, ActualStart: dayOf(t, a.ActualStart), Remaining: cpm.Work(a.RemainingDuration)}
		if a.ActualFinish != "" {
			progress.ActualFinish = new(dayOf(t, a.ActualFinish) + 1)
		}
		in.Progress = append(in.Progress, progress)
	}
	for _, l := range p.Relationships {
		net.Links = append(net.Links, cpm.Link{
			From: index[l.From], To: index[l.To], Type: linkTypes[l.Type], Lag: cpm.Lag{Value: int32(l.Lag)},
		})
	}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	dates, clocks := map[string]cpm.Dates{}, map[string]*cpm.WorkingTime{}
	for code, i := range index {
		dates[code], clocks[code] = r.Dates(i), g.Calendar(net.Activities[i].Calendar)
	}
	return dates, clocks
}

func TestCasesOfPrimaveraComeOutTheSame(t *testing.T) {
	values := 0
	for _, folder := range oracleFiles(t, "p6-cases/*") {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(folder, "input.json"))
			require.NoError(t, err)
			var p primaveraCase
			require.NoError(t, json.Unmarshal(data, &p))
			p.override = overridesProgress(t, data)
			dates, clocks := p.solve(t)
			file, err := os.Open(filepath.Join(folder, "p6.csv"))
			require.NoError(t, err)
			defer file.Close()
			rows, err := csv.NewReader(file).ReadAll()
			require.NoError(t, err)
			for _, row := range rows[1:] {
				got := dates[row[0]]
				for column, have := range map[int]cpm.Instant{
					1: got.EarlyStart, 2: got.EarlyFinish, 3: got.LateStart, 4: got.LateFinish,
				} {
					if row[column] == "" {
						continue
					}
					want := dayOf(t, strings.Fields(row[column])[0])
					if strings.Contains(row[column], "17:00") {
						want++
					}
					values++
					assert.Zero(t, clocks[row[0]].Between(want, have), "%s of %s: want %s, got %s", rows[0][column], row[0], row[column], cpm.Day(have))
				}
				for column, have := range map[int]cpm.Work{5: got.TotalFloat, 6: got.FreeFloat} {
					if want, err := strconv.ParseFloat(row[column], 64); err == nil {
						values++
						assert.Equal(t, cpm.Work(want), have, "%s of %s", rows[0][column], row[0])
					}
				}
			}
		})
	}
	t.Logf("%d values compared", values)
}
