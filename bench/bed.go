package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"

	"vitrine/adapters/postgres/pgtest"
)

// heavy is the owner that dev mode serves.
const heavy = "dev"

// bed is what is measured on: a real PostgreSQL with its usual durability, the built server, and the databases that the
// experiments ask for.
type bed struct {
	options
	pg     pgtest.Server
	dir    string
	server string            // the binary of the product
	urls   map[string]string // of the databases that are filled, by the name of their stock

	elastic string          // the address of Elasticsearch, once it is started
	dropped map[string]bool // the stocks whose index is dropped at the end

	closes []func() error
}

func makeBed(ctx context.Context, o options) (*bed, error) {
	if o.keep && os.Getenv("DATABASE_URL") == "" {
		return nil, errors.New("-keep needs DATABASE_URL: the server that is started otherwise ends with the run")
	}
	pg, err := pgtest.Start("shared_buffers=2GB", "max_wal_size=4GB", "effective_cache_size=8GB")
	if err != nil {
		return nil, err
	}
	b := &bed{options: o, pg: pg, urls: map[string]string{}, dropped: map[string]bool{}, closes: []func() error{pg.Stop}}
	if b.dir, err = os.MkdirTemp("", "vitrine-bench-"); err != nil {
		return nil, errors.Join(err, b.close())
	}
	b.closes = append(b.closes, func() error { return os.RemoveAll(b.dir) })
	if err := b.build(ctx); err != nil {
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

// build builds the product as it is released.
func (b *bed) build(ctx context.Context) error {
	b.server = filepath.Join(b.dir, "server")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", b.server, "./cmd/server")
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

// product starts the server on the stock, with as many connections to the database as the load has to it; so does the floor.
func (b *bed) product(ctx context.Context, s stock) (*process, error) {
	database, err := b.stocked(ctx, s)
	if err != nil {
		return nil, err
	}
	return start(b.serving(ctx, append(os.Environ(), "VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL="+database)))
}

// serving is a server of the environment.
func (b *bed) serving(ctx context.Context, env []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, b.server)
	cmd.Env = slices.Concat(env, []string{
		"VITRINE_ADDR=127.0.0.1:0", "VITRINE_ADMIN_ADDR=127.0.0.1:0", "VITRINE_LOG_LEVEL=error", "VITRINE_DATABASE_MAX_CONNS=" + strconv.Itoa(b.conns),
	})
	return cmd
}

// floor starts the bare handler on the stock.
func (b *bed) floor(ctx context.Context, s stock) (*process, error) {
	database, err := b.stocked(ctx, s)
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start(exec.CommandContext(ctx, self, "floor", database, strconv.Itoa(b.conns)))
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
