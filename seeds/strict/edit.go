package strict

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Change is another value at a path of a document.
type Change struct {
	Path string // as Join and Index put it together; the item behind the last is a new one
	To   any    // what YAML writes; nil: nothing stands there
}

// Edit returns a YAML or JSON document in which only the bytes of the changed values
// are others: comments, the order of keys, marks and ends of lines stay. A key that was
// not there gets the place that it has among the fields of the struct that the document
// is read into, one of a mapping that of its order, where those that are there have one.
// A text keeps its quotation marks. Comments within a value that is replaced or taken
// away go with it, those above it stay.
//
// What Read refuses as a document, one with an anchor or two, is not edited: the error
// joins its faults. A value that cannot be told from its surroundings is an error of
// its own, and so is one that no file can hold, a *WriteError; an item further behind
// the last of a list than the next, or that is to be taken away and is not there, is a
// Fault of an unknown key. What a path leads through and is not there is made of the
// type that it is read into: a list of a slice.
func Edit(data []byte, into any, limits Limits, changes ...Change) ([]byte, error) {
	mark := ""
	if strings.HasPrefix(string(data), "\ufeff") {
		mark = "\ufeff"
	}
	f := &filler{doc: &Document{}}
	root := f.compose(data, limits.withDefaults())
	if root == nil || len(f.faults) > 0 {
		return nil, Joined(f.faults)
	}
	e := &editor{source: newSource(strings.TrimPrefix(string(data), mark)), json: f.json, newline: "\n"}
	if strings.Contains(e.text, "\r\n") {
		e.newline = "\r\n"
	}
	var todo change
	for _, c := range changes {
		if err := todo.add(c, structOf(reflect.TypeOf(into))); err != nil {
			return nil, err
		}
	}
	if err := todo.check(root, structOf(reflect.TypeOf(into)), ""); err != nil {
		return nil, err
	}
	wanted, err := e.change(root, &todo, structOf(reflect.TypeOf(into)), slot{column: root.Column})
	if err != nil {
		return nil, notInPlace(changes)
	}
	text, ok := e.patched()
	if !ok {
		return nil, notInPlace(changes)
	}
	out := []byte(mark + text)
	check := &filler{doc: &Document{}}
	if again := check.compose(out, limits.withDefaults()); again == nil || len(check.faults) > 0 || !isSame(again, wanted) {
		return nil, notInPlace(changes)
	}
	return out, nil
}

// notInPlace is the error of changes for which the document would have to be written
// anew.
func notInPlace(changes []Change) error {
	path := ""
	if len(changes) > 0 {
		path = changes[0].Path
	}
	return Part{"strict/not-in-place", map[string]any{"path": path}}
}

// change is what is to be done to a value: it is set, taken away, or what lies below it
// is changed.
type change struct {
	set   bool
	to    value
	gone  bool
	steps []string // in the order in which they came
	below map[string]*change
}

// add adds a change of what is read into a type.
func (c *change) add(to Change, t reflect.Type) error {
	at := c
	steps, items := stepsOf(to.Path)
	for i, step := range steps {
		if isKnown(t) && items[i] != isList(t, nil) {
			return Fault{Path: to.Path, Kind: KindUnknownKey, Key: step} // an item of what has keys, or a key of a list
		}
		t = typeOf(t, step)
		if at.below == nil {
			at.below = map[string]*change{}
		}
		if at.below[step] == nil {
			at.below[step] = &change{}
			at.steps = append(at.steps, step)
		}
		at = at.below[step]
	}
	if at == c {
		return notInPlace([]Change{to})
	}
	if at.gone = to.To == nil; at.gone {
		return nil
	}
	if known, ok := to.To.(value); ok {
		at.set, at.to = true, known
		return nil
	}
	v, err := valueOf(reflect.ValueOf(to.To), to.Path)
	at.set, at.to = true, v
	return err
}

// sets reports whether anything is set by a change, or below it.
func (c *change) sets() bool {
	if c.set {
		return true
	}
	for _, below := range c.below {
		if below.sets() {
			return true
		}
	}
	return false
}

// check reports what is to be done to items that a list does not have: each list gets
// new ones behind its last only. A list where the type has keys, or keys where it has
// items, cannot be changed in its place.
func (c *change) check(node *yaml.Node, t reflect.Type, path string) error {
	if c.set || len(c.below) == 0 {
		return nil
	}
	var held []*yaml.Node
	if node != nil {
		held = node.Content
	}
	if !isList(t, node) {
		if len(held) > 0 && node.Kind != yaml.MappingNode {
			return notInPlace([]Change{{Path: path}})
		}
		for _, step := range c.steps {
			if err := c.below[step].check(entryOf(node, step), typeOf(t, step), Join(path, step)); err != nil {
				return err
			}
		}
		return nil
	}
	if len(held) > 0 && node.Kind != yaml.SequenceNode {
		return notInPlace([]Change{{Path: path}})
	}
	c.sortItems()
	next := len(held)
	for _, step := range c.steps {
		var item *yaml.Node
		below, at := c.below[step], path+"["+step+"]"
		switch i, ok := indexOf(step); {
		case ok && i < len(held):
			item = held[i]
		case ok && i == next && below.sets():
			next++
		default:
			return Fault{Path: at, Kind: KindUnknownKey, Key: step}
		}
		if err := below.check(item, typeOf(t, ""), at); err != nil {
			return err
		}
	}
	return nil
}

// isList reports whether a value is a list: by its type, where that is known.
func isList(t reflect.Type, node *yaml.Node) bool {
	if !isKnown(t) {
		return node != nil && node.Kind == yaml.SequenceNode
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Slice
}

// isKnown reports whether a type says what is below it.
func isKnown(t reflect.Type) bool { return t != nil && t.Kind() != reflect.Interface }

// sortItems puts steps that are items in their order.
func (c *change) sortItems() {
	slices.SortStableFunc(c.steps, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
}

// indexOf is the item that a step names, written as Index writes it.
func indexOf(step string) (int, bool) {
	i, err := strconv.Atoi(step)
	return i, err == nil && i >= 0 && strconv.Itoa(i) == step
}

// entryOf is the value of a key of a mapping; nil for none.
func entryOf(node *yaml.Node, key string) *yaml.Node {
	if node == nil || node.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == key {
			return node.Content[i+1]
		}
	}
	return nil
}

// value is what stands where nothing stood before, or what a node is replaced by.
func (c *change) value(t reflect.Type, was *yaml.Node) value {
	if c.set {
		return c.to
	}
	made := value{kind: kindMapping}
	if isList(t, was) {
		made.kind = kindList
	}
	for _, step := range c.steps {
		if !c.below[step].sets() {
			continue
		}
		if made.list = append(made.list, c.below[step].value(typeOf(t, step), nil)); made.kind == kindMapping {
			made.keys = append(made.keys, step)
		}
	}
	return made
}

// slot is where a value stands, for what takes its place.
type slot struct {
	flow   bool       // between brackets
	key    *yaml.Node // of a mapping in lines of its own; nil for an item
	column int        // of its key, or where the item stands behind its dash
}

// editor notes what is to be done to the text of a document.
type editor struct {
	*source
	json    bool
	newline string
	patches []patch
}

// patch is other text for a part of a document.
type patch struct {
	from, to int
	text     string
}

func (e *editor) patch(from, to int, text string) {
	e.patches = append(e.patches, patch{from, to, strings.ReplaceAll(text, "\n", e.newline)})
}

// patched is the text with all that was noted, false where two of them meet: only
// what goes anyway may.
func (e *editor) patched() (string, bool) {
	slices.SortStableFunc(e.patches, func(a, b patch) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var out strings.Builder
	at := 0
	for _, p := range e.patches {
		if p.text == "" {
			p.from, p.to = max(p.from, at), max(p.to, at)
		}
		if p.from < at || p.to < p.from || p.to > len(e.text) {
			return "", false
		}
		out.WriteString(e.text[at:p.from] + p.text)
		at = p.to
	}
	return out.String() + e.text[at:], true
}

// change does to a value what is to be done, and returns what it will be.
func (e *editor) change(node *yaml.Node, c *change, t reflect.Type, at slot) (*yaml.Node, error) {
	inner := slot{flow: at.flow || node.Style&yaml.FlowStyle != 0, column: node.Column}
	if c.set && c.to.kind == kindMapping && node.Kind == yaml.MappingNode && len(node.Content) > 0 {
		c = c.byKeys(node)
	}
	switch {
	case c.set && isSame(node, nodeOf(c.to)):
		return node, nil
	case c.set:
		return nodeOf(c.to), e.replace(node, c.to, at)
	case node.Kind == yaml.MappingNode && len(node.Content) > 0:
		return e.changeMapping(node, c, t, at, inner)
	case node.Kind == yaml.SequenceNode && len(node.Content) > 0:
		return e.changeList(node, c, t, at, inner)
	}
	if !c.sets() {
		return node, nil // there is nothing to take away
	}
	made := c.value(t, node)
	return nodeOf(made), e.replace(node, made, at)
}

// byKeys is a change of a mapping as what is to be done to each of its keys, so that
// those that stay as they are stand as they stood.
func (c *change) byKeys(node *yaml.Node) *change {
	split := &change{below: map[string]*change{}}
	for i := 0; i < len(node.Content); i += 2 {
		split.below[node.Content[i].Value] = &change{gone: true}
		split.steps = append(split.steps, node.Content[i].Value)
	}
	for i, key := range c.to.keys {
		if split.below[key] == nil {
			split.steps = append(split.steps, key)
		}
		split.below[key] = &change{set: true, to: c.to.list[i]}
	}
	return split
}

// isSame reports whether two trees say the same; what a change brought has no tag but
// that of a text.
func isSame(is, wanted *yaml.Node) bool {
	if is.Kind != wanted.Kind || is.Value != wanted.Value || len(is.Content) != len(wanted.Content) {
		return false
	}
	if wanted.Tag != "" && is.ShortTag() != wanted.ShortTag() {
		return false
	}
	for i := range is.Content {
		if !isSame(is.Content[i], wanted.Content[i]) {
			return false
		}
	}
	return true
}

// nodeOf is the tree that a value has.
func nodeOf(v value) *yaml.Node {
	switch v.kind {
	case kindMapping:
		node := &yaml.Node{Kind: yaml.MappingNode}
		for i := range v.keys {
			node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: v.keys[i]}, nodeOf(v.list[i]))
		}
		return node
	case kindList:
		node := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range v.list {
			node.Content = append(node.Content, nodeOf(v.list[i]))
		}
		return node
	case kindText:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: v.text, Tag: "!!str"}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: v.text}
}

// changeMapping changes entries of a mapping, takes some away and adds others.
func (e *editor) changeMapping(node *yaml.Node, c *change, t reflect.Type, at, inner slot) (*yaml.Node, error) {
	wanted := &yaml.Node{Kind: yaml.MappingNode}
	stays, known := 0, map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i].Value
		known[key] = true
		if below := c.below[key]; below == nil || !below.gone {
			stays++
		}
	}
	if stays == 0 { // nothing of it stays to stand beside
		made := c.value(t, node)
		return nodeOf(made), e.replace(node, made, at)
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, held := node.Content[i], node.Content[i+1]
		below := c.below[key.Value]
		switch {
		case below == nil:
			wanted.Content = append(wanted.Content, key, held)
		case below.gone:
			if err := e.takeAway(node, i, inner); err != nil {
				return nil, err
			}
		default:
			inner.key = key
			now, err := e.change(held, below, typeOf(t, key.Value), inner)
			if err != nil {
				return nil, err
			}
			wanted.Content = append(wanted.Content, key, now)
		}
	}
	e.takeFlow(node, 2, inner, func(i int) bool { below := c.below[node.Content[i].Value]; return below != nil && below.gone })
	for _, step := range inOrder(c.steps, t) {
		if known[step] || !c.below[step].sets() {
			continue
		}
		if err := e.insert(node, wanted, step, c.below[step].value(typeOf(t, step), nil), t, inner); err != nil {
			return nil, err
		}
	}
	return wanted, nil
}

// changeList changes items of a list, takes some away and adds others behind the last.
func (e *editor) changeList(node *yaml.Node, c *change, t reflect.Type, at, inner slot) (*yaml.Node, error) {
	wanted := &yaml.Node{Kind: yaml.SequenceNode}
	item := typeOf(t, "")
	gone := 0
	for i := range node.Content {
		if below := c.below[strconv.Itoa(i)]; below != nil && below.gone {
			gone++
		}
	}
	if gone == len(node.Content) {
		made := c.value(t, node)
		return nodeOf(made), e.replace(node, made, at)
	}
	for i, held := range node.Content {
		below := c.below[strconv.Itoa(i)]
		switch {
		case below == nil:
			wanted.Content = append(wanted.Content, held)
		case below.gone:
			if err := e.takeItem(node, i, inner); err != nil {
				return nil, err
			}
		default:
			now, err := e.change(held, below, item, slot{flow: inner.flow, column: held.Column})
			if err != nil {
				return nil, err
			}
			wanted.Content = append(wanted.Content, now)
		}
	}
	e.takeFlow(node, 1, inner, func(i int) bool { below := c.below[strconv.Itoa(i)]; return below != nil && below.gone })
	for i := len(node.Content); c.below[strconv.Itoa(i)] != nil; i++ {
		added := c.below[strconv.Itoa(i)].value(item, nil)
		wanted.Content = append(wanted.Content, nodeOf(added))
		if err := e.appendItem(node, added, inner); err != nil {
			return nil, err
		}
	}
	return wanted, nil
}

// inOrder are keys in the order of a struct's fields, else in that of their bytes.
func inOrder(keys []string, t reflect.Type) []string {
	ordered := slices.Sorted(slices.Values(keys))
	if s := structOfPointer(t); s != nil {
		names := fieldsOf(s).names
		slices.SortStableFunc(ordered, func(a, b string) int { return slices.Index(names, a) - slices.Index(names, b) })
	}
	return ordered
}

// typeOf is the struct below a key, or an item, of a struct, a mapping or a list; nil
// for none.
func typeOf(t reflect.Type, key string) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t == nil:
		return nil
	case t.Kind() == reflect.Map, t.Kind() == reflect.Slice:
		return t.Elem()
	case t.Kind() == reflect.Struct && !IsScalar(t):
		if f, ok := fieldsOf(t).byName(key); ok {
			return t.FieldByIndex(f.index).Type
		}
	}
	return nil
}
