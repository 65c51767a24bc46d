package insights

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// MaxEvents is how many events a posting may hold.
const MaxEvents = 1000

// Status is what became of an event.
type Status string

// The statuses.
const (
	Accepted  Status = "accepted"
	Duplicate Status = "duplicate" // counted already: the same id with the same content, or the same order
	Conflict  Status = "conflict"  // the id is that of an event with other content, which stays
	Rejected  Status = "rejected"
)

// Code says why an event was rejected.
type Code string

// The codes.
const (
	Invalid      Code = "invalid"
	UnknownAsset Code = "unknown_asset" // absent, or somebody else's
	ClockSkew    Code = "clock_skew"
	InFuture     Code = "in_future"
	TooOld       Code = "too_old"
)

// Posting is a batch as it was sent. SentAt is nil where the sender did not say.
type Posting struct {
	SentAt *string
	Events []Posted
}

// Posted is one event of a posting, or the mistakes of one that could not even be read, each with a JSON Pointer from
// the event.
type Posted struct {
	Event    NewEvent
	Mistakes []fault.Field
}

// Batch are the events of a posting that a store has to judge, in the order given, beside those that need no store.
type Batch struct {
	Events []Event

	places  []int // of each event in the posting
	refused []Result
}

// Outcome is what became of an event of a batch.
type Outcome struct {
	Status    Status
	Code      Code      // where it was rejected
	AssetType AssetType // where it was accepted
}

// Result is what became of an event that was not accepted.
type Result struct {
	Index   int       `json:"index"`
	ID      *ident.ID `json:"id,omitempty"` // nil where it has none that can be read
	Status  Status    `json:"status"`
	Code    Code      `json:"code,omitempty"`
	Pointer string    `json:"pointer,omitempty"` // from the event; of the first mistake
	Detail  string    `json:"detail"`
}

// Report is what became of a posting. A conflict counts as rejected; Results are of all that was not accepted, by index.
type Report struct {
	Accepted  int      `json:"accepted"`
	Duplicate int      `json:"duplicate"`
	Rejected  int      `json:"rejected"`
	Results   []Result `json:"results"`

	Replayed bool `json:"-"` // it is that of an earlier request with the same key
}

// Receipt is what is kept of the report beside an idempotency key: nothing where no event was accepted, since that had no
// effect and may be tried again.
func (r Report) Receipt() (idempotency.Receipt, error) {
	if r.Accepted == 0 {
		return idempotency.Receipt{}, nil
	}
	encoded, err := json.Marshal(r)
	return idempotency.Receipt{Results: encoded}, err
}

// DecodeReport reads the report of a receipt, for a request that is replayed.
func DecodeReport(b []byte) (Report, error) {
	r := Report{Replayed: true}
	if err := json.Unmarshal(b, &r); err != nil {
		return Report{}, fmt.Errorf("decode a kept report: %w", err)
	}
	return r, nil
}

// batch judges each event by itself.
func (p Posting) batch(a arrival) Batch {
	var b Batch
	for i, posted := range p.Events {
		e, refused := posted.judge(a)
		if refused != nil {
			refused.Index = i
			b.refused = append(b.refused, *refused)
			continue
		}
		b.Events, b.places = append(b.Events, e), append(b.places, i)
	}
	return b
}

// judge makes the event, or says why it is refused whatever the store knows.
func (p Posted) judge(a arrival) (Event, *Result) {
	mistakes := p.Mistakes
	e, occurredAt, err := p.Event.event()
	if err != nil && len(mistakes) == 0 {
		mistakes = mistakesOf(err)
	}
	if len(mistakes) > 0 {
		r := invalid(mistakes)
		if id, err := ident.ParseID(p.Event.ID); err == nil {
			r.ID = &id
		}
		return Event{}, r
	}
	at, code := a.place(occurredAt)
	if code != "" {
		return Event{}, &Result{ID: &e.ID, Status: Rejected, Code: code, Detail: details[code]}
	}
	e.At = at
	return e, nil
}

// invalid names the first mistake, and tells of all.
func invalid(mistakes []fault.Field) *Result {
	r := Result{Status: Rejected, Code: Invalid, Pointer: mistakes[0].Name}
	for _, m := range mistakes {
		r.Detail += " " + strings.TrimSpace(m.Name+" "+m.Detail) // the event as a whole has no name
	}
	r.Detail = strings.TrimSpace(r.Detail)
	return &r
}

// Accepted are the events that were accepted, with the types of their assets.
func (b Batch) Accepted(outcomes []Outcome) []Event {
	var kept []Event
	for i, o := range outcomes {
		if o.Status == Accepted {
			e := b.Events[i]
			e.AssetType = o.AssetType
			kept = append(kept, e)
		}
	}
	return kept
}

// Report tells of the whole posting, given what became of each event of the batch.
func (b Batch) Report(outcomes []Outcome) Report {
	r := Report{Rejected: len(b.refused), Results: slices.Clone(b.refused)}
	for i, o := range outcomes {
		switch o.Status {
		case Accepted:
			r.Accepted++
			continue
		case Duplicate:
			r.Duplicate++
		default:
			r.Rejected++
		}
		id := b.Events[i].ID
		r.Results = append(r.Results, Result{
			Index: b.places[i], ID: &id, Status: o.Status, Code: o.Code, Detail: o.detail(),
		})
	}
	slices.SortFunc(r.Results, func(x, y Result) int { return x.Index - y.Index })
	return r
}

// details are the sentences for people.
var details = map[Code]string{
	UnknownAsset: "There is no asset with this id.",
	ClockSkew:    "The sender's clock is more than 24 hours off; sent_at must be the time of sending.",
	InFuture:     "It lies more than 5 minutes in the future.",
	TooOld:       "It is older than the events that are kept.",
}

func (o Outcome) detail() string {
	switch o.Status {
	case Duplicate:
		return "It is counted already."
	case Conflict:
		return "An event with this id and other content is there; it stays as it is."
	default:
		return details[o.Code]
	}
}
