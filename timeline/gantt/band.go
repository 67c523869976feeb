package gantt

import (
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// band is one project on the poster.
type band struct {
	Name      string
	Y, Height int // of its head
	NameY     int
	Points    []labelled
	Rows      []row
	Undated   string // what has no dates, in a sentence
}

// band lays out one project from a height downwards.
func (p pen) band(group []item, y int) band {
	b := band{Name: p.project(group[0].project), Y: y, Undated: p.undated(group)}
	var head, rest []item
	for _, it := range group {
		if inHead(&it) {
			head = append(head, it)
		} else {
			rest = append(rest, it)
		}
	}
	var lines int
	b.Points, lines = p.placeLabels(head)
	b.Height = max(lines, 1)*bandLine + bandPadding
	b.NameY = y + bandPadding/2 + bandLine/2 + 5
	y += b.Height
	for _, group := range p.rowsOf(rest) {
		if r, ok := p.row(group, y); ok {
			r.Shade = len(b.Rows)%2 == 1
			b.Rows = append(b.Rows, r)
			y += r.Height
		}
	}
	return b
}

// rowsOf are the items that share a row: those of one section in which the same is done,
// and each own task or mark without a section by itself.
func (p pen) rowsOf(list []item) (rows [][]item) {
	places := map[string]int{}
	for i := range list {
		it := &list[i]
		key := p.rowLabel(it)
		if it.section == "" {
			key = it.id + " " + it.name.DA
		}
		at, ok := places[key]
		if !ok {
			at, places[key] = len(rows), len(rows)
			rows = append(rows, nil)
		}
		rows[at] = append(rows[at], *it)
	}
	return rows
}

// inHead reports whether an item stands in the head of its band: a turning
// point, or a mark of the caller's without a kind of ours.
func inHead(it *item) bool {
	return turning(it.kind) || it.kind == keydate.Other && it.mark != nil
}

// bottom is where a band ends.
func (b *band) bottom() int {
	if n := len(b.Rows); n > 0 {
		return b.Rows[n-1].Y + b.Rows[n-1].Height
	}
	return b.Y + b.Height
}
