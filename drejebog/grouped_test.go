package drejebog_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFindingsOfOneCauseAreToldAsOne(t *testing.T) {
	b := book(t)
	late := func(name lang.Text, actor string) drejebog.Finding {
		f := b.Finding("DB-202", lang.Args{"milestone": name, "actor": lang.Both(actor), "date": lang.Both("i går"), "deadline": lang.Both("før")})
		f.Actor, f.Section = actor, "5.1"
		return f
	}
	list := func(project string) lang.Text {
		return lang.Text{DA: "Kravliste (" + project + ")", EN: "List of requirements (" + project + ")"}
	}
	other := b.Finding("DB-105", lang.Args{})
	placed := late(list("SAPA"), "KOMBIT")
	placed.Place = strict.Place{File: "plan.yaml", Line: 3, Column: 1}
	told := b.Grouped([]drejebog.Finding{late(list("KSD"), "KOMBIT"), other, late(list("KY"), "KOMBIT"), late(list("SAPA"), "KMD"), placed, late(lang.Both("Guide"), "KOMBIT")})
	require.Len(t, told, 4, "of one actor, by no place in a file, and only of a rule that says how")
	assert.Contains(t, told[0].Text.DA, "3 leverancer fra KOMBIT")
	assert.Contains(t, told[0].Text.DA, ": Kravliste (KSD og KY); Guide.")
	assert.Contains(t, told[0].Text.EN, ": List of requirements (KSD and KY); Guide.")
	assert.Equal(t, "5.1", told[0].Section)
	assert.Equal(t, other.Text, told[1].Text)
	assert.Equal(t, late(list("SAPA"), "KMD").Text, told[2].Text, "one alone is told by itself")
	assert.Equal(t, placed.Place, told[3].Place)
	assert.Empty(t, b.Grouped(nil))

	awaited := b.Finding("DB-201", lang.Args{})
	awaited.Subject = "ext/bidrag"
	money := b.Finding("DB-402", lang.Args{"id": lang.Both("ext/bidrag")})
	assert.Equal(t, []drejebog.Finding{money}, b.Grouped([]drejebog.Finding{awaited, money}), "one cause, one line")
	money.Data = lang.Args{"id": lang.Both("ext/other")}
	assert.Len(t, b.Grouped([]drejebog.Finding{awaited, money}), 2)
}

// What differs within one cause parts the list; what two parties owe is one line that
// names both, and is for neither alone.
func TestWhatDiffersWithinOneCausePartsTheList(t *testing.T) {
	b := book(t)
	passed := func(project, day string) drejebog.Finding {
		f := b.Finding("DB-120", lang.Args{"project": lang.Both(project), "date": lang.Both(day)})
		f.Actor = "kombit"
		return f
	}
	told := b.Grouped([]drejebog.Finding{passed("STS", "31/12"), passed("KSD", "1/1"), passed("KY", "1/1")})
	require.Len(t, told, 1)
	assert.Contains(t, told[0].Text.DA, ": STS (31/12); KSD og KY (1/1). ")
	assert.Equal(t, "kombit", told[0].Actor)

	waits := func(name, actor string) drejebog.Finding {
		f := b.Finding("DB-403", lang.Args{"task": lang.Both(name), "actor": lang.Both(actor), "reason": lang.Both("…")})
		f.Actor = actor
		return f
	}
	told = b.Grouped([]drejebog.Finding{waits("A (KY)", "KOMBIT"), waits("B", "KMD"), waits("C", "KOMBIT"), waits("D", "KOMBIT"), waits("E", "kommune")})
	require.Len(t, told, 2, "what the kommune itself owes is told apart")
	assert.Contains(t, told[0].Text.DA, "4 beløb")
	assert.Contains(t, told[0].Text.DA, " KOMBIT: A (KY); C m.fl.; KMD: B.")
	assert.Empty(t, told[0].Actor)
}
