package http

import "net/http"

// userJSON is who calls.
type userJSON struct {
	ID     string   `json:"id"`
	Email  *string  `json:"email"`
	Name   *string  `json:"name"`
	Scopes []string `json:"scopes"`
	Mode   string   `json:"mode"`
}

// user answers who the caller is, whoever it acts for.
func (a *api) user(r *http.Request) (answer, error) {
	c := callerOf(r)
	return answer{status: http.StatusOK, body: userJSON{
		ID: string(c.ID), Email: orNull(c.Email), Name: orNull(c.Name), Scopes: c.Scopes, Mode: a.Auth.Mode(),
	}}, nil
}
