package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
)

// rezip writes a file's parts again, in a fixed order and without times, so
// that the same workbook has the same bytes.
func rezip(w io.Writer, raw []byte) error {
	from, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	parts := slices.Clone(from.File)
	slices.SortFunc(parts, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, part := range parts {
		if err := copyPart(to, part); err != nil {
			return err
		}
	}
	return to.Close()
}

// copyPart copies a part as it is, still compressed.
func copyPart(to *zip.Writer, part *zip.File) error {
	content, err := part.OpenRaw()
	if err != nil {
		return err
	}
	header := &zip.FileHeader{
		Name: part.Name, Method: part.Method, CRC32: part.CRC32,
		CompressedSize64: part.CompressedSize64, UncompressedSize64: part.UncompressedSize64,
	}
	into, err := to.CreateRaw(header)
	if err != nil {
		return err
	}
	_, err = io.Copy(into, content)
	return err
}
