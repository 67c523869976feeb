package strict

import "slices"

// Differences are the changes that make of a document of one value that of another of
// the same type, so that Edit leaves what they have in common as it stands. The error
// is a *WriteError.
func Differences(from, to any) ([]Change, error) {
	was, err := treeOf(from)
	if err != nil {
		return nil, err
	}
	is, err := treeOf(to)
	if err != nil {
		return nil, err
	}
	return differ(nil, "", was, is), nil
}

func differ(changes []Change, path string, was, is value) []Change {
	switch {
	case was.kind == kindMapping && is.kind == kindMapping:
		return differInKeys(changes, path, was, is)
	case was.kind == kindList && is.kind == kindList && len(is.list) > 0:
		return differInItems(changes, path, was.list, is.list)
	case isEqual(was, is):
		return changes
	}
	return append(changes, Change{path, is})
}

func differInKeys(changes []Change, path string, was, is value) []Change {
	for i, key := range was.keys {
		at := Join(path, key)
		if now := slices.Index(is.keys, key); now < 0 {
			changes = append(changes, Change{at, nil})
		} else {
			changes = differ(changes, at, was.list[i], is.list[now])
		}
	}
	for i, key := range is.keys {
		if !slices.Contains(was.keys, key) {
			changes = append(changes, Change{Join(path, key), is.list[i]})
		}
	}
	return changes
}

// differInItems finds items that were taken out of the middle of a list; else items
// are compared one by one.
func differInItems(changes []Change, path string, was, is []value) []Change {
	head, tail := 0, 0
	for head < min(len(was), len(is)) && isEqual(was[head], is[head]) {
		head++
	}
	for tail < min(len(was), len(is))-head && isEqual(was[len(was)-1-tail], is[len(is)-1-tail]) {
		tail++
	}
	if head+tail == len(is) {
		for i := head; i < len(was)-tail; i++ {
			changes = append(changes, Change{Index(path, i), nil})
		}
		return changes
	}
	for i := range max(len(was), len(is)) {
		switch at := Index(path, i); {
		case i >= len(is):
			changes = append(changes, Change{at, nil})
		case i >= len(was):
			changes = append(changes, Change{at, is[i]})
		default:
			changes = differ(changes, at, was[i], is[i])
		}
	}
	return changes
}

func isEqual(a, b value) bool {
	return a.kind == b.kind && a.text == b.text && slices.Equal(a.keys, b.keys) && slices.EqualFunc(a.list, b.list, isEqual)
}
