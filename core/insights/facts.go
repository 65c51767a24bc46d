package insights

import (
	"maps"

	"vitrine/core/ident"
)

// Facts are what a store knows of the things that the events of a batch name.
type Facts struct {
	Assets map[ident.ID]AssetType   // those of the owner, the trash included
	Events map[ident.ID]Fingerprint // the remembered events with those ids
	Orders map[OrderKey]bool        // the remembered conversions with those orders
}

// Judge says what becomes of each event, as if they came one after another: what is accepted is known to the next. A
// store whose facts another call overtook judges again with the facts as they are then.
func (f Facts) Judge(events []Event) []Outcome {
	now := Facts{Assets: f.Assets, Events: map[ident.ID]Fingerprint{}, Orders: map[OrderKey]bool{}}
	maps.Copy(now.Events, f.Events)
	maps.Copy(now.Orders, f.Orders)
	outcomes := make([]Outcome, len(events))
	for i, e := range events {
		outcomes[i] = now.judge(e)
		if outcomes[i].Status == Accepted {
			now.learn(e)
		}
	}
	return outcomes
}

func (f Facts) judge(e Event) Outcome {
	if known, ok := f.Events[e.ID]; ok {
		if known == e.Fingerprint {
			return Outcome{Status: Duplicate}
		}
		return Outcome{Status: Conflict}
	}
	assetType, ok := f.Assets[e.AssetID]
	if !ok {
		return Outcome{Status: Rejected, Code: UnknownAsset}
	}
	if key, ok := e.OrderKey(); ok && f.Orders[key] {
		return Outcome{Status: Duplicate}
	}
	return Outcome{Status: Accepted, AssetType: assetType}
}

func (f Facts) learn(e Event) {
	f.Events[e.ID] = e.Fingerprint
	if key, ok := e.OrderKey(); ok {
		f.Orders[key] = true
	}
}
