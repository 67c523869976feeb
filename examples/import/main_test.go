package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func call(args ...string) (code int, stdout, stderr string) {
	var out, messages bytes.Buffer
	code = run(args, &out, &messages)
	return code, out.String(), messages.String()
}

// written puts a file into the folder that the test runs in.
func written(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}

func TestAMicrosoftProjectFileBecomesAPlan(t *testing.T) {
	t.Chdir(t.TempDir())
	book, err := drejebog.Load()
	require.NoError(t, err)
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, interchange.FromSchedule(sched, lang.Danish).Write(&file))
	written(t, "plan.xml", file.String())
	code, stdout, stderr := call("-kommune", "Roskilde", "plan.xml")
	assert.Zero(t, code)
	assert.Empty(t, stderr)
	p, findings := plan.Read(book, "plan.yaml", strings.NewReader(stdout))
	require.NotNil(t, p, findings)
	assert.Greater(t, len(p.Tasks), 100)
	code, _, stderr = call("plan.xml")
	assert.Zero(t, code)
	assert.Contains(t, stderr, "Planen er skrevet for Frederikssund, fordi ingen kommune er nævnt.")
}

func TestWhomNobodyKnowsIsNotNamedWithoutNames(t *testing.T) {
	list := filepath.Join(t.TempDir(), "list.csv")
	written(t, list, "Opgave;Ansvarlig\n4.1/overblik;Zoltan Holm\n")
	_, out, told := call("-kommune", "Vejen", list)
	assert.Contains(t, out, "Ansvarlig: Zoltan Holm")
	assert.Contains(t, told, "Zoltan Holm")
	_, out, told = call("-kommune", "Vejen", "-without-names", list)
	assert.Contains(t, out, "Ansvarlig: ?")
	assert.Contains(t, told, "»?«, som har »4.1/overblik«")
	assert.NotContains(t, out+told, "Zoltan")
}

func TestAFileThatIsNotChangedLeavesItsPlanAsItIs(t *testing.T) {
	t.Chdir(t.TempDir())
	book, err := drejebog.Load()
	require.NoError(t, err)
	const text = "kommune: Roskilde\ndataDate: 2014-06-27\n"
	p, findings := plan.Read(book, "plan.yaml", strings.NewReader(text))
	require.Empty(t, findings)
	sched, err := timeline.Compute(book, p)
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, interchange.FromSchedule(sched, lang.Danish).Write(&file))
	written(t, "plan.yaml", text)
	written(t, "plan.xml", file.String())
	code, stdout, stderr := call("-plan", "plan.yaml", "plan.xml")
	assert.Zero(t, code)
	assert.Empty(t, stderr)
	assert.Equal(t, text, stdout)
}

func TestXMLInUTF16IsNotTakenForAList(t *testing.T) {
	t.Chdir(t.TempDir())
	file := "\xFF\xFE"
	for _, r := range `<?xml version="1.0" encoding="UTF-16"?><Project><Tasks><Task><UID>1</UID><Name>Møde</Name></Task></Tasks></Project>` {
		file += string([]byte{byte(r), byte(r >> 8)})
	}
	written(t, "plan.xml", file)
	code, stdout, stderr := call("-kommune", "Roskilde", "plan.xml")
	assert.Zero(t, code, stderr)
	assert.Equal(t, "kommune: Roskilde\nown:\n  own/moede:\n    name: Møde\n    duration: 1\n", stdout)
}

func TestListsAreTakenOverIntoAPlan(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "plan.yaml", "kommune: Roskilde\npeople:\n  anna: {name: Anna, roles: [projektleder]}\n")
	written(t, "status.csv", "Opgave;Projekt;Varighed;Ansvarlig\nSuperbrugerne uddannes;SAPA;12;Anna\n")
	written(t, "kontrakter.csv", "Kontrakt;Gammelt system;Opsigelse (måneder)\nKMD Sag 2009;KMD Sag;6\n")
	code, stdout, stderr := call("-plan", "plan.yaml", "status.csv", "kontrakter.csv")
	assert.Zero(t, code)
	assert.Empty(t, stderr)
	assert.Equal(t, `kommune: Roskilde
people:
  anna: {name: Anna, roles: [projektleder]}
contracts:
  kmd-sag-2009:
    name: KMD Sag 2009
    systems:
      - kmd-sag
    noticeMonths: 6
tasks:
  4.10/superbrugere@sapa:
    duration: 12
    responsible: anna
`, stdout)
}

func TestTheSheetsToFillInAreReadAgain(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, format := range []string{"xlsx", "csv"} {
		code, stdout, _ := call("-kommune", "Roskilde", "-format", format)
		require.Zero(t, code)
		written(t, "sheets", stdout)
		code, stdout, stderr := call("-kommune", "Roskilde", "sheets")
		assert.Zero(t, code, format)
		assert.Equal(t, "kommune: Roskilde\n", stdout)
		assert.Empty(t, stderr)
	}
}

func TestWhatIsDoneWithoutDatesIsDone(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "done.csv", "Opgave;Projekt;Status\nSuperbrugerne uddannes;SAPA;Fuldført\n")
	code, stdout, _ := call("-kommune", "Roskilde", "done.csv")
	assert.Zero(t, code)
	assert.Equal(t, "kommune: Roskilde\ntasks:\n  4.10/superbrugere@sapa:\n    status: done\n", stdout)
}

func TestBadInputIsToldAndNothingIsWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "status.csv", "Opgave;Projekt;Varighed;Status\nSuperbrugerne uddannes;SAPA;0;i gangg\nx;SAPPA;;\n")
	written(t, "bomb.xml", `<!DOCTYPE x [<!ENTITY a "a">]><Project/>`)
	written(t, "old.xls", "\xD0\xCF\x11\xE0")
	written(t, "list.csv", "a;b\n1;2\n")
	written(t, "plan.yaml", "kommune: Skive\n")
	for _, c := range []struct {
		args   []string
		stderr string
	}{
		{[]string{}, "import: nævn mindst én fil (se -h)\n"},
		{[]string{"-kommune", "Roskylde", "status.csv"}, "import: "},
		{[]string{"missing.csv"}, "import: missing.csv kan ikke åbnes: filen findes ikke\n"},
		{[]string{"bomb.xml"}, "bomb.xml:1:31: Fejl i filen: filen kan ikke læses: en dokumenttype læses ikke; slet <!DOCTYPE …>."},
		{[]string{"old.xls"}, "old.xls:1:1: Fejl i filen: filen kan ikke læses: den har adgangskode eller er en ældre Excel-fil (.xls)"},
		{[]string{"status.csv"}, "status.csv:2:3: Fejl i filen: Varighed er »0«; forventet er et antal arbejdsdage fra 1 til 5.000, som 15, 15 dage eller 3 uger. Skriv i stedet det, der er forventet, eller slet det, og læs filen igen.\n" +
			"status.csv:2:4: Fejl i filen: Status er »i gangg«; forventet er en af ikke begyndt, i gang, afsluttet, sat i bero; mente du »i gang«?"},
		{[]string{"-kommune", "Roskilde", "list.csv"}, "import: list.csv: intet er læst: Arket »list.csv« er ikke læst"},
		{[]string{"plan.yaml"}, "import: plan.yaml er en plan: nævn den med -plan\n"},
		{[]string{"."}, "import: . kan ikke åbnes: det er en mappe\n"},
		{[]string{"-format", "xls", "status.csv"}, "import: -format xls: vælg mellem yaml, json, xlsx, csv (mente du xlsx?)\n"},
	} {
		code, stdout, stderr := call(c.args...)
		assert.Equal(t, 2, code, "%v", c.args)
		assert.Empty(t, stdout, "%v", c.args)
		assert.Contains(t, stderr, c.stderr, "%v", c.args)
	}
}

func TestAValueThatCannotBeReadIsLeftOutUnlessThatIsForbidden(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "plan.xml", `<Project><DaysPerMonth>0</DaysPerMonth><Tasks>
<Task><UID>1</UID><ID>1</ID><Name>Bestil borde</Name><OutlineLevel>1</OutlineLevel><Duration>to dage</Duration></Task>
<Task><UID>2</UID><ID>2</ID><Name>Flyt ind</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration><Start>2014-09-01T08:00:00</Start><Finish>2099-01-01T17:00:00</Finish></Task>
</Tasks></Project>`)
	code, stdout, stderr := call("-kommune", "Roskilde", "plan.xml")
	assert.Equal(t, 1, code)
	assert.Equal(t, `kommune: Roskilde
own:
  own/bestil-borde:
    name: Bestil borde
    duration: 1
  own/flyt-ind:
    name: Flyt ind
    duration: 2
    plannedStart: 2014-09-01
`, stdout)
	lines := strings.Split(stderr, "\n")
	assert.Equal(t, "1 værdi kan ikke bruges og er udeladt; den står som en fejl. Resten er læst.", lines[0])
	assert.Contains(t, lines[1], "plan.xml:2:112: Fejl i filen: Task[1].Duration er »to dage«")
	assert.Contains(t, stderr, "plan.xml: DaysPerMonth er ikke læst, som det står i filen: værdien er uden for det")
	assert.Contains(t, stderr, "plan.xml:3:7: Finish er ikke læst, som det står i filen (1 opgave: nr. 2): datoen ligger ikke mellem")
	code, stdout, stderr = call("-kommune", "Roskilde", "-strict", "plan.xml")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, "import: med -strict skrives ingen plan, når noget er udeladt\n")
}

// What is left out with a warning is left out too.
func TestStrictlyNoPlanIsWrittenWhereAnythingIsLeftOut(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "plan.xml", "<Project><Tasks><Task><UID>1</UID><ID>1</ID><Name>Flyt</Name><Start>9999-01-01T08:00:00</Start></Task></Tasks></Project>")
	code, stdout, stderr := call("-kommune", "Roskilde", "plan.xml")
	assert.Equal(t, 0, code, stderr)
	assert.NotEmpty(t, stdout)
	code, stdout, _ = call("-kommune", "Roskilde", "-strict", "plan.xml")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
}

func TestAFileOfWhichNothingIsReadIsBadInput(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, within := range []string{"", "<Tasks/>", "<Tasks><Task><UID>0</UID><Name>Plan</Name></Task></Tasks>", "<Tasks><Task><UID>1</UID><IsNull>1</IsNull></Task></Tasks>"} {
		written(t, "plan.xml", "<Project>"+within+"</Project>")
		code, stdout, stderr := call("-kommune", "Roskilde", "plan.xml")
		assert.Equal(t, 2, code, within)
		assert.Empty(t, stdout, within)
		assert.Equal(t, "import: plan.xml: intet er læst: filen har ingen opgaver\n", stderr, within)
	}
}

func TestAListThatSaysNothingIsBadInput(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "plan.yaml", "kommune: Roskilde\n")
	const nothing = "import: list.csv: intet er læst: Arket »list.csv« har ingen rækker, der siger mere end navne."
	const strange = "list.csv:2:1: »Bestil kaffe« (nr. 2) er ikke en af drejebogens opgaver og er ikke læst: rækken siger ikke mere om den."
	for text, told := range map[string][]string{
		"Opgave;Varighed\n":                             {nothing},
		"Opgave;Varighed\nBestil kaffe;\n":              {strange, nothing},
		"Opgave;Projekt\nSuperbrugerne uddannes;SAPA\n": {nothing},
		"Kontrakt;Leverandør\n":                         {nothing},
		"Krav;Projekt;Svar\n":                           {nothing},
	} {
		written(t, "list.csv", text)
		for _, args := range [][]string{{"-kommune", "Roskilde", "list.csv"}, {"-plan", "plan.yaml", "list.csv"}} {
			code, stdout, stderr := call(args...)
			assert.Equal(t, 2, code, text)
			assert.Empty(t, stdout, text)
			for _, line := range told {
				assert.Contains(t, stderr, line, text)
			}
		}
	}
	written(t, "list.csv", "Opgave;Varighed\nBestil kaffe;\nBestil borde;5\n")
	code, stdout, stderr := call("-kommune", "Roskilde", "list.csv")
	assert.Zero(t, code)
	assert.Contains(t, stdout, "own/bestil-borde")
	assert.Contains(t, stderr, strange)
}

func TestThePlanIsWrittenToTheFileThatIsNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "status.csv", "Opgave;Projekt;Varighed\nSuperbrugerne uddannes;SAPA;12\n")
	file := filepath.Join(t.TempDir(), "plan.json")
	code, stdout, stderr := call("-kommune", "Roskilde", "-format", "json", "-o", file, "status.csv")
	assert.Zero(t, code, stderr)
	assert.Empty(t, stdout)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"duration": 12`)
}

func TestAnImportInPlaceKeepsCommentsAndOrder(t *testing.T) {
	t.Chdir(t.TempDir())
	const text = `# Planen, som styregruppen har set den
kommune: Roskilde
tasks: # de vigtigste
  5.1/as-is@sapa: {duration: 25} # aftalt
  4.10/superbrugere@sapa:
    # efter ferien
    duration: 10
people:
  anna: {name: 'Anna', roles: [projektleder]}
`
	written(t, "plan.yaml", text)
	written(t, "status.csv", "Opgave;Projekt;Varighed;Ansvarlig\nSuperbrugerne uddannes;SAPA;12;Anna\n")
	code, _, stderr := call("-plan", "plan.yaml", "-o", "plan.yaml", "status.csv")
	require.Zero(t, code, stderr)
	got, err := os.ReadFile("plan.yaml")
	require.NoError(t, err)
	assert.Equal(t, strings.Replace(text, "    duration: 10\n", "    duration: 12\n    responsible: anna\n", 1), string(got))

	written(t, "old.yaml", "kommune: Roskilde\ncontracts: {a: {name: A, system: kmd-sag}} # gammel\n")
	code, stdout, stderr := call("-plan", "old.yaml", "status.csv")
	assert.Zero(t, code)
	assert.Contains(t, stderr, "old.yaml skrives om uden sine kommentarer")
	assert.NotContains(t, stdout, "# gammel")
	assert.Contains(t, stdout, "duration: 12")
}
