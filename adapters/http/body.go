package http

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"vitrine/core/fault"

	"github.com/go-json-experiment/json/jsontext"
)

// Limits of a JSON body.
const (
	maxBody  = 1 << 20 // bytes
	maxBatch = 8 << 20 // bytes of a batch
	maxDepth = 32
	maxItems = 1000 // of one array or object
)

// bodyRule is what a row of the table says of its body.
type bodyRule struct {
	mediaTypes []string
	header     string // by which 415 names the media types
	limit      int64  // in bytes, unpacked
	optional   bool   // an empty body is an empty object
	packed     bool   // may be sent in gzip
	batch      string // member whose items are judged one by one, and by their reader for their number; empty for none
}

var (
	jsonBody     = &bodyRule{mediaTypes: []string{mediaJSON}, header: "Accept", limit: maxBody}
	batchBody    = &bodyRule{mediaTypes: []string{mediaJSON}, header: "Accept", limit: maxBatch}
	optionalBody = &bodyRule{mediaTypes: []string{mediaJSON}, header: "Accept", limit: maxBody, optional: true}
	eventsBody   = &bodyRule{mediaTypes: []string{mediaJSON}, header: "Accept", limit: maxBatch, packed: true, batch: "events"}
	mergePatch   = &bodyRule{mediaTypes: []string{mediaPatch, mediaJSON}, header: "Accept-Patch", limit: maxBody}
)

// readBody reads the body of a request by the rule of its row: one JSON object. What is wrong with it waits in the object's
// err.
func readBody(r *http.Request) *object {
	rule := exchangeOf(r).route.body
	raw, err := rule.read(r)
	if err != nil {
		return &object{broken: err}
	}
	nuls, err := checkJSON(raw, rule.batch)
	if err != nil {
		return &object{broken: err}
	}
	return &object{raw: raw, members: membersOf(raw), mistakes: &nuls}
}

// read gives the bytes of a body that may be read at all. Nothing is read of one that is refused.
func (b *bodyRule) read(r *http.Request) ([]byte, error) {
	unpack, err := b.unpacking(r.Header.Values("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	types := r.Header.Values("Content-Type")
	if !b.accepts(types) && (len(types) > 0 || !b.optional) {
		return nil, b.unsupported()
	}
	if r.ContentLength > b.limit {
		return nil, b.tooLarge()
	}
	raw, err := unpack(http.MaxBytesReader(nil, r.Body, b.limit))
	tooLarge := (*http.MaxBytesError)(nil)
	switch {
	case errors.As(err, &tooLarge), int64(len(raw)) > b.limit:
		return nil, b.tooLarge()
	case errors.Is(err, errNotGzip):
		return nil, malformed("The body is not gzip, as its Content-Encoding says, or not all of it.")
	case err != nil:
		return nil, malformed("The body ended before it was complete.")
	case len(raw) == 0 && b.optional:
		return []byte("{}"), nil
	case len(types) == 0:
		return nil, b.unsupported()
	}
	return raw, nil
}

// accepts judges the Content-Type: one of the media types, in UTF-8.
func (b *bodyRule) accepts(lines []string) bool {
	if len(lines) != 1 {
		return false
	}
	name, params, err := mime.ParseMediaType(lines[0])
	if err != nil || !slices.Contains(b.mediaTypes, name) {
		return false
	}
	charset, given := params["charset"]
	return !given || strings.EqualFold(charset, "utf-8")
}

func (b *bodyRule) unsupported() error {
	list := strings.Join(b.mediaTypes, ", ")
	e := fault.New(fault.Invalid, slugUnsupportedMedia, "The body must be %s, in UTF-8.", strings.Join(b.mediaTypes, " or "))
	return refusal{fault: e, header: b.header, value: list}
}

// tooLarge closes the connection, since the rest of the body is not read.
func (b *bodyRule) tooLarge() error {
	e := fault.New(fault.TooLarge, slugTooLarge, "The body must be at most %d bytes.", b.limit)
	return refusal{fault: e, header: "Connection", value: "close"}
}

// checkJSON reads the text to its end without keeping it. It fails with "malformed-json" for what is no single object by the
// rules of RFC 7493 and the limits above, and gives the places of strings that hold NUL: JSON allows it, no store does.
// The number of items in the batch, a member of the object, is for its reader to judge.
func checkJSON(raw []byte, batch string) (nuls []fault.Field, err error) {
	if !utf8.Valid(raw) {
		return nil, malformed("The body is not UTF-8.")
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw))
	if dec.PeekKind() != '{' {
		return nil, notAnObject(dec)
	}
	for {
		token, err := dec.ReadToken()
		if err != nil {
			return nil, syntax(err)
		}
		depth := dec.StackDepth()
		if depth == 0 {
			break
		}
		if depth > maxDepth {
			return nil, malformed("The body is nested deeper than %d levels.", maxDepth)
		}
		kind, n := dec.StackIndex(depth)
		if long := kind == '[' && n == maxItems+1 || n == 2*maxItems+1; long && !inBatch(dec, depth, batch) {
			return nil, malformed("An array or object in the body has more than %d items.", maxItems)
		}
		if token.Kind() == '"' && strings.ContainsRune(token.String(), 0) {
			nuls = append(nuls, fault.Field{
				Source: fault.Pointer, Name: shortened(string(dec.StackPointer())), Code: codeCharacters,
				Detail: "must not contain the NUL character.",
			})
		}
	}
	if _, err := dec.ReadToken(); !errors.Is(err, io.EOF) {
		return nil, malformed("There is something after the object in the body.")
	}
	return nuls, nil
}

// inBatch reports whether the decoder stands among the items of the batch.
func inBatch(dec *jsontext.Decoder, depth int, batch string) bool {
	return depth == 2 && batch != "" && dec.StackPointer().Parent() == jsontext.Pointer("/"+batch)
}

func notAnObject(dec *jsontext.Decoder) error {
	if _, err := dec.ReadValue(); err != nil {
		return syntax(err)
	}
	return malformed("The body must be a JSON object.")
}

// syntax says where the text stops being JSON, without repeating it.
func syntax(err error) error {
	at := &jsontext.SyntacticError{}
	switch {
	case errors.Is(err, io.EOF):
		return malformed("The body is empty; it must be a JSON object.")
	case errors.Is(err, jsontext.ErrDuplicateName) && errors.As(err, &at):
		return malformedAt(at.JSONPointer, codeDuplicate, "stands twice in its object.")
	case errors.As(err, &at):
		return malformedAt(at.JSONPointer, codeMalformed, fmt.Sprintf("is not JSON at byte %d.", at.ByteOffset))
	}
	return malformed("The body is not JSON.")
}

func malformedAt(pointer jsontext.Pointer, code, detail string) error {
	e := malformed("The body is not the JSON it has to be.")
	e.Fields = []fault.Field{{Source: fault.Pointer, Name: shortened(string(pointer)), Code: code, Detail: detail}}
	return e
}

func malformed(format string, args ...any) *fault.Error {
	return fault.New(fault.Invalid, slugMalformedJSON, format, args...)
}
