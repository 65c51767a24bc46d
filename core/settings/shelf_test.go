package settings

import (
	"context"
	"sync"
	"testing"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/stretchr/testify/require"
)

// shelf is the least that keeps settings: encoded documents and entries under one lock. It stands where an adapter will.
type shelf struct {
	mu        sync.Mutex
	documents map[ident.Owner][]byte
	audit     map[ident.Owner][]Entry // in the order of versions
}

func (s *shelf) Find(_ context.Context, owner ident.Owner) (Document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.find(owner)
}

func (s *shelf) find(owner ident.Owner) (Document, error) {
	if b, ok := s.documents[owner]; ok {
		return Decode(b)
	}
	return Document{}, nil
}

func (s *shelf) Update(_ context.Context, owner ident.Owner, change func(*Document) (*Entry, error)) (Document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, err := s.find(owner)
	if err != nil {
		return Document{}, err
	}
	entry, err := change(&d)
	if err != nil || entry == nil {
		return d, err
	}
	b, err := d.Encode()
	if err != nil {
		return Document{}, err
	}
	s.documents[owner] = b
	s.audit[owner] = append(s.audit[owner], *entry)
	return d, nil
}

func (s *shelf) ListAudit(_ context.Context, owner ident.Owner, w page.Window) (rows []Entry, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.audit[owner]
	for i := range all {
		e := all[i]
		if !w.Backward {
			e = all[len(all)-1-i]
		}
		if within(e.Version, w) && len(rows) < w.Rows() {
			rows = append(rows, e)
		}
	}
	return rows, nil
}

func within(version int64, w page.Window) bool {
	switch {
	case w.From == nil:
		return true
	case version == w.From.Rank:
		return w.Inclusive
	}
	return (version > w.From.Rank) == w.Backward
}

// bench is a service over a shelf, with a clock that stands still and ids that count.
type bench struct {
	*Service
	t     *testing.T
	shelf *shelf
}

func newBench(t *testing.T) bench {
	s := &shelf{documents: map[ident.Owner][]byte{}, audit: map[ident.Owner][]Entry{}}
	var last ident.ID
	newID := func() ident.ID { last[15]++; return last }
	return bench{NewService(s, newID, func() time.Time { return at(2) }), t, s}
}

// document is Ana's, which can be read.
func (b bench) document() Document {
	d, err := b.Find(b.t.Context(), "ana")
	require.NoError(b.t, err)
	return d
}

// entries are all of Ana's, newest first.
func (b bench) entries() []Entry {
	p, err := b.Audit(b.t.Context(), "ana", page.MaxLimit, "")
	require.NoError(b.t, err)
	return p.Items
}
