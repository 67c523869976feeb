// Package page sets text for people to read: headings, paragraphs that break
// at the page's width, and tables whose columns fit what stands in them.
//
//	package main
//
//	import (
//		"io"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/page"
//	)
//
//	func main() {
//		p := page.New(lang.Danish)
//		p.Line(p.Say("STATUS FOR ROSKILDE KOMMUNE", "STATUS OF ROSKILDE KOMMUNE"))
//		p.Heading("Idriftsættelser", "Go-lives")
//		p.Table(page.Table{
//			Columns: []page.Column{{}, {Right: true}},
//			Rows:    [][]string{{"SAPA", "1. januar 2016"}, {"KY", "1. februar 2016"}},
//		})
//		_, _ = io.WriteString(os.Stdout, p.String())
//	}
//
// Widths are counted in characters, so that æ, ø and å take one each. Nothing
// is cut off: what is too wide for its column goes on in the line below, and a
// word that is wider than the page stands alone. Lines have no blanks at their
// end. Control characters of what is written become blanks, so that a name in a
// plan cannot break a line or steer a terminal.
package page
