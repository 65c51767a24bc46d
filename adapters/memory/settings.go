package memory

import (
	"context"
	"math"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/settings"

	"github.com/tidwall/btree"
)

// keptSettings are an owner's settings. The document is kept as core encodes it, so that this store goes through the same
// stored form, with its schemas, as one that keeps it on a disk.
type keptSettings struct {
	document []byte // nil where there is none
	audit    *btree.BTreeG[settings.Entry]
}

func newKeptSettings() keptSettings {
	older := func(a, b settings.Entry) bool { return a.Version < b.Version }
	return keptSettings{audit: btree.NewBTreeGOptions(older, btree.Options{NoLocks: true})}
}

func (k *keptSettings) find() (settings.Document, error) {
	if k.document == nil {
		return settings.Document{}, nil
	}
	return settings.Decode(k.document)
}

// entries are copies of those of the window, in walking order.
func (k *keptSettings) entries(w page.Window) (list []settings.Entry) {
	from, walk := int64(math.MaxInt64), k.audit.Descend
	if w.Backward {
		from, walk = 0, k.audit.Ascend
	}
	if w.From != nil {
		from = w.From.Rank
	}
	walk(settings.Entry{Version: from}, func(e settings.Entry) bool {
		if w.From == nil || w.Inclusive || e.Version != from {
			list = append(list, e.Clone())
		}
		return len(list) < w.Rows()
	})
	return list
}

// Settings implements settings.Repository.
type Settings struct {
	db *DB
}

var _ settings.Repository = (*Settings)(nil)

// NewSettings makes the store of settings in db.
func NewSettings(db *DB) *Settings { return &Settings{db: db} }

// Find implements settings.Repository.
func (s *Settings) Find(ctx context.Context, owner ident.Owner) (d settings.Document, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		d, err = h.settings.find()
		return err
	})
	return d, err
}

// Update implements settings.Repository.
func (s *Settings) Update(
	ctx context.Context, owner ident.Owner, change func(*settings.Document) (*settings.Entry, error),
) (d settings.Document, err error) {
	err = s.db.write(ctx, owner, func(h *holding) (func(), error) {
		if d, err = h.settings.find(); err != nil {
			return nil, err
		}
		next := d.Clone()
		entry, err := change(&next)
		if err != nil || entry == nil {
			return func() {}, err
		}
		document, err := next.Encode()
		if err != nil {
			return nil, err
		}
		if _, ok := h.settings.audit.Get(*entry); ok {
			return nil, exists()
		}
		d = next
		return func() {
			h.settings.document = document
			h.settings.audit.Set(entry.Clone())
		}, nil
	})
	if err != nil {
		return settings.Document{}, err
	}
	return d, nil
}

// ListAudit implements settings.Repository.
func (s *Settings) ListAudit(ctx context.Context, owner ident.Owner, w page.Window) (entries []settings.Entry, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		entries = h.settings.entries(w)
		return nil
	})
	return entries, err
}
