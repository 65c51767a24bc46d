package insights

import (
	"crypto/sha256"
	"fmt"
	"time"

	"vitrine/core/ident"
)

// EventType is what happened to an asset.
type EventType string

// The types of events.
const (
	Impression EventType = "impression"
	View       EventType = "view"
	Click      EventType = "click"
	Conversion EventType = "conversion"
	Refund     EventType = "refund"
)

// EventTypes are all types of events.
var EventTypes = []EventType{Impression, View, Click, Conversion, Refund}

// ordered reports whether events of the type carry an order.
func (t EventType) ordered() bool { return t == Conversion || t == Refund }

// Channel is where an event happened.
type Channel string

// The channels.
const (
	Shopify      Channel = "shopify"
	Amazon       Channel = "amazon"
	TikTok       Channel = "tiktok"
	Direct       Channel = "direct"
	OtherChannel Channel = "other"
)

// Channels are all channels.
var Channels = []Channel{Shopify, Amazon, TikTok, Direct, OtherChannel}

// AssetType is the kind of an asset.
type AssetType string

// The types of assets.
const (
	Image AssetType = "image"
	Video AssetType = "video"
	Text  AssetType = "text"
)

// AssetTypes are all types of assets.
var AssetTypes = []AssetType{Image, Video, Text}

// Order is what was bought or given back.
type Order struct {
	ExternalID string // the channel's own number of the order
	Currency   Currency
	ValueMinor int64 // 0 to MaxValueMinor
}

// Event is one thing that happened to an asset, as it is kept.
type Event struct {
	ID          ident.ID // unique to the owner
	Type        EventType
	AssetID     ident.ID
	AssetType   AssetType // empty until a store has found the asset
	Channel     Channel
	At          time.Time // corrected by the sender's clock
	Order       *Order    // of conversions and refunds, else nil
	Fingerprint Fingerprint
}

// Fingerprint tells two contents of one id apart. It is of what was sent, since the corrected time of an event that is
// sent again is another one.
type Fingerprint [16]byte

// fingerprint is that of e, which occurred at the time given by its sender.
func (e Event) fingerprint(occurredAt time.Time) Fingerprint {
	text := fmt.Sprintf("%s %s %s %d", e.Type, e.AssetID, e.Channel, occurredAt.UnixMilli())
	if e.Order != nil {
		text += fmt.Sprintf(" %s %d %q", e.Order.Currency, e.Order.ValueMinor, e.Order.ExternalID)
	}
	sum := sha256.Sum256([]byte(text))
	return Fingerprint(sum[:len(Fingerprint{})])
}

// OrderKey is the order of a conversion, which counts once for an asset whatever the number of events that tell of it.
type OrderKey struct {
	Channel    Channel
	ExternalID string
	AssetID    ident.ID
}

// OrderKey gives the key of a conversion; ok is false for all other events, refunds too.
func (e Event) OrderKey() (key OrderKey, ok bool) {
	if e.Type != Conversion {
		return OrderKey{}, false
	}
	return OrderKey{Channel: e.Channel, ExternalID: e.Order.ExternalID, AssetID: e.AssetID}, true
}
