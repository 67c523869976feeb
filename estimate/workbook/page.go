package workbook

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/xuri/excelize/v2"
)

const paperA4 = 9

// page sets a sheet's paper, frozen panes and view.
func (e *emitter) page(s *sheet) error {
	size, orientation, wide, high, yes, zoom := paperA4, "portrait", 1, 0, true, 100.0
	if s.landscape {
		orientation = "landscape"
	}
	if s.onePage {
		high = 1
	}
	side, end, margin := 0.5, 0.75, 0.3
	no := false
	colour := dark
	if s.input {
		colour = "FFC000"
	}
	for _, err := range []error{
		e.filter(s), // first: it forgets the sheet's properties
		e.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes, TabColorRGB: &colour, OutlineSummaryRight: &no}),
		e.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}),
		e.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
			Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &margin, Footer: &margin, Horizontally: &yes,
		}),
		e.file.SetHeaderFooter(s.name, e.headerFooter),
		e.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no, ZoomScale: &zoom}),
		e.panes(s),
		e.printing(s),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func (e *emitter) panes(s *sheet) error {
	if s.frozen.row == 0 {
		return nil
	}
	pane := "bottomRight"
	if s.frozen.col == 1 {
		pane = "bottomLeft"
	}
	return e.file.SetPanes(s.name, &excelize.Panes{
		Freeze: true, XSplit: s.frozen.col - 1, YSplit: s.frozen.row - 1, TopLeftCell: s.frozen.local(), ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: s.frozen.local(), ActiveCell: s.frozen.local(), Pane: pane}},
	})
}

// printing says which part is printed and what stands on top of every page.
func (e *emitter) printing(s *sheet) error {
	if s.printed[0].row > 0 {
		name := &excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: s.name, RefersTo: area(s.printed[0], s.printed[1])}
		if err := e.file.SetDefinedName(name); err != nil {
			return err
		}
	}
	if s.repeated > 0 {
		rows := s.quoted() + "!$" + digits(s.repeated) + ":$" + digits(s.repeated)
		name := &excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: rows}
		return e.file.SetDefinedName(name)
	}
	return nil
}

// filter lets a reader choose rows by their heads.
func (e *emitter) filter(s *sheet) error {
	if s.filtered[0].row == 0 {
		return nil
	}
	return e.file.AutoFilter(s.name, localArea(s.filtered[0], s.filtered[1]), nil)
}

// rules writes what may be written in a sheet's inputs, and its charts.
func (e *emitter) rules(s *sheet) error {
	for i := range s.lists {
		if err := e.file.AddDataValidation(s.name, s.lists[i].rule(e)); err != nil {
			return err
		}
	}
	for i := range s.charts {
		if err := s.charts[i].add(e); err != nil {
			return err
		}
	}
	return nil
}

func (e *emitter) say(id string, args lang.Args) string { return e.words.Say(id, args).In(e.language) }

func (l *list) rule(e *emitter) *excelize.DataValidation {
	stop, refused := "stop", e.say("workbook/cannot-be-used", nil)
	message := e.say("workbook/write-a-number", lang.Args{"least": lang.Whole(0)})
	v := excelize.NewDataValidation(false)
	v.Sqref = localArea(l.first, l.last)
	switch {
	case l.name != "":
		message = e.say("workbook/choose-a-word", nil)
		v.Type, v.Formula1 = "list", l.name
	case l.whole:
		message = e.say("workbook/write-a-whole-number", lang.Args{"least": lang.Whole(0)})
		v.Type, v.Operator, v.Formula1 = "whole", "greaterThanOrEqual", "0"
	default:
		v.Type, v.Operator, v.Formula1 = "decimal", "greaterThanOrEqual", "0"
	}
	v.ShowErrorMessage, v.ErrorStyle, v.ErrorTitle, v.Error = true, &stop, &refused, &message
	return v
}

// escaped keeps a text in a header or footer from being read as a code.
func escaped(text string) string { return strings.ReplaceAll(lang.OneLine(text), "&", "&&") }
