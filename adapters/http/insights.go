package http

import (
	"net/http"
	"time"

	"vitrine/core/insights"
	"vitrine/core/settings"
	"vitrine/core/zone"
)

// insightHandlers serve figures, and take the events that they are of.
type insightHandlers struct {
	service  *insights.Service
	settings *settings.Service
	counted  func(insights.Report)
}

func (h insightHandlers) stats(r *http.Request) (answer, error) {
	q := readQuery(r)
	ask := statsAsk(q)
	home, err := h.home(r, q, ask.TZ, ask.Check())
	if err != nil {
		return answer{}, err
	}
	s, err := h.service.Stats(r.Context(), ownerOf(r), home, ask)
	if err != nil {
		return answer{}, err
	}
	return figures(statsOf(s), s.Answer, func() sheet { return statsSheet(s) }), nil
}

func (h insightHandlers) chart(r *http.Request) (answer, error) {
	q := readQuery(r)
	ask := chartAsk(q)
	home, err := h.home(r, q, ask.TZ, ask.Check())
	if err != nil {
		return answer{}, err
	}
	c, err := h.service.Chart(r.Context(), ownerOf(r), home, ask)
	if err != nil {
		return answer{}, err
	}
	return figures(chartOf(c), c.Answer, func() sheet { return chartSheet(c) }), nil
}

func (h insightHandlers) topAssets(r *http.Request) (answer, error) {
	q := readQuery(r)
	ask := topAsk(q)
	home, err := h.home(r, q, "", ask.Check())
	if err != nil {
		return answer{}, err
	}
	t, err := h.service.TopAssets(r.Context(), ownerOf(r), home, ask)
	if err != nil {
		return answer{}, err
	}
	return figures(topOf(t, ask.Limit), t.Answer, func() sheet { return topSheet(t) }), nil
}

func (h insightHandlers) definitions(*http.Request) (answer, error) {
	return answer{status: http.StatusOK, body: definitions}, nil
}

// home judges the whole query, in which the core has found mistakes or none, and gives the zone of the owner's profile. It
// is not looked up where the question names a zone of its own; tz is empty for one that wants to know both.
func (h insightHandlers) home(r *http.Request, q *query, tz string, found error) (*time.Location, error) {
	q.adopt(found)
	if err := q.err(); err != nil || tz != "" {
		return time.UTC, err
	}
	d, err := h.settings.Find(r.Context(), ownerOf(r))
	if err != nil {
		return nil, err
	}
	return zone.Load(d.Value(settings.Timezone))
}

// figures answers with figures, as JSON or as a table.
func figures(body any, a insights.Answer, table func() sheet) answer {
	return answer{status: http.StatusOK, body: body, asOf: instant(a.AsOf), sheet: table}
}
