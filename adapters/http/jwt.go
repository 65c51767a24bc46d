package http

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"vitrine/core/ident"

	"github.com/golang-jwt/jwt/v5"
)

// clockSkew is how far the clocks of issuer and server may differ.
const clockSkew = time.Minute

// JWTConfig says which tokens are believed. Exactly one of the last three says where the keys are.
type JWTConfig struct {
	Issuer   string // "iss" of every token
	Audience string // among "aud" of every token

	JWKSURL    string // https address of a JSON Web Key Set (RFC 7517); http on loopback
	KeyFile    string // PEM file of public keys
	SecretFile string // file of an HMAC secret of at least 32 bytes
}

// JWT believes signed tokens (RFC 7519) by the rules of RFC 8725: the algorithms are those of the configured keys, whatever
// the token says; the token's own word on where to find keys is never followed.
type JWT struct {
	parser *jwt.Parser
	claims *jwt.Validator
	keys   keySet
}

// keySet checks signatures.
type keySet interface {
	// verify fails unless one of the keys has signed the token. The fault is "dependency-unavailable" where the keys cannot be
	// had now.
	verify(ctx context.Context, token *jwt.Token) error
}

// NewJWT reads the keys, and names every mistake of the configuration at once. A key set behind an address is fetched when
// the first token comes.
func NewJWT(c JWTConfig) (*JWT, error) {
	keys, err := c.keySet()
	if c.Issuer == "" {
		err = errors.Join(err, errors.New("jwt: the issuer is missing"))
	}
	if c.Audience == "" {
		err = errors.Join(err, errors.New("jwt: the audience is missing"))
	}
	if err != nil {
		return nil, err
	}
	return &JWT{
		parser: jwt.NewParser(jwt.WithStrictDecoding()),
		claims: jwt.NewValidator(jwt.WithIssuer(c.Issuer), jwt.WithAudience(c.Audience), jwt.WithLeeway(clockSkew),
			jwt.WithExpirationRequired(), jwt.WithIssuedAt()),
		keys: keys,
	}, nil
}

func (c JWTConfig) keySet() (keySet, error) {
	switch {
	case c.JWKSURL != "" && c.KeyFile == "" && c.SecretFile == "":
		return newRemoteKeys(c.JWKSURL)
	case c.JWKSURL == "" && c.KeyFile != "" && c.SecretFile == "":
		return readPublicKeys(c.KeyFile)
	case c.JWKSURL == "" && c.KeyFile == "" && c.SecretFile != "":
		return readSecret(c.SecretFile)
	default:
		return nil, errors.New("jwt: exactly one of key set address, key file and secret file must be given")
	}
}

// Mode is ModeJWT.
func (*JWT) Mode() string { return ModeJWT }

// Authenticate gives the caller that the request's token names.
func (j *JWT) Authenticate(r *http.Request) (Caller, error) {
	raw, err := bearer(r)
	if err != nil {
		return Caller{}, err
	}
	claims := jwt.MapClaims{}
	token, _, err := j.parser.ParseUnverified(raw, claims)
	if err != nil {
		return Caller{}, invalidToken("The token cannot be read.", err)
	}
	if err := checkHeader(token.Header); err != nil {
		return Caller{}, invalidToken("The token is not an access token for this server.", err)
	}
	if err := j.keys.verify(r.Context(), token); err != nil {
		return Caller{}, err
	}
	return j.caller(claims)
}

// checkHeader refuses tokens of another purpose (RFC 8725, section 3.11) and extensions that are not understood (RFC 7515,
// section 4.1.11).
func checkHeader(header map[string]any) error {
	if _, ok := header["crit"]; ok {
		return errors.New("header crit is not understood")
	}
	typ, ok := header["typ"]
	if !ok {
		return nil
	}
	name, _ := typ.(string)
	switch strings.TrimPrefix(strings.ToLower(name), "application/") {
	case "jwt", "at+jwt":
		return nil
	}
	return fmt.Errorf("header typ is %v", typ)
}

// caller judges the claims of a token whose signature is good.
func (j *JWT) caller(claims jwt.MapClaims) (Caller, error) {
	if err := j.claims.Validate(claims); errors.Is(err, jwt.ErrTokenExpired) {
		return Caller{}, invalidToken("The token has expired.", err)
	} else if err != nil {
		return Caller{}, invalidToken("The token is not valid here.", err)
	}
	subject, err := claims.GetSubject()
	if err != nil || !soundOwner(subject) {
		return Caller{}, invalidToken("The token names no acceptable subject.", err)
	}
	return Caller{
		ID: ident.Owner(subject), Owner: ident.Owner(subject),
		Email: text(claims, "email"), Name: text(claims, "name"),
		Scopes: strings.Fields(text(claims, "scope")),
	}, nil
}

// text gives a claim that the server can do without: empty where it is absent or no string.
func text(claims jwt.MapClaims, name string) string {
	s, _ := claims[name].(string)
	return s
}
