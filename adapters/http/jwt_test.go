package http

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vitrine/core/ident"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"
)

// callerWith asks who sends a request with the header.
func callerWith(auth Authenticator, authorization ...string) (Caller, error) {
	return auth.Authenticate(&http.Request{Header: http.Header{"Authorization": authorization}})
}

func TestTheCallerIsWhoTheTokenNames(t *testing.T) {
	auth := newTestJWT(t)
	for name, row := range map[string]struct {
		claims jwt.MapClaims
		want   Caller
	}{
		"subject alone": {jwt.MapClaims{"sub": "ana"}, Caller{ID: "ana", Owner: "ana", Scopes: []string{}}},
		"with all": {
			jwt.MapClaims{"sub": "ana", "email": "ana@studio.example", "name": "Ana", "scope": " openid  pipeline "},
			Caller{ID: "ana", Owner: "ana", Email: "ana@studio.example", Name: "Ana", Scopes: []string{"openid", "pipeline"}},
		},
		"other types say nothing": {
			jwt.MapClaims{"sub": "ana", "email": 1, "name": []string{"x"}, "scope": []string{"pipeline"}},
			Caller{ID: "ana", Owner: "ana", Scopes: []string{}},
		},
		"longest subject":        {jwt.MapClaims{"sub": strings.Repeat("é", 127) + "x"}, Caller{ID: ident.Owner(strings.Repeat("é", 127) + "x"), Owner: ident.Owner(strings.Repeat("é", 127) + "x"), Scopes: []string{}}},
		"one of several":         {jwt.MapClaims{"sub": "ana", "aud": []string{"other", testAudience}}, Caller{ID: "ana", Owner: "ana", Scopes: []string{}}},
		"just expired":           {jwt.MapClaims{"sub": "ana", "exp": time.Now().Add(-30 * time.Second).Unix()}, Caller{ID: "ana", Owner: "ana", Scopes: []string{}}},
		"from a clock ahead":     {jwt.MapClaims{"sub": "ana", "iat": time.Now().Add(30 * time.Second).Unix(), "nbf": time.Now().Add(30 * time.Second).Unix()}, Caller{ID: "ana", Owner: "ana", Scopes: []string{}}},
		"a fraction of a second": {jwt.MapClaims{"sub": "ana", "exp": float64(time.Now().Add(time.Hour).Unix()) + 0.5}, Caller{ID: "ana", Owner: "ana", Scopes: []string{}}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := callerWith(auth, "bEARER "+token(t, row.claims))
			require.NoError(t, err)
			require.Equal(t, row.want, got)
		})
	}
}

func TestClaimsThatWillNotDo(t *testing.T) {
	auth := newTestJWT(t)
	soon := time.Now().Add(2 * time.Minute).Unix()
	for name, claims := range map[string]jwt.MapClaims{
		"expired":              {"exp": time.Now().Add(-62 * time.Second).Unix()},
		"no expiry":            {"exp": nil},
		"expiry as text":       {"exp": "9999999999"},
		"expiry at zero":       {"exp": 0},
		"negative expiry":      {"exp": -1},
		"not valid yet":        {"nbf": soon},
		"issued in the future": {"iat": soon},
		"another audience":     {"aud": "other"},
		"no audience":          {"aud": nil},
		"empty audience":       {"aud": []string{}},
		"another issuer":       {"iss": "https://evil.example"},
		"no issuer":            {"iss": nil},
		"issuer as a list":     {"iss": []string{testIssuer}},
		"no subject":           {"sub": nil},
		"empty subject":        {"sub": ""},
		"subject as a number":  {"sub": 7},
		"subject with NUL":     {"sub": "a\x00b"},
		"subject of 256 bytes": {"sub": strings.Repeat("a", 256)},
		"subject of two lines": {"sub": "a\nb"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := callerWith(auth, "Bearer "+sign(t, jwt.SigningMethodHS256, []byte(testSecret), claims, nil))
			requireInvalidToken(t, err)
		})
	}
}

// sign makes a token. Claims that are nil are left out, those that are missing filled in, and header is added to its own.
func sign(t testing.TB, method jwt.SigningMethod, key any, claims jwt.MapClaims, header map[string]any) string {
	all := jwt.MapClaims{"iss": testIssuer, "aud": testAudience, "sub": "ana", "exp": time.Now().Add(time.Hour).Unix()}
	for name, value := range claims {
		all[name] = value
		if value == nil {
			delete(all, name)
		}
	}
	unsigned := jwt.NewWithClaims(method, all)
	for name, value := range header {
		unsigned.Header[name] = value
	}
	signed, err := unsigned.SignedString(key)
	require.NoError(t, err)
	return signed
}

// requireInvalidToken requires the refusal of a token that was sent.
func requireInvalidToken(t *testing.T, err error) {
	t.Helper()
	var refused refusal
	require.ErrorAs(t, err, &refused)
	require.Equal(t, slugUnauthorized, refused.fault.Code)
	require.Equal(t, "WWW-Authenticate", refused.header)
	require.Equal(t, `Bearer error="invalid_token"`, refused.value)
}

// keyFile writes public keys as a PEM file.
func keyFile(t testing.TB, keys ...any) string {
	var all []byte
	for _, key := range keys {
		der, err := x509.MarshalPKIXPublicKey(key)
		require.NoError(t, err)
		all = append(all, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})...)
	}
	return write(t, string(all))
}

func write(t testing.TB, text string) string {
	path := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// keyPairs are one key of each kind that is supported.
func keyPairs(t testing.TB) map[jwt.SigningMethod]crypto.Signer {
	r, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	e, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	return map[jwt.SigningMethod]crypto.Signer{jwt.SigningMethodRS256: r, jwt.SigningMethodES256: e, jwt.SigningMethodEdDSA: ed}
}

func TestEachKindOfKeyHasItsAlgorithm(t *testing.T) {
	pairs, others := keyPairs(t), keyPairs(t)
	for method, pair := range pairs {
		t.Run(method.Alg(), func(t *testing.T) {
			auth, err := NewJWT(JWTConfig{Issuer: testIssuer, Audience: testAudience, KeyFile: keyFile(t, pair.Public())})
			require.NoError(t, err)
			_, err = callerWith(auth, "Bearer "+sign(t, method, pair, nil, nil))
			require.NoError(t, err)
			for other, key := range others {
				_, err = callerWith(auth, "Bearer "+sign(t, other, key, nil, nil))
				requireInvalidToken(t, err)
			}
			public, err := x509.MarshalPKIXPublicKey(pair.Public())
			require.NoError(t, err)
			for _, secret := range [][]byte{public, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public})} {
				_, err = callerWith(auth, "Bearer "+sign(t, jwt.SigningMethodHS256, secret, nil, nil))
				requireInvalidToken(t, err)
			}
		})
	}
	t.Run("another algorithm of the same key", func(t *testing.T) {
		pair := pairs[jwt.SigningMethodRS256]
		auth, err := NewJWT(JWTConfig{Issuer: testIssuer, Audience: testAudience, KeyFile: keyFile(t, pair.Public())})
		require.NoError(t, err)
		for _, method := range []jwt.SigningMethod{jwt.SigningMethodRS512, jwt.SigningMethodPS256} {
			_, err = callerWith(auth, "Bearer "+sign(t, method, pair, nil, nil))
			requireInvalidToken(t, err)
		}
		secret := newTestJWT(t)
		_, err = callerWith(secret, "Bearer "+sign(t, jwt.SigningMethodHS384, []byte(testSecret), nil, nil))
		requireInvalidToken(t, err)
	})
	t.Run("two keys while they are rotated", func(t *testing.T) {
		a, b := pairs[jwt.SigningMethodES256], others[jwt.SigningMethodES256]
		auth, err := NewJWT(JWTConfig{Issuer: testIssuer, Audience: testAudience, KeyFile: keyFile(t, a.Public(), b.Public())})
		require.NoError(t, err)
		for _, key := range []crypto.Signer{a, b} {
			_, err = callerWith(auth, "Bearer "+sign(t, jwt.SigningMethodES256, key, nil, nil))
			require.NoError(t, err)
		}
	})
}

func TestTokensThatAreNone(t *testing.T) {
	auth := newTestJWT(t)
	good := sign(t, jwt.SigningMethodHS256, []byte(testSecret), nil, nil)
	parts := strings.Split(good, ".")
	head := func(text string) string {
		return base64.RawURLEncoding.EncodeToString([]byte(text)) + "." + parts[1] + "." + parts[2]
	}
	for name, bad := range map[string]string{
		"nonsense":            "x",
		"two parts":           parts[0] + "." + parts[1],
		"four parts":          good + ".x",
		"no signature":        parts[0] + "." + parts[1] + ".",
		"cut signature":       good[:len(good)-3],
		"alg none":            head(`{"alg":"none"}`),
		"alg None":            head(`{"alg":"None"}`),
		"no alg":              head(`{"typ":"JWT"}`),
		"empty alg":           head(`{"alg":""}`),
		"alg as a number":     head(`{"alg":256}`),
		"another header":      head(`{"alg":"HS256","kid":"x"}`),
		"none, unsigned":      sign(t, jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, nil, nil),
		"another secret":      sign(t, jwt.SigningMethodHS256, []byte(strings.ToLower(testSecret)), nil, nil),
		"an ID token by typ":  sign(t, jwt.SigningMethodHS256, []byte(testSecret), nil, map[string]any{"typ": "id_token+jwt"}),
		"typ as a number":     sign(t, jwt.SigningMethodHS256, []byte(testSecret), nil, map[string]any{"typ": 1}),
		"critical extension":  sign(t, jwt.SigningMethodHS256, []byte(testSecret), nil, map[string]any{"crit": []string{"b64"}}),
		"longer than allowed": sign(t, jwt.SigningMethodHS256, []byte(testSecret), jwt.MapClaims{"x": strings.Repeat("a", maxToken)}, nil),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := callerWith(auth, "Bearer "+bad)
			requireInvalidToken(t, err)
		})
	}
	for _, typ := range []any{"at+jwt", "application/at+JWT", "JWT"} {
		_, err := callerWith(auth, "Bearer "+sign(t, jwt.SigningMethodHS256, []byte(testSecret), nil, map[string]any{"typ": typ}))
		require.NoError(t, err)
	}
}

func TestConfigurationsThatCannotBeMeant(t *testing.T) {
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	require.NoError(t, err)
	p384, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	require.NoError(t, err)
	private, err := x509.MarshalPKCS8PrivateKey(p384)
	require.NoError(t, err)
	for name, c := range map[string]JWTConfig{
		"no keys":                {},
		"two places of keys":     {SecretFile: "a", KeyFile: "b"},
		"no such file":           {SecretFile: "/does/not/exist"},
		"no such key file":       {KeyFile: "/does/not/exist"},
		"short secret":           {SecretFile: write(t, testSecret[:31])},
		"padded secret":          {SecretFile: write(t, testSecret[:31]+"\n\n")},
		"secret of a pattern":    {SecretFile: write(t, strings.Repeat("changeme", 8))},
		"empty key file":         {KeyFile: write(t, "")},
		"key file of prose":      {KeyFile: write(t, "my key")},
		"private key":            {KeyFile: write(t, string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private})))},
		"garbled key":            {KeyFile: write(t, string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: []byte("x")})))},
		"short RSA key":          {KeyFile: keyFile(t, weak.Public())},
		"another curve":          {KeyFile: keyFile(t, p384.Public())},
		"key set without TLS":    {JWKSURL: "http://login.example/keys"},
		"key set from a file":    {JWKSURL: "file:///etc/keys"},
		"key set without a host": {JWKSURL: "https:///keys"},
	} {
		t.Run(name, func(t *testing.T) {
			c.Issuer, c.Audience = testIssuer, testAudience
			_, err := NewJWT(c)
			require.Error(t, err)
			require.NotContains(t, err.Error(), testSecret[:20], "no secret in an error")
		})
	}
	_, err = NewJWT(JWTConfig{})
	for _, missing := range []string{"issuer", "audience", "key"} {
		require.ErrorContains(t, err, missing, "all mistakes at once")
	}
}

func TestWithoutATokenThatDoes(t *testing.T) {
	s := newServer(t)
	for name, row := range map[string]struct {
		values    []string
		challenge string
	}{
		"no header":      {nil, "Bearer"},
		"no token":       {[]string{"Bearer"}, "Bearer"},
		"only a space":   {[]string{"Bearer "}, "Bearer"},
		"another scheme": {[]string{"Basic YW5hOnNlY3JldA=="}, "Bearer"},
		"not a token":    {[]string{"Bearer x"}, `Bearer error="invalid_token"`},
	} {
		t.Run(name, func(t *testing.T) {
			c := s.anonymous(t)
			if row.values != nil {
				c.header["Authorization"] = row.values
			}
			got := c.get("/projects", header("X-Dev-User", "ana"), header("X-User-Id", "ana"))
			got.isProblem("unauthorized")
			require.Equal(t, row.challenge, got.header.Get("WWW-Authenticate"))
		})
	}
	t.Run("two headers", func(t *testing.T) {
		s.as(t, "ana").get("/projects", header("Authorization", "Bearer x")).isProblem("invalid-header")
	})
	t.Run("a token in the address is no token", func(t *testing.T) {
		good := token(t, jwt.MapClaims{"sub": "ana"})
		s.anonymous(t).get("/projects?access_token=" + good).isProblem("unauthorized")
		s.as(t, "ana").get("/projects?access_token=" + good).isProblem("unknown-parameter")
		for _, line := range s.logs.All() {
			for _, value := range line.ContextMap() {
				require.NotContains(t, fmt.Sprint(value), good)
			}
		}
	})
}
