// Package document is what a result tells a reader, as data without a language:
// a title, headings, paragraphs, lists, pictures and tables, whose texts are in
// both languages. A report builds a [Document] once; each format is a printer,
// written once here, and the printer picks the language.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/document"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/table"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		words := book.Words
//		projects := table.Sheet{Name: "projects", Columns: []table.Column{
//			table.Head("id", lang.Both("Id")), table.Head("project", words.Key("catalogue-head", "activity", nil)),
//		}}
//		for _, p := range book.Projects {
//			projects.Append(table.Text(p.ID), table.Text(p.Name))
//		}
//		var d document.Document
//		d.Title = words.Say("catalogue/title", nil)
//		d.Add(document.Table{Sheet: &projects})
//		if err := d.WriteText(os.Stdout, lang.Danish); err != nil { // or WriteHTML, WriteMarkdown
//			log.Fatal(err)
//		}
//		if err := table.WriteCSV(os.Stdout, d.Table("projects").In(lang.English)); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Building
//
// Sentences come from the book's catalogue (book.Words), whole and in both
// languages; the package has no words of its own. What stands between the title
// and the first heading is the head of the document. Below a heading stands what
// belongs to it, so tables and lists need no heading of their own. A table is a
// table.Sheet with a name: pages show a [Table] where it stands, a table in
// Attached is for spreadsheets alone.
//
// # Formats
//
// Text has lines of at most [Width] characters, each counted as one; capitals
// for the title and the headings of sections, and columns two blanks apart. In
// a table the widest columns give way first, and those of figures not at all;
// a table that does not fit has each row as a list. HTML is one file that a
// browser shows without script and prints on A4; Fragment and Style are its inside, for a
// page of one's own. Markdown is CommonMark with
// the tables of GitHub; a drawing is told there, as in text, by its words. CSV
// and Excel are package table's: Table gives the sheet.
//
// # Promises
//
// Nothing is cut off. Control characters become blanks, and what turns the
// direction of writing is shown by its number, so that a name in a plan cannot
// break a line, steer a terminal or read otherwise than it is. No text becomes
// a tag or a mark of the format. The same document is the same bytes. Printing
// changes nothing, so several goroutines may print one document at once.
package document
