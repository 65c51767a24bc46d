package http

import (
	"net/http"

	"vitrine/core/fault"
	"vitrine/core/settings"
)

// settingsHandlers serve the settings of the owner: the profile, the preferences and the integrations.
type settingsHandlers struct {
	service *settings.Service
}

func (h settingsHandlers) get(r *http.Request) (answer, error) {
	d, err := h.service.Find(r.Context(), ownerOf(r))
	return settingsAnswer(d, err)
}

func (h settingsHandlers) update(r *http.Request) (answer, error) {
	match, err := ifMatch(r)
	if err != nil {
		return answer{}, err
	}
	body := readBody(r)
	p := settingsPatch(body)
	if p.NeedsPipeline() {
		if err := callerOf(r).requirePipeline("set status, account or reason of an integration"); err != nil {
			return answer{}, err
		}
	}
	if err := body.err(settingsMembers, p.Check()); err != nil {
		return answer{}, err
	}
	d, err := h.service.Update(r.Context(), ownerOf(r), p, match, actorOf(r, p))
	if f := fault.Of(err); f != nil && f.Kind == fault.Precondition {
		err = f.With("current", settingsOf(d))
	}
	return settingsAnswer(d, err)
}

// actorOf is in whose role the patch is sent. A service acts as the pipeline where only that may, and whenever it acts
// for somebody; a caller with the scope is else a person like any other.
func actorOf(r *http.Request, p settings.Patch) settings.Actor {
	if p.NeedsPipeline() || callerOf(r).acting {
		return settings.Pipeline
	}
	return settings.User
}

func (h settingsHandlers) options(*http.Request) (answer, error) {
	return answer{status: http.StatusOK, body: settingsOptions}, nil
}

func (h settingsHandlers) audit(r *http.Request) (answer, error) {
	q := readQuery(r)
	limit, cursor := q.limit(), q.cursor()
	if err := q.err(); err != nil {
		return answer{}, err
	}
	found, err := h.service.Audit(r.Context(), ownerOf(r), limit, cursor)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: listOf(found, entryOf)}, nil
}

// settingsAnswer answers with the settings.
func settingsAnswer(d settings.Document, err error) (answer, error) {
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: settingsOf(d), version: &d.Version}, nil
}
