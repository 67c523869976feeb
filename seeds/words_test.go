package seeds_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// source is the module's Go but its tests, by package folder.
func source(t *testing.T) (map[string][]*ast.File, *token.FileSet) {
	t.Helper()
	set, files := token.NewFileSet(), map[string][]*ast.File{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, 0)
		folder := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../")
		files[folder] = append(files[folder], file)
		return err
	})
	require.NoError(t, err)
	require.Greater(t, len(files), 20)
	return files, set
}

// literal is the value of a string literal.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func literalOf(n ast.Node) (string, bool) {
	e, ok := n.(ast.Expr)
	if !ok {
		return "", false
	}
	return literal(e)
}

// usage is what the code asks of the catalogue.
type usage struct {
	words *lang.Catalogue
	used  map[string]bool // ids
	keyed map[string]bool // groups that are asked for by an enumeration's key
	in    string          // the folder of the code that is looked at
	fault []string

	ofGrammar bool // groups that keys of the plan name are asked for
}

func (u *usage) see(set *token.FileSet, n ast.Node) {
	switch x := n.(type) {
	case *ast.BasicLit:
		if id, ok := literal(x); ok && u.words.Has(id) {
			u.used[id] = true // a call's, or the kind of a fault
		}
	case *ast.CompositeLit:
		u.seePart(set, x)
	case *ast.FuncDecl:
		if x.Name.Name == "Fault" && x.Body != nil {
			ast.Inspect(x.Body, func(n ast.Node) bool { u.seeReturn(set, n); return true })
		}
	case *ast.CallExpr:
		u.seeCall(set, x)
	}
}

// seePart checks a part of a fault: its kind is a message, whose places it gives.
func (u *usage) seePart(set *token.FileSet, part *ast.CompositeLit) {
	name, _ := part.Type.(*ast.Ident)
	if selector, ok := part.Type.(*ast.SelectorExpr); ok {
		name = selector.Sel
	}
	if name == nil || name.Name != "Part" || len(part.Elts) == 0 {
		return
	}
	var kind, values ast.Expr = part.Elts[0], nil
	if len(part.Elts) > 1 {
		values = part.Elts[1]
	}
	if pair, ok := kind.(*ast.KeyValueExpr); ok {
		kind = pair.Value
	}
	if pair, ok := values.(*ast.KeyValueExpr); ok {
		values = pair.Value
	}
	u.fits(set, kind, values)
}

// seeReturn checks what a method Fault returns.
func (u *usage) seeReturn(set *token.FileSet, n ast.Node) {
	if returned, ok := n.(*ast.ReturnStmt); ok && len(returned.Results) == 2 {
		u.fits(set, returned.Results[0], returned.Results[1])
	}
}

// fits checks that a kind that is a literal has a message, and that its places
// are among the values that are listed; a fault may have more.
func (u *usage) fits(set *token.FileSet, kind, values ast.Expr) {
	if sum, ok := kind.(*ast.BinaryExpr); ok { // a group and a code
		if group, isText := literal(sum.X); isText {
			u.keyed[strings.TrimSuffix(group, "/")] = true
		}
	}
	id, ok := literal(kind)
	if !ok {
		return
	}
	at := set.Position(kind.Pos()).String()
	if !u.words.Has(id) {
		u.fault = append(u.fault, at+": no message "+id)
		return
	}
	list, listed := values.(*ast.CompositeLit)
	if values != nil && !listed && !isNil(values) {
		return // made elsewhere
	}
	for _, place := range u.words.Places(id) {
		if !listed || !slices.Contains(names(list), place) {
			u.fault = append(u.fault, at+": "+id+" lacks the value "+place)
		}
	}
}

// names are the keys of a list of values.
func names(list *ast.CompositeLit) []string {
	var given []string
	for _, element := range list.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			name, _ := literal(pair.Key)
			given = append(given, name)
		}
	}
	return given
}

func isNil(e ast.Expr) bool { name, ok := e.(*ast.Ident); return ok && name.Name == "nil" }

func (u *usage) seeCall(set *token.FileSet, call *ast.CallExpr) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if ok {
		u.seeFlag(set, call, method)
	}
	if ok && method.Sel.Name == "Named" && len(call.Args) == 3 {
		u.seeNamed(set, call)
		return
	}
	if !ok || len(call.Args) < 2 || !slices.Contains([]string{"Say", "say", "text", "Key", "key"}, method.Sel.Name) {
		return
	}
	last := call.Args[len(call.Args)-1]
	if !isArgs(last) {
		return // another's Say, or one that hands on what it was given
	}
	id, isLiteral := literal(call.Args[0])
	at := set.Position(call.Pos()).String()
	switch {
	case isPassedOn(call.Args[0], last):
	case !isLiteral:
		u.fault = append(u.fault, at+": the id is no literal")
	case method.Sel.Name == "Key" || method.Sel.Name == "key":
		u.keyed[id] = true
	default:
		u.used[id] = true
		u.say(at, id, last)
	}
}

// seeFlag takes in what a program is for and what its flags are for: the name of
// cli.New, and that of a flag without a usage of its own.
func (u *usage) seeFlag(set *token.FileSet, call *ast.CallExpr, method *ast.SelectorExpr) {
	if of, ok := method.X.(*ast.Ident); ok && of.Name == "cli" && method.Sel.Name == "New" {
		name, _ := literal(call.Args[0])
		u.uses(set, call, "usage/"+name)
	}
	if of, ok := method.X.(*ast.SelectorExpr); !ok || of.Sel.Name != "Set" || !strings.HasPrefix(u.in, "examples/") {
		return
	}
	var name string
	var isUsual bool
	for i, arg := range call.Args {
		text, isText := literal(arg)
		if isText && text != "" && name == "" {
			name = text
		}
		if _, isFunc := arg.(*ast.FuncLit); isFunc && i == len(call.Args)-1 {
			break
		}
		isUsual = isText && text == ""
	}
	if name == "" || !isUsual {
		return // no flag, or one that lists its values
	}
	shared, own := "flag-use/"+name, "flag-use/"+strings.TrimPrefix(u.in, "examples/")+"-"+name
	if u.words.Has(own) {
		shared = own
	}
	u.uses(set, call, shared)
}

// uses takes in a message that must be there.
func (u *usage) uses(set *token.FileSet, n ast.Node, id string) {
	if u.used[id] = true; !u.words.Has(id) {
		u.fault = append(u.fault, set.Position(n.Pos()).String()+": no message "+id)
	}
}

// seeNamed takes in a group whose keys are names of columns or words: the second
// of three arguments of table.Named.
func (u *usage) seeNamed(set *token.FileSet, call *ast.CallExpr) {
	group, isLiteral := literal(call.Args[1])
	switch {
	case isLiteral:
		u.keyed[group] = true
	case isOfGrammar(call.Args[1]):
		u.ofGrammar = true
	case !u.isOfSheet(call.Args[1]):
		u.fault = append(u.fault, set.Position(call.Pos()).String()+": the group is no literal")
	}
	if key, isLiteral := literal(call.Args[2]); isLiteral && !u.words.Has(group+"/"+key) {
		u.fault = append(u.fault, set.Position(call.Pos()).String()+": no message "+group+"/"+key)
	}
}

// isOfGrammar reports whether a group is the one that a key of the plan names.
func isOfGrammar(group ast.Expr) bool {
	named, ok := group.(*ast.SelectorExpr)
	if !ok || named.Sel.Name != "Named" {
		return false
	}
	tag, ok := named.X.(*ast.SelectorExpr)
	return ok && tag.Sel.Name == "Tag"
}

// isOfSheet takes in a group whose name is "sheet-" and the key of a sheet.
func (u *usage) isOfSheet(group ast.Expr) bool {
	sum, ok := group.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	prefix, _ := literal(sum.X)
	if prefix != "sheet-" {
		return false
	}
	for _, id := range u.words.IDs() {
		if key, ok := strings.CutPrefix(id, "sheet/"); ok {
			u.keyed[prefix+key] = true
		}
	}
	return true
}

// isPassedOn reports whether a function hands on the id or the group that it is
// given: a template's Say, and table.Named.
func isPassedOn(id, args ast.Expr) bool {
	name, isName := id.(*ast.Ident)
	return isName && (name.Name == "id" || name.Name == "group") && isNil(args)
}

// seeTemplates takes in the messages that templates use.
func (u *usage) seeTemplates(t *testing.T) {
	t.Helper()
	call := regexp.MustCompile(`\.Say "([^"]+)"`)
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".tmpl") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, found := range call.FindAllStringSubmatch(string(text), -1) {
			u.used[found[1]] = true
			assert.True(t, u.words.Has(found[1]), "%s: no message %s", path, found[1])
			assert.Empty(t, u.words.Places(found[1]), "%s: %s has places", path, found[1])
		}
		return err
	})
	require.NoError(t, err)
}

// isArgs reports whether an expression is nil or a list of lang.Args.
func isArgs(e ast.Expr) bool {
	switch x := e.(type) {
	case *ast.Ident:
		return isNil(x)
	case *ast.CompositeLit:
		kind, ok := x.Type.(*ast.SelectorExpr)
		return ok && kind.Sel.Name == "Args"
	}
	return false
}

// say checks that a message exists and that its places are given, no others.
func (u *usage) say(at, id string, args ast.Expr) {
	if !u.words.Has(id) {
		u.fault = append(u.fault, at+": no message "+id)
		return
	}
	var given []string
	if list, ok := args.(*ast.CompositeLit); ok {
		given = names(list)
	}
	slices.Sort(given)
	if !slices.Equal(given, u.words.Places(id)) {
		u.fault = append(u.fault, at+": "+id+" has the places "+strings.Join(u.words.Places(id), ", ")+", given are "+strings.Join(given, ", "))
	}
}

func TestEveryMessageIsUsedAndEveryOneUsedExistsWithItsPlaces(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	u := usage{words: book.Words, used: map[string]bool{}, keyed: map[string]bool{}}
	files, set := source(t)
	for folder, list := range files {
		u.in = folder
		for _, file := range list {
			ast.Inspect(file, func(n ast.Node) bool { u.see(set, n); return true })
		}
	}
	u.seeTemplates(t)
	assert.Empty(t, u.fault)
	assert.True(t, u.ofGrammar)
	for _, group := range plan.Grammar().Objects() {
		for i := range group.Fields {
			if named := group.Fields[i].Tag.Named; named != "" {
				u.keyed[named] = true
			}
		}
	}
	delete(u.keyed, "usage") // by the name of a program
	delete(u.keyed, "flag-use")
	groups := map[string]bool{}
	for _, id := range book.Words.IDs() {
		group, _, _ := strings.Cut(id, "/")
		groups[group] = true
		assert.True(t, u.used[id] || u.keyed[group], "no program uses %s", id)
	}
	for group := range u.keyed {
		assert.True(t, groups[group], "no messages of %s", group)
	}
}

// grammar are the files that hold words of a language: those of numbers, dates, yes and
// no in lang, and in period those that periods are read by.
var grammar = regexp.MustCompile(`/drejebog/(lang|period)/[a-z]+\.go$`)

// bothLanguages are the files that hold words of both languages beside each other.
var bothLanguages = regexp.MustCompile(`/drejebog/lang/[a-z]+\.go$`)

// No word stands in Go beside that of the other language: in a Text, in what is asked or
// looked up by a language, in a name or a field for one of them; and no form of a day.
func TestWordsOfBothLanguagesStandBesideEachOtherInLangOnly(t *testing.T) {
	files, set := source(t)
	var told []string
	for _, list := range files {
		for _, file := range list {
			if bothLanguages.MatchString(filepath.ToSlash(set.Position(file.Pos()).Filename)) {
				continue
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if n != nil && isOfALanguage(n) {
					told = append(told, set.Position(n.Pos()).String())
				}
				return true
			})
		}
	}
	slices.Sort(told)
	assert.Empty(t, told)
}

func TestAWordOfALanguageIsSeenInEveryPlace(t *testing.T) {
	for code, want := range map[string]bool{
		`func f() { g(lang.Text{DA: "uge", EN: "week"}) }`:                                     true,
		`func f() { g(Text{"uge", "week"}) }`:                                                  true,
		`func f() string { if language == lang.English { return "week" }; return "" }`:         true,
		`func f() string { if language != lang.English { return "" } else { return "week" } }`: true,
		`func f() string { switch language { case lang.Danish: return "uge" }; return "" }`:    true,
		`func f() string { switch { case n && language == lang.Danish: return "uge" }; g() }`:  true,
		`var names = map[lang.Lang]string{lang.Danish: "uge", lang.English: "week"}`:           true,
		`const weekEN = "week"`:                                                                  true,
		`type named struct{ name, english string }`:                                              true,
		`func f() { g(day.Format("2 Jan 2006")) }`:                                               true,
		`func f() { g(day.Format("02.01.06")) }`:                                                 true,
		`func f() { g(day.Format("20060102")) }`:                                                 false,
		`func f() { g(lang.Text{DA: da, EN: en}) }`:                                              false,
		`func f() string { if language == lang.English { return "[$-809]" }; return "[$-406]" }`: false,
		`type Wording struct { English string }`:                                                 false,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+code, 0)
		require.NoError(t, err, code)
		seen := false
		ast.Inspect(file, func(n ast.Node) bool { seen = seen || n != nil && isOfALanguage(n); return true })
		assert.Equal(t, want, seen, code)
	}
}

func isOfALanguage(n ast.Node) bool {
	switch x := n.(type) {
	case *ast.CompositeLit:
		return isNamed(x.Type, "Text") && slices.ContainsFunc(x.Elts, holdsWords)
	case *ast.KeyValueExpr:
		return (isNamed(x.Key, "DA") || isNamed(x.Key, "EN") || isLanguage(x.Key)) && holdsWords(x.Value)
	case *ast.AssignStmt:
		return slices.ContainsFunc(x.Lhs, func(e ast.Expr) bool { return isNamed(e, "DA") || isNamed(e, "EN") }) &&
			slices.ContainsFunc(x.Rhs, holdsWords)
	case *ast.IfStmt:
		return asksLanguage(x.Cond) && (holdsWords(x.Body) || x.Else != nil && holdsWords(x.Else))
	case *ast.CaseClause:
		return slices.ContainsFunc(x.List, asksLanguage) && slices.ContainsFunc(x.Body, holdsWords)
	case *ast.ValueSpec:
		return slices.ContainsFunc(x.Names, func(name *ast.Ident) bool { return ofALanguage.MatchString(name.Name) }) &&
			slices.ContainsFunc(x.Values, holdsWords)
	case *ast.StructType:
		return slices.ContainsFunc(x.Fields.List, func(field *ast.Field) bool {
			return slices.ContainsFunc(field.Names, func(name *ast.Ident) bool { return name.Name == "english" || name.Name == "danish" })
		})
	case *ast.CallExpr:
		form := ""
		if isNamed(x.Fun, "Format") && len(x.Args) == 1 {
			form, _ = literal(x.Args[0])
		}
		return strings.Contains(form, "Jan") || strings.Contains(form, ".01")
	}
	return false
}

var ofALanguage = regexp.MustCompile(`(DA|EN|Danish|English)$`)

// isLanguage reports whether an expression is lang.Danish or lang.English.
func isLanguage(e ast.Expr) bool {
	name, ok := e.(*ast.SelectorExpr)
	return ok && isNamed(name.X, "lang") && (name.Sel.Name == "Danish" || name.Sel.Name == "English")
}

// asksLanguage reports whether a condition names a language.
func asksLanguage(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		part, ok := n.(ast.Expr)
		found = found || ok && isLanguage(part)
		return true
	})
	return found
}

// No string with a Danish letter stands in Go, and no pair of languages: a Text
// that is put together, whatever of, for what is joined is joined by lang; a
// field DA or EN that is given words, or a call of a page with the two.
func TestNoSentenceStandsInGo(t *testing.T) {
	files, set := source(t)
	var told []string
	for _, list := range files {
		for _, file := range list {
			if grammar.MatchString(filepath.ToSlash(set.Position(file.Pos()).Filename)) {
				continue
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if n != nil && isTold(n) {
					told = append(told, set.Position(n.Pos()).String())
				}
				return true
			})
		}
	}
	slices.Sort(told)
	assert.Empty(t, told)
}

func isTold(n ast.Node) bool {
	switch x := n.(type) {
	case *ast.BasicLit:
		return x.Kind == token.STRING && strings.ContainsAny(x.Value, "æøåÆØÅ")
	case *ast.CompositeLit:
		return isPutTogether(x)
	case *ast.KeyValueExpr:
		return (isNamed(x.Key, "DA") || isNamed(x.Key, "EN")) && holdsWords(x.Value)
	case *ast.AssignStmt:
		return slices.ContainsFunc(x.Lhs, func(e ast.Expr) bool { return isNamed(e, "DA") || isNamed(e, "EN") }) &&
			slices.ContainsFunc(x.Rhs, holdsWords)
	case *ast.CallExpr:
		return isNamed(x.Fun, "Heading") && slices.ContainsFunc(x.Args, isLiteral) || isNamed(x.Fun, "Say") && len(x.Args) == 2 && isLiteral(x.Args[1])
	}
	return false
}

// isPutTogether reports whether a value is a Text with something in it, or gives
// a field DA or EN.
func isPutTogether(pair *ast.CompositeLit) bool {
	return isNamed(pair.Type, "Text") && len(pair.Elts) > 0 || slices.ContainsFunc(pair.Elts, func(element ast.Expr) bool {
		given, ok := element.(*ast.KeyValueExpr)
		return ok && (isNamed(given.Key, "DA") || isNamed(given.Key, "EN"))
	})
}

func isLiteral(e ast.Expr) bool { _, ok := literal(e); return ok }

// isNamed reports whether an expression ends in a name: Text, lang.Text, t.DA.
func isNamed(e ast.Expr, name string) bool {
	if selector, ok := e.(*ast.SelectorExpr); ok {
		return selector.Sel.Name == name
	}
	ident, ok := e.(*ast.Ident)
	return ok && ident.Name == name
}

// holdsWords reports whether an expression has a string in it with letters that
// are no verb of a format.
func holdsWords[N ast.Node](part N) bool {
	found := false
	ast.Inspect(part, func(n ast.Node) bool {
		if text, ok := literalOf(n); ok {
			found = found || strings.ContainsFunc(verb.ReplaceAllString(text, ""), unicode.IsLetter)
		}
		return true
	})
	return found
}

var verb = regexp.MustCompile(`%[-+# 0-9.*]*[a-zA-Z]`)

// A message that is damaged is told with its file and line, and no book is made.
func TestADamagedMessageIsAFaultWithItsPlace(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS(".")))
	file := filepath.Join(folder, "texts", "common.yaml")
	whole, err := os.ReadFile(file)
	require.NoError(t, err)
	damaged := strings.Replace(string(whole), `en: "Seen from {day}."`, `en: "Seen from {date}."`, 1)
	require.NotEqual(t, string(whole), damaged)
	require.NoError(t, os.WriteFile(file, []byte(damaged), 0o600))
	_, err = drejebog.LoadFS(os.DirFS(folder))
	require.ErrorContains(t, err, "texts/common.yaml:33:3")
	require.ErrorContains(t, err, "lang/other-places: common/seen-from {day}")
}
