package mspdi_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func dayOf(year, month, day int) cpm.Day { return cpm.Date(year, time.Month(month), day) }

// momentOf reads "2006-01-02T15:04".
func momentOf(t *testing.T, text string) cpm.Instant {
	t.Helper()
	at, err := time.Parse("2006-01-02T15:04", text)
	require.NoError(t, err)
	return cpm.Instant(at.Unix() / 60)
}

func reader(text string) io.Reader { return strings.NewReader(text) }
