package memory

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// manyProjects is a table with n live projects, a minute apart: every one has the word "lamp", every second is a video,
// statuses and tags go round, every 50th is a favourite, and three each share a title and the time of their last edit.
func manyProjects(n int) (*table[projects.Project], []projects.Project) {
	stored := newTable(projectSchema)
	rows := make([]projects.Project, n)
	for i := range rows {
		at := time.Date(2026, 3, 1, 12, i, 0, 0, time.UTC)
		var id ident.ID
		binary.BigEndian.PutUint64(id[:], uint64(at.UnixMilli())<<16)
		rows[i] = projects.Project{
			ID: id, Title: fmt.Sprintf("Lamp %d", i*7919%n/3), Description: fmt.Sprintf("take%d", i%40),
			Tags: []string{fmt.Sprint("t", i%9), fmt.Sprint("u", i%11)}, Favorite: i%50 == 0,
			Type: projects.Types[1+i%2], Run: projects.Run{Status: projects.Statuses[i%5]},
			CreatedAt: at, UpdatedAt: at.Add(time.Duration(i*31%n/3) * time.Hour), Version: 1,
		}
		stored.put(id, rows[i].Clone())
	}
	return stored, rows
}

// A list goes along its order, or takes the rows of a path and sorts them. Both must come to the same, whatever the
// question.
func TestWalkingAndGatheringAgree(t *testing.T) {
	stored, rows := manyProjects(700)
	no, after, before := false, rows[100].CreatedAt, rows[600].CreatedAt
	for _, filter := range []projects.Filter{
		{},
		{Statuses: []projects.Status{projects.Draft, projects.Running}},
		{Tags: []string{"t1", "u1", "t2"}, Favorite: &no},
		{Types: []projects.Type{projects.Image}, CreatedAfter: &after, CreatedBefore: &before},
		{Q: "lamp take7", Tags: []string{"t7"}},
		{Q: "la"},
		{Tags: []string{"nowhere"}},
	} {
		for at, by := range projectSchema.orders {
			for _, window := range windows(rows, by) {
				l := listing{question: projectQuestion(filter.Normalize()), order: page.Order{By: by, Desc: true}, window: window}
				walked, through, err := walk(t.Context(), stored.live.orders[at], l, len(rows))
				require.NoError(t, err)
				require.True(t, through)
				path := stored.live.shortest(l.question)
				gathered, err := gather(t.Context(), path, l, func(r *row[projects.Project], _ int) page.Key { return r.places[at] })
				require.NoError(t, err)
				require.Equal(t, places(walked), places(gathered), "%+v by %s in %+v", filter, by, window)
				listed, err := stored.list(t.Context(), l)
				require.NoError(t, err)
				require.Equal(t, places(walked), places(listed))
			}
		}
	}
}

// windows are windows of several sizes, at either end and in the middle, in both directions.
func windows(rows []projects.Project, by string) (windows []page.Window) {
	middle := projectSchema.place(by, rows[len(rows)/2], 0)
	for _, limit := range []int{1, 24, 100} {
		for _, backward := range []bool{false, true} {
			windows = append(windows,
				page.Window{Limit: limit, Backward: backward},
				page.Window{Limit: limit, Backward: backward, From: &middle},
				page.Window{Limit: limit, Backward: backward, From: &middle, Inclusive: true},
			)
		}
	}
	return windows
}

func places(hits []hit[projects.Project]) (places []page.Key) {
	for _, h := range hits {
		places = append(places, h.place)
	}
	return places
}

// A walk that finds nothing passes all rows, and must not go on when nobody waits for it any more.
func TestAnEndedContextEndsAWalkUnderWay(t *testing.T) {
	stored, _ := manyProjects(3_000)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	q := projectQuestion(projects.Filter{Q: "lamp -lamp0", Statuses: []projects.Status{projects.Cancelled}}.Normalize())
	l := listing{question: q, order: projects.Newest, window: page.Window{Limit: 1}}
	_, _, err := walk(ctx, stored.live.orders[creation], l, 10_000)
	require.ErrorIs(t, err, context.Canceled)
	everything := path[projects.Project]{sets: stored.live.orders[:1]}
	_, err = gather(ctx, everything, l, func(r *row[projects.Project], _ int) page.Key { return r.places[creation] })
	require.ErrorIs(t, err, context.Canceled)
	_, err = stored.tally(ctx, question{}, nil, 10_000)
	require.ErrorIs(t, err, context.Canceled)
}

func TestASelectionKeepsTheFirstOfMany(t *testing.T) {
	for _, descending := range []bool{false, true} {
		s := selection[projects.Project]{limit: 5, descending: descending}
		var all []int64
		for i := range int64(1_000) {
			all = append(all, i*7919%1_000)
			s.add(hit[projects.Project]{place: page.Key{Time: all[i]}})
			require.Less(t, len(s.hits), 8*s.limit)
		}
		slices.Sort(all)
		if descending {
			slices.Reverse(all)
		}
		var got []int64
		for _, h := range s.cut() {
			got = append(got, h.place.Time)
		}
		require.Equal(t, all[:5], got)
	}
}
