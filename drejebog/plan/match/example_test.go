package match_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
)

func ExampleMatcher_Find() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	m := match.New(book, plan.New("Roskilde"))
	for _, row := range [][2]string{
		{"4.10/superbrugere@sapa", ""},
		{"", "Superbrugerne uddannes (SAPA)"},
		{"", "4.10 Superbrugerne uddannes"},
	} {
		node, near := m.Find(row[0], row[1], "")
		if node != nil {
			fmt.Println(row[0]+row[1], "is", node.ID)
			continue
		}
		fmt.Println(row[0]+row[1], "could be", match.OneOf(book, near).EN)
	}
	// Output:
	// 4.10/superbrugere@sapa is 4.10/superbrugere@sapa
	// Superbrugerne uddannes (SAPA) is 4.10/superbrugere@sapa
	// 4.10 Superbrugerne uddannes could be 4.10/superbrugere@ky, 4.10/superbrugere@ksd or 4.10/superbrugere@sapa
}

// A row that the playbook does not have keeps its id when the list comes again.
func ExampleMatcher_OwnID() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p := plan.New("Roskilde")
	p.Own = map[string]plan.OwnTask{"own/pilot": {Name: "Pilotdrift i Jobcentret"}}
	taken := map[string]bool{}
	m := match.New(book, p)
	for _, name := range []string{"Pilotdrift i Jobcentret", "Ny skanner", "Ny skanner"} {
		id, _ := m.OwnID(name, "", func(id string) bool { return taken[id] })
		taken[id] = true
		fmt.Println(name, "is", id)
	}
	// Output:
	// Pilotdrift i Jobcentret is own/pilot
	// Ny skanner is own/ny-skanner
	// Ny skanner is own/ny-skanner-2
}
