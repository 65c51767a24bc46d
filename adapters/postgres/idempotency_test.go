package postgres

import (
	"context"
	"testing"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

func TestExpiredKeysAreForgottenAndNoOthers(t *testing.T) {
	db := open(t)
	ctx := context.Background()
	now := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	for i, age := range []time.Duration{0, time.Hour, idempotency.Retention + time.Second, 48 * time.Hour} {
		p := projects.Project{ID: ident.ID{byte(i + 1)}, Title: "Lamp", CreatedAt: now, UpdatedAt: now, Version: 1}
		key := idempotency.Key{Name: age.String(), Now: now.Add(-age)}
		_, err := NewProjects(db).Insert(ctx, "ana", p, key)
		require.NoError(t, err)
	}
	n, err := db.ForgetKeys(ctx, now)
	require.NoError(t, err)
	require.EqualValues(t, 2, n)
	n, err = db.ForgetKeys(ctx, now)
	require.NoError(t, err)
	require.Zero(t, n)
}
