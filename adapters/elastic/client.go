package elastic

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/elastic/elastic-transport-go/v8/elastictransport"
)

// Config says where Elasticsearch is and how long to wait for it.
type Config struct {
	Addresses []string          // http or https URLs of one cluster, asked in turn
	APIKey    string            // as Elasticsearch encodes it; empty without security
	CA        []byte            // PEM of the authorities that sign its certificate; nil is those of the system
	Prefix    string            // what the names of all indices begin with
	Shards    int               // of an index that is made; 0 is 1
	Patience  time.Duration     // how long one answer to a search may take, retries included; 0 is DefaultPatience
	Changed   func(open bool)   // told when the breaker of searches opens and closes; it must not block. nil is nobody
	Transport http.RoundTripper // nil is one with time-outs and enough idle connections
}

// DefaultPatience is short, since the record can answer as well.
const DefaultPatience = 800 * time.Millisecond

// Client speaks to one cluster. It is safe for concurrent use.
type Client struct {
	transport *elastictransport.Client
	prefix    string
	shards    int
	patience  time.Duration
	breaker   breaker
}

// Open prepares a client. It does not connect. The error never holds a password of an address.
func Open(c Config) (*Client, error) {
	addresses, err := c.urls()
	if err != nil {
		return nil, err
	}
	if c.Transport == nil {
		if c.Transport, err = newTransport(c.CA); err != nil {
			return nil, err
		}
	}
	if c.Changed == nil {
		c.Changed = func(bool) {}
	}
	if c.Patience == 0 {
		c.Patience = DefaultPatience
	}
	transport, err := elastictransport.NewClient(
		elastictransport.WithURLs(addresses...), elastictransport.WithAPIKey(c.APIKey), elastictransport.WithUserAgent("vitrine"),
		elastictransport.WithTransport(c.Transport), elastictransport.WithDisableRetry(),
	)
	if err != nil {
		return nil, fmt.Errorf("elasticsearch client: %w", err)
	}
	return &Client{transport: transport, prefix: c.Prefix, shards: max(c.Shards, 1), patience: c.Patience, breaker: newBreaker(c.Changed)}, nil
}

func (c Config) urls() ([]*url.URL, error) {
	if len(c.Addresses) == 0 {
		return nil, errors.New("elasticsearch address: there is none")
	}
	all := make([]*url.URL, len(c.Addresses))
	for i, address := range c.Addresses {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, fmt.Errorf("elasticsearch address %d: not an http or https URL", i+1)
		}
		all[i] = u
	}
	return all, nil
}

// newTransport bounds what the library leaves open. A black hole is noticed while dialling; everything after that is bounded
// by the context of the request.
func newTransport(ca []byte) (http.RoundTripper, error) {
	t := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         (&net.Dialer{Timeout: 2 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSHandshakeTimeout: 3 * time.Second,
		MaxIdleConnsPerHost: 64,
		IdleConnTimeout:     90 * time.Second,
	}
	if ca != nil {
		authorities := x509.NewCertPool()
		if !authorities.AppendCertsFromPEM(ca) {
			return nil, errors.New("elasticsearch certificate authority: there is no certificate in it")
		}
		t.TLSClientConfig = &tls.Config{RootCAs: authorities, MinVersion: tls.VersionTLS12}
	}
	return t, nil
}
