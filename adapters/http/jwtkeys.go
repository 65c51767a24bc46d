package http

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// Least strengths of keys.
const (
	minSecret   = 32 // bytes (RFC 7518, section 3.2)
	minVariety  = 12 // different bytes in a secret: fewer are a pattern, not chance
	minRSABytes = 256
)

// boundKey is a key with the one algorithm that it is used with (RFC 8725, section 3.1).
type boundKey struct {
	algorithm string
	key       any
}

// fixedKeys are keys that were read at the start. Several serve while they are rotated.
type fixedKeys []boundKey

func (ks fixedKeys) verify(_ context.Context, token *jwt.Token) error {
	signed := token.Raw[:strings.LastIndexByte(token.Raw, '.')]
	err := fmt.Errorf("no key for algorithm %s", token.Method.Alg())
	for _, k := range ks {
		if k.algorithm != token.Method.Alg() {
			continue
		}
		if err = token.Method.Verify(signed, token.Signature, k.key); err == nil {
			return nil
		}
	}
	return invalidToken("The token is not signed by a known key.", err)
}

// readPublicKeys reads a PEM file of public keys.
func readPublicKeys(path string) (fixedKeys, error) {
	rest, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("jwt key file: %w", err)
	}
	var keys fixedKeys
	for {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		if block.Type != "PUBLIC KEY" {
			return nil, fmt.Errorf("jwt key file: it holds a %s; only public keys belong there", block.Type)
		}
		key, err := x509.ParsePKIXPublicKey(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("jwt key file: %w", err)
		}
		bound, err := bind(key)
		if err != nil {
			return nil, fmt.Errorf("jwt key file: %w", err)
		}
		keys = append(keys, bound)
	}
	if len(keys) == 0 {
		return nil, errors.New("jwt key file: it holds no public key in PEM form")
	}
	return keys, nil
}

// bind gives a public key its algorithm.
func bind(key any) (boundKey, error) {
	switch k := key.(type) {
	case *rsa.PublicKey:
		if k.Size() < minRSABytes {
			return boundKey{}, fmt.Errorf("an RSA key must have at least %d bits", minRSABytes*8)
		}
		return boundKey{jwt.SigningMethodRS256.Alg(), k}, nil
	case *ecdsa.PublicKey:
		if k.Curve != elliptic.P256() {
			return boundKey{}, errors.New("an ECDSA key must be on the curve P-256")
		}
		return boundKey{jwt.SigningMethodES256.Alg(), k}, nil
	case ed25519.PublicKey:
		return boundKey{jwt.SigningMethodEdDSA.Alg(), k}, nil
	default:
		return boundKey{}, fmt.Errorf("a key of type %T is not supported", key)
	}
}

// readSecret reads a file that holds one secret, white space around it aside.
func readSecret(path string) (fixedKeys, error) {
	secret, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("jwt secret file: %w", err)
	}
	secret = bytes.TrimSpace(secret)
	if len(secret) < minSecret {
		return nil, fmt.Errorf("jwt secret file: the secret must have at least %d bytes; it has %d", minSecret, len(secret))
	}
	different := slices.Clone(secret)
	slices.Sort(different)
	if len(slices.Compact(different)) < minVariety {
		return nil, errors.New("jwt secret file: the secret follows a pattern; use random bytes")
	}
	return fixedKeys{{jwt.SigningMethodHS256.Alg(), secret}}, nil
}
