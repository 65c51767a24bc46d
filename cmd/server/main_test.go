package main

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestExitStatuses(t *testing.T) {
	for name, row := range map[string]struct {
		env  map[string]string
		args []string
		want int
	}{
		"configuration":      {nil, []string{"config"}, 0},
		"a flag":             {nil, []string{"config", "-profile", "memory"}, 0},
		"an unknown flag":    {nil, []string{"config", "-colour"}, exitUsage},
		"an unknown word":    {nil, []string{"config", "now"}, exitUsage},
		"unknown command":    {nil, []string{"dance"}, exitUsage},
		"help":               {nil, []string{"--help"}, exitUsage},
		"a wrong setting":    {nil, []string{"-profile", "cloud"}, exitConfig},
		"a stray variable":   {map[string]string{"VITRINE_COLOUR": "red"}, nil, exitConfig},
		"no database":        {nil, []string{"migrate"}, exitFailed},
		"nobody is healthy":  {map[string]string{"VITRINE_ADMIN_ADDR": "127.0.0.1:1"}, []string{"health"}, exitFailed},
		"half a command":     {nil, []string{"insights"}, exitUsage},
		"verify for memory":  {nil, []string{"insights", "verify"}, exitNotCompared},
		"no index":           {nil, []string{"search", "rebuild"}, exitFailed},
		"no index to verify": {nil, []string{"search", "verify"}, exitNotCompared},
		"demo for memory":    {nil, []string{"demo", "-assets", "10"}, exitFailed},
	} {
		t.Run(name, func(t *testing.T) {
			for k, v := range row.env {
				t.Setenv(k, v)
			}
			require.Equal(t, row.want, run(t.Context(), row.args))
		})
	}
}

func TestServingEndsWellWhenItIsAskedTo(t *testing.T) {
	t.Setenv("VITRINE_ADDR", "127.0.0.1:0")
	t.Setenv("VITRINE_ADMIN_ADDR", freeAddress(t))
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan int)
	go func() { ended <- run(ctx, []string{"serve", "-log-level", "error"}) }()
	require.Eventually(t, func() bool { return run(t.Context(), []string{"health"}) == 0 }, time.Minute, 20*time.Millisecond)
	stop()
	require.Equal(t, 0, <-ended)
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().String()
}
