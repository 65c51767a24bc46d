package http

import (
	"compress/gzip"
	"errors"
	"io"
	"strings"

	"vitrine/core/fault"
)

// errNotGzip is of a body that cannot be unpacked.
var errNotGzip = errors.New("not gzip")

// unpacking gives the way to read a body with these lines of Content-Encoding. It fails with "unsupported-media-type" for
// all but gzip, and for that where the rule does not have it.
func (b *bodyRule) unpacking(lines []string) (func(io.Reader) ([]byte, error), error) {
	accepted := "identity"
	if b.packed {
		accepted = "gzip"
	}
	switch encoding := strings.Join(lines, ","); {
	case encoding == "":
		return io.ReadAll, nil
	case b.packed && strings.EqualFold(encoding, accepted):
		return b.gunzip, nil
	}
	e := fault.New(fault.Invalid, slugUnsupportedMedia, "The body must be sent without Content-Encoding, or with one that Accept-Encoding names.")
	return nil, refusal{fault: e, header: "Accept-Encoding", value: accepted}
}

// gunzip unpacks no more than one byte beyond the limit, however much a small body would become.
func (b *bodyRule) gunzip(packed io.Reader) ([]byte, error) {
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, errors.Join(errNotGzip, err)
	}
	raw, err := io.ReadAll(io.LimitReader(z, b.limit+1))
	if err != nil {
		err = errors.Join(errNotGzip, err)
	}
	return raw, err
}
