package demo_test

import (
	"testing"
	"time"

	"vitrine/adapters/memory"
	"vitrine/app/demo"
	"vitrine/app/demo/media"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/patch"
	"vitrine/core/projects"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// larger has some of everything, however rare.
func larger() demo.Plan {
	return demo.Plan{Seed: 7, Owners: []ident.Owner{"dev"}, Projects: 300, Assets: 5000, Now: now}
}

// pipeline is core's service over a memory, at a time that the test sets.
type pipeline struct {
	*projects.Service
	at time.Time
	id byte
}

func newPipeline() *pipeline {
	p := &pipeline{}
	store := memory.NewProjects(memory.New())
	newID := func() ident.ID { p.id++; return ident.ID{15: p.id} }
	p.Service = projects.NewService(store, store, newID, func() time.Time { return p.at }, 1000)
	return p
}

func (p *pipeline) patch(t *testing.T, id ident.ID, at time.Time, change projects.Patch) {
	t.Helper()
	p.at = at
	_, err := p.Update(t.Context(), "dev", id, change, patch.Match{})
	require.NoError(t, err)
}

func (p *pipeline) move(t *testing.T, id ident.ID, at time.Time, to projects.Status) {
	t.Helper()
	p.patch(t, id, at, projects.Patch{Status: patch.Of(to)})
}

// TestProjectsAreWhatTheServiceWouldHaveMade has every project made by core's own service, as people and the pipeline
// would, at the times that the demo tells of: the content must be accepted as it is, and the run come out the same.
func TestProjectsAreWhatTheServiceWouldHaveMade(t *testing.T) {
	for want := range studios(t, larger())[0].Projects() {
		service := newPipeline()
		service.at = want.CreatedAt
		made, _, err := service.Create(t.Context(), "dev", projects.NewProject{
			Title: &want.Title, Description: want.Description, Type: want.Type, Brief: want.Brief, SourceImageURL: want.SourceImageURL,
			Options: want.Options, Tags: want.Tags, Favorite: want.Favorite,
		}, idempotency.Key{})
		require.NoError(t, err)
		service.replay(t, made.ID, want)
		got, err := service.Find(t.Context(), "dev", made.ID)
		require.NoError(t, err)
		got.ID, got.SourceID, got.UpdatedAt, got.Version, got.DeletedAt = want.ID, want.SourceID, want.UpdatedAt, want.Version, want.DeletedAt
		require.Empty(t, cmp.Diff(want, got), "%s", want.Title)
	}
}

// replay drives the run of the project to where it is.
func (p *pipeline) replay(t *testing.T, id ident.ID, want projects.Project) {
	run := want.Run
	if run.Status == projects.Draft {
		return
	}
	p.move(t, id, want.CreatedAt, projects.Pending)
	last := want.CreatedAt
	for i, span := range run.Timeline {
		switch {
		case i == 0:
			p.move(t, id, span.StartedAt, projects.Running)
		case span.Stage == projects.Init: // an earlier attempt has failed
			p.move(t, id, last, projects.Failed)
			p.move(t, id, last, projects.Pending)
			p.move(t, id, span.StartedAt, projects.Running)
		}
		if span.Stage == projects.Done {
			break
		}
		p.patch(t, id, span.StartedAt, projects.Patch{Stage: patch.Of(span.Stage)})
		if span.Stage == projects.Approval {
			p.move(t, id, span.StartedAt, projects.ApprovalRequired)
		}
		if span.FinishedAt != nil {
			last = *span.FinishedAt
		}
	}
	p.move(t, id, last, run.Status)
	change := projects.Patch{Progress: patch.Of(run.Progress)}
	if run.Failure != nil {
		change.Failure = patch.Of(*run.Failure)
	}
	p.patch(t, id, last, change)
}

// TestAssetsAreWhatTheServiceWouldHaveMade has every asset made by core's own service, which must take it as it is.
func TestAssetsAreWhatTheServiceWouldHaveMade(t *testing.T) {
	repo := memory.NewAssets(memory.New())
	for want := range everything(studios(t, larger())[0]) {
		service := gallery.NewService(gallery.Ports{Repository: repo}, func() ident.ID { return want.ID }, func() time.Time { return want.CreatedAt }, 1000)
		got, _, err := service.Create(t.Context(), "dev", gallery.NewAsset{
			Type: want.Type, Title: want.Title, Tags: want.Tags, Favorite: want.Favorite, Position: &want.Position,
			Prompt: want.Prompt, OriginalPrompt: want.OriginalPrompt, NegativePrompt: want.NegativePrompt,
			Content: want.Content, Format: want.Format, Language: want.Language,
			URL: want.URL, ThumbnailURL: want.ThumbnailURL, MimeType: want.MimeType, SizeBytes: want.SizeBytes,
			Width: want.Width, Height: want.Height, DurationMS: want.DurationMS, Scene: want.Scene,
			Provider: want.Provider, Model: want.Model, Seed: want.Seed,
		}, idempotency.Key{})
		require.NoError(t, err, "%+v", want)
		got.ProjectID, got.ParentID = want.ProjectID, want.ParentID // judged by the load
		got.UpdatedAt, got.Version, got.DeletedAt = want.UpdatedAt, want.Version, want.DeletedAt
		require.Empty(t, cmp.Diff(want, got))
	}
}

func TestMediaAreWhatTheAddressesGive(t *testing.T) {
	for a := range everything(studios(t, small())[0]) {
		if a.Type == gallery.Text {
			continue
		}
		full, err := media.Parse(a.URL)
		require.NoError(t, err)
		require.Equal(t, [2]int{a.Width, a.Height}, [2]int{full.Width, full.Height})
		require.Equal(t, int64(len(media.Draw(full))), a.SizeBytes)
		require.Equal(t, a.Type == gallery.Video, full.Scene == media.Motion)
		thumbnail, err := media.Parse(a.ThumbnailURL)
		require.NoError(t, err)
		require.Equal(t, full.Seed, thumbnail.Seed)
		require.Equal(t, a.Type == gallery.Video, thumbnail.Scene == media.Poster)
		require.InDelta(t, float64(a.Width)/float64(a.Height), float64(thumbnail.Width)/float64(thumbnail.Height), 0.03)
	}
}

// TestNothingHappensBeforeItsTime looks at the times of things against each other.
func TestNothingHappensBeforeItsTime(t *testing.T) {
	s := studios(t, larger())[0]
	homes := map[ident.ID]projects.Project{}
	inOrder := func(times ...time.Time) {
		t.Helper()
		for i := range times[1:] {
			require.False(t, times[i+1].Before(times[i]), "%v", times)
			require.Equal(t, ident.Instant(times[i]), times[i])
		}
	}
	orNow := func(at *time.Time) time.Time {
		if at == nil {
			return now
		}
		return *at
	}
	trashed := func(at *time.Time) time.Time {
		require.True(t, orNow(at).After(now.Add(-30*24*time.Hour)), "not yet due to be purged")
		return orNow(at)
	}
	begin := now.Add(-demo.History)
	crowded := demo.Plan{Seed: 8, Owners: owners(1), Projects: 20_000, Now: now}
	for p := range studios(t, crowded)[0].Projects() {
		for _, span := range p.Run.Timeline {
			inOrder(p.CreatedAt, span.StartedAt, orNow(span.FinishedAt), trashed(p.DeletedAt))
		}
	}
	for p := range s.Projects() {
		homes[p.ID] = p
		inOrder(begin, p.CreatedAt, p.UpdatedAt, trashed(p.DeletedAt), now)
		if done := p.Run.CompletedAt; done != nil {
			inOrder(p.CreatedAt, *done, trashed(p.DeletedAt))
		}
	}
	made := map[ident.ID]gallery.Asset{}
	for a := range everything(s) {
		made[a.ID] = a
		inOrder(begin, a.CreatedAt, a.UpdatedAt, trashed(a.DeletedAt), now)
		if a.ProjectID != nil {
			home, ok := homes[*a.ProjectID]
			require.True(t, ok)
			inOrder(home.CreatedAt, a.CreatedAt, trashed(home.DeletedAt))
			inOrder(a.UpdatedAt, trashed(home.DeletedAt))
		}
		if a.ParentID != nil {
			parent, ok := made[*a.ParentID]
			require.True(t, ok, "a parent comes before what was made from it")
			inOrder(parent.CreatedAt, a.CreatedAt)
			require.Equal(t, []any{parent.ProjectID, parent.Type}, []any{a.ProjectID, a.Type})
			require.Nil(t, parent.ParentID)
		}
	}
}
