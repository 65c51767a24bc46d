package app

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// setting is one value of the configuration: an environment variable and, unless it is secret, a flag.
type setting struct {
	name     string // of the environment variable
	fallback string
	help     string
	secret   bool
	parse    func(text string) error // its error says what is expected
	given    bool
	text     string
}

// flag is the name of the setting as a flag: VITRINE_ADMIN_ADDR is admin-addr.
func (s *setting) flag() string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(s.name, prefix)), "_", "-")
}

// shown is the effective value, masked where it is secret.
func (s *setting) shown() string {
	if s.secret && s.text != "" {
		return "********"
	}
	return s.text
}

// use takes the value and remembers it.
func (s *setting) use(text string) error {
	s.text = text
	return s.parse(text)
}

func text(name string, to *string, fallback, help string) *setting {
	return &setting{name: name, fallback: fallback, help: help, parse: func(v string) error {
		*to = v
		return nil
	}}
}

// secret is a text that no flag carries and nothing shows. NAME_FILE names a file that holds it.
func secret(name string, to *string, help string) *setting {
	s := text(name, to, "", help+" (or "+name+"_FILE)")
	s.secret = true
	return s
}

func choice(name string, to *string, help string, allowed ...string) *setting {
	s := text(name, to, allowed[0], help+": "+strings.Join(allowed, ", "))
	s.parse = func(v string) error {
		if !slices.Contains(allowed, v) {
			return fmt.Errorf("must be one of %s", strings.Join(allowed, ", "))
		}
		*to = v
		return nil
	}
	return s
}

func number(name string, to *int64, fallback, low, high int64, help string) *setting {
	s := &setting{name: name, fallback: strconv.FormatInt(fallback, 10), help: help}
	s.parse = func(v string) error {
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil || n < low || n > high {
			return fmt.Errorf("must be a whole number between %d and %d", low, high)
		}
		*to = n
		return nil
	}
	return s
}

func duration(name string, to *time.Duration, fallback string, low time.Duration, help string) *setting {
	s := &setting{name: name, fallback: fallback, help: help}
	s.parse = func(v string) error {
		d, err := time.ParseDuration(v)
		if err != nil || d < low {
			return fmt.Errorf("must be a duration of at least %s, such as %s", low, fallback)
		}
		*to = d
		return nil
	}
	return s
}

func toggle(name string, to *bool, fallback bool, help string) *setting {
	s := &setting{name: name, fallback: strconv.FormatBool(fallback), help: help}
	s.parse = func(v string) error {
		b, err := strconv.ParseBool(v)
		if err != nil {
			return fmt.Errorf("must be true or false")
		}
		*to = b
		return nil
	}
	return s
}

func list(name string, to *[]string, help string) *setting {
	return &setting{name: name, help: help, parse: func(v string) error {
		*to = nil
		for item := range strings.SplitSeq(v, ",") {
			if item = strings.TrimSpace(item); item != "" {
				*to = append(*to, item)
			}
		}
		return nil
	}}
}

// readSecret is the value of a secret: the variable, or the content of the file that NAME_FILE names, without the line
// break at its end.
func readSecret(name string, lookup func(string) (string, bool)) (value string, given bool, err error) {
	value, given = lookup(name)
	path, fromFile := lookup(name + "_FILE")
	switch {
	case given && fromFile:
		return "", false, fmt.Errorf("give %s or %s_FILE, not both", name, name)
	case !fromFile:
		return value, given, nil
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return "", false, fmt.Errorf("%s_FILE: %w", name, err)
	}
	return strings.TrimRight(string(content), "\r\n"), true, nil
}
