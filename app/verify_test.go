package app

import (
	"bytes"
	"testing"

	"vitrine/adapters/postgres/pgtest"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// TestVerifyFindsWhatDiffersAndMendsIt plants an error in each rollup of one of two owners.
func TestVerifyFindsWhatDiffersAndMendsIt(t *testing.T) {
	url := pgtest.Database(t)
	c := config(t, "VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL="+url)
	verify := func(repair bool) (string, error) {
		var out bytes.Buffer
		err := VerifyInsights(t.Context(), c, repair, &out)
		return out.String(), err
	}
	_, err := verify(false)
	require.ErrorIs(t, err, ErrNotCompared)
	require.ErrorContains(t, err, "server migrate", "a schema that is not there cannot be compared")

	var out bytes.Buffer
	require.NoError(t, Migrate(t.Context(), c, false, &out))
	require.NoError(t, Demo(t.Context(), c, DemoOptions{Seed: 7, Projects: 6, Assets: 40, Events: 900, Owner: "dev", Owners: 2}, &out))
	require.Contains(t, out.String(), "900 events")
	said, err := verify(false)
	require.NoError(t, err, said)
	require.Equal(t, "2 owner(s) compared: all sums are those of the events.\n", said)

	db, err := pgx.Connect(t.Context(), url)
	require.NoError(t, err)
	defer db.Close(t.Context())
	for _, rollup := range []string{"rollup_15min", "rollup_day_asset", "rollup_day_asset_channel"} {
		planted, err := db.Exec(t.Context(), `UPDATE `+rollup+` SET views = views + 1 WHERE ctid = (SELECT max(ctid) FROM `+rollup+` WHERE owner_id = 'dev')`)
		require.NoError(t, err)
		require.EqualValues(t, 1, planted.RowsAffected())

		said, err = verify(false)
		require.ErrorIs(t, err, ErrDiffers)
		require.Contains(t, said, `owner "dev": 1 sum(s) differ`)
		require.Contains(t, said, "  "+rollup+" ")
		said, err = verify(true)
		require.NoError(t, err)
		require.Contains(t, said, "2 owner(s) compared: 1 sum(s) of 1 owner(s) differed and are mended.")
		_, err = verify(false)
		require.NoError(t, err)
	}
}

func TestVerifyNeedsADatabase(t *testing.T) {
	err := VerifyInsights(t.Context(), config(t), false, &bytes.Buffer{})
	require.ErrorIs(t, err, ErrNotCompared)
	require.ErrorContains(t, err, "VITRINE_PROFILE=postgres")
	gone := config(t, "VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing")
	require.ErrorIs(t, VerifyInsights(t.Context(), gone, false, &bytes.Buffer{}), ErrNotCompared)
}
