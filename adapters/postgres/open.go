package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
)

// DB is the database: one pool of connections, seen through sqlx for reading.
type DB struct {
	pool *pgxpool.Pool
	sql  *sqlx.DB
}

// runtimeParams are set on every connection; the database's url may choose others. The server's own time-out is a belt over
// the context's deadline. Compiling a plan costs more than any query of ours takes. The default cost of a random page is
// that of a rotating disk: by it, counting the assets of an owner who has a tenth of them reads the whole table. Facets of
// 120 000 assets are grouped in memory by 16 MB, and sorted on disk by the default, which takes twice as long.
var runtimeParams = map[string]string{
	"application_name":                    "vitrine",
	"timezone":                            "UTC",
	"jit":                                 "off",
	"random_page_cost":                    "1.1",
	"work_mem":                            "16MB",
	"statement_timeout":                   "60s",
	"idle_in_transaction_session_timeout": "15s",
}

// Open prepares a pool of at most maxConns connections to url. It does not connect; Ping does. The error never holds
// the password of the url.
func Open(url string, maxConns int) (*DB, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("database url: %w", err)
	}
	config.MaxConns = int32(min(maxConns, 1000)) //nolint:gosec // bounded in the same expression
	config.MaxConnIdleTime = 5 * time.Minute
	config.ConnConfig.ConnectTimeout = 5 * time.Second
	for name, value := range runtimeParams {
		if _, chosen := config.ConnConfig.RuntimeParams[name]; !chosen {
			config.ConnConfig.RuntimeParams[name] = value
		}
	}
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		return nil, fmt.Errorf("database pool: %w", err)
	}
	return &DB{pool: pool, sql: sqlx.NewDb(stdlib.OpenDBFromPool(pool), "pgx")}, nil
}

// Ping reports whether the database answers.
func (db *DB) Ping(ctx context.Context) error { return translate(db.pool.Ping(ctx)) }

// Close ends all connections, waiting for those in use.
func (db *DB) Close() error {
	err := db.sql.Close()
	db.pool.Close()
	return err
}

// Stat tells how the pool is used, for metrics.
func (db *DB) Stat() *pgxpool.Stat { return db.pool.Stat() }
