package insights

// Definition says what a metric is, for people and for programs.
type Definition struct {
	Metric                 Metric
	Kind                   Kind
	Unit                   string // what one of it is
	Description            string
	Numerator, Denominator Metric // of a ratio
}

// Definitions are the definitions of all metrics, in the order in which answers list them. The thresholds of an
// impression are those of the viewable impression of the Media Rating Council and the IAB.
var Definitions = []Definition{
	{
		Metric: Impressions, Kind: KindCount, Unit: "impression",
		Description: "At least half of the asset was visible for one second, or a video played for two seconds; counted once for each placement and page view.",
	},
	{
		Metric: Views, Kind: KindCount, Unit: "view",
		Description: "The asset was consumed: it was opened, or played for two seconds.",
	},
	{
		Metric: Clicks, Kind: KindCount, Unit: "click",
		Description: "A link was followed from the asset.",
	},
	{
		Metric: CTR, Kind: KindRatio, Unit: "fraction", Numerator: Clicks, Denominator: Impressions,
		Description: "Clicks divided by impressions.",
	},
	{
		Metric: Conversions, Kind: KindCount, Unit: "order",
		Description: "Distinct orders credited to the asset, each counted once for its channel, its number there and the asset. A refund takes none away.",
	},
	{
		Metric: ConversionRate, Kind: KindRatio, Unit: "fraction", Numerator: Conversions, Denominator: Clicks,
		Description: "Conversions divided by clicks.",
	},
	{
		Metric: Refunds, Kind: KindCount, Unit: "refund",
		Description: "Refunds of orders, in part or in full, each at the time of the refund.",
	},
	{
		Metric: Revenue, Kind: KindMoney, Unit: "minor unit",
		Description: "The value of conversions less that of refunds, each at its own time, by currency; currencies are never added.",
	},
	{
		Metric: AssetsCreated, Kind: KindCount, Unit: "asset",
		Description: "Assets that were created, copies aside. Known without any channel.",
	},
	{
		Metric: ProjectsCreated, Kind: KindCount, Unit: "project",
		Description: "Projects that were created. Known without any channel; it has neither a channel nor an asset type.",
	},
}

// Kind is the kind of the metric.
func (m Metric) Kind() Kind { return definitionOf(m).Kind }

// definitionOf finds the definition of a metric.
func definitionOf(m Metric) Definition {
	for _, d := range Definitions {
		if d.Metric == m {
			return d
		}
	}
	return Definition{}
}
