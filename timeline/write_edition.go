package timeline

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// WriteJSON writes the update with stable fields in a fixed order: dates ISO or
// null, nothing absent, lists never null.
func (u *Update) WriteJSON(w io.Writer, language lang.Lang) error {
	out := jsonUpdate{
		Kommune: u.After.Kommune.Name, Since: u.Before.Book.Edition.Number, Edition: u.After.Book.Edition.Number,
		Changes: []jsonEditionChange{}, Moved: []jsonMoved{},
	}
	for i := range u.Changes {
		c := &u.Changes[i]
		out.Changes = append(out.Changes, jsonEditionChange{
			Kind: c.Kind, Edition: c.Edition, ID: c.ID, Title: c.Title.In(language), What: c.What.In(language),
			Planned: jsonTouchedOf(c.Planned, language), Fresh: jsonTouchedOf(c.Fresh, language), Own: jsonTouchedOf(c.Own, language),
		})
	}
	for _, m := range u.Moved {
		out.Moved = append(out.Moved, jsonMoved{
			m.ID, whenOrNull(m.Before.Start), whenOrNull(m.Before.Finish), whenOrNull(m.After.Start), whenOrNull(m.After.Finish),
		})
	}
	return writeJSON(w, out)
}

type jsonUpdate struct {
	Kommune string              `json:"kommune"`
	Since   string              `json:"since"`
	Edition string              `json:"edition"`
	Changes []jsonEditionChange `json:"changes"`
	Moved   []jsonMoved         `json:"moved"`
}

type jsonEditionChange struct {
	Kind    drejebog.DifferenceKind `json:"kind"`
	Edition string                  `json:"edition"`
	ID      string                  `json:"id"`
	Title   string                  `json:"title"`
	What    string                  `json:"what"`
	Planned []jsonTouched           `json:"planned"`
	Fresh   []jsonTouched           `json:"new"`
	Own     []jsonTouched           `json:"own"`
}

type jsonTouched struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Start  *string `json:"start"`
	Finish *string `json:"finish"`
	Note   string  `json:"note"`
}

type jsonMoved struct {
	ID           string  `json:"id"`
	StartBefore  *string `json:"startBefore"`
	FinishBefore *string `json:"finishBefore"`
	Start        *string `json:"start"`
	Finish       *string `json:"finish"`
}

func jsonTouchedOf(list []Touched, language lang.Lang) []jsonTouched {
	out := make([]jsonTouched, len(list))
	for i, t := range list {
		out[i] = jsonTouched{t.ID, t.Name.In(language), whenOrNull(t.Start), whenOrNull(t.Finish), t.Note}
	}
	return out
}

func whenOrNull(w When) *string {
	if !w.Known() {
		return nil
	}
	return new(w.Date.String())
}
