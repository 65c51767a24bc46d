package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"time"

	"vitrine/adapters/postgres"

	"github.com/jackc/pgx/v5"
)

// stock is data to measure on, in a database of its own.
type stock struct {
	name string
	keep bool // may stay for later runs
	fill func(ctx context.Context, b *bed, url string) error
}

var (
	projectStock = stock{"projects", false, seedProjects}
	// mixedStock has a million assets of 2 000 owners, 122 000 of them of the heavy one.
	mixedStock = stock{"mixed", true, demoData(1_000_000, 2_000)}
	// aloneStock has a million assets of the heavy owner.
	aloneStock = stock{"alone", true, demoData(1_000_000, 1)}
	smallStock = stock{"small", true, demoData(10_000, 1)}
)

// demoData fills a database by the product's own command.
func demoData(assets, owners int) func(context.Context, *bed, string) error {
	return func(ctx context.Context, b *bed, url string) error {
		cmd := exec.CommandContext(ctx, b.server, "demo", "-assets", strconv.Itoa(assets), "-owners", strconv.Itoa(owners), "-events", "0")
		cmd.Env = append(os.Environ(), "VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL="+url)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		return cmd.Run()
	}
}

// stocked gives the url of a database with the stock, which is filled at the first call.
func (b *bed) stocked(ctx context.Context, s stock) (string, error) {
	if address, ok := b.urls[s.name]; ok {
		return address, nil
	}
	begin := time.Now()
	name := b.databaseName(s)
	filled, err := b.prepare(ctx, name)
	if err != nil {
		return "", err
	}
	address, err := b.address(name)
	if err != nil {
		return "", err
	}
	if err := migrate(ctx, address); err != nil {
		return "", err
	}
	if !filled {
		if err := errors.Join(s.fill(ctx, b, address), execute(ctx, address, "VACUUM ANALYZE")); err != nil {
			return "", err
		}
		if err := execute(ctx, address, "COMMENT ON DATABASE "+name+" IS '"+filledMark+"'"); err != nil {
			return "", err
		}
	}
	b.urls[s.name] = address
	fmt.Printf("(the data of %q was there after %s)\n", s.name, time.Since(begin).Round(time.Second))
	return address, nil
}

// filledMark is the comment on a database that has all its data.
const filledMark = "filled"

// databaseName is one of this run, which ends with it, or one that is kept.
func (b *bed) databaseName(s stock) string {
	name := "vitrine_bench_" + s.name
	if b.keep && s.keep {
		return name
	}
	name += "_" + strconv.Itoa(os.Getpid())
	b.closes = append(b.closes, func() error {
		return execute(context.Background(), b.pg.URL, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
	})
	return name
}

// prepare makes the database, unless it is there, and tells whether it is filled.
func (b *bed) prepare(ctx context.Context, name string) (filled bool, err error) {
	const find = `SELECT count(*), coalesce(max(shobj_description(oid, 'pg_database')), '') FROM pg_database WHERE datname = $1`
	conn, err := pgx.Connect(ctx, b.pg.URL)
	if err != nil {
		return false, err
	}
	defer conn.Close(ctx)
	var there int
	var mark string
	if err := conn.QueryRow(ctx, find, name).Scan(&there, &mark); err != nil || there > 0 {
		return mark == filledMark, err
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+name)
	return false, err
}

// address is the url of a database of the server.
func (b *bed) address(database string) (string, error) {
	u, err := url.Parse(b.pg.URL)
	if err != nil {
		return "", errors.New("the database's url is not one") // and may hold a password
	}
	u.Path = "/" + database
	return u.String(), nil
}

func migrate(ctx context.Context, address string) error {
	db, err := postgres.Open(address, 2)
	if err != nil {
		return err
	}
	return errors.Join(db.Migrate(ctx, func(string) {}), db.Close())
}

// execute runs one statement on a connection of its own.
func execute(ctx context.Context, address, statement string, args ...any) error {
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement, args...)
	return err
}
