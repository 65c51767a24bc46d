package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"

	"vitrine/adapters/postgres"
	"vitrine/adapters/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

// heavy is the owner that dev mode serves.
const heavy = "dev"

// bed is what is measured on: a real PostgreSQL with its usual durability, a seeded database, the built server.
type bed struct {
	pg     pgtest.Server
	url    string
	dir    string
	server string // the binary of the product
	closes []func() error
}

func makeBed(ctx context.Context, o options) (*bed, error) {
	pg, err := pgtest.Start("shared_buffers=2GB", "max_wal_size=4GB", "effective_cache_size=8GB")
	if err != nil {
		return nil, err
	}
	b := &bed{pg: pg, closes: []func() error{pg.Stop}}
	if b.dir, err = os.MkdirTemp("", "vitrine-bench-"); err != nil {
		return nil, errors.Join(err, b.close())
	}
	b.closes = append(b.closes, func() error { return os.RemoveAll(b.dir) })
	if err := errors.Join(b.database(ctx), b.build(ctx)); err != nil {
		return nil, errors.Join(err, b.close())
	}
	if err := b.seed(ctx, o); err != nil {
		return nil, errors.Join(err, b.close())
	}
	return b, nil
}

func (b *bed) close() (err error) {
	for i := len(b.closes) - 1; i >= 0; i-- {
		err = errors.Join(err, b.closes[i]())
	}
	b.closes = nil
	return err
}

// database makes a database of this run.
func (b *bed) database(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, b.pg.URL)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	name := fmt.Sprintf("vitrine_bench_%d", os.Getpid())
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+name); err != nil {
		return err
	}
	u, err := url.Parse(b.pg.URL)
	if err != nil {
		return err
	}
	u.Path = "/" + name
	b.url = u.String()
	b.closes = append(b.closes, func() error { return b.drop(name) })
	db, err := postgres.Open(b.url, 2)
	if err != nil {
		return err
	}
	return errors.Join(db.Migrate(ctx, func(string) {}), db.Close())
}

func (b *bed) drop(name string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, b.pg.URL)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, "DROP DATABASE "+name+" WITH (FORCE)")
	return err
}

// build builds the product as it is released.
func (b *bed) build(ctx context.Context) error {
	b.server = filepath.Join(b.dir, "server")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", b.server, "./cmd/server")
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

// product starts the server on the bed's database.
func (b *bed) product(ctx context.Context) (*process, error) {
	cmd := exec.CommandContext(ctx, b.server)
	cmd.Env = append(os.Environ(), "VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL="+b.url, "VITRINE_ADDR=127.0.0.1:0",
		"VITRINE_ADMIN_ADDR=127.0.0.1:0", "VITRINE_LOG_LEVEL=error", "VITRINE_DATABASE_MAX_CONNS=8")
	return start(cmd)
}

// floor starts the bare handler on the same database.
func (b *bed) floor(ctx context.Context) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start(exec.CommandContext(ctx, self, "floor", b.url))
}

// process is a server that was started here.
type process struct {
	cmd *exec.Cmd
	url string
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:[0-9]+`)

// start starts the command and waits for the address that it prints.
func start(cmd *exec.Cmd) (*process, error) {
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	cmd.Stderr = os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if found := address.FindString(lines.Text()); found != "" {
			return &process{cmd: cmd, url: found}, nil
		}
	}
	return nil, errors.Join(errors.New("the server did not say where it is"), cmd.Wait())
}

func (p *process) stop() error {
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	return p.cmd.Wait()
}

// kill ends a process that knows no better end.
func (p *process) kill() error {
	err := p.cmd.Process.Kill()
	_ = p.cmd.Wait() // says that it was killed
	return err
}
