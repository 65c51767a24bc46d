// Package ident holds the two identities that every module speaks of: the id of a thing and the owner it belongs to.
package ident

import (
	"encoding/hex"
	"errors"
	"time"
)

// Owner is who a row belongs to: the subject of the caller's token, 1 to 255 bytes. It is an explicit parameter of
// every port method.
type Owner string

// MaxOwner is the length limit of an Owner in bytes.
const MaxOwner = 255

// ID is a UUID in its 16 bytes. Ids made here are version 7 (RFC 9562), so that they sort by creation.
type ID [16]byte

// ErrID is returned for any text that is not the one canonical form of a UUID.
var ErrID = errors.New("not a UUID in canonical lower-case form")

// textLen is the length of the canonical form: 32 digits and 4 hyphens.
const textLen = 36

// ParseID reads the canonical lower-case form and no other. Accepting the aliases that databases accept (upper case,
// braces, no hyphens) would give one row many addresses, which defeats caches and idempotency keys.
func ParseID(s string) (ID, error) {
	var id ID
	if len(s) != textLen || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return ID{}, ErrID
	}
	digits := s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:]
	for i := range digits {
		if c := digits[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return ID{}, ErrID
		}
	}
	if _, err := hex.Decode(id[:], []byte(digits)); err != nil {
		return ID{}, ErrID
	}
	return id, nil
}

// String gives the canonical form.
func (id ID) String() string { return string(id.AppendText(make([]byte, 0, textLen))) }

// AppendText appends the canonical form to b.
func (id ID) AppendText(b []byte) []byte {
	b = hex.AppendEncode(b, id[:4])
	for _, part := range [][]byte{id[4:6], id[6:8], id[8:10], id[10:]} {
		b = append(b, '-')
		b = hex.AppendEncode(b, part)
	}
	return b
}

// MarshalText makes an ID a string wherever it is encoded.
func (id ID) MarshalText() ([]byte, error) { return id.AppendText(nil), nil }

// UnmarshalText is ParseID.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseID(string(b))
	return err
}

// IsZero reports whether the id is unset.
func (id ID) IsZero() bool { return id == ID{} }

// Source makes new ids; it must never return the same one twice, and later ids must sort after earlier ones.
type Source func() ID

// Clock tells the time. Modules use Now, never the clock itself.
type Clock func() time.Time

// Now is the clock's time in UTC at millisecond grain, the one grain that all stores and JSON share.
func (c Clock) Now() time.Time { return Instant(c()) }

// Instant is t in UTC at millisecond grain.
func Instant(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }
