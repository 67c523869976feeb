package main

import (
	"fmt"
	"io"
	"os"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

// file is a plan on the disk, which its reader edits with a program of his own. It is
// opened anew for each look, through its folder, and never to write: no link leads out of
// the folder.
type file struct {
	folder *os.Root
	Name   string
}

// openFile returns a plan that can be read; what stands in it shows later.
func openFile(path string) (file, error) {
	folder, name, err := cli.OpenFolder(path)
	if err != nil {
		return file{}, err
	}
	f := file{folder, name}
	_, err = f.read()
	return f, err
}

// read returns the document as it stands now.
func (f *file) read() ([]byte, error) {
	there, err := cli.OpenIn(f.folder, f.Name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = there.Close() }() // nothing was written to it
	return io.ReadAll(io.LimitReader(there, maxBody))
}

// version is another for each change of the file; "" where it is not there.
func (f *file) version() string {
	info, err := f.folder.Stat(f.Name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.ModTime().UnixNano(), "-", info.Size())
}
