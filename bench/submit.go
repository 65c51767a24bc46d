package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// submission is a body that is sent, and the status that says that it was taken.
type submission struct {
	method, address string
	owner           string // empty for the heavy one
	body            string
	keyed           bool // with an Idempotency-Key
	status          int
}

// send sends it and reads the answer, unless that is nil.
func (s submission) send(ctx context.Context, c *http.Client, answer any) error {
	req, err := http.NewRequestWithContext(ctx, s.method, s.address, strings.NewReader(s.body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	if s.method == http.MethodPatch {
		req.Header.Set("Content-Type", "application/merge-patch+json")
	}
	if s.owner != "" {
		req.Header.Set("Vitrine-Owner", s.owner)
	}
	if s.keyed {
		req.Header.Set("Idempotency-Key", rand.Text())
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != s.status {
		err = fmt.Errorf("%s: status %d: %.200s", s.address, resp.StatusCode, said)
	}
	if err != nil || answer == nil {
		return err
	}
	return json.Unmarshal(said, answer)
}
