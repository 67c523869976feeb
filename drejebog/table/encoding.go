package table

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// decode turns the bytes of a file into text: UTF-16 by its byte order mark,
// UTF-8 when they are that, else Windows-1252, in which Danish Excel saves.
func decode(data []byte) (string, *strict.Fault) {
	var text string
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return "", unreadable(strict.Part{Kind: "table/archive"})
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", unreadable(err)
		}
		text = string(decoded)
	case utf8.Valid(data):
		text = strings.TrimPrefix(string(data), "\uFEFF")
	default:
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", unreadable(err)
		}
		text = string(decoded)
	}
	if strings.IndexFunc(text, isUnseen) >= 0 {
		return "", unreadable(strict.Part{Kind: "table/no-text"})
	}
	return text, nil
}

func unreadable(why error) *strict.Fault {
	return &strict.Fault{Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: why}
}
