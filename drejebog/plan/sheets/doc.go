// Package sheets reads what kommuner keep in Excel or CSV into a plan, and
// writes it: the status of tasks, the IT contracts, the IT systems, and the
// answers to the requirements of readiness. The sheets themselves come from
// package table and table/xlsx.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
//		"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
//		"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		file, err := os.Open("status.xlsx")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer file.Close()
//		read, faults := xlsx.Read("status.xlsx", file)
//		p := plan.New("Roskilde")
//		for _, finding := range sheets.Read(book, p, read, faults...) {
//			fmt.Println(finding.Place, finding.Text.DA, finding.Remedy.DA)
//		}
//		if err := xlsxwriter.Write(os.Stdout, sheets.Write(book, p, lang.Danish)...); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # The sheets and their columns
//
// The columns are the keys of the plan that have words in texts/sheets.yaml, by their
// path and in their order, behind what a row is known by: a new column is a line of
// words. A sheet is known by its columns, which may stand in any order; most have
// other names that are read as well, and English ones. Those in capitals must
// be there.
//
//	Opgaver     Id, OPGAVE, Projekt, Frist (egne opgaver), Varighed (arbejdsdage), Planlagt start,
//	            Planlagt slut, Begyndt, Afsluttet, Rest (arbejdsdage), Timer, Ansvarlig, Udfører,
//	            Status (ikke begyndt, i gang, afsluttet, sat i bero), Ikke relevant, fordi, Bemærkning
//	Kontrakter  Nøgle, KONTRAKT, Leverandør, Gammelt system (several with a comma between), Kroner om
//	            året, Prisniveau, Betales hvert (måned, kvartal, halvår, år), Uden for overgangsaftalen
//	            (ja, nej), Kontraktstart, Bundet til, Opsigelse (måneder), Opsigelse til (dagen, månedens udgang,
//	            kvartalets udgang, årets udgang), Særlige vilkår, Opsagt, Bemærkning
//	Parathed    KRAV (a category, or category/requirement), PROJEKT, SVAR (ikke begyndt, i gang,
//	            bekræftet, ikke relevant, frafaldet), Besvaret af, Besvaret den, Begrundelse, Bemærkning
//	Systemer    IT-SYSTEM, Viser data i SAPA (ja, nej), Snitflader, I brug (ja, nej)
//
// A task is found by its id, or by its name where that is one task's only in
// its project: the playbook's, for each contract and add-on that the plan has,
// or one of the plan's own. Others become new own tasks, each with an id that
// was free, and those that the playbook's come near to are told with all of
// these, the nearest first. A deadline is kept of own tasks only; on one of the
// playbook's it is told, unless it is the one that the playbook prints.
//
// A row that gives an actual date has the last word on progress: nothing remains
// of a task that has finished, and a status in the plan that the dates contradict
// gives way.
//
// Of systems a plan keeps the number only: all in use, those that are to show
// data in SAPA, and their interfaces.
//
// # KITOS
//
// The overviews of contracts and of systems that kommuner take out of KITOS, and
// the sheet of contracts that its local administrators import, are read as sheets of
// these kinds. The heads are those of KITOS' public source (os2kitos/kitos and
// os2kitos/kitos_frontend), not of a kommune's own file; those that a plan has no
// use for stand in the words (kitos), are told in one line, and none is taken for
// another column misspelt. Where a contract has both, "Uopsigelig til" is the day
// that it binds to, and "Gyldig til" only where that is empty. A system is not
// counted where "Status (Datofelter)", "Status (Livscyklus)" or "Livscyklus" says
// that it is not in use. One version of KITOS writes the contract above in the
// column It Kontrakt; where that is empty, a contract is called by its Kontrakt ID.
//
// # Faults
//
// Every cell that cannot be read is a finding of error severity with sheet and
// cell, what was expected and the nearest known word, all at once; nothing of
// the cell is taken over. Columns and sheets that are not known are told too, and so
// is a row that says something and not of what. Of each code a hundred findings of a
// sheet are listed and the rest counted; no more is read than a plan can hold, and no
// row behind the 20,000th.
//
// # Goroutines
//
// Read changes the plan, which is then for one goroutine; Write only reads plan and
// book. What either returns is the caller's.
package sheets
