package strict

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// replace notes that a value takes the place of another.
func (e *editor) replace(node *yaml.Node, v value, at slot) error {
	from, end, err := e.span(node, at)
	if err != nil {
		return err
	}
	isBlock := v.kind >= kindList && len(v.list) > 0 && !at.flow && !e.json
	wasBlock := node.Kind != yaml.ScalarNode && node.Style&yaml.FlowStyle == 0
	switch {
	case at.flow || e.json || node.Style&yaml.FlowStyle != 0 && v.kind >= kindList:
		e.patch(from, end, e.blankBefore(from)+e.flowText(v, node))
	case at.key == nil && isBlock:
		e.patch(from, end, strings.TrimLeft(blockText(v, at.column-1), " "))
	case at.key == nil:
		e.patch(from, end, e.scalarText(v, node))
	case isBlock && wasBlock:
		e.patch(e.lines[e.lineOf(from)], end, blockText(v, at.column+1))
	case isBlock:
		colon, err := e.colon(at.key)
		if err != nil {
			return err
		}
		e.patch(colon, end, "")
		e.addLines(end, blockText(v, at.column+1))
	case wasBlock:
		colon, err := e.colon(at.key)
		if err != nil {
			return err
		}
		e.patch(colon, colon, " "+e.scalarText(v, node))
		e.patch(e.lines[e.lineOf(from)], e.nextLine(end), "")
	default:
		e.patch(from, end, e.blankBefore(from)+e.scalarText(v, node))
	}
	return nil
}

// span is where the text of a value begins and ends; what is not there has its place
// behind its colon.
func (e *editor) span(node *yaml.Node, at slot) (from, end int, err error) {
	if isImplicit(node) && at.key != nil {
		from, err = e.colon(at.key)
		return from, from, err
	}
	if from, err = e.start(node); err != nil {
		return 0, 0, err
	}
	end, err = e.end(node)
	return from, end, err
}

// blankBefore parts a value from a colon that it would stand against.
func (e *editor) blankBefore(from int) string {
	if from > 0 && e.text[from-1] == ':' {
		return " "
	}
	return ""
}

// addLines notes lines behind the one that a place lies in.
func (e *editor) addLines(at int, lines string) {
	next := e.nextLine(at)
	if next == len(e.text) && !strings.HasSuffix(e.text, "\n") {
		e.patch(next, next, "\n"+lines)
		return
	}
	e.patch(next, next, lines+"\n")
}

// insert notes a key that was not there, in the place that it has.
func (e *editor) insert(node, wanted *yaml.Node, name string, v value, t reflect.Type, at slot) error {
	before, behind := e.neighbours(node, wanted, name, t)
	place := 0
	if before >= 0 {
		place = slices.Index(wanted.Content, node.Content[before]) + 2
	}
	for place < len(wanted.Content) && wanted.Content[place].Line == 0 {
		place += 2 // those that were added behind the same
	}
	wanted.Content = slices.Insert(wanted.Content, place, &yaml.Node{Kind: yaml.ScalarNode, Value: name}, nodeOf(v))
	if at.flow || e.json {
		return e.insertFlow(node, before, behind, name, v)
	}
	column := node.Content[0].Column - 1
	entry := strings.Repeat(" ", column) + blockEntry(name, v, column)
	if before >= 0 {
		end, err := e.endOfEntry(node, before)
		if err != nil {
			return err
		}
		e.addLines(end, entry)
		return nil
	}
	from, err := e.start(node.Content[behind])
	if err != nil {
		return err
	}
	if e.isFirst(from) {
		e.patch(e.lines[e.lineOf(from)], e.lines[e.lineOf(from)], entry+"\n")
	} else {
		e.patch(from, from, strings.TrimLeft(entry, " ")+"\n"+strings.Repeat(" ", column))
	}
	return nil
}

// neighbours are the entries, those that stay, that a new key comes behind and before:
// by the fields of a struct, by the order of their bytes in a mapping that has it. One
// of them is -1 at either end.
func (e *editor) neighbours(node, wanted *yaml.Node, name string, t reflect.Type) (before, behind int) {
	var stay []int
	for i := 0; i+1 < len(node.Content); i += 2 {
		if slices.Contains(wanted.Content, node.Content[i]) {
			stay = append(stay, i)
		}
	}
	isBehind := func(i int) bool { return node.Content[i].Value < name }
	sorted := slices.IsSortedFunc(stay, func(a, b int) int { return strings.Compare(node.Content[a].Value, node.Content[b].Value) })
	if s := structOfPointer(t); s != nil {
		names := fieldsOf(s).names
		own := slices.Index(names, name)
		isBehind = func(i int) bool { return slices.Index(names, node.Content[i].Value) < own }
	} else if !sorted {
		return stay[len(stay)-1], -1
	}
	before = -1
	for _, i := range stay {
		if isBehind(i) {
			before = i
		}
	}
	if next := slices.Index(stay, before) + 1; next < len(stay) {
		return before, stay[next]
	}
	return before, -1
}

func structOfPointer(t reflect.Type) reflect.Type {
	if t == nil {
		return nil
	}
	return structOf(t)
}

func (e *editor) endOfEntry(node *yaml.Node, i int) (int, error) {
	if held := node.Content[i+1]; !isImplicit(held) {
		return e.end(held)
	}
	return e.colon(node.Content[i])
}

// insertFlow notes a key between brackets, in a line of its own where its neighbour
// has one.
func (e *editor) insertFlow(node *yaml.Node, before, behind int, name string, v value) error {
	beside := node.Content[max(before, behind)]
	if before >= 0 {
		beside = node.Content[before]
	}
	from, err := e.start(beside)
	if err != nil {
		return err
	}
	between, entry := " ", e.flowKey(name)+": "+e.flowText(v, beside)
	if e.isFirst(from) {
		between = "\n" + strings.Repeat(" ", beside.Column-1)
	}
	if before < 0 {
		e.patch(from, from, entry+","+between)
		return nil
	}
	end, err := e.endOfEntry(node, before)
	if err != nil {
		return err
	}
	e.patch(end, end, ","+between+entry)
	return nil
}

// takeAway notes that an entry goes; of one between brackets takeFlow does.
func (e *editor) takeAway(node *yaml.Node, i int, at slot) error {
	if at.flow {
		return nil
	}
	from, err := e.start(node.Content[i])
	if err != nil {
		return err
	}
	end, err := e.endOfEntry(node, i)
	if err != nil {
		return err
	}
	if e.isFirst(from) {
		e.patch(e.lines[e.lineOf(from)], e.nextLine(end), "")
		return nil
	}
	if i+2 < len(node.Content) { // beside a dash: the next takes its place
		next, err := e.start(node.Content[i+2])
		if err == nil && strings.TrimSpace(e.text[e.endOfLine(end):next]) == "" {
			e.patch(from, next, "")
			return nil
		}
	}
	e.patch(from, e.endOfLine(end), "")
	return nil
}

// takeFlow notes that entries or items between brackets go, a step apart: each with
// what stands before the next, those at the end with what stands behind the last that
// stays.
func (e *editor) takeFlow(node *yaml.Node, step int, at slot, gone func(int) bool) {
	if !at.flow {
		return
	}
	bounds := func(i int) (from, end int) {
		from, _ = e.start(node.Content[i])
		if end, _ = e.end(node.Content[i+step-1]); step == 2 {
			end, _ = e.endOfEntry(node, i)
		}
		return from, end
	}
	last := -1
	for i := 0; i < len(node.Content); i += step {
		if !gone(i) {
			last = i
		}
	}
	for i := 0; i < last; i += step {
		if gone(i) {
			from, _ := bounds(i)
			next, _ := bounds(i + step)
			e.patch(from, next, "")
		}
	}
	if _, stays := bounds(last); last+step < len(node.Content) {
		_, end := bounds(len(node.Content) - step)
		e.patch(stays, end, "")
	}
}

// takeItem notes that an item goes, as takeAway does.
func (e *editor) takeItem(node *yaml.Node, i int, at slot) error {
	if at.flow {
		return nil
	}
	from, err := e.start(node.Content[i])
	if err != nil {
		return err
	}
	end, err := e.end(node.Content[i])
	if err != nil {
		return err
	}
	dash := len(strings.TrimRight(e.text[:from], " \r\n")) - 1
	if dash < 0 || e.text[dash] != '-' || !e.isFirst(dash) {
		return errExtent
	}
	e.patch(e.lines[e.lineOf(dash)], e.nextLine(end), "")
	return nil
}

// appendItem notes an item behind the last.
func (e *editor) appendItem(node *yaml.Node, v value, at slot) error {
	last := node.Content[len(node.Content)-1]
	from, err := e.start(last)
	if err != nil {
		return err
	}
	end, err := e.end(last)
	if err != nil {
		return err
	}
	if at.flow || e.json {
		between := " "
		if e.isFirst(from) {
			between = "\n" + strings.Repeat(" ", last.Column-1)
		}
		e.patch(end, end, ","+between+e.flowText(v, last))
		return nil
	}
	column := node.Column - 1
	item := strings.Repeat(" ", column) + "-" + behindMark(v, column)
	e.addLines(end, item)
	return nil
}

// blockText is a value in lines of its own that are indented, without the last break.
func blockText(v value, indent int) string {
	var out bytes.Buffer
	writeYAML(&out, v, 0)
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for i := range lines {
		lines[i] = strings.Repeat(" ", indent) + lines[i]
	}
	return strings.Join(lines, "\n")
}

// blockEntry is a key with its value, which what stands before it is as far indented.
func blockEntry(name string, v value, indent int) string {
	return yamlKey(name) + ":" + behindMark(v, indent)
}

// behindMark is a value behind a colon or a dash.
func behindMark(v value, indent int) string {
	switch {
	case v.kind >= kindList && len(v.list) > 0:
		return "\n" + blockText(v, indent+2)
	case v.kind == kindMapping:
		return " {}"
	case v.kind == kindList:
		return " []"
	}
	return " " + yamlScalar(v)
}

// scalarText is a single value, or an empty list or mapping, with the quotation marks
// that the one before had.
func (e *editor) scalarText(v value, was *yaml.Node) string {
	switch {
	case v.kind >= kindList:
		return strings.TrimSpace(behindMark(v, 0))
	case v.kind == kindNumber || was.Kind != yaml.ScalarNode:
		return yamlScalar(v)
	case was.Style&yaml.DoubleQuotedStyle != 0:
		return quoted(v.text)
	case was.Style&yaml.SingleQuotedStyle != 0 && isPrintable(v.text):
		return "'" + strings.ReplaceAll(v.text, "'", "''") + "'"
	}
	return yamlScalar(v)
}

func isPrintable(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}

// flowText is a value between brackets: in lines of its own in a JSON document whose
// neighbour has one.
func (e *editor) flowText(v value, beside *yaml.Node) string {
	var out bytes.Buffer
	switch {
	case !e.json && v.kind < kindList:
		text := e.scalarText(v, beside)
		if text == v.text && strings.ContainsAny(text, ",[]{}") {
			return quoted(v.text)
		}
		return text
	case e.json && e.indent(beside.Line-1) > 0:
		writeJSON(&out, v, e.indent(beside.Line-1)/2)
	default:
		e.writeFlow(&out, v)
	}
	return out.String()
}

// writeFlow writes a value on one line.
func (e *editor) writeFlow(out *bytes.Buffer, v value) {
	switch v.kind {
	case kindList, kindMapping:
		open, shut := "{", "}"
		if v.kind == kindList {
			open, shut = "[", "]"
		}
		out.WriteString(open)
		for i := range v.list {
			if i > 0 {
				out.WriteString(", ")
			}
			if v.kind == kindMapping {
				out.WriteString(e.flowKey(v.keys[i]) + ": ")
			}
			e.writeFlow(out, v.list[i])
		}
		out.WriteString(shut)
	case kindNumber:
		out.WriteString(v.text)
	default:
		if e.json {
			out.WriteString(jsonText(v.text))
			return
		}
		out.WriteString(e.flowText(v, &yaml.Node{}))
	}
}

func (e *editor) flowKey(name string) string {
	if e.json {
		return jsonText(name)
	}
	return yamlKey(name)
}
