package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"vitrine/adapters/postgres"

	"go.uber.org/fx"
)

// Serve runs the server until ctx ends, and then lets it finish what it is doing.
func Serve(ctx context.Context, c *Config) error {
	if c.onDatabase() {
		collectLess()
	}
	server := New(c)
	starting, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	if err := server.Start(starting); err != nil {
		return errors.Join(err, end(server))
	}
	select {
	case <-ctx.Done():
		return end(server)
	case why := <-server.Wait():
		if why.ExitCode != 0 { // a listener failed, and has said so in the log
			return errors.Join(errors.New("the server ended by itself"), end(server))
		}
		return end(server)
	}
}

// collectLess lets garbage grow to three times what is live. A server whose data is elsewhere keeps a few megabytes, and
// would collect them many times a second. GOGC, where it is set, wins.
func collectLess() {
	const percent = 300
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

func end(server *fx.App) error {
	ctx, cancel := context.WithTimeout(context.Background(), server.StopTimeout())
	defer cancel()
	return server.Stop(ctx)
}

// errNoDatabase is returned by commands that need one.
var errNoDatabase = errors.New("this command needs VITRINE_PROFILE=postgres and VITRINE_DATABASE_URL")

// withDatabase gives the configured database to a command, once its schema is known to be this binary's.
func (c *Config) withDatabase(ctx context.Context, conns int, do func(*postgres.DB) error) error {
	db, err := postgres.Open(c.DatabaseURL, conns)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // only its connections end
	if err := db.CheckSchema(ctx); err != nil {
		return fmt.Errorf("%w; run `server migrate` first", err)
	}
	return do(db)
}

// Migrate brings the schema up to date, or only says whether it is.
func Migrate(ctx context.Context, c *Config, check bool, out io.Writer) error {
	if !c.onDatabase() {
		return errNoDatabase
	}
	db, err := postgres.Open(c.DatabaseURL, 2)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // only its connections end
	if !check {
		err = db.Migrate(ctx, func(name string) { fmt.Fprintln(out, "applied", name) })
	} else {
		err = db.CheckSchema(ctx)
	}
	if err == nil {
		fmt.Fprintln(out, "The database schema is current.")
	}
	return err
}

// Health asks the admin listener of a running server whether it is ready.
func Health(ctx context.Context, c *Config, out io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+c.AdminAddr+"/readyz", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(out, io.LimitReader(resp.Body, 4096)); err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("not ready: status %d", resp.StatusCode)
	}
	return nil
}
