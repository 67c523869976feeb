package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/xuri/excelize/v2"
)

// headerFooter is what stands on top of and below every printed page.
func (m *model) headerFooter() *excelize.HeaderFooterOptions {
	notice := ""
	if m.assumes() {
		notice = m.notice()
	}
	const small = `&"Arial,Regular"&8`
	return &excelize.HeaderFooterOptions{
		OddHeader: "&L" + small + escaped(m.say("Budgetoverslag for monopolbruddet, ", "Budget estimate, ")+m.est.Kommune.FullName()) +
			"&R" + small + escaped(m.priceLevel()+m.say(". Set fra ", ". Seen from ")+m.dayText(m.est.AsOf)),
		OddFooter: "&L" + small + escaped(notice) +
			"&R" + small + "&A, " + m.say("side &P af &N", "page &P of &N"),
	}
}

// properties writes what the file says of itself. Its day is the estimate's:
// nothing here reads the clock.
func (e *emitter) properties(m *model) error {
	stamp := m.est.AsOf.String() + "T00:00:00Z"
	language := "da-DK"
	if m.language == lang.English {
		language = "en-GB"
	}
	err := e.file.SetDocProps(&excelize.DocProperties{
		Title:   m.say("Budgetoverslag for monopolbruddet, ", "Budget estimate, ") + m.est.Kommune.FullName(),
		Creator: "monopolbrud", LastModifiedBy: "monopolbrud", Created: stamp, Modified: stamp, Language: language,
		Description: m.priceLevel(),
	})
	if err != nil {
		return err
	}
	recalculate := true
	return e.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &recalculate})
}
