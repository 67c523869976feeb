package document_test

import (
	"fmt"
	"os"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

func Example() {
	systems := table.Sheet{Name: "systems", Columns: []table.Column{
		table.Head("system", lang.Text{DA: "System", EN: "System"}),
		table.Head("users", lang.Text{DA: "Brugere", EN: "Users"}),
	}}
	systems.Append(table.Text("KMD Sag"), table.Whole(900))
	systems.Append(table.Text("KMD Aktiv"), table.Whole(120))

	var d document.Document
	d.Title = lang.Text{DA: "Systemer", EN: "Systems"}
	d.Section(lang.Text{DA: "Der afløses", EN: "To be replaced"})
	d.Tell(lang.Text{DA: "To systemer er tilbage.", EN: "Two systems are left."})
	d.Show(&systems)

	for _, err := range []error{d.WriteText(os.Stdout, lang.Danish), d.WriteMarkdown(os.Stdout, lang.English)} {
		if err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// SYSTEMER
	//
	// DER AFLØSES
	//   To systemer er tilbage.
	//   System     Brugere
	//   KMD Sag    900
	//   KMD Aktiv  120
	// # Systems
	//
	// ## To be replaced
	//
	// Two systems are left.
	//
	// | System | Users |
	// | --- | --- |
	// | KMD Sag | 900 |
	// | KMD Aktiv | 120 |
}

// A page of one's own shows a document among other things.
func ExampleDocument_Fragment() {
	var d document.Document
	d.Section(lang.Both("R & D"))
	d.Tell(lang.Both("<b>3</b>"))
	shown, err := d.Fragment(lang.Danish)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(shown)
	// Output:
	// <h2>R &amp; D</h2>
	// <p>&lt;b&gt;3&lt;/b&gt;</p>
}
