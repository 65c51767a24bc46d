package postgres

import (
	"context"
	"os"
	"testing"

	"vitrine/adapters/elastic/estest"
	"vitrine/adapters/postgres/pgtest"

	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { os.Exit(estest.Stop(pgtest.Main(m))) }

// open gives a migrated database of the test's own.
func open(t testing.TB) *DB {
	t.Helper()
	db, err := Open(pgtest.Database(t), 32)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	require.NoError(t, db.Migrate(context.Background(), func(string) {}))
	return db
}

func TestSchemaIsCheckedAndMigratedOnce(t *testing.T) {
	ctx := context.Background()
	db, err := Open(pgtest.Database(t), 8)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })

	require.ErrorIs(t, db.CheckSchema(ctx), ErrBehind)
	require.NoError(t, db.Migrate(ctx, func(string) {}))
	require.NoError(t, db.CheckSchema(ctx))
	require.NoError(t, db.Migrate(ctx, func(name string) { t.Errorf("%s was applied twice", name) }))

	_, err = db.pool.Exec(ctx, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)`)
	require.NoError(t, err)
	require.ErrorIs(t, db.CheckSchema(ctx), ErrAhead)
}

func TestServersThatStartTogetherMigrateOnce(t *testing.T) {
	url := pgtest.Database(t)
	errs := make(chan error)
	for range 3 {
		go func() {
			db, err := Open(url, 4)
			if err == nil {
				err = db.Migrate(context.Background(), func(string) {})
				_ = db.Close() // the migration's error is the one that matters
			}
			errs <- err
		}()
	}
	for range 3 {
		require.NoError(t, <-errs)
	}
}
