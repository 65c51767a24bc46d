package memory

import (
	"fmt"
	"testing"
	"time"

	"vitrine/core/idempotency"

	"github.com/stretchr/testify/require"
)

// A key each minute, for three days: there are never more receipts than a retention has minutes.
func TestReceiptsAreForgottenWhenTheyHaveExpired(t *testing.T) {
	const retention = int(idempotency.Retention / time.Minute)
	r := newReceipts()
	begin := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for i := range 3 * retention {
		key := idempotency.Key{Name: fmt.Sprint("key ", i), Now: begin.Add(time.Duration(i) * time.Minute)}
		r.keep(key, idempotency.Receipt{Results: []byte("made")})
		require.LessOrEqual(t, len(r.byName), retention)
		require.Equal(t, len(r.byName), r.byAge.Len())
	}
	require.Equal(t, retention, len(r.byName))
}

func TestAnExpiredReceiptIsReplaced(t *testing.T) {
	r := newReceipts()
	key := idempotency.Key{Name: "key", Now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	r.keep(key, idempotency.Receipt{Results: []byte("first")})
	key.Now = key.Now.Add(idempotency.Retention)
	r.keep(key, idempotency.Receipt{Results: []byte("second")})
	receipt, found, err := r.find(key)
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, "second", string(receipt.Results))
	require.Equal(t, 1, r.byAge.Len())
}
