package plan_test

import (
	"os"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/require"
)

func TestWhatPeopleAreCalledNamesThem(t *testing.T) {
	b := booktest.Book(t)
	names := []string{"", " ", " =1+1", "Anna  Berg", "anna berg ", "a\tb", "\u202ekcab", "bo", "kombit"}
	odd := len(names)
	for _, role := range b.Roles {
		names = append(names, role.ID, role.Name.DA, role.Name.EN+" ")
	}
	for i, first := range names {
		for j, second := range names {
			if os.Getenv("MONOPOLBRUD_FULL") == "" && (i >= odd || j >= odd) && (len(names)*i+j)%7 != 0 {
				continue // where one is called as a role, a seventh of the pairs
			}
			p := &plan.Plan{People: map[string]plan.Person{"anna": {Name: first}, "bo": {Name: second}}}
			ids := []string{"anna", "bo"}
			for _, role := range b.Roles {
				ids = append(ids, role.ID)
			}
			for _, language := range []lang.Lang{lang.Danish, lang.English} {
				for _, id := range ids {
					name := p.NameOf(b, id, language)
					require.Equal(t, id, p.Who(b, name), "%q of %q and %q", name, first, second)
				}
				for _, party := range b.Parties {
					name := p.NameOf(b, party.ID, language)
					require.Equal(t, party.ID, p.Executor(b, name), "%q of %q and %q", name, first, second)
				}
			}
		}
	}
}

func TestAPersonIsKnownByWhatIsSeenOfTheName(t *testing.T) {
	b := booktest.Book(t)
	p := &plan.Plan{People: map[string]plan.Person{"anna": {Name: " Anna  Berg"}, "bo": {Name: "Bo"}, "bodil": {Name: "BO"}, "tom": {}}}
	for text, id := range map[string]string{
		"anna": "anna", "ANNA BERG": "anna", "Anna Berg ": "anna", "Anna": "anna",
		"bo": "bo", "Bo": "", "": "", " ": "", "Anne": "",
	} {
		require.Equal(t, id, p.Who(b, text), "%q", text)
	}
}
