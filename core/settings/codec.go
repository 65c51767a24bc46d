package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"vitrine/core/fault"
)

// stored is a document at rest, as a JSON object. A new member to choose, a new provider, and another value of what there
// is are no new schema: an older program carries along what it does not know, and serves as the default what it does not
// accept. Any other change of form or meaning, such as a further part of an integration, needs an upgrade from the form
// before, which makes it a new schema.
type stored struct {
	Schema       int                               `json:"schema"`
	Version      int64                             `json:"version"`
	Chosen       map[Member]leaf[string]           `json:"chosen,omitempty"`
	Integrations map[Provider]leaf[storedProvider] `json:"integrations,omitempty"`
}

type storedProvider struct {
	Status      Status    `json:"status"`
	Account     string    `json:"account,omitempty"`
	Reason      Reason    `json:"reason,omitempty"`
	ConnectedAt time.Time `json:"connected_at,omitzero"`
	UpdatedAt   time.Time `json:"updated_at,omitzero"`
}

// leaf is a value. Where something of another type is stored, it notes that, instead of failing the whole document.
type leaf[T any] struct {
	value      T
	unreadable bool
}

// UnmarshalJSON never fails.
func (l *leaf[T]) UnmarshalJSON(b []byte) error {
	l.unreadable = string(b) == "null" || json.Unmarshal(b, &l.value) != nil
	return nil
}

// MarshalJSON writes the value.
func (l leaf[T]) MarshalJSON() ([]byte, error) { return json.Marshal(l.value) }

// upgrade rewrites a document from one schema to the next, its number aside. It must be pure, and is never changed once
// released.
type upgrade func(document map[string]json.RawMessage) error

// upgrades are the steps between the schemas, the first from schema 1 to schema 2; so there is one schema more than
// steps. None has been needed yet.
var upgrades []upgrade

// Encode writes the document in its stored form, under the current schema. It fails with "dependency-unavailable" for a
// document that Decode found to be of a newer schema: this program cannot know what it would destroy. During a rolling
// update the same request succeeds on another server, or soon.
func (d Document) Encode() ([]byte, error) {
	if d.newer {
		return nil, fault.New(fault.Unavailable, fault.CodeUnavailable,
			"These settings were stored by a newer version of this server, which has to be the one that changes them; try again shortly.")
	}
	s := stored{
		Schema:       len(upgrades) + 1,
		Version:      d.Version,
		Chosen:       make(map[Member]leaf[string], len(d.Chosen)),
		Integrations: make(map[Provider]leaf[storedProvider], len(d.Integrations)),
	}
	for m, v := range d.Chosen {
		s.Chosen[m] = leaf[string]{value: v}
	}
	for p, it := range d.Integrations {
		s.Integrations[p] = leaf[storedProvider]{value: storedProvider(it)}
	}
	return json.Marshal(s)
}

// Decode reads a stored document of any schema. One of an older schema is upgraded; of one of a newer schema it gives
// what can be understood, for reading alone. A value that is not of its type is like a value that a rule forbids:
// Invalid names it. It fails only where no document can be made out.
func Decode(b []byte) (Document, error) { return decode(b, upgrades) }

func decode(b []byte, steps []upgrade) (Document, error) {
	s, err := read(b, steps)
	if err != nil {
		return Document{}, fmt.Errorf("stored settings are damaged: %w", err)
	}
	d := Document{Version: s.Version, newer: s.Schema > len(steps)+1}.Clone()
	for m, l := range s.Chosen {
		if l.unreadable {
			d.unreadable = append(d.unreadable, m)
		} else {
			d.Chosen[m] = l.value
		}
	}
	for p, l := range s.Integrations {
		if l.unreadable {
			d.unreadable = append(d.unreadable, p.object())
		} else {
			d.Integrations[p] = Integration(l.value)
		}
	}
	return d, nil
}

// read reads the stored form, upgraded where it is old.
func read(b []byte, steps []upgrade) (stored, error) {
	var s stored
	err := json.Unmarshal(b, &s)
	switch {
	case s.Schema > len(steps)+1:
		// A newer form may have other types; what they leave empty is the default, as far as this program can tell.
		var mismatch *json.UnmarshalTypeError
		if errors.As(err, &mismatch) {
			err = nil
		}
	case s.Schema >= 1 && s.Schema <= len(steps):
		s, err = upgraded(b, steps[s.Schema-1:])
	}
	switch {
	case err != nil:
		return stored{}, err
	case s.Schema < 1 || s.Version < 0:
		return stored{}, fmt.Errorf("schema %d, version %d", s.Schema, s.Version)
	}
	return s, nil
}

// upgraded takes the document through the steps. The schema it names stays the old one; nobody looks at it again.
func upgraded(b []byte, steps []upgrade) (s stored, err error) {
	var document map[string]json.RawMessage
	if err := json.Unmarshal(b, &document); err != nil {
		return stored{}, err
	}
	for _, step := range steps {
		if err := step(document); err != nil {
			return stored{}, err
		}
	}
	if b, err = json.Marshal(document); err != nil {
		return stored{}, err
	}
	err = json.Unmarshal(b, &s)
	return s, err
}
