package contracttests

import (
	"context"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

// collected is when all events arrive, long after they happened; and they are remembered for long.
var (
	collected = noon.AddDate(1, 0, 0)
	always    = insights.Rules{Retention: 100 * 365 * insights.UTCDay}
)

// event is one on the asset, as a collector sends it.
func (s *scene) event(kind insights.EventType, asset ident.ID, at time.Time) insights.NewEvent {
	return insights.NewEvent{
		ID: s.newID().String(), Type: string(kind), AssetID: asset.String(), Channel: string(insights.Shopify),
		OccurredAt: at.UTC().Format("2006-01-02T15:04:05.000Z"),
	}
}

// purchase is a conversion or a refund.
func (s *scene) purchase(
	kind insights.EventType, asset ident.ID, at time.Time, order string, currency insights.Currency, minor int64,
) insights.NewEvent {
	e := s.event(kind, asset, at)
	e.Order = &insights.NewOrder{ExternalID: order, Currency: string(currency), ValueMinor: &minor}
	return e
}

// overhearing notes the batch that a store is given, and the key.
type overhearing struct {
	insights.Events
	batch insights.Batch
}

func (o *overhearing) Insert(
	ctx context.Context, owner ident.Owner, b insights.Batch, key idempotency.Key,
) (insights.Report, error) {
	o.batch = b
	return o.Events.Insert(ctx, owner, b, key)
}

// post sends events by the rules of the module, which make a batch of them: nobody else can.
func (s *scene) post(
	ctx context.Context, key idempotency.Key, events ...insights.NewEvent,
) (insights.Batch, insights.Report, error) {
	store := &overhearing{Events: s.Events}
	service := insights.NewService(insights.Ports{Events: store}, fixed(collected), always)
	var p insights.Posting
	for _, e := range events {
		p.Events = append(p.Events, insights.Posted{Event: e})
	}
	report, err := service.Record(ctx, s.owner, p, key)
	return store.batch, report, err
}

// journal is what an owner's figures must come to: the events accepted so far, as core judges them.
type journal struct {
	*scene

	facts    insights.Facts
	accepted []insights.Event
}

func (s *scene) journal() *journal {
	return &journal{scene: s, facts: insights.Facts{
		Assets: map[ident.ID]insights.AssetType{},
		Events: map[ident.ID]insights.Fingerprint{},
		Orders: map[insights.OrderKey]bool{},
	}}
}

// happened sends events and expects the report that core makes of them.
func (j *journal) happened(events ...insights.NewEvent) insights.Report {
	j.Helper()
	batch, report, err := j.post(j.ctx, noKey, events...)
	j.ok(err)
	j.same("the report", j.judged(batch), report, alike)
	return report
}

// judged is what core makes of the batch; what it accepts is known from then on.
func (j *journal) judged(b insights.Batch) insights.Report {
	j.Helper()
	for _, e := range b.Events {
		if a, err := j.Assets.Find(j.ctx, j.owner, e.AssetID); err == nil {
			j.facts.Assets[e.AssetID] = insights.AssetType(a.Type)
		} else {
			j.absent(err)
			delete(j.facts.Assets, e.AssetID)
		}
	}
	outcomes := j.facts.Judge(b.Events)
	j.learn(b.Accepted(outcomes))
	return b.Report(outcomes)
}

// learn is what accepted events add to what is known.
func (j *journal) learn(accepted []insights.Event) {
	for _, e := range accepted {
		j.facts.Events[e.ID] = e.Fingerprint
		if key, ok := e.OrderKey(); ok {
			j.facts.Orders[key] = true
		}
	}
	j.accepted = append(j.accepted, accepted...)
}

// poster adds an image asset of no project.
func (s *scene) poster() ident.ID {
	s.Helper()
	a := s.picture(nil)
	s.put(a)
	return a.ID
}
