package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// archive is the zip file of a workbook, and what has been read of it.
type archive struct {
	parts map[string]*zip.File // by their names in lower case, as OPC compares them
	spent spent
}

// spent is what a file has cost so far, all of its parts together.
type spent struct{ unpacked, elements, cells, text int }

// openArchive opens the file without unpacking anything of it.
func openArchive(data []byte) (*archive, error) {
	opened, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged{}
	}
	if len(opened.File) > maxParts {
		return nil, beyond("xlsx/parts", maxParts)
	}
	var unpacked uint64
	for _, part := range opened.File {
		unpacked += part.UncompressedSize64
		if part.UncompressedSize64 > MaxUnpacked || unpacked > MaxUnpacked {
			return nil, beyond("xlsx/unpacked", MaxUnpacked>>20)
		}
	}
	a := &archive{parts: make(map[string]*zip.File, len(opened.File))}
	for _, part := range opened.File {
		if part.UncompressedSize64 > largePart && part.UncompressedSize64/maxRatio > part.CompressedSize64 {
			return nil, beyond("xlsx/ratio", maxRatio)
		}
		if name := partName(part.Name); a.parts[name] == nil {
			a.parts[name] = part
		}
	}
	return a, nil
}

// partName is the name of a part as others refer to it. ECMA-376, part 2, 6.2.2.
func partName(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), `\`, "/")
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// each reads a part and hands each of its tags and texts on. There is nothing to
// hand on of a part that is not there.
func (a *archive) each(name string, take func(token any) error) error {
	part := a.parts[partName(name)]
	if part == nil {
		return nil
	}
	open, err := part.Open()
	if err != nil {
		return damaged{}
	}
	defer func() { _ = open.Close() }() // nothing was written
	s := newScanner(open, &a.spent)
	for {
		token, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = take(token)
		}
		if err != nil {
			return err
		}
	}
}

// relation is what a part says of another one.
type relation struct{ kind, target string }

// relations are those of a part, by their ids. Those to what is not in the file
// are left out. ECMA-376, part 2, 6.5.
func (a *archive) relations(of string) (map[string]relation, error) {
	of = partName(of)
	folder, file := path.Split(of)
	found := map[string]relation{}
	err := a.each(folder+"_rels/"+file+".rels", func(token any) error {
		element, ok := token.(start)
		if !ok || element.Name.Local != "Relationship" || strings.EqualFold(element.attribute("TargetMode"), "External") {
			return nil
		}
		target := strings.ReplaceAll(element.attribute("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		kind := element.attribute("Type")
		found[element.attribute("Id")] = relation{kind[strings.LastIndexByte(kind, '/')+1:], partName(target)}
		if len(found) > maxParts {
			return beyond("xlsx/parts", maxParts)
		}
		return nil
	})
	return found, err
}

// targetOf is the part of a kind, "" for none: of several the one with the first id.
func targetOf(relations map[string]relation, kind string) string {
	for _, id := range slices.Sorted(maps.Keys(relations)) {
		if relations[id].kind == kind {
			return relations[id].target
		}
	}
	return ""
}
