package interchange

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheKommunesNoteComesBackWhole(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	ownNote := func(notes string) string { return ownNote(noteBegin(book.Words), notes) }
	for _, own := range []string{
		"", "Ét", "Første linje\n---\nAnden linje", "--- Fra tidsplanen ---", "Ét\n--- From the schedule ---\n---\nTo",
	} {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			b := &scheduleBuilder{words: book.Words, language: language}
			for _, section := range []string{"", "4.10"} {
				notes := b.notes(own, section, "", drejebog.Assumed, "")
				assert.Equal(t, own, ownNote(notes))
				assert.Equal(t, own, ownNote(strings.ReplaceAll(notes, "\n", "\r\n")))
				assert.Equal(t, strings.TrimSpace(own+"\nTil sidst"), ownNote(notes+"\nTil sidst"), "what is added below")
				assert.Equal(t, own, ownNote(b.notes(own, "", "", 0, "")), "where there is nothing to add")
			}
		}
	}
	assert.Equal(t, "a\n---\nb", ownNote("a\n---\nb"), "another program's note")
}
