package http

import "net/http"

// endpoint serves one row of the table: what holds for every row, then the row's handler, then its answer or its fault.
func (a *api) endpoint(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		exchangeOf(r).route = &rt
		known, err := a.admit(rt, r)
		if err != nil {
			a.fail(w, r, err)
			return
		}
		ans, err := rt.handle(r)
		if err == nil {
			err = ans.write(w, r, known)
		}
		if err != nil {
			a.fail(w, r, err)
		}
	})
}

// admit checks what holds before the handler is asked, and gives the tags that the client has of what it asks for.
func (a *api) admit(rt route, r *http.Request) (entityTags, error) {
	if !rt.public {
		if err := a.authenticate(r); err != nil {
			return entityTags{}, err
		}
		if err := a.agree(rt, r); err != nil {
			return entityTags{}, err
		}
	}
	if !rt.query {
		if err := readQuery(r).err(); err != nil {
			return entityTags{}, err
		}
	}
	return preconditions(r)
}

// agree notes in the exchange which media type the answer is to have.
func (a *api) agree(rt route, r *http.Request) (err error) {
	offers := rt.offers
	if offers == nil {
		offers = []string{mediaJSON}
	}
	exchangeOf(r).media, err = negotiate(r, offers)
	return err
}

// authenticate notes in the exchange who calls, and for whom.
func (a *api) authenticate(r *http.Request) error {
	caller, err := a.Auth.Authenticate(r)
	if err != nil {
		return err
	}
	exchangeOf(r).caller, err = caller.actingFor(r)
	return err
}
