package http

import (
	"bytes"
	"net/http"
	"testing"
	"unicode/utf8"

	"vitrine/core/fault"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

func FuzzInsightQuery(f *testing.F) {
	for _, raw := range []string{
		"", "range=12mo&tz=Europe/Lisbon&by=channel", "start=2026-02-01&end=2026-03-01&channel=shopify,amazon&asset_type=image", "range=&start=",
		"metrics=views,ctr,views&interval=hour&compare=previous", "metric=revenue&currency=EUR&limit=100", "metric=ctr&min_denominator=1",
		"start=2026-02-01T00:00:00%2B05:45&end=2026-02-01T00:00:00.5Z", "tz=Local&range=x&by=y&limit=0", "min_denominator=9223372036854775807",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		judge := func(read func(*query) error) bool {
			q := queryOf(raw)
			q.adopt(read(q))
			err := q.err()
			if err != nil {
				require.Equal(t, fault.Invalid, fault.Of(err).Kind)
				requireShowable(t, fault.Of(err))
			}
			return err == nil
		}
		judge(func(q *query) error { return statsAsk(q).Check() })
		judge(func(q *query) error { return chartAsk(q).Check() })
		var ask insights.TopAsk
		if judge(func(q *query) error { ask = topAsk(q); return ask.Check() }) {
			require.True(t, ask.Limit >= 1 && ask.Limit <= insights.MaxTop)
			require.True(t, ask.MinDenominator == nil || *ask.MinDenominator >= 1)
			require.Equal(t, ask.Metric == insights.Revenue, ask.Currency != "")
		}
	})
}

func FuzzEvents(f *testing.F) {
	for _, text := range []string{
		`{"events":[]}`, `{"sent_at":null,"events":[{"id":"019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01","type":"view","order":null}]}`, `{"events":[null,1,"x",[],{}]}`,
		`{"events":[{"order":{"external_id":"\u0000","currency":"EUR","value_minor":9223372036854775808}}]}`, `{"events":{},"sent_at":1}`, `{"events":[{"a/~\u0000":1}]}`, `[`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o := bodyOf(text)
		p := posting(o)
		if err := o.err(nil, p.Check()); err != nil {
			requireShowable(t, fault.Of(err))
			return
		}
		require.True(t, len(p.Events) >= 1 && len(p.Events) <= insights.MaxEvents)
		for _, e := range p.Events {
			require.LessOrEqual(t, len(e.Mistakes), maxErrors)
			for _, m := range e.Mistakes {
				require.True(t, utf8.ValidString(m.Name))
				require.LessOrEqual(t, utf8.RuneCountInString(m.Name), maxShown+1)
			}
		}
	})
}

func FuzzGunzip(f *testing.F) {
	for _, text := range []string{"", `{"events":[]}`, "\x1f\x8b"} {
		f.Add([]byte(text))
		f.Add([]byte(gzipped(f, text)))
	}
	f.Fuzz(func(t *testing.T, packed []byte) {
		rule := &bodyRule{mediaTypes: []string{mediaJSON}, header: "Accept", limit: 64, packed: true}
		raw, err := rule.gunzip(bytes.NewReader(packed))
		require.LessOrEqual(t, len(raw), 65)
		if err != nil {
			require.ErrorIs(t, err, errNotGzip)
		}
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "/", bytes.NewReader(packed))
		require.NoError(t, err)
		r.Header.Set("Content-Type", mediaJSON)
		r.Header.Set("Content-Encoding", "gzip")
		if raw, err = rule.read(r); err != nil {
			requireShowable(t, fault.Of(err))
			return
		}
		require.LessOrEqual(t, len(raw), 64)
	})
}
