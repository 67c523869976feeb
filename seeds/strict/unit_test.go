package strict_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A length in working days may stand with its unit; whatever else does is asked about.
func TestALengthInWorkingDaysIsReadWithItsUnit(t *testing.T) {
	type row struct {
		Days *int `yaml:"days" unit:"workdays"`
		Many *int `yaml:"many"`
	}
	for text, want := range map[string]int{"15": 15, "15 dage": 15, "3 uger": 15, "'3 uger'": 15, "1 uge": 5, "2 arbejdsdage": 2, "1.500 dage": 1500} {
		var r row
		_, faults := strict.Read("f.yaml", []byte("days: "+text+"\n"), &r, strict.Limits{})
		require.Empty(t, faults, text)
		assert.Equal(t, want, *r.Days, text)
	}
	for _, text := range []string{"days: 1 måned", "days: 2 år", "days: 1,5 dage", "days: '15'", "days: dage", "many: 3 uger", "many: '400 brugere'"} {
		var r row
		_, faults := strict.Read("f.yaml", []byte(text+"\n"), &r, strict.Limits{})
		require.Len(t, faults, 1, text)
		assert.Nil(t, r.Days, text)
	}
	var r row
	_, faults := strict.Read("f.yaml", []byte("many: 400 brugere\n"), &r, strict.Limits{})
	require.Len(t, faults, 1)
	assert.Contains(t, faults[0].Error(), "lang/number-alone: meant 400")
}
