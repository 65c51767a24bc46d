package elastic

import (
	"context"
	"math"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Leaders implements insights.Leaders.
type Leaders struct {
	client *Client
	alias  string
}

var _ insights.Leaders = (*Leaders)(nil)

// NewLeaders makes the search of the counters that the client's cluster has indexed.
func NewLeaders(c *Client) *Leaders {
	return &Leaders{client: c, alias: readAlias(c.prefix + countersSuffix)}
}

// Lead implements insights.Leaders. An owner's rows are in one shard, so the buckets are the right ones.
func (s *Leaders) Lead(ctx context.Context, owner ident.Owner, q insights.RankQuery) ([]insights.Ranked, int64, bool, error) {
	var found leadersAnswer
	if err := s.client.search(ctx, s.alias, owner, leadersOf(owner, q), &found); err != nil {
		return nil, 0, false, err
	}
	a := found.Aggregations
	if a.Values == nil || a.Elsewhere == nil || a.Assets == nil {
		return nil, 0, false, translate(errGarbled)
	}
	if a.Elsewhere.Documents > 0 || !a.Values.exact() {
		return nil, 0, false, nil
	}
	rows := make([]insights.Ranked, 0, len(a.Assets.Buckets))
	for _, b := range a.Assets.Buckets {
		row, err := b.row()
		if err != nil {
			return nil, 0, false, translate(err)
		}
		if row.Count != 0 {
			rows = append(rows, row)
		}
	}
	if n := len(a.Assets.Buckets); len(rows) < n && n == q.Limit { // others would take the places of zeros
		return nil, 0, false, nil
	}
	return rows, int64(a.Values.Sum), true, nil
}

// leadersOf writes the search for the assets with the highest values, and for what vouches for them.
func leadersOf(owner ident.Owner, q insights.RankQuery) object {
	value := object{"field": metricFields[q.Metric]}
	return object{
		"query": all(countersOf(owner, q)), "size": 0, "track_total_hits": false,
		"aggs": object{
			"values":    object{"stats": value},
			"elsewhere": object{"filter": object{"bool": object{"must_not": term(fieldZone, q.Days.Zone.String())}}},
			"assets": object{
				"terms": object{
					"field": fieldAsset, "size": q.Limit, "order": []object{{"value": "desc"}, {"_key": "asc"}},
				},
				"aggs": object{
					"value": object{"sum": value},
					"type":  object{"terms": object{"field": fieldAssetType, "size": 1}},
				},
			},
		},
	}
}

// countersOf are the conditions of what counts.
func countersOf(owner ident.Owner, q insights.RankQuery) []object {
	days := object{"gte": q.Days.From.Format(time.DateOnly), "lt": q.Days.Until.Format(time.DateOnly)}
	list := []object{
		term(fieldOwner, string(owner)), {"range": object{fieldDay: days}}, {"exists": object{"field": metricFields[q.Metric]}},
	}
	if q.Metric.Kind() == insights.KindMoney {
		list = append(list, term(fieldCurrency, q.Currency))
	}
	if len(q.Filter.Channels) > 0 {
		list = append(list, object{"terms": object{fieldChannel: q.Filter.Channels}})
	}
	if len(q.Filter.AssetTypes) > 0 {
		list = append(list, object{"terms": object{fieldAssetType: q.Filter.AssetTypes}})
	}
	return list
}

// leadersAnswer has a bucket for each asset.
type leadersAnswer struct {
	completeness
	Aggregations struct {
		Values    *stats `json:"values"`
		Elsewhere *struct {
			Documents int64 `json:"doc_count"`
		} `json:"elsewhere"`
		Assets *struct {
			Buckets []leader `json:"buckets"`
		} `json:"assets"`
	} `json:"aggregations"`
}

// stats are of the values of all counters; those of none have neither least nor greatest.
type stats struct {
	Count float64 `json:"count"`
	Min   float64 `json:"min"`
	Max   float64 `json:"max"`
	Sum   float64 `json:"sum"`
}

// exact reports whether no sum of any of the values can have been rounded: Elasticsearch adds up in floats.
func (s stats) exact() bool {
	const whole = 1 << 53
	return s.Count*max(math.Abs(s.Min), math.Abs(s.Max)) < whole
}

// leader is the bucket of an asset.
type leader struct {
	Key   string `json:"key"`
	Value *struct {
		Value float64 `json:"value"`
	} `json:"value"`
	Type struct {
		Buckets []struct {
			Key insights.AssetType `json:"key"`
		} `json:"buckets"`
	} `json:"type"`
}

func (l leader) row() (insights.Ranked, error) {
	id, err := ident.ParseID(l.Key)
	if err != nil || l.Value == nil || len(l.Type.Buckets) == 0 {
		return insights.Ranked{}, errGarbled
	}
	return insights.Ranked{AssetID: id, AssetType: l.Type.Buckets[0].Key, Count: int64(l.Value.Value)}, nil
}
