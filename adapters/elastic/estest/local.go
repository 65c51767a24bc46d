package estest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// startLocal runs the project's script, whose server lives as long as the command beside it. That one tells the address and
// reads until its standard input closes: so the server cannot outlive the tests, however they end.
func startLocal() (Server, error) {
	script, err := find("tools/elasticsearch")
	if err != nil {
		return Server{}, err
	}
	cmd := exec.Command("bash", script, "sh", "-c", `echo "$ELASTICSEARCH_URL"; cat`)
	var said bytes.Buffer
	cmd.Stderr = &said
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return Server{}, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return Server{}, err
	}
	if err := cmd.Start(); err != nil {
		return Server{}, err
	}
	stop := func() error { return errors.Join(stdin.Close(), cmd.Wait()) }
	url, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		return Server{}, fmt.Errorf("%w: %s", errors.Join(err, stop()), said.String())
	}
	return Server{URL: strings.TrimSpace(url), stop: stop}, nil
}

// find gives the path of a file of the module. Tests run in the folder of their package.
func find(name string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, name)
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return path, err
		}
		if filepath.Dir(dir) == dir {
			return "", fmt.Errorf("%s: %w", name, fs.ErrNotExist)
		}
		dir = filepath.Dir(dir)
	}
}
