package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"math"
	"strings"
	"unicode/utf8"

	"vitrine/core/fault"
	"vitrine/core/ident"
)

// cursorVersion changes when the encoding does; cursors of other versions are refused.
const cursorVersion = 1

// MaxCursor is the length limit of an encoded cursor in bytes: room for the corrections of the longest query, within what
// a query string may have.
const MaxCursor = 6144

// Fingerprint binds a cursor to what it was made for: an owner, a route and a query.
type Fingerprint [8]byte

// Bind makes the fingerprint of the parts, each of which may hold any text.
func Bind(parts ...string) Fingerprint {
	h := sha256.New()
	for _, p := range parts {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	return Fingerprint(h.Sum(nil)[:8])
}

// Cursor is a place in a list and a direction to walk from there. It holds no secret and grants nothing, since each
// read applies the owner's clause; the fingerprint and the checksum only turn mistakes into errors. It names the place
// by value, so it outlives the row it was made from, and it is the same on every engine and server.
type Cursor struct {
	Backward  bool
	Inclusive bool   // the row at Key belongs to the page
	Key       Key    // where to begin
	Note      string // what the walk has to remember beside its place
}

const (
	flagBackward  = 1
	flagInclusive = 2
)

// Encode writes the cursor as URL-safe text bound to f.
func (c Cursor) Encode(f Fingerprint) string {
	b := make([]byte, 0, 96)
	b = append(b, cursorVersion, c.flags())
	b = append(b, f[:]...)
	b = binary.AppendVarint(b, c.Key.Rank)
	b = binary.AppendVarint(b, c.Key.Time)
	b = append(b, c.Key.ID[:]...)
	b = appendText(b, c.Key.Text)
	b = appendText(b, c.Note)
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	return base64.RawURLEncoding.EncodeToString(b)
}

func (c Cursor) flags() (f byte) {
	if c.Backward {
		f |= flagBackward
	}
	if c.Inclusive {
		f |= flagInclusive
	}
	return f
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// DecodeCursor reads a cursor that was encoded for f. Every defect gives the one error "invalid-cursor".
func DecodeCursor(text string, f Fingerprint) (Cursor, error) {
	if len(text) > MaxCursor {
		return Cursor{}, InvalidCursor()
	}
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(b) < 4 {
		return Cursor{}, InvalidCursor()
	}
	body, sum := b[:len(b)-4], binary.BigEndian.Uint32(b[len(b)-4:])
	r := reader{rest: body}
	version, flags, bound := r.byte(), r.byte(), r.take(len(f))
	c := Cursor{Backward: flags&flagBackward != 0, Inclusive: flags&flagInclusive != 0}
	c.Key.Rank, c.Key.Time = r.varint(), r.varint()
	copy(c.Key.ID[:], r.take(len(ident.ID{})))
	c.Key.Text, c.Note = r.text(), r.text()
	sound := !r.bad && c.Key.plausible() && utf8.ValidString(c.Note) && len(r.rest) == 0 && version == cursorVersion && crc32.ChecksumIEEE(body) == sum
	// Writing it again must give the same text: a place has one spelling.
	if !sound || !bytes.Equal(bound, f[:]) || c.Encode(f) != text {
		return Cursor{}, InvalidCursor()
	}
	return c, nil
}

// plausible reports whether a row could have the key: no store has others, and some cannot even be asked for them.
func (k Key) plausible() bool {
	const years = 10_000 * 366 * 24 * 60 * 60 * 1000
	return k.Rank >= math.MinInt32 && k.Rank <= math.MaxInt32 && k.Time > -years && k.Time < years &&
		utf8.ValidString(k.Text) && !strings.ContainsRune(k.Text, 0)
}

// InvalidCursor is the fault of any defect of a cursor. It has one text for all causes, so that it tells nothing about the list the cursor came from.
func InvalidCursor() *fault.Error {
	e := fault.New(fault.Invalid, fault.CodeInvalidCursor,
		"The cursor does not belong to this list; begin again without one.")
	e.Fields = []fault.Field{{Source: fault.Parameter, Name: "cursor", Code: "invalid", Detail: e.Message}}
	return e
}

// reader takes values off the front of a buffer and remembers whether any of them was missing.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) take(n int) []byte {
	if n > len(r.rest) {
		r.bad, n = true, len(r.rest)
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.take(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.take(n)
	return v
}

func (r *reader) text() string {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > MaxCursor {
		r.bad = true
		return ""
	}
	r.take(n)
	return string(r.take(int(v)))
}
