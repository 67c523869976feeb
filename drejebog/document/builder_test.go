package document_test

import (
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

func text(da, en string) lang.Text { return lang.Text{DA: da, EN: en} }

// sample is a document with a block of each kind, and of names that would
// rather be something else.
func sample() *document.Document {
	d := &document.Document{
		Caution: text("3 værdier i planen kunne ikke læses og er ikke brugt.", "3 values of the plan could not be read and are not used."),
		Title:   text("Status for monopolbruddet", "Status of the end of the KMD monopoly"),
		Subject: text("Roskilde Kommune", "Roskilde Kommune"),
	}
	d.Add(
		document.Paragraph{Text: text("Set fra 27. juni 2014. Slæk er de arbejdsdage, en opgave kan skride, før en hård dato eller en idriftsættelse rammes.",
			"Seen from 27 June 2014. Float is the working days that a task can slip before a hard date or a go-live is hit.")},
		document.Paragraph{Text: text("27. juni er en dato og ingen liste.", "27. is no list.")},
		document.Paragraph{},
		document.Heading{Level: 1, Text: text("Kræver handling", "Needs action")},
		document.List{Items: []document.Item{
			{Text: text("Opsig »KMD Sag« senest 30. juni 2015; ellers skal kommunen betale for to systemer, så længe kontrakten løber videre.",
				"Give notice of “KMD Sag” by 30 June 2015, or the kommune pays for two systems for as long as the contract runs on.")},
			{Text: text("<b>Svend</b> & \u202Egnitirw | *stjerne*\n\x1b[31m_", "<b>Svend</b> & \u202Egnitirw | *star*\n\x1b[31m_")},
		}},
		document.Paragraph{Text: text("Dertil 7 bemærkninger, som ikke haster.", "Besides, 7 notes that can wait.")},
		document.Table{Sheet: tasks()},
		document.Table{Sheet: lights()},
		document.Heading{Level: 2, Number: "4.1", Text: text("Værktøj til systemoverblik", "A tool for an overview of systems")},
		document.List{Items: []document.Item{
			{Mark: text("Kommune", "Kommune"), Text: text("Samler og registrerer sine it-kontrakter og bruger overblikket til udbudsplan og snitflader.",
				"Collects and registers its IT contracts and uses the overview for its plan of tenders and interfaces.")},
			{Mark: text("Leverandør", "Supplier"), Text: text("Ikke nævnt.", "Not mentioned.")},
		}},
		document.Picture{Text: text("To linjer, der krydser hinanden.", "Two lines that cross."),
			SVG: lang.Both(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9M9 0L0 9" stroke="#000"/></svg>`)},
		document.Heading{Level: 1, Text: text("Milepæle", "Milestones")},
		document.Table{Sheet: wide()},
	)
	d.Attached = []*table.Sheet{{Name: "lines", Columns: []table.Column{table.Head("line", text("Linje", "Line"))}}}
	return d
}

func tasks() *table.Sheet {
	s := &table.Sheet{Name: "tasks", Title: text("Opgaver", "Tasks"), Columns: []table.Column{
		table.Head("task", text("opgave", "task")), table.Figures("price", text("pris", "price")),
		table.Head("latest", text("senest", "latest")), table.Figures("float", text("slæk", "float")),
	}}
	s.Append(table.Of(text("Beslut for budget 2015: sæt penge af, eller hold det inden for rammen, og skriv det i planen", "Decide for budget 2015: set money aside, or keep it within the frame, and note it in the plan")),
		table.Of(lang.Kroner{Value: decimal.New(123456750, -2)}), table.Of(lang.ShortDay(date.New(2014, 10, 7))), table.Of(lang.Whole(1043)))
	s.Append(table.Text("| `id` <i>"), table.Cell{}, table.Of(lang.ShortDay(date.New(2015, 6, 30))), table.Of(lang.Whole(-3)))
	s.Append(table.Text("kort"))
	return s
}

// lights is a table without heads.
func lights() *table.Sheet {
	s := &table.Sheet{Name: "lights", Columns: make([]table.Column, 2)}
	s.Append(table.Of(text("Tid", "Time")), table.Of(text("grøn", "green")))
	s.Append(table.Of(text("Penge", "Money")), table.Of(text("gul", "yellow")))
	return s
}

// wide is a table that has no room on a page of text.
func wide() *table.Sheet {
	s := &table.Sheet{Name: "wide", Title: text("Alt om milepælene", "All about the milestones")}
	var first, second []table.Cell
	for _, key := range []string{"milepæl", "implementering", "idriftsættelse", "databehandleraftale", "snitfladeoversigt", "parathedsanalyse", "driftsprøve"} {
		s.Columns = append(s.Columns, table.Head(key, lang.Both(key)))
		first = append(first, table.Text("den "+key+" der er"))
		second = append(second, table.Text(""))
	}
	second[2] = table.Text("ingen")
	s.Append(first...)
	s.Append(second...)
	return s
}

var (
	printers = booktest.Printers()
	written  = booktest.Written
)
