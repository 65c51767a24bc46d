package http

import "net/http"

// route is one row of the table: where it is, and what holds there before its handler is asked.
type route struct {
	method, path string
	operation    string // operationId in openapi.yaml; empty for pages
	handle       func(*http.Request) (answer, error)
	public       bool      // served without knowing the caller
	query        bool      // takes query parameters; on all other rows any parameter is a mistake
	offers       []string  // media types that the answer may have, the usual one first; nil is JSON alone
	body         *bodyRule // nil: takes no body, and one that is sent is not read
}

// routes is everything that is served, first match first.
func (a *api) routes(s Services) []route {
	p := projectHandlers{service: s.Projects, retention: a.TrashRetention}
	g := assetHandlers{service: s.Gallery}
	u := settingsHandlers{service: s.Settings}
	i := insightHandlers{service: s.Insights, settings: s.Settings, counted: a.Counted}
	tables := []string{mediaJSON, mediaCSV}
	return append([]route{
		{method: http.MethodGet, path: "/api/v1/projects", operation: "listProjects", handle: p.list, query: true},
		{method: http.MethodGet, path: "/api/v1/projects/counts", operation: "countProjects", handle: p.count, query: true},
		{method: http.MethodPost, path: "/api/v1/projects", operation: "createProject", handle: p.create, body: jsonBody},
		{method: http.MethodPost, path: "/api/v1/projects/bulk", operation: "bulkProjects", handle: p.bulk, body: jsonBody},
		{method: http.MethodGet, path: "/api/v1/projects/{id}", operation: "getProject", handle: p.get},
		{method: http.MethodPatch, path: "/api/v1/projects/{id}", operation: "updateProject", handle: p.update, body: mergePatch},
		{method: http.MethodDelete, path: "/api/v1/projects/{id}", operation: "deleteProject", handle: p.remove, query: true},
		{method: http.MethodPost, path: "/api/v1/projects/{id}/restore", operation: "restoreProject", handle: p.restore, body: optionalBody},
		{method: http.MethodPost, path: "/api/v1/projects/{id}/duplicate", operation: "duplicateProject", handle: p.duplicate, body: optionalBody},

		{method: http.MethodGet, path: "/api/v1/assets", operation: "listAssets", handle: g.list, query: true},
		{method: http.MethodGet, path: "/api/v1/assets/counts", operation: "countAssets", handle: g.count, query: true},
		{method: http.MethodGet, path: "/api/v1/assets/fences", operation: "fenceAssets", handle: g.fences, query: true},
		{method: http.MethodPost, path: "/api/v1/assets", operation: "createAsset", handle: g.create, body: jsonBody},
		{method: http.MethodPost, path: "/api/v1/assets/batch", operation: "createAssets", handle: g.createAll, body: batchBody},
		{method: http.MethodPost, path: "/api/v1/assets/bulk", operation: "bulkAssets", handle: g.bulk, body: jsonBody},
		{method: http.MethodGet, path: "/api/v1/assets/{id}", operation: "getAsset", handle: g.get},
		{method: http.MethodPatch, path: "/api/v1/assets/{id}", operation: "updateAsset", handle: g.update, body: mergePatch},
		{method: http.MethodDelete, path: "/api/v1/assets/{id}", operation: "deleteAsset", handle: g.remove},
		{method: http.MethodPost, path: "/api/v1/assets/{id}/restore", operation: "restoreAsset", handle: g.restore, body: optionalBody},

		{method: http.MethodGet, path: "/api/v1/insights/stats", operation: "getStats", handle: i.stats, query: true, offers: tables},
		{method: http.MethodGet, path: "/api/v1/insights/charts", operation: "getChart", handle: i.chart, query: true, offers: tables},
		{method: http.MethodGet, path: "/api/v1/insights/top-assets", operation: "listTopAssets", handle: i.topAssets, query: true, offers: tables},
		{method: http.MethodGet, path: "/api/v1/insights/definitions", operation: "getDefinitions", handle: i.definitions},
		{method: http.MethodPost, path: "/api/v1/insights/events", operation: "recordEvents", handle: i.record, body: eventsBody},

		{method: http.MethodGet, path: "/api/v1/user", operation: "getUser", handle: a.user},
		{method: http.MethodGet, path: "/api/v1/user/settings", operation: "getSettings", handle: u.get},
		{method: http.MethodPatch, path: "/api/v1/user/settings", operation: "updateSettings", handle: u.update, body: mergePatch},
		{method: http.MethodGet, path: "/api/v1/user/settings/options", operation: "getSettingsOptions", handle: u.options},
		{method: http.MethodGet, path: "/api/v1/user/settings/audit", operation: "listSettingsAudit", handle: u.audit, query: true},
		{method: http.MethodGet, path: "/api/v1/openapi.yaml", operation: "getDescription", handle: description, public: true},
	}, a.pages()...)
}
