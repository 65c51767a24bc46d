package index

import (
	"context"
	"testing"

	"vitrine/core/fault"

	"github.com/stretchr/testify/require"
)

// With the index out the record answers so many at a time; who has no time to wait is told so.
func TestTheRecordStandsInForSomeAtATime(t *testing.T) {
	g := NewGuard(nil, nil)
	var leave func()
	for range maxStandIns {
		var err error
		leave, err = g.standIn(t.Context())
		require.NoError(t, err)
	}
	hurried, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := g.standIn(hurried)
	require.Equal(t, fault.CodeOverloaded, fault.Of(err).Code)
	leave()
	_, err = g.standIn(t.Context())
	require.NoError(t, err)
}
