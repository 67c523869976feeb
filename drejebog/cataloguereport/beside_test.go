package cataloguereport_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/cataloguereport"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestTheCatalogueNamesEveryOptionContactDocumentAndNote(t *testing.T) {
	for _, edition := range book(t).Editions {
		b := at(t, edition.Number)
		whole := unwrapped(t, cataloguereport.Catalogue(b), lang.Danish)
		for _, o := range b.Options {
			assert.Contains(t, whole, "Tilkøb "+o.Name.DA, edition.Number)
		}
		for i := range b.Activities {
			for _, note := range b.NotesOn(&b.Activities[i]) {
				assert.Contains(t, whole, "Bemærk "+note.DA, edition.Number)
			}
			for _, k := range b.Contacts {
				for _, section := range k.Sections {
					if section == b.Activities[i].ID {
						assert.Contains(t, whole, "Kontakt "+k.Name.DA+": "+k.What.DA, edition.Number)
					}
				}
			}
			for _, d := range b.Documents {
				for _, section := range d.Sections {
					if section == b.Activities[i].ID {
						assert.Contains(t, whole, d.Title.DA, edition.Number)
					}
				}
			}
		}
	}
}

func TestTheCatalogueSaysForWhichOldSystemAProjectStands(t *testing.T) {
	whole := unwrapped(t, cataloguereport.Catalogue(book(t)), lang.Danish)
	assert.Contains(t, whole, "For KMD Aktiv (KY), KMD Dagpenge (KSD) Kommune Ser sagerne igennem")
	assert.Contains(t, whole, "For KMD Aktiv (KY), KMD Dagpenge (KSD), KMD Sag (SAPA)")
	assert.Contains(t, whole, "(lavet med Roskilde, Sorø, Hjørring)")
}

func TestADateInTheCatalogueIsAsSureAsItsWeakestLink(t *testing.T) {
	whole := unwrapped(t, cataloguereport.Catalogue(book(t)), lang.Danish)
	assert.Contains(t, whole, "1. juli 2015 (antaget) Parathedskrav med forslag til KY, KSD, SAPA arbejdsdeling")
	assert.Contains(t, whole, "21. juni 2015 Parathedskrav med forslag til Støttesystemerne arbejdsdeling")
	assert.Contains(t, whole, "ultimo 2015 Implementeringen i kommunen Støttesystemerne begynder")
	assert.Contains(t, whole, "31. december 2015 (antaget) Idriftsættelse af")
	assert.Contains(t, whole, "11. april 2014 (udledt)")
}
