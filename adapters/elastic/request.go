package elastic

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/elastic/go-elasticsearch/v8/esapi"
)

// maxAnswer bounds how much of an answer is read, in bytes. The largest that we ask for, of a full bulk, has a tenth of it.
const maxAnswer = 8 << 20

// How a request is tried again: soon, since somebody waits for the answer.
const (
	maxTries  = 3
	firstWait = 20 * time.Millisecond
)

// object is a JSON object that is sent.
type object map[string]any

// ask sends a request until it is answered, at most maxTries times and no longer than patience, and decodes the answer. request
// makes the request from its body, anew for each try. What it sends may be done twice without harm.
func (c *Client) ask(
	ctx context.Context, patience time.Duration, body object, request func(body io.Reader) esapi.Request, answer any,
) error {
	sent, err := json.Marshal(body)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	wait := backoff.NewExponentialBackOff()
	wait.InitialInterval = firstWait
	_, err = backoff.Retry(ctx, func() (struct{}, error) {
		var content io.Reader
		if body != nil {
			content = bytes.NewReader(sent)
		}
		err := c.send(ctx, request(content), answer)
		if err != nil && !passing(err) {
			return struct{}{}, backoff.Permanent(err)
		}
		return struct{}{}, err
	}, backoff.WithBackOff(wait), backoff.WithMaxTries(maxTries))
	return translate(err)
}

// passing reports whether the same request may succeed in a moment: there was pressure, or no answer.
func passing(err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return true
	}
	switch e.Status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// send sends a request once and decodes its answer. What is not a success is an *Error.
func (c *Client) send(ctx context.Context, r esapi.Request, answer any) error {
	res, err := r.Do(ctx, c.transport)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	switch {
	case err != nil:
		return err
	case res.StatusCode > 299:
		return ofStatus(res.StatusCode, body)
	case len(body) > maxAnswer:
		return fmt.Errorf("%w: it is larger than %d bytes", errGarbled, maxAnswer)
	case !isJSON(res.Header):
		return fmt.Errorf("%w: its type is %q", errGarbled, res.Header.Get("Content-Type"))
	}
	if err := json.Unmarshal(body, answer); err != nil {
		return fmt.Errorf("%w: %w", errGarbled, err)
	}
	return nil
}

func isJSON(h http.Header) bool {
	kind, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	return err == nil && (kind == "application/json" || strings.HasSuffix(kind, "+json"))
}
