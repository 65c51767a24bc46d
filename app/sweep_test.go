package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
)

// TestEveryChoreIsDoneUntilTheEnd also where the one before fails.
func TestEveryChoreIsDoneUntilTheEnd(t *testing.T) {
	core, logs := observer.New(zap.InfoLevel)
	ctx, stop := context.WithCancel(t.Context())
	sweepUntil(ctx, []chore{
		{"old letters", func(context.Context, time.Time) (int64, error) { return 0, errors.New("no key") }},
		{"old papers", func(context.Context, time.Time) (int64, error) { return 3, nil }},
		{"nothing", func(context.Context, time.Time) (int64, error) { return 0, nil }},
		{"the rest", func(ctx context.Context, _ time.Time) (int64, error) { stop(); return 1, ctx.Err() }},
	}, zap.New(core))
	said := []string{}
	for _, entry := range logs.All() {
		said = append(said, entry.Message)
	}
	require.Equal(t, []string{"old letters were not deleted; the next try is in an hour", "old papers deleted"}, said)
}
