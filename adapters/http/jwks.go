package http

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"vitrine/core/fault"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/golang-jwt/jwt/v5"
)

// Limits of fetching a key set.
const (
	keySetAge     = 10 * time.Second // asked for again at most so often, however many unknown keys tokens name
	keySetTimeout = 5 * time.Second
	maxKeySet     = 1 << 20
)

// remoteAlgorithms are those that a remote key may be used with.
var remoteAlgorithms = []string{jwt.SigningMethodRS256.Alg(), jwt.SigningMethodES256.Alg(), jwt.SigningMethodEdDSA.Alg()}

// errKeySet marks that the keys could not be had, as opposed to a token that none of them has signed.
var errKeySet = errors.New("key set cannot be fetched")

// remoteKeys are keys behind an address, fetched when a token names one that is not known yet. So keys can be rotated
// there without a restart here.
type remoteKeys struct{ set *oidc.RemoteKeySet }

// newRemoteKeys checks the address and fetches nothing.
func newRemoteKeys(address string) (remoteKeys, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return remoteKeys{}, errors.New("jwt key set: the address cannot be read")
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !slices.Contains(loopbackNames, u.Hostname())) {
		return remoteKeys{}, errors.New("jwt key set: the address must begin with https, or be on loopback")
	}
	client := &http.Client{Transport: &keySetFetch{next: http.DefaultTransport}, Timeout: keySetTimeout}
	ctx := oidc.ClientContext(context.Background(), client)
	return remoteKeys{set: oidc.NewRemoteKeySet(ctx, address)}, nil
}

func (k remoteKeys) verify(ctx context.Context, token *jwt.Token) error {
	if !slices.Contains(remoteAlgorithms, token.Method.Alg()) {
		return invalidToken("The token is not signed by a known key.", fmt.Errorf("algorithm %s", token.Method.Alg()))
	}
	_, err := k.set.VerifySignature(ctx, token.Raw)
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil, errors.Is(err, errKeySet):
		return fault.Unreachable("issuer's key set", err)
	default:
		return invalidToken("The token is not signed by a known key.", err)
	}
}

// keySetFetch fetches the key set and repeats its last answer, good or bad, for a while: tokens that name unknown keys
// cannot make the server hammer the issuer.
type keySetFetch struct {
	next http.RoundTripper

	mu   sync.Mutex
	at   time.Time
	body []byte
	err  error
}

// RoundTrip answers with the key set, or fails with errKeySet.
func (f *keySetFetch) RoundTrip(r *http.Request) (*http.Response, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.at.IsZero() || time.Since(f.at) > keySetAge {
		f.body, f.err = f.fetch(r)
		f.at = time.Now()
	}
	if f.err != nil {
		return nil, fmt.Errorf("%w: %w", errKeySet, f.err)
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(f.body)), Request: r}, nil
}

func (f *keySetFetch) fetch(r *http.Request) ([]byte, error) {
	res, err := f.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = res.Body.Close() }() // read to its end or given up; nothing was written
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", res.StatusCode)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, maxKeySet))
	if err != nil {
		return nil, err
	}
	if !json.Valid(body) {
		return nil, errors.New("it is not JSON")
	}
	return body, nil
}
