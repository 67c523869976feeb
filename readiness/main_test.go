package readiness_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
)

func TestMain(m *testing.M) { booktest.Main(m, "100") }
