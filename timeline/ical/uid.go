package ical

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// uids makes the UIDs of one calendar.
type uids struct {
	kommune string
	taken   map[string]int // how many marks have gone by the same name
	written map[string]bool
}

// domain is what the UIDs end with.
const domain = "@monopolbrud"

// isOurs reports whether a UID is one that this package makes: a calendar that is
// handed in may hold others' events, which are not ours to cancel.
func isOurs(uid string) bool { return strings.HasSuffix(uid, domain) && clean(uid) == uid }

// of returns the UID of a mark: a digest of the kommune and of the mark's ID or,
// without one, its kind and label. Marks that share a name are told apart by
// their order.
func (u *uids) of(m *keydate.Mark) string {
	name := cmp.Or(m.ID, "own/"+strconv.Itoa(int(m.Kind))+"/"+m.Label.DA)
	u.taken[name]++
	if n := u.taken[name]; n > 1 {
		name += "/" + strconv.Itoa(n)
	}
	digest := sha256.Sum256([]byte(u.kommune + " " + name))
	return hex.EncodeToString(digest[:12]) + domain
}

// byDate puts the schedule's marks and the caller's own together, by date; of
// one day the schedule's stand first.
func byDate(marks, own []keydate.Mark) []keydate.Mark {
	all := slices.Concat(marks, own)
	slices.SortStableFunc(all, func(a, b keydate.Mark) int { return cmp.Compare(a.Date, b.Date) })
	return all
}
