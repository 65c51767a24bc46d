package http

import (
	"net/http"
	"strings"

	"vitrine/core/fault"
)

// maxToken is the length limit of a token in bytes.
const maxToken = 8 << 10

// bearer reads the token of a request (RFC 6750, section 2.1). A token in the query is a parameter like any other that does
// not exist: addresses end up in logs.
func bearer(r *http.Request) (string, error) {
	lines := r.Header.Values("Authorization")
	if len(lines) > 1 {
		return "", badHeader("Authorization", "may stand once.")
	}
	if len(lines) == 0 {
		return "", unauthorized("It takes a token: Authorization: Bearer <token>.", "Bearer", nil)
	}
	scheme, token, _ := strings.Cut(lines[0], " ")
	token = strings.TrimLeft(token, " ")
	if !strings.EqualFold(scheme, "Bearer") || token == "" {
		return "", unauthorized("It takes a bearer token: Authorization: Bearer <token>.", "Bearer", nil)
	}
	if len(token) > maxToken {
		return "", invalidToken("The token is too long.", nil)
	}
	return token, nil
}

// invalidToken is the fault of a token that was sent and does not do. The cause is for the log.
func invalidToken(message string, cause error) error {
	return unauthorized(message, `Bearer error="invalid_token"`, cause)
}

// unauthorized carries the challenge, which names an error only when a token was sent (RFC 6750, section 3.1).
func unauthorized(message, challenge string, cause error) error {
	e := fault.New(fault.Unauthenticated, slugUnauthorized, "%s", message)
	e.Cause = cause
	return refusal{fault: e, header: "WWW-Authenticate", value: challenge}
}
