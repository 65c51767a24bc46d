package insights

// Metric is the name of what is counted.
type Metric string

// The metrics; Definitions says what each is.
const (
	Impressions     Metric = "impressions"
	Views           Metric = "views"
	Clicks          Metric = "clicks"
	CTR             Metric = "ctr"
	Conversions     Metric = "conversions"
	ConversionRate  Metric = "conversion_rate"
	Refunds         Metric = "refunds"
	Revenue         Metric = "revenue"
	AssetsCreated   Metric = "assets_created"
	ProjectsCreated Metric = "projects_created"
)

// Metrics are all metrics, in the order of Definitions.
var Metrics = []Metric{
	Impressions, Views, Clicks, CTR, Conversions, ConversionRate, Refunds, Revenue, AssetsCreated, ProjectsCreated,
}

// RankedMetrics are those that assets can be ranked by.
var RankedMetrics = []Metric{Impressions, Views, Clicks, CTR, Conversions, ConversionRate, Refunds, Revenue}

// Kind says what a metric's values are and how they add up.
type Kind string

// The kinds.
const (
	KindCount Kind = "count" // whole numbers, which add up
	KindRatio Kind = "ratio" // a fraction, the sum of numerators over the sum of denominators
	KindMoney Kind = "money" // minor units by currency, which add up within their currency and never across
)

// fromEvents reports whether the metric is counted from events; the others are counted from the record itself.
func (m Metric) fromEvents() bool { return m != AssetsCreated && m != ProjectsCreated }

// Dimension is what figures can be grouped by; the empty one does not group.
type Dimension string

// The dimensions.
const (
	ByChannel   Dimension = "channel"
	ByAssetType Dimension = "asset_type"
)

// Dimensions are all dimensions.
var Dimensions = []Dimension{ByChannel, ByAssetType}
