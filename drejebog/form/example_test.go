package form_test

import (
	"fmt"
	"os"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

func ExampleWrite() {
	due := date.New(2014, 10, 15)
	line := struct {
		Name  lang.Text  `json:"name"`
		Due   *date.Date `json:"due"`
		Parts []string   `json:"parts"`
		Note  string     `json:"note"`
	}{Name: lang.Text{DA: "Budget", EN: "Budget"}, Due: &due}
	if err := form.Write(os.Stdout, line); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "name": {
	//     "da": "Budget",
	//     "en": "Budget"
	//   },
	//   "due": "2014-10-15",
	//   "parts": [],
	//   "note": null
	// }
}
