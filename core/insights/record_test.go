package insights

import (
	"math"
	"strings"
	"testing"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

func TestEachEventIsJudgedByItself(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	good := func() NewEvent { return s.event(View, lamp, "2026-11-22T13:05:02.120Z") }
	with := func(change func(*NewEvent)) NewEvent {
		e := good()
		change(&e)
		return e
	}
	sold := func(change func(*NewOrder)) NewEvent {
		e := s.purchase(Conversion, lamp, "2026-11-22T13:00:00Z", "1001", "EUR", 12900)
		change(e.Order)
		return e
	}
	value := func(minor int64) *int64 { return &minor }
	order := &NewOrder{ExternalID: "1", Currency: "EUR", ValueMinor: value(1)}

	for _, c := range []struct {
		name    string
		event   NewEvent
		status  Status // Accepted unless given
		code    Code
		pointer string
	}{
		{name: "an event", event: good()},
		{name: "a UUID of another version", event: with(func(e *NewEvent) { e.ID = "00000000-0000-4000-8000-000000000001" })},
		{name: "an order", event: sold(func(o *NewOrder) { o.ExternalID = "1002" })},
		{name: "an order of no value", event: sold(func(o *NewOrder) { o.ExternalID, o.ValueMinor = "1003", value(0) })},
		{name: "an order of the highest value", event: sold(func(o *NewOrder) { o.ExternalID, o.ValueMinor = "1004", value(MaxValueMinor) })},
		{name: "a refund", event: s.purchase(Refund, lamp, "2026-11-22T13:00:00Z", "1002", "EUR", 100)},
		{name: "a second refund of it", event: s.purchase(Refund, lamp, "2026-11-22T13:00:00Z", "1002", "EUR", 100)},
		{name: "four minutes ahead", event: with(func(e *NewEvent) { e.OccurredAt = "2026-11-22T13:09:00Z" })},
		{name: "as old as is kept", event: with(func(e *NewEvent) { e.OccurredAt = "2025-10-18T13:05:11Z" })},
		{name: "with another offset", event: with(func(e *NewEvent) { e.OccurredAt = "2026-11-22T18:50:00+05:45" })},

		{"no id", with(func(e *NewEvent) { e.ID = "" }), Rejected, Invalid, "/id"},
		{"an id in capitals", with(func(e *NewEvent) { e.ID = strings.ToUpper("00000000-0000-4000-8000-00000000000a") }), Rejected, Invalid, "/id"},
		{"no type", with(func(e *NewEvent) { e.Type = "" }), Rejected, Invalid, "/type"},
		{"a type that is none", with(func(e *NewEvent) { e.Type = "Click" }), Rejected, Invalid, "/type"},
		{"a channel that is none", with(func(e *NewEvent) { e.Channel = "etsy" }), Rejected, Invalid, "/channel"},
		{"an asset's id that is none", with(func(e *NewEvent) { e.AssetID = "lamp" }), Rejected, Invalid, "/asset_id"},
		{"a time without offset", with(func(e *NewEvent) { e.OccurredAt = "2026-11-22T13:05:02" }), Rejected, Invalid, "/occurred_at"},
		{"a number of seconds", with(func(e *NewEvent) { e.OccurredAt = "1795352702" }), Rejected, Invalid, "/occurred_at"},
		{"a view with an order", with(func(e *NewEvent) { e.Order = order }), Rejected, Invalid, "/order"},
		{"a conversion without one", with(func(e *NewEvent) { e.Type = "conversion" }), Rejected, Invalid, "/order"},
		{"a refund without one", with(func(e *NewEvent) { e.Type = "refund" }), Rejected, Invalid, "/order"},
		{"an order without a number", sold(func(o *NewOrder) { o.ExternalID = " " }), Rejected, Invalid, "/order/external_id"},
		{"an order's number that is too long", sold(func(o *NewOrder) { o.ExternalID = strings.Repeat("x", MaxExternalID+1) }), Rejected, Invalid, "/order/external_id"},
		{"a currency that is none", sold(func(o *NewOrder) { o.Currency = "eur" }), Rejected, Invalid, "/order/currency"},
		{"a sign", sold(func(o *NewOrder) { o.Currency = "€" }), Rejected, Invalid, "/order/currency"},
		{"no value", sold(func(o *NewOrder) { o.ValueMinor = nil }), Rejected, Invalid, "/order/value_minor"},
		{"a value below zero", sold(func(o *NewOrder) { o.ValueMinor = value(-1) }), Rejected, Invalid, "/order/value_minor"},
		{"a value too high", sold(func(o *NewOrder) { o.ValueMinor = value(MaxValueMinor + 1) }), Rejected, Invalid, "/order/value_minor"},
		{"the highest number", sold(func(o *NewOrder) { o.ValueMinor = value(math.MaxInt64) }), Rejected, Invalid, "/order/value_minor"},
		{"an asset that is not there", with(func(e *NewEvent) { e.AssetID = s.id().String() }), Rejected, UnknownAsset, ""},
		{"more than five minutes ahead", with(func(e *NewEvent) { e.OccurredAt = "2026-11-22T13:10:11.001Z" }), Rejected, InFuture, ""},
		{"older than what is kept", with(func(e *NewEvent) { e.OccurredAt = "2025-10-18T13:05:10.999Z" }), Rejected, TooOld, ""},
		{"of the year 1", with(func(e *NewEvent) { e.OccurredAt = "0001-01-01T00:00:00Z" }), Rejected, TooOld, ""},
		{"of the year 9999", with(func(e *NewEvent) { e.OccurredAt = "9999-12-31T23:59:59Z" }), Rejected, InFuture, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := s.send(c.event, good())
			if c.status == "" {
				require.Equal(t, Report{Accepted: 2}, r)
				return
			}
			require.Equal(t, 1, r.Accepted, "the good one is kept")
			require.Equal(t, 1, r.Rejected)
			require.Len(t, r.Results, 1)
			got := r.Results[0]
			require.Equal(t, []any{0, c.status, c.code, c.pointer}, []any{got.Index, got.Status, got.Code, got.Pointer})
			require.NotEmpty(t, got.Detail)
			if c.pointer != "/id" {
				require.Equal(t, c.event.ID, got.ID.String())
			} else {
				require.Nil(t, got.ID)
			}
		})
	}
}

func TestAForeignAssetIsAsAbsent(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	e := s.event(View, lamp, "2026-11-22T13:00:00Z")
	r, err := s.Record(t.Context(), "bob", Posting{Events: []Posted{{Event: e}}}, idempotency.Key{})
	require.NoError(t, err)
	require.Equal(t, UnknownAsset, r.Results[0].Code)
	require.Empty(t, s.store.book("bob").events)
}

func TestAllMistakesOfAnEventAreTold(t *testing.T) {
	s := newScene(t)
	r := s.send(NewEvent{Order: &NewOrder{}})
	require.Equal(t, "/id", r.Results[0].Pointer)
	for _, name := range []string{"/id ", "/asset_id ", "/type ", "/channel ", "/occurred_at ", "/order "} {
		require.Contains(t, r.Results[0].Detail, name)
	}
}

func TestWhatCouldNotBeReadIsRejectedWithItsMistakes(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	unread := Posted{
		Event:    NewEvent{ID: s.id().String()},
		Mistakes: []fault.Field{{Name: "/order/value_minor", Detail: "must be a whole number of at most 64 bits."}},
	}
	r, err := s.Record(t.Context(), owner, Posting{Events: []Posted{unread, {Event: s.event(View, lamp, "2026-11-22T13:00:00Z")}}}, idempotency.Key{})
	require.NoError(t, err)
	require.Equal(t, 1, r.Accepted)
	require.Equal(t, Result{
		Index: 0, ID: r.Results[0].ID, Status: Rejected, Code: Invalid,
		Pointer: "/order/value_minor", Detail: "/order/value_minor must be a whole number of at most 64 bits.",
	}, r.Results[0])
}

func TestAnEventCountsOnce(t *testing.T) {
	s := newScene(t)
	lamp, vase := s.asset(Image, "2026-01-01T00:00:00Z"), s.asset(Image, "2026-01-01T00:00:00Z")
	first := s.event(View, lamp, "2026-11-22T13:00:00Z")
	changed := func(change func(*NewEvent)) NewEvent {
		e := first
		change(&e)
		return e
	}
	require.Equal(t, 1, s.send(first).Accepted)

	for name, c := range map[string]struct {
		event  NewEvent
		status Status
	}{
		"as it was":                       {first, Duplicate},
		"the same time written otherwise": {changed(func(e *NewEvent) { e.OccurredAt = "2026-11-22T14:00:00.000+01:00" }), Duplicate},
		"another time":                    {changed(func(e *NewEvent) { e.OccurredAt = "2026-11-22T13:00:00.001Z" }), Conflict},
		"another type":                    {changed(func(e *NewEvent) { e.Type = "click" }), Conflict},
		"another channel":                 {changed(func(e *NewEvent) { e.Channel = "amazon" }), Conflict},
		"another asset":                   {changed(func(e *NewEvent) { e.AssetID = vase.String() }), Conflict},
		"an asset that is not there":      {changed(func(e *NewEvent) { e.AssetID = s.id().String() }), Conflict},
	} {
		t.Run(name, func(t *testing.T) {
			r := s.send(c.event)
			require.Equal(t, c.status, r.Results[0].Status)
			require.Empty(t, r.Results[0].Code)
			require.Equal(t, Report{
				Duplicate: r.Duplicate, Rejected: 1 - r.Duplicate, Results: r.Results,
			}, r, "a conflict counts as rejected")
		})
	}
	require.Len(t, s.store.book(owner).events, 1)
}

func TestAnotherOrderUnderTheSameIDIsAConflict(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	first := s.purchase(Refund, lamp, "2026-11-22T13:00:00Z", "1001", "EUR", 100)
	require.Equal(t, 1, s.send(first).Accepted)
	for name, change := range map[string]func(*NewOrder){
		"number":   func(o *NewOrder) { o.ExternalID = "1002" },
		"currency": func(o *NewOrder) { o.Currency = "USD" },
		"value":    func(o *NewOrder) { o.ValueMinor = new(int64(101)) },
	} {
		e, order := first, *first.Order
		change(&order)
		e.Order = &order
		require.Equal(t, Conflict, s.send(e).Results[0].Status, name)
	}
	require.Equal(t, Duplicate, s.send(first).Results[0].Status)
}

func TestARetryWithAnotherTimeOfSendingIsTheSameEvent(t *testing.T) {
	s := newScene(t)
	e := s.event(View, s.asset(Image, "2026-01-01T00:00:00Z"), "2026-11-22T13:00:00Z")
	send := func(sentAt string) Report {
		r, err := s.Record(t.Context(), owner, Posting{SentAt: &sentAt, Events: []Posted{{Event: e}}}, idempotency.Key{})
		require.NoError(t, err)
		return r
	}
	require.Equal(t, 1, send("2026-11-22T13:05:00Z").Accepted)
	s.now = s.now.Add(time.Minute)
	require.Equal(t, 1, send("2026-11-22T13:05:30Z").Duplicate)
}

func TestAnOrderCountsOnceForAnAsset(t *testing.T) {
	s := newScene(t)
	lamp, vase := s.asset(Image, "2026-01-01T00:00:00Z"), s.asset(Image, "2026-01-01T00:00:00Z")
	sale := func(asset ident.ID, order string) NewEvent {
		return s.purchase(Conversion, asset, "2026-11-22T13:00:00Z", order, "EUR", 100)
	}
	require.Equal(t, 1, s.send(sale(lamp, "1001")).Accepted)
	again := s.send(sale(lamp, "1001"))
	require.Equal(t, 1, again.Duplicate)
	require.Equal(t, Duplicate, again.Results[0].Status)

	elsewhere := sale(lamp, "1001")
	elsewhere.Channel = string(Amazon)
	r := s.send(sale(lamp, "1002"), sale(vase, "1001"), elsewhere)
	require.Equal(t, 3, r.Accepted, "another order, another asset, another channel")
}

// TestABatchIsJudgedAsIfOneCameAfterTheOther is about ids and orders that repeat within it.
func TestABatchIsJudgedAsIfOneCameAfterTheOther(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	first := s.event(View, lamp, "2026-11-22T13:00:00Z")
	other := first
	other.Type = "click"
	lost := s.event(View, s.id(), "2026-11-22T13:00:00Z")
	found := lost
	found.AssetID = lamp.String()
	sale := s.purchase(Conversion, lamp, "2026-11-22T13:00:00Z", "1001", "EUR", 100)
	twin := s.purchase(Conversion, lamp, "2026-11-22T13:01:00Z", "1001", "EUR", 100)

	r := s.send(first, first, other, lost, found, sale, twin, NewEvent{})
	require.Equal(t, [3]int{3, 2, 3}, [3]int{r.Accepted, r.Duplicate, r.Rejected})
	var got []any
	for _, result := range r.Results {
		got = append(got, result.Index, result.Status)
	}
	require.Equal(t, []any{1, Duplicate, 2, Conflict, 3, Rejected, 6, Duplicate, 7, Rejected}, got, "by index")
}

func TestTheSendersClockIsCorrected(t *testing.T) {
	now := instant(t, "2026-11-22T13:05:11Z")
	for _, c := range []struct {
		name, sent, occurred string
		at                   string
		code                 Code
	}{
		{"an hour slow", "2026-11-22T12:05:11Z", "2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z", ""},
		{"an hour fast", "2026-11-22T14:05:11Z", "2026-11-22T14:05:11Z", "2026-11-22T13:05:11Z", ""},
		{"a fast clock, in the future by itself", "2026-11-23T13:05:11Z", "2026-11-23T13:00:00Z", "2026-11-22T13:00:00Z", ""},
		{"24 hours off", "2026-11-21T13:05:11Z", "2026-11-21T13:05:00Z", "2026-11-22T13:05:00Z", ""},
		{"more than 24 hours slow", "2026-11-21T13:05:10.999Z", "2026-11-21T13:05:00Z", "", ClockSkew},
		{"more than 24 hours fast", "2026-11-23T13:05:11.001Z", "2026-11-22T13:05:00Z", "", ClockSkew},
		{"centuries off", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "", ClockSkew},
		{"sent before it occurred, by little", "2026-11-22T13:05:11Z", "2026-11-22T13:10:11Z", "2026-11-22T13:05:11Z", ""},
		{"sent before it occurred, by more", "2026-11-22T13:05:11Z", "2026-11-22T13:10:11.001Z", "", InFuture},
		{"to the millisecond", "2026-11-22T13:05:11Z", "2026-11-22T13:05:10.9999Z", "2026-11-22T13:05:10.999Z", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Posting{SentAt: &c.sent, Events: make([]Posted, 1)}.arrive(now, now.Add(-400*day))
			require.NoError(t, err)
			at, code := a.place(instant(t, c.occurred))
			require.Equal(t, c.code, code)
			if code == "" {
				require.Equal(t, instant(t, c.at), at)
			}
		})
	}
}

func TestAPostingThatCannotBeMeantIsRefusedAsAWhole(t *testing.T) {
	s := newScene(t)
	garbled := "yesterday"
	for name, c := range map[string]struct {
		posting Posting
		want    []string
	}{
		"no events":       {Posting{}, []string{"/events " + content.OutOfRange}},
		"too many":        {Posting{Events: make([]Posted, MaxEvents+1)}, []string{"/events " + content.OutOfRange}},
		"a bad time":      {Posting{SentAt: &garbled, Events: make([]Posted, 1)}, []string{"/sent_at " + InvalidTime}},
		"both, both told": {Posting{SentAt: &garbled}, []string{"/events " + content.OutOfRange, "/sent_at " + InvalidTime}},
	} {
		_, err := s.Record(t.Context(), owner, c.posting, idempotency.Key{})
		require.Equal(t, fault.CodeValidation, fault.Of(err).Code, name)
		require.Equal(t, c.want, fields(err), name)
	}
	r, err := s.Record(t.Context(), owner, Posting{Events: make([]Posted, MaxEvents)}, idempotency.Key{})
	require.NoError(t, err)
	require.Equal(t, MaxEvents, r.Rejected)
}

func TestAKeyGivesTheFirstReportAgain(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	p := Posting{Events: []Posted{{Event: s.event(View, lamp, "2026-11-22T13:00:00Z")}, {Event: s.event(View, lamp, "2026-11-22T14:00:00Z")}}}
	key := idempotency.Key{Name: "batch-1", Now: s.now}
	first, err := s.Record(t.Context(), owner, p, key)
	require.NoError(t, err)
	require.Equal(t, [2]int{1, 1}, [2]int{first.Accepted, first.Rejected})
	require.False(t, first.Replayed)

	s.now = s.now.Add(time.Hour) // by now the second would be accepted
	again, err := s.Record(t.Context(), owner, p, key)
	require.NoError(t, err)
	require.True(t, again.Replayed)
	again.Replayed = false
	require.Equal(t, first, again)
	require.Len(t, s.store.book(owner).events, 1)
}

func TestAPostingThatHadNoEffectMayBeTriedAgainWithItsKey(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	p := Posting{Events: []Posted{{Event: s.event(View, lamp, "2026-11-22T14:00:00Z")}}}
	key := idempotency.Key{Name: "batch-1", Now: s.now}
	first, err := s.Record(t.Context(), owner, p, key)
	require.NoError(t, err)
	require.Equal(t, InFuture, first.Results[0].Code)

	s.now = s.now.Add(time.Hour)
	again, err := s.Record(t.Context(), owner, p, key)
	require.NoError(t, err)
	require.Equal(t, Report{Accepted: 1}, again)
}

func TestAReceiptThatIsNoneIsAnError(t *testing.T) {
	_, err := DecodeReport([]byte("[]"))
	require.Error(t, err)
}

func FuzzNewEvent(f *testing.F) {
	f.Add("00000000-0000-4000-8000-000000000001", "click", "shopify", "2026-11-22T13:00:00Z", "1001", "EUR", int64(100), false)
	f.Add("", "refund", "other", "2026-11-22T13:00:00+05:45", "", "eur", int64(-1), true)
	f.Fuzz(func(t *testing.T, id, kind, channel, at, order, currency string, minor int64, ordered bool) {
		n := NewEvent{ID: id, AssetID: id, Type: kind, Channel: channel, OccurredAt: at}
		if ordered {
			n.Order = &NewOrder{ExternalID: order, Currency: currency, ValueMinor: &minor}
		}
		e, _, err := n.event()
		if err != nil {
			require.NotEmpty(t, mistakesOf(err))
			return
		}
		require.Contains(t, EventTypes, e.Type)
		require.Contains(t, Channels, e.Channel)
		require.Equal(t, e.Type.ordered(), e.Order != nil)
		if e.Order != nil {
			require.GreaterOrEqual(t, e.Order.ValueMinor, int64(0))
			require.LessOrEqual(t, e.Order.ValueMinor, int64(MaxValueMinor))
		}
		again, _, err := n.event()
		require.NoError(t, err)
		require.Equal(t, e.Fingerprint, again.Fingerprint)
	})
}
