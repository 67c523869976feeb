package interchange_test

import (
	"bytes"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// written is a project as a file.
func written(t require.TestingT, p *mspdi.Project) []byte {
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.Bytes()
}
