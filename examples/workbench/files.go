package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

// file is a plan on the disk, which its reader edits with a program of his own. It is
// opened anew for each look, through its folder: no link leads out of that.
type file struct {
	folder *os.Root
	name   string
}

type files []file

// openFiles opens the folders of the plans; each plan has to be there.
func openFiles(paths []string) (files, error) {
	var opened files
	for _, path := range paths {
		there, err := cli.Open(path)
		if err == nil {
			err = there.Close()
		}
		var folder *os.Root
		if err == nil {
			folder, err = os.OpenRoot(filepath.Dir(path))
		}
		if err != nil {
			opened.close()
			return nil, err
		}
		opened = append(opened, file{folder, filepath.Base(path)})
	}
	return opened, nil
}

func (fs files) close() {
	for i := range fs {
		_ = fs[i].folder.Close() // nothing was written to it
	}
}

// read returns the document as it stands now.
func (f *file) read() ([]byte, error) {
	there, err := cli.OpenIn(f.folder, f.name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = there.Close() }() // nothing was written to it
	return io.ReadAll(io.LimitReader(there, maxBody))
}

// version is another for each change of the file; "" where it is not there.
func (f *file) version() string {
	info, err := f.folder.Stat(f.name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.ModTime().UnixNano(), "-", info.Size())
}
