package app

import (
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/fx"
	"go.uber.org/fx/fxtest"
	"go.uber.org/zap"
)

func TestRequestsInFlightFinishBeforeTheServerEnds(t *testing.T) {
	entered, leave := make(chan struct{}), make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-leave
		_, _ = io.WriteString(w, "done") // what the other side got is looked at there
	})
	l := newListener("127.0.0.1:0", mux, zap.NewNop())
	var end fx.Shutdowner
	application := fxtest.New(t, fx.Populate(&end))
	require.NoError(t, l.start(t.Context(), end, zap.NewNop()))

	answered := make(chan string)
	go func() {
		_, body := get(t, "http://"+l.addr+"/slow")
		answered <- string(body)
	}()
	<-entered
	stopped := make(chan error)
	go func() { stopped <- l.stop(t.Context()) }()
	require.Eventually(t, func() bool { return refuses(t, l.addr) }, stopTimeout, headerTimeout/1000, "no new request is taken")
	close(leave)
	require.Equal(t, "done", <-answered)
	require.NoError(t, <-stopped)
	application.RequireStart().RequireStop()
}

// refuses reports whether the address takes no new connection.
func refuses(t *testing.T, addr string) bool {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+addr, nil)
	require.NoError(t, err)
	resp, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
	if err == nil {
		resp.Body.Close()
	}
	return err != nil
}

func TestATakenPortStopsTheStart(t *testing.T) {
	first := newListener("127.0.0.1:0", http.NotFoundHandler(), zap.NewNop())
	require.NoError(t, first.start(t.Context(), nil, zap.NewNop()))
	second := newListener(first.addr, http.NotFoundHandler(), zap.NewNop())
	require.ErrorContains(t, second.start(t.Context(), nil, zap.NewNop()), "listen")
	require.NoError(t, first.stop(t.Context()))
}
