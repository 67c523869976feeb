package sheets_test

import (
	"os"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// heads are the heads of each sheet, in its order.
func heads(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, sheet := range sheets.Write(book(t), plan.New("Roskilde"), lang.Danish) {
		for _, cell := range sheet.Rows[0].Cells {
			all[sheet.Name] = append(all[sheet.Name], cell.Text)
		}
	}
	return all
}

// A key of the plan is a column by its words alone: every line of words is one.
func TestEveryLineOfWordsIsAColumn(t *testing.T) {
	words := book(t).Words
	columns := heads(t)
	for group, sheet := range map[string]string{"sheet-tasks": "Opgaver", "sheet-contracts": "Kontrakter", "sheet-answers": "Parathed"} {
		n := 0
		for _, id := range words.IDs() {
			if key, ok := strings.CutPrefix(id, group+"/"); ok {
				n++
				assert.Contains(t, columns[sheet], words.Key(group, key, nil).DA, id)
			}
		}
		assert.Len(t, columns[sheet], n, sheet)
	}
}

func TestTheManualNamesTheColumnsInTheirOrder(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	_, manual, _ := strings.Cut(strings.Join(strings.Fields(strings.ReplaceAll(string(text), "//", "")), " "), "# The sheets and their columns")
	manual = strings.ToLower(manual)
	for _, sheet := range []string{"Opgaver", "Kontrakter", "Parathed"} {
		_, rest, ok := strings.Cut(manual, strings.ToLower(sheet)+" ")
		require.True(t, ok, sheet)
		for _, head := range heads(t)[sheet] {
			_, rest, ok = strings.Cut(rest, strings.ToLower(head))
			assert.True(t, ok, "%s: %s", sheet, head)
		}
	}
}

func TestAMilestoneOfOnesOwnComesBackFromItsSheet(t *testing.T) {
	p := plan.New("Roskilde")
	p.Own = map[string]plan.OwnTask{"own/moede": {Name: "Møde", Task: plan.Task{Duration: new(0)}}}
	again := plan.New("Roskilde")
	require.Empty(t, sheets.Read(book(t), again, sheets.Write(book(t), p, lang.Danish)))
	assert.Equal(t, p.Own, again.Own)
	assert.NotEmpty(t, read(t, plan.New("Roskilde"), "Opgave;Projekt;Varighed", "Superbrugerne uddannes;SAPA;0"), "one of the playbook's has a length")
}

func TestWhomAndWhatAPlanDoesNotKnowStandsBehindTheNoteOfTheRow(t *testing.T) {
	p := plan.New("Roskilde")
	read(t, p, "Kontrakt;Gammelt system;Bemærkning", "ESDH;Acadre, KMD Sag;Ny")
	assert.Equal(t, "Ny\nSystem: Acadre", p.Contracts["esdh"].Note)
	read(t, p, "Opgave;Projekt;Ansvarlig;Udfører;Bemærkning", "Superbrugerne uddannes;SAPA;Ib;Bo;Haster")
	assert.Equal(t, "Haster\nAnsvarlig: Ib\nUdfører: Bo", p.Tasks["4.10/superbrugere@sapa"].Note)
	var list []table.Sheet
	assert.Empty(t, sheets.Read(book(t), p, list))
}
