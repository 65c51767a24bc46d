package http

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// ways lead a new project to each status.
var ways = map[projects.Status][]projects.Status{
	projects.Draft:            {},
	projects.Pending:          {projects.Pending},
	projects.Running:          {projects.Pending, projects.Running},
	projects.ApprovalRequired: {projects.Pending, projects.Running, projects.ApprovalRequired},
	projects.Completed:        {projects.Pending, projects.Running, projects.Completed},
	projects.Failed:           {projects.Pending, projects.Failed},
	projects.Cancelled:        {projects.Pending, projects.Cancelled},
}

// TestEveryMoveOfStatus tries each status from each: an allowed one is made, the same is none, and others are refused with
// what would be allowed.
func TestEveryMoveOfStatus(t *testing.T) {
	pipeline := newServer(t).as(t, "ana", ScopePipeline)
	for _, from := range projects.Statuses {
		for _, to := range projects.Statuses {
			t.Run(string(from+" to "+to), func(t *testing.T) {
				pipeline := pipeline.on(t)
				p := pipeline.add(`{}`)
				move := func(to projects.Status) reply {
					return pipeline.patch("/projects/"+p.ID, fmt.Sprintf(`{"status": %q}`, to))
				}
				for _, status := range ways[from] {
					move(status).is(http.StatusOK)
				}
				got := move(to)
				if from == to || slices.Contains(from.Moves(), to) {
					moved := decode[projectJSON](got.is(http.StatusOK))
					require.Equal(t, to, moved.Status)
					require.EqualValues(t, 1, moved.Version, "the run does not change the version")
					require.Equal(t, p.UpdatedAt, moved.UpdatedAt)
					return
				}
				problem := got.isProblem("invalid-transition")
				require.Equal(t, string(from), problem.Members["from"])
				require.Equal(t, string(to), problem.Members["to"])
				require.Len(t, problem.Members["allowed"], len(from.Moves()))
				require.Equal(t, from, pipeline.find(p.ID).Status)
			})
		}
	}
}

func TestARunIsShownAsItGoes(t *testing.T) {
	pipeline := newServer(t).as(t, "ana", ScopePipeline)
	p := pipeline.add(`{}`)
	target := "/projects/" + p.ID
	pipeline.patch(target, `{"status": "pending"}`).is(http.StatusOK)
	pipeline.patch(target, `{"status": "running", "stage": "analysis", "progress": 10}`).is(http.StatusOK)
	pipeline.patch(target, `{"stage": "copywriting", "progress": 40}`).is(http.StatusOK)

	running := pipeline.find(p.ID)
	require.Equal(t, 40, running.Progress)
	require.Equal(t, projects.Copywriting, *running.Stage)
	require.Len(t, running.Timeline, 2)
	require.Equal(t, running.Timeline[1].StartedAt, *running.Timeline[0].FinishedAt)
	require.Nil(t, running.Timeline[1].FinishedAt)

	failed := decode[projectJSON](pipeline.patch(target, `{"status": "failed", "error": {"code": "no_credit", "message": "The account is empty."}}`).is(http.StatusOK))
	require.Equal(t, &failureJSON{Code: "no_credit", Message: "The account is empty."}, failed.Error)
	require.NotNil(t, failed.Timeline[1].FinishedAt)

	again := decode[projectJSON](pipeline.patch(target, `{"status": "pending"}`).is(http.StatusOK))
	require.Nil(t, again.Error)
	require.Nil(t, again.Stage)
	require.Zero(t, again.Progress)

	pipeline.patch(target, `{"status": "running"}`).is(http.StatusOK)
	done := decode[projectJSON](pipeline.patch(target, `{"status": "completed"}`).is(http.StatusOK))
	require.NotNil(t, done.CompletedAt)
	require.Equal(t, 100, done.Progress)
	require.Equal(t, projects.Done, *done.Stage)
	require.NotContains(t, string(pipeline.get("/projects").body), "timeline", "lists leave the timeline out")
}

func TestMistakesOfARun(t *testing.T) {
	pipeline := newServer(t).as(t, "ana", ScopePipeline)
	p := pipeline.add(`{}`)
	for text, want := range map[string][]string{
		`{"status": "done"}`:                          {"/status unknown_value"},
		`{"status": null}`:                            {"/status unknown_value"},
		`{"stage": "nap", "progress": 101}`:           {"/stage unknown_value", "/progress out_of_range"},
		`{"progress": 1.0}`:                           {"/progress wrong_type"},
		`{"progress": 1e1}`:                           {"/progress wrong_type"},
		`{"progress": "1"}`:                           {"/progress wrong_type"},
		`{"progress": 99999999999999999999}`:          {"/progress out_of_range"},
		`{"error": {"message": "x", "trace": "y"}}`:   {"/error/trace unknown_member", "/error/code required"},
		`{"error": "broken"}`:                         {"/error wrong_type"},
		`{"error": {"code": "a", "message": "late"}}`: {"/error not_applicable"},
	} {
		require.ElementsMatch(t, want, pipeline.patch("/projects/"+p.ID, text).isProblem("validation-failed").mistakes(), text)
	}
}

func TestOnlyThePipelineMovesARun(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{}`)
	for _, text := range []string{
		`{"status": "pending"}`, `{"stage": "init"}`, `{"progress": 1}`, `{"error": null}`, `{"title": "x", "status": "draft"}`,
	} {
		got := ana.patch("/projects/"+p.ID, text)
		require.Equal(t, ScopePipeline, got.isProblem("insufficient-scope").Members["scope"])
		require.Equal(t, `Bearer error="insufficient_scope", scope="pipeline"`, got.header.Get("WWW-Authenticate"))
	}
	require.Equal(t, p, ana.find(p.ID))
}
