package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/xuri/excelize/v2"
)

// headerFooter is what stands on top of and below every printed page.
func (m *model) headerFooter() *excelize.HeaderFooterOptions {
	notice := ""
	if m.est.Assumes() {
		notice = m.notice()
	}
	const small = `&"Arial,Regular"&8`
	return &excelize.HeaderFooterOptions{
		OddHeader: "&L" + small + escaped(m.fileTitle()) +
			"&R" + small + escaped(m.say("workbook/page-head", lang.Args{"prices": lang.Both(m.priceLevel()), "day": lang.Day(m.est.AsOf)})),
		OddFooter: "&L" + small + escaped(notice) +
			"&R" + small + "&A, " + m.say("workbook/page-of", lang.Args{"page": lang.Both("&P"), "pages": lang.Both("&N")}),
	}
}

// fileTitle is what the file is called within itself.
func (m *model) fileTitle() string {
	return m.say("workbook/file-title", lang.Args{"kommune": lang.Both(m.est.Kommune.FullName())})
}

// properties writes what the file says of itself. Its day is the estimate's:
// nothing here reads the clock.
func (e *emitter) properties(m *model) error {
	stamp := m.est.AsOf.String() + "T00:00:00Z"
	err := xlsxwriter.Describe(e.file, &excelize.DocProperties{
		Title:   lang.OneLine(m.fileTitle()),
		Creator: xlsxwriter.Author, LastModifiedBy: xlsxwriter.Author, Created: stamp, Modified: stamp, Language: m.language.Locale(),
		Description: m.priceLevel(),
	})
	if err != nil {
		return err
	}
	recalculate := true
	return e.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &recalculate})
}
