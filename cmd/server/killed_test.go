package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"vitrine/adapters/elastic/estest"
	"vitrine/adapters/postgres/pgtest"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
)

// asServer in the environment makes the test binary the server.
const asServer = "RUN_AS_SERVER"

func TestMain(m *testing.M) {
	if os.Getenv(asServer) != "" {
		main()
		return
	}
	os.Exit(estest.Stop(pgtest.Main(m)))
}

// mortal is a server in a process of its own, which can be killed and started again at the same address.
type mortal struct {
	t       *testing.T
	address string
	command *exec.Cmd
}

// start starts the server and waits until it answers. The environment is that of the test.
func (m *mortal) start() {
	m.t.Helper()
	m.command = exec.Command(os.Args[0])
	m.command.Env = append(os.Environ(), asServer+"=1", "VITRINE_ADDR="+m.address)
	m.command.Stderr = m.t.Output()
	require.NoError(m.t, m.command.Start())
	require.Eventually(m.t, func() bool { return m.ask(http.MethodGet, "/user", nil, nil) == nil }, time.Minute, 20*time.Millisecond)
}

// kill ends the server in the middle of what it does.
func (m *mortal) kill() {
	if m.command.Process.Kill() == nil {
		_ = m.command.Wait() // says that it was killed
	}
}

// ask sends a body and reads the answer.
func (m *mortal) ask(method, path string, body, into any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	content := io.Reader(bytes.NewReader(text))
	if body == nil {
		content = http.NoBody
	}
	req, err := http.NewRequestWithContext(m.t.Context(), method, "http://"+m.address+"/api/v1"+path, content)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	if method == http.MethodPatch {
		req.Header.Set("Content-Type", "application/merge-patch+json")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode >= http.StatusMultipleChoices {
		err = fmt.Errorf("%d: %s", resp.StatusCode, answer)
	}
	if err != nil || into == nil {
		return err
	}
	return json.Unmarshal(answer, into)
}

type object = map[string]any

// views are as many views of the asset, each under an id of its own.
func views(n int, asset string) (pool []object) {
	at := time.Now().UTC().Add(-48 * time.Hour)
	for i := range n {
		pool = append(pool, object{
			"id": uuid.NewString(), "type": "view", "asset_id": asset, "channel": []string{"shopify", "tiktok"}[i%2],
			"occurred_at": at.Add(time.Duration(i) * time.Minute).Format(time.RFC3339),
		})
	}
	return pool
}

// TestEventsCountOnceThoughTheServerIsKilled has clients send overlapping batches, each until it is answered, to a server
// that is killed and started again in between.
func TestEventsCountOnceThoughTheServerIsKilled(t *testing.T) {
	t.Setenv("VITRINE_PROFILE", "postgres")
	t.Setenv("VITRINE_DATABASE_URL", pgtest.Database(t))
	t.Setenv("VITRINE_MIGRATE", "true")
	t.Setenv("VITRINE_LOG_LEVEL", "error")
	t.Setenv("VITRINE_ADMIN_ADDR", "127.0.0.1:0")
	server := &mortal{t: t, address: freeAddress(t)}
	server.start()
	t.Cleanup(func() { server.kill() })
	var asset struct{ ID string }
	require.NoError(t, server.ask(http.MethodPost, "/assets", object{"type": "text", "content": "lamp"}, &asset))

	const clients, rounds, batch, kills = 8, 10, 200, 4
	pool := views(1500, asset.ID)
	answered := make(chan []int)
	var sending sync.WaitGroup
	for client := range clients {
		sending.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(client), 1))
			for range rounds {
				numbers := rng.Perm(len(pool))[:batch]
				var events []object
				for _, n := range numbers {
					events = append(events, pool[n])
				}
				for server.ask(http.MethodPost, "/insights/events", object{"events": events}, nil) != nil {
					if t.Context().Err() != nil {
						return
					}
				}
				answered <- numbers
			}
		})
	}
	go func() { sending.Wait(); close(answered) }()

	sent, answers := map[int]bool{}, 0
	for numbers := range answered {
		for _, n := range numbers {
			sent[n] = true
		}
		if answers++; answers%(clients*rounds/(kills+1)) == 0 && answers < clients*rounds {
			server.kill()
			server.start()
		}
	}
	require.Equal(t, clients*rounds, answers)
	require.Zero(t, run(t.Context(), []string{"insights", "verify"}), "the sums are those of the events")
	var stats struct {
		Metrics struct{ Views struct{ Value int } }
	}
	require.NoError(t, server.ask(http.MethodGet, "/insights/stats?range=7d", nil, &stats))
	require.Equal(t, len(sent), stats.Metrics.Views.Value)
}
