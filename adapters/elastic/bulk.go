package elastic

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"vitrine/core/index"

	"github.com/elastic/go-elasticsearch/v8/esapi"
)

// Limits of one bulk request.
const (
	maxItems = 500
	maxBytes = 5 << 20
)

// How long Elasticsearch may take over a bulk, and how long its answer is waited for: far less than index.gc_deletes.
const (
	bulkTimeout  = 30 * time.Second
	bulkPatience = 45 * time.Second
)

// Writer implements index.Indexer. It is not safe for concurrent use: each worker has its own.
type Writer[D any] struct {
	index *Index[D]
	alias string
	items int // of a request at most; fewer while Elasticsearch is under pressure
}

// Indexer implements index.Engine.
func (i *Index[D]) Indexer(c index.Copy) index.Indexer[D] {
	return &Writer[D]{index: i, alias: writeAlias(c.Name), items: maxItems}
}

// Refresh implements index.Indexer.
func (w *Writer[D]) Refresh(ctx context.Context) error { return w.index.refresh(ctx, w.alias) }

// Write implements index.Indexer. After a request that failed, or in which anything met pressure, the rest is not tried.
func (w *Writer[D]) Write(ctx context.Context, changes []index.Change[D]) ([]index.Outcome, error) {
	outcomes := make([]index.Outcome, len(changes))
	for from := 0; from < len(changes); {
		body, n, err := w.chunk(changes[from:])
		if err != nil {
			return outcomes, err
		}
		if err := w.send(ctx, body, changes[from:from+n], outcomes[from:from+n]); err != nil {
			w.items = max(1, n/2)
			return outcomes, err
		}
		from += n
	}
	return outcomes, nil
}

// chunk writes the body of one request, of as many changes as fit; a larger one goes alone.
func (w *Writer[D]) chunk(changes []index.Change[D]) (body []byte, n int, err error) {
	var b bytes.Buffer
	for _, c := range changes[:min(len(changes), w.items)] {
		before := b.Len()
		if err := w.index.write(&b, c); err != nil {
			return nil, 0, err
		}
		if n > 0 && b.Len() > maxBytes {
			b.Truncate(before)
			break
		}
		n++
	}
	return b.Bytes(), n, nil
}

// action is the line in front of a document, or the whole of a deletion.
type action struct {
	ID          string `json:"_id"`
	Routing     string `json:"routing"`
	Version     int64  `json:"version"`
	VersionType string `json:"version_type"`
}

// write appends the lines of a change. The same version may be written again, since it is of the same document: that mends one
// that holds something else.
func (i *Index[D]) write(b *bytes.Buffer, c index.Change[D]) error {
	lines := json.NewEncoder(b)
	at := action{ID: name(c.Owner, c.ID), Routing: routing(c.Owner), Version: c.Version, VersionType: "external_gte"}
	if c.Doc == nil {
		return lines.Encode(map[string]action{"delete": at})
	}
	return errors.Join(lines.Encode(map[string]action{"index": at}), lines.Encode(i.document(c.Owner, *c.Doc)))
}

// send sends one request, once: what fails is tried again by whoever keeps the changes. A success lets the next one be larger.
func (w *Writer[D]) send(ctx context.Context, body []byte, changes []index.Change[D], outcomes []index.Outcome) error {
	ctx, cancel := context.WithTimeout(ctx, bulkPatience)
	defer cancel()
	var answer bulkAnswer
	yes := true
	err := w.index.client.send(ctx, esapi.BulkRequest{
		Index: w.alias, Body: bytes.NewReader(body), RequireAlias: &yes, Timeout: bulkTimeout,
		FilterPath: []string{"items.*._id", "items.*.status", "items.*.error.type", "items.*.error.reason"},
	}, &answer)
	var e *Error
	if errors.As(err, &e) && e.Status == http.StatusRequestEntityTooLarge && len(changes) == 1 {
		outcomes[0] = index.Outcome{Verdict: index.Parked, Err: e}
		return nil
	}
	if err != nil {
		return err
	}
	if err := judge(answer, changes, outcomes); err != nil {
		return err
	}
	w.items = min(2*w.items, maxItems)
	return nil
}
