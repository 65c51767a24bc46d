package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrBehind is returned when the schema lacks migrations that this binary has.
var ErrBehind = errors.New("the database schema is behind this binary")

// ErrAhead is returned when the schema has migrations that this binary does not know.
var ErrAhead = errors.New("the database schema is newer than this binary")

// Migrate applies all missing migrations, one server at a time, and calls applied for each.
func (db *DB) Migrate(ctx context.Context, applied func(name string)) error {
	p, err := db.provider()
	if err != nil {
		return err
	}
	for {
		result, err := p.UpByOne(ctx)
		switch {
		case errors.Is(err, goose.ErrNoNextVersion):
			return nil
		case err != nil:
			return fmt.Errorf("migrate: %w", err)
		}
		applied(result.Source.Path)
	}
}

// CheckSchema reports whether the schema is the one of this binary: nil, ErrBehind or ErrAhead.
func (db *DB) CheckSchema(ctx context.Context) error {
	p, err := db.provider()
	if err != nil {
		return err
	}
	current, target, err := p.GetVersions(ctx)
	switch {
	case err != nil:
		return translate(fmt.Errorf("read schema version: %w", err))
	case current < target:
		return fmt.Errorf("%w: it has version %d of %d", ErrBehind, current, target)
	case current > target:
		return fmt.Errorf("%w: it has version %d, this binary knows %d", ErrAhead, current, target)
	}
	return nil
}

func (db *DB) provider() (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db.sql.DB, files, goose.WithSessionLocker(locker))
}
