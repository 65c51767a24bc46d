package demo_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io"
	"iter"
	"testing"
	"time"

	"vitrine/app/demo"
	"vitrine/core/gallery"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// everything are all assets of a studio.
func everything(s *demo.Studio) iter.Seq[gallery.Asset] {
	return func(yield func(gallery.Asset) bool) {
		for _, part := range []iter.Seq[gallery.Asset]{s.Originals(), s.Variations()} {
			for a := range part {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// write writes all that the plan gives.
func write(t *testing.T, w io.Writer, plan demo.Plan) {
	t.Helper()
	encoder := json.NewEncoder(w)
	for _, s := range studios(t, plan) {
		for p := range s.Projects() {
			require.NoError(t, encoder.Encode(p))
		}
		for a := range everything(s) {
			require.NoError(t, encoder.Encode(a))
		}
	}
}

func digest(t *testing.T, plan demo.Plan) [32]byte {
	t.Helper()
	var b bytes.Buffer
	write(t, &b, plan)
	return sha256.Sum256(b.Bytes())
}

func TestTheSamePlanGivesTheSameBytes(t *testing.T) {
	require.Equal(t, digest(t, small()), digest(t, small()))
	for name, other := range map[string]func(*demo.Plan){
		"another seed":  func(p *demo.Plan) { p.Seed++ },
		"another owner": func(p *demo.Plan) { p.Owners = []ident.Owner{"someone"} },
		"another time":  func(p *demo.Plan) { p.Now = p.Now.Add(time.Millisecond) },
	} {
		plan := small()
		other(&plan)
		require.NotEqual(t, digest(t, small()), digest(t, plan), name)
	}
	local := small()
	local.Now = local.Now.In(time.FixedZone("east", 3600)).Add(time.Microsecond)
	require.Equal(t, digest(t, small()), digest(t, local), "times are of UTC and milliseconds")
}

func TestAStreamCanBeLeftAnywhere(t *testing.T) {
	s := studios(t, small())[0]
	var whole, first []gallery.Asset
	for a := range s.Originals() {
		whole = append(whole, a)
	}
	for a := range s.Originals() {
		if first = append(first, a); len(first) == 100 {
			break
		}
	}
	require.Equal(t, whole[:100], first)
}

func TestIDsAreOfVersion7AndTellWhenTheThingWasMade(t *testing.T) {
	for a := range everything(studios(t, small())[0]) {
		ms := int64(0)
		for _, b := range a.ID[:6] {
			ms = ms<<8 | int64(b)
		}
		require.Equal(t, a.CreatedAt.UnixMilli(), ms)
		require.Equal(t, byte(0x70), a.ID[6]&0xf0, "version")
		require.Equal(t, byte(0x80), a.ID[8]&0xc0, "variant")
	}
}
