package http

import (
	"crypto"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"vitrine/core/fault"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-json-experiment/json"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"
)

// issuer publishes a key set that can be changed, and counts how often it is asked.
type issuer struct {
	*httptest.Server
	asked  atomic.Int32
	answer atomic.Value // an http.HandlerFunc
}

func newIssuer(t testing.TB) *issuer {
	i := &issuer{}
	i.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		i.asked.Add(1)
		i.answer.Load().(http.HandlerFunc)(w, r)
	}))
	t.Cleanup(i.Close)
	return i
}

// publish makes the keys known by their ids.
func (i *issuer) publish(t testing.TB, keys map[string]crypto.PublicKey) {
	set := jose.JSONWebKeySet{}
	for id, key := range keys {
		set.Keys = append(set.Keys, jose.JSONWebKey{Key: key, KeyID: id, Use: "sig"})
	}
	text, err := json.Marshal(set)
	require.NoError(t, err)
	i.says(http.StatusOK, string(text))
}

func (i *issuer) says(status int, text string) {
	i.answer.Store(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = w.Write([]byte(text))
	}))
}

func (i *issuer) auth(t testing.TB) *JWT {
	auth, err := NewJWT(JWTConfig{Issuer: testIssuer, Audience: testAudience, JWKSURL: i.URL})
	require.NoError(t, err)
	return auth
}

func kid(id string) map[string]any { return map[string]any{"kid": id} }

func TestAKeySetBehindAnAddress(t *testing.T) {
	i, pairs, others := newIssuer(t), keyPairs(t), keyPairs(t)
	keys := map[string]crypto.PublicKey{}
	for method, pair := range pairs {
		keys[method.Alg()] = pair.Public()
	}
	i.publish(t, keys)
	auth := i.auth(t)
	require.Zero(t, i.asked.Load(), "nothing is fetched before it is needed")

	for method, pair := range pairs {
		for range 3 {
			_, err := callerWith(auth, "Bearer "+sign(t, method, pair, nil, kid(method.Alg())))
			require.NoError(t, err)
		}
	}
	require.EqualValues(t, 1, i.asked.Load(), "and it is kept")

	for method, pair := range others {
		for _, id := range []string{method.Alg(), "unknown", ""} {
			_, err := callerWith(auth, "Bearer "+sign(t, method, pair, nil, kid(id)))
			requireInvalidToken(t, err)
		}
	}
	require.EqualValues(t, 1, i.asked.Load(), "unknown keys do not make the server ask again and again")

	rs := pairs[jwt.SigningMethodRS256]
	for _, bad := range []string{
		sign(t, jwt.SigningMethodPS256, rs, nil, kid("RS256")),
		sign(t, jwt.SigningMethodHS256, []byte(testSecret), nil, kid("RS256")),
		sign(t, jwt.SigningMethodRS256, others[jwt.SigningMethodRS256], nil, map[string]any{"kid": "RS256", "jku": i.URL, "x5u": i.URL}),
	} {
		_, err := callerWith(auth, "Bearer "+bad)
		requireInvalidToken(t, err)
	}
}

func TestAKeyInTheTokenIsNotBelieved(t *testing.T) {
	i, pairs, others := newIssuer(t), keyPairs(t), keyPairs(t)
	own := others[jwt.SigningMethodES256]
	i.publish(t, map[string]crypto.PublicKey{"a": pairs[jwt.SigningMethodES256].Public()})
	_, err := callerWith(i.auth(t), "Bearer "+sign(t, jwt.SigningMethodES256, own, nil,
		map[string]any{"kid": "a", "jwk": jose.JSONWebKey{Key: own.Public()}}))
	requireInvalidToken(t, err)
}

func TestAKeySetThatCannotBeHad(t *testing.T) {
	pair := keyPairs(t)[jwt.SigningMethodES256]
	for name, answer := range map[string]http.HandlerFunc{
		"an error":    func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"a redirect":  func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/elsewhere", http.StatusFound) },
		"a page":      func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) },
		"endless":     func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(strings.Repeat("[", maxKeySet+1))) },
		"a lost line": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		t.Run(name, func(t *testing.T) {
			i := newIssuer(t)
			i.answer.Store(answer)
			_, err := callerWith(i.auth(t), "Bearer "+sign(t, jwt.SigningMethodES256, pair, nil, kid("a")))
			require.Equal(t, fault.CodeUnavailable, fault.Of(err).Code, "it is not the token's fault")
		})
	}
	t.Run("over HTTP", func(t *testing.T) {
		i := newIssuer(t)
		i.says(http.StatusBadGateway, "")
		got := newServer(t, func(c *Config) { c.Auth = i.auth(t) }).as(t, "ana").
			get("/projects", func(r *http.Request) {
				r.Header.Set("Authorization", "Bearer "+sign(t, jwt.SigningMethodES256, pair, nil, nil))
			})
		got.isProblem("dependency-unavailable")
		require.Equal(t, retryAfter, got.header.Get("Retry-After"))
		require.NotContains(t, string(got.body), i.URL)
	})
}

// roundTrip is a transport that is one function.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestAKeySetIsAskedForAgainAfterAWhile(t *testing.T) {
	asked := 0
	fetch := &keySetFetch{next: roundTrip(func(*http.Request) (*http.Response, error) {
		asked++
		w := httptest.NewRecorder()
		w.WriteHeader(map[bool]int{true: http.StatusBadGateway, false: http.StatusOK}[asked == 1])
		_, _ = w.WriteString(`{"keys":[]}`)
		return w.Result(), nil
	})}
	ask := func() error {
		res, err := fetch.RoundTrip(httptest.NewRequest(http.MethodGet, "/", nil))
		if err == nil {
			require.NoError(t, res.Body.Close())
		}
		return err
	}
	require.ErrorIs(t, ask(), errKeySet)
	require.ErrorIs(t, ask(), errKeySet)
	require.Equal(t, 1, asked)
	fetch.at = fetch.at.Add(-2 * keySetAge)
	require.NoError(t, ask())
	require.NoError(t, ask())
	require.Equal(t, 2, asked)
}

func TestKeysOfTheIssuerOutliveItsOutage(t *testing.T) {
	i, pair := newIssuer(t), keyPairs(t)[jwt.SigningMethodES256]
	i.publish(t, map[string]crypto.PublicKey{"a": pair.Public()})
	auth := i.auth(t)
	good := "Bearer " + sign(t, jwt.SigningMethodES256, pair, nil, kid("a"))
	_, err := callerWith(auth, good)
	require.NoError(t, err)
	i.Close()
	_, err = callerWith(auth, good)
	require.NoError(t, err)
}
