package mspdi_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// schema restates, of each element, which elements it has in which order and of
// which type; those with an exclamation mark must be there, and what is written
// and not in the rows is wrong. Source: Microsoft, Project XML Data Interchange
// Schema (mspdi_pj12.xsd), "XML Schema for the Project Element" and its siblings:
// https://learn.microsoft.com/office-project/xml-data-interchange/xml-schema-for-the-project-element
// with Active, Manual, StartSlack and FinishSlack of Project 2010.
var schema = map[string]string{
	"Project": `SaveVersion:int! UID:text Name:text Title:text Subject:text Category:text Company:text Manager:text Author:text CreationDate:moment
		Revision:int LastSaved:moment ScheduleFromStart:truth StartDate:moment FinishDate:moment FYStartDate:int CriticalSlackLimit:int CurrencyDigits:int
		CurrencySymbol:text CurrencyCode:code! CurrencySymbolPosition:int CalendarUID:int DefaultStartTime:clock DefaultFinishTime:clock MinutesPerDay:int
		MinutesPerWeek:int DaysPerMonth:int DefaultTaskType:int DefaultFixedCostAccrual:int DefaultStandardRate:float DefaultOvertimeRate:float
		DurationFormat:int WorkFormat:int EditableActualCosts:truth HonorConstraints:truth EarnedValueMethod:int InsertedProjectsLikeSummary:truth
		MultipleCriticalPaths:truth NewTasksEffortDriven:truth NewTasksEstimated:truth SplitsInProgressTasks:truth SpreadActualCost:truth
		SpreadPercentComplete:truth TaskUpdatesResource:truth FiscalYearStart:truth WeekStartDay:int MoveCompletedEndsBack:truth MoveRemainingStartsBack:truth
		MoveRemainingStartsForward:truth MoveCompletedEndsForward:truth BaselineForEarnedValue:int AutoAddNewResourcesAndTasks:truth StatusDate:moment
		CurrentDate:moment MicrosoftProjectServerURL:truth Autolink:truth NewTaskStartDate:int DefaultTaskEVMethod:int ProjectExternallyEdited:truth
		ExtendedCreationDate:moment ActualsInSync:truth RemoveFileProperties:truth AdminProject:truth OutlineCodes:group WBSMasks:group
		ExtendedAttributes:group Calendars:group Tasks:group Resources:group Assignments:group`,
	"ExtendedAttributes": "ExtendedAttribute:group",
	"ExtendedAttribute":  "FieldID:text FieldName:text CFType:int Guid:text ElemType:int MaxMultiValues:int UserDef:truth Alias:text",
	"Calendars":          "Calendar:group",
	"Calendar":           "UID:int! Name:text IsBaseCalendar:truth BaseCalendarUID:int WeekDays:group Exceptions:group WorkWeeks:group",
	"WeekDays":           "WeekDay:group",
	"WeekDay":            "DayType:int! DayWorking:truth TimePeriod:group WorkingTimes:group",
	"Exceptions":         "Exception:group",
	"Exception": `EnteredByOccurrences:truth TimePeriod:group Occurrences:int Name:text Type:int Period:int DaysOfWeek:int MonthItem:int MonthPosition:int
		Month:int MonthDay:int DayWorking:truth WorkingTimes:group`,
	"WorkWeeks":    "WorkWeek:group",
	"WorkWeek":     "TimePeriod:group Name:text WeekDays:group",
	"TimePeriod":   "FromDate:moment ToDate:moment",
	"WorkingTimes": "WorkingTime:group",
	"WorkingTime":  "FromTime:clock ToTime:clock",
	"Tasks":        "Task:group",
	"Task": `UID:int! ID:int Name:text Active:truth Manual:truth Type:int IsNull:truth CreateDate:moment Contact:text WBS:text WBSLevel:text
		OutlineNumber:text OutlineLevel:int Priority:int Start:moment Finish:moment Duration:length DurationFormat:int Work:length Stop:moment Resume:moment
		ResumeValid:truth EffortDriven:truth Recurring:truth OverAllocated:truth Estimated:truth Milestone:truth Summary:truth Critical:truth
		IsSubproject:truth IsSubprojectReadOnly:truth SubprojectName:text ExternalTask:truth ExternalTaskProject:text EarlyStart:moment EarlyFinish:moment
		LateStart:moment LateFinish:moment StartVariance:int FinishVariance:int WorkVariance:float FreeSlack:int TotalSlack:int StartSlack:int
		FinishSlack:int FixedCost:float FixedCostAccrual:int PercentComplete:int PercentWorkComplete:int Cost:float OvertimeCost:float OvertimeWork:length
		ActualStart:moment ActualFinish:moment ActualDuration:length! ActualCost:float ActualOvertimeCost:float ActualWork:length ActualOvertimeWork:length
		RegularWork:length RemainingDuration:length RemainingCost:float RemainingWork:length RemainingOvertimeCost:float RemainingOvertimeWork:length
		ACWP:float CV:float ConstraintType:int CalendarUID:int ConstraintDate:moment Deadline:moment LevelAssignments:truth LevelingCanSplit:truth
		LevelingDelay:int LevelingDelayFormat:int PreLeveledStart:moment PreLeveledFinish:moment Hyperlink:text HyperlinkAddress:text
		HyperlinkSubAddress:text IgnoreResourceCalendar:truth Notes:text HideBar:truth Rollup:truth BCWS:float BCWP:float PhysicalPercentComplete:int
		EarnedValueMethod:int PredecessorLink:group ActualWorkProtected:length ActualOvertimeWorkProtected:length ExtendedAttribute:value Baseline:group`,
	"PredecessorLink":        "PredecessorUID:int Type:int CrossProject:truth CrossProjectName:text LinkLag:int LagFormat:int",
	"Task/ExtendedAttribute": "FieldID:text Value:text ValueGUID:text DurationFormat:int",
	"Baseline":               "Number:int Interim:truth Start:moment Finish:moment Duration:length DurationFormat:int EstimatedDuration:truth Work:length Cost:float",
	"Resources":              "Resource:group",
	"Resource":               "UID:int! ID:int Name:text Type:int IsNull:truth Initials:text MaxUnits:float Work:length CalendarUID:int",
	"Assignments":            "Assignment:group",
	"Assignment": `UID:int! TaskUID:int ResourceUID:int PercentWorkComplete:int ActualFinish:moment ActualStart:moment ActualWork:length Delay:int Finish:moment
		LevelingDelay:int LevelingDelayFormat:int RegularWork:length RemainingWork:length Start:moment Stop:moment Resume:moment Units:float Work:length`,
}

// kinds are what values of a type look like.
var kinds = map[string]*regexp.Regexp{
	"int": regexp.MustCompile(`^-?[0-9]+$`), "float": regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`), "truth": regexp.MustCompile(`^[01]$`),
	"moment": regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$`), "clock": regexp.MustCompile(`^[0-9]{2}:[0-9]{2}:[0-9]{2}$`),
	"length": regexp.MustCompile(`^-?PT[0-9]+H[0-9]+M[0-9]+S$`), "code": regexp.MustCompile(`^[A-Z]{3}$`), "text": regexp.MustCompile(`(?s)^.*$`),
	"group": regexp.MustCompile(`^\s*$`), "value": regexp.MustCompile(`^\s*$`),
}

// faultOf is the first thing in a file that the schema does not have, "" for none.
func faultOf(t require.TestingT, data []byte) string {
	type open struct {
		name, rows string
		at         int // how many rows have gone by
		seen       []string
		text       strings.Builder
	}
	var stack []*open
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return ""
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			if len(stack) > 0 {
				above := stack[len(stack)-1]
				rows := strings.Fields(schema[above.rows])
				i := slices.IndexFunc(rows[min(above.at, len(rows)):], func(row string) bool { return strings.HasPrefix(row, name+":") })
				if i < 0 {
					return above.name + "." + name + " does not stand here"
				}
				above.at += i
				above.seen = append(above.seen, name)
			}
			rows := name
			if name == "ExtendedAttribute" && stack[len(stack)-1].name == "Task" {
				rows = "Task/ExtendedAttribute"
			}
			stack = append(stack, &open{name: name, rows: rows})
		case xml.CharData:
			if len(stack) > 0 {
				stack[len(stack)-1].text.Write(e)
			}
		case xml.EndElement:
			of := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, row := range strings.Fields(schema[of.rows]) {
				name, _, _ := strings.Cut(row, ":")
				if strings.HasSuffix(row, "!") && !slices.Contains(of.seen, name) {
					return of.name + " has no " + name
				}
			}
			if len(stack) == 0 {
				continue
			}
			rows := strings.Fields(schema[stack[len(stack)-1].rows])
			_, kind, _ := strings.Cut(strings.TrimSuffix(rows[stack[len(stack)-1].at], "!"), ":")
			if !kinds[kind].MatchString(of.text.String()) {
				return of.name + " is " + of.text.String()
			}
		}
	}
}

func TestWhatIsWrittenHasTheOrderTheTypesAndTheElementsOfTheSchema(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { assert.Empty(t, faultOf(t, written(t, draw(t)))) })
	for _, name := range plans.Names() {
		assert.Empty(t, faultOf(t, exported(t, name)), name)
	}
}

// exported is the schedule of a sample plan as a file.
func exported(t *testing.T, name string) []byte {
	t.Helper()
	p, _ := booktest.Sample(t, name)
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return written(t, interchange.FromSchedule(s, lang.Danish))
}

func TestTheSchemaFindsAFault(t *testing.T) {
	good := document("<CurrencyCode>DKK</CurrencyCode><Tasks><Task><UID>1</UID><Start>2014-01-01T08:00:00</Start><ActualDuration>PT0H0M0S</ActualDuration></Task></Tasks>")
	good = strings.Replace(good, "\n<Curr", "\n<SaveVersion>14</SaveVersion><Curr", 1)
	assert.Empty(t, faultOf(t, []byte(good)))
	for from, to := range map[string]string{
		"<CurrencyCode>DKK</CurrencyCode>": "", "<ActualDuration>PT0H0M0S</ActualDuration>": "", "2014-01-01T08:00:00": "2014-01-01", "PT0H0M0S": "0",
		"<UID>1</UID><Start>": "<Start>", "<UID>1</UID>": "<ID>1</ID><UID>1</UID>", "<Tasks>": "<Tasks><X/>",
	} {
		assert.NotEmpty(t, faultOf(t, []byte(strings.Replace(good, from, to, 1))), from)
	}
}

// TestTheSchemaItselfTakesWhatIsWritten asks xmllint, where it and the schema, which
// is Microsoft's and no part of the module, are at hand.
func TestTheSchemaItselfTakesWhatIsWritten(t *testing.T) {
	const place = "MONOPOLBRUD_MSPDI_XSD"
	xsd := os.Getenv(place)
	tool, err := exec.LookPath("xmllint")
	if xsd == "" || err != nil {
		t.Skip(place + " names no schema of Microsoft Project XML, or xmllint is not installed")
	}
	for _, name := range plans.Names() {
		file := filepath.Join(t.TempDir(), "plan.xml")
		require.NoError(t, os.WriteFile(file, exported(t, name), 0o644))
		out, err := exec.Command(tool, "--noout", "--schema", xsd, file).CombinedOutput()
		assert.NoError(t, err, "%s: %s", name, out)
	}
}
