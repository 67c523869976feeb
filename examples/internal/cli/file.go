package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// OpenError is a file that cannot be opened.
type OpenError struct {
	File string
	Why  lang.Text
}

// Error returns kind and values.
func (e *OpenError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *OpenError) Fault() (kind string, values map[string]any) {
	return "flag/cannot-open", map[string]any{"file": e.File, "why": e.Why}
}

// Open opens a file that is named on the command line. The error is an
// *OpenError; a folder is none.
func Open(name string) (*os.File, error) {
	file, err := os.Open(name)
	return Opened(name, file, err)
}

// Opened is Open where the caller has opened the file, or could not.
func Opened(name string, file *os.File, err error) (*os.File, error) {
	if err != nil {
		return nil, &OpenError{name, reason(err, "no-file")}
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = syscall.EISDIR
	}
	if err != nil {
		_ = file.Close() // nothing was read
		return nil, &OpenError{name, reason(err, "no-file")}
	}
	return file, nil
}

// reason is why the system does not open or write a file; missing is the message
// for what is not there.
func reason(err error, missing string) lang.Text {
	words := drejebog.BuiltInWords()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return words.Key("file-fault", missing, nil)
	case errors.Is(err, syscall.EISDIR):
		return words.Say("file-fault/folder", nil)
	case errors.Is(err, fs.ErrPermission):
		return words.Say("file-fault/denied", nil)
	}
	return words.Say("file-fault/system", nil)
}

// replace writes a file whole: one that is there is kept until the new one is
// complete. What is no file, such as a device, is written to.
func replace(name string, data []byte) error {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = os.WriteFile(name, data, 0)
		return cannotWrite(name, err)
	}
	mode := fs.FileMode(0o644)
	if err == nil {
		mode = info.Mode().Perm()
	}
	whole := name
	if err == nil {
		if whole, err = filepath.EvalSymlinks(name); err != nil {
			return cannotWrite(name, err)
		}
	}
	return cannotWrite(name, renamed(whole, data, mode))
}

// renamed writes a file beside the one that it then becomes.
func renamed(name string, data []byte, mode fs.FileMode) error {
	part, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	err = errors.Join(err, part.Chmod(mode), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), name)
	}
	if err != nil {
		_ = os.Remove(part.Name()) // what is told is why it could not be written
	}
	return err
}

func cannotWrite(name string, err error) error {
	if err == nil {
		return nil
	}
	return strict.Part{Kind: "flag/cannot-write", Values: map[string]any{"file": name, "why": reason(err, "no-folder")}}
}

// isSame reports whether two names are of one file that there is.
func isSame(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
