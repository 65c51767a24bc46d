package elastic

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"vitrine/core/fault"
	"vitrine/core/gallery"

	"github.com/stretchr/testify/require"
)

// guarded searches a server that answers with what is its answer now.
func guarded(t *testing.T) (b *Assets, server *scripted, told *[]bool) {
	server, told = &scripted{answers: []reply{{}}}, &[]bool{}
	server.changed = func(open bool) { *told = append(*told, open) }
	return NewAssets(server.client(t)), server, told
}

func TestABreakerSparesAnIndexThatIsOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, server, told := guarded(t)
		ask := func(now reply) (err error, asked bool) {
			server.answers, server.requests = []reply{now}, nil
			_, err = b.Search(t.Context(), "ana", gallery.Query{Order: gallery.Newest})
			return err, len(server.requests) > 0
		}
		out, well := reply{status: 500}, reply{body: oneHit}
		for range failuresInARow {
			err, asked := ask(out)
			require.True(t, fault.Is(err, fault.Unavailable))
			require.True(t, asked)
		}
		require.Equal(t, []bool{true}, *told)
		err, asked := ask(well)
		require.True(t, fault.Is(err, fault.Unavailable), "open, whatever it would say")
		require.False(t, asked)
		_, err = b.Count(t.Context(), "ana", gallery.Filter{}, nil, 1)
		require.True(t, fault.Is(err, fault.Unavailable), "counts too")
		<-time.After(restOpen + time.Millisecond) // of a clock that jumps
		_, asked = ask(out)
		require.True(t, asked, "one to see")
		_, asked = ask(well)
		require.False(t, asked, "which was not well")
		<-time.After(restOpen + time.Millisecond)
		err, _ = ask(well)
		require.NoError(t, err)
		err, _ = ask(well)
		require.NoError(t, err)
		require.Equal(t, []bool{true, false}, *told)
	})
}

func TestMistakesAndCallersWhoLeaveOpenNoBreaker(t *testing.T) {
	b, server, told := guarded(t)
	server.answers = []reply{{status: 400}}
	for range 10 * failuresInARow {
		_, err := b.Search(t.Context(), "ana", gallery.Query{Order: gallery.Newest})
		require.True(t, fault.Is(err, fault.Internal))
		left, leave := context.WithCancel(t.Context())
		leave()
		_, err = b.Search(left, "ana", gallery.Query{Order: gallery.Newest})
		require.ErrorIs(t, err, context.Canceled)
	}
	require.Empty(t, *told)
}
