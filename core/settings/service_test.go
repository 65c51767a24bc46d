package settings

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/patch"

	"github.com/stretchr/testify/require"
)

// choosing is a patch of one member.
func choosing(m Member, value string) Patch {
	return Patch{Choices: map[Member]text{m: patch.Of(value)}}
}

// reporting is a patch of one integration.
func reporting(p Provider, r Report) Patch {
	return Patch{Integrations: map[Provider]patch.Field[Report]{p: patch.Of(r)}}
}

func version(v int64) patch.Match { return patch.Match{Required: true, Versions: []int64{v}} }

func TestAFirstReadGivesTheDefaultsAndWritesNothing(t *testing.T) {
	b := newBench(t)
	require.Equal(t, Document{}, b.document())
	require.Empty(t, b.shelf.documents)
	require.Empty(t, b.entries())
}

func TestAChangeRaisesTheVersionAndIsRemembered(t *testing.T) {
	b := newBench(t)
	d, err := b.Update(t.Context(), "ana", choosing(Tone, "professional"), patch.Match{}, User)
	require.NoError(t, err)
	require.Equal(t, int64(1), d.Version)
	require.Equal(t, []Member{Tone}, d.Explicit())
	require.Equal(t, d, b.document())

	d, err = b.Update(t.Context(), "ana", reporting("tiktok", Report{Status: patch.Of(Connected), Account: patch.Of("ana")}), patch.Match{}, Pipeline)
	require.NoError(t, err)
	require.Equal(t, int64(2), d.Version)

	professional, notConnected, connected, ana := "professional", "not_connected", "connected", "ana"
	require.Equal(t, []Entry{
		{ID: ident.ID{15: 2}, At: at(2), Actor: Pipeline, Version: 2, Changes: []Change{
			{Pointer: "/integrations/tiktok/status", Before: &notConnected, After: &connected},
			{Pointer: "/integrations/tiktok/account", After: &ana},
		}},
		{ID: ident.ID{15: 1}, At: at(2), Actor: User, Version: 1, Changes: []Change{{Pointer: Tone, After: &professional}}},
	}, b.entries())
}

func TestAPatchThatChangesNothingChangesNothing(t *testing.T) {
	b := newBench(t)
	_, err := b.Update(t.Context(), "ana", choosing(Language, "pt-PT"), patch.Match{}, User)
	require.NoError(t, err)
	before := b.document()
	for name, p := range map[string]Patch{
		"empty":                   {},
		"the same value":          choosing(Language, "pt-PT"),
		"the same, as spelled":    choosing(Language, "PT-pt"),
		"null where none was":     {Choices: map[Member]text{Tone: patch.Null[string]()}},
		"null of what never was":  {Integrations: map[Provider]patch.Field[Report]{"amazon": patch.Null[Report]()}},
		"the same status":         reporting("amazon", Report{Status: patch.Of(NotConnected)}),
		"an integration's object": reporting("amazon", Report{}),
	} {
		t.Run(name, func(t *testing.T) {
			for _, m := range []patch.Match{{}, version(7)} {
				d, err := b.Update(t.Context(), "ana", p, m, User)
				require.NoError(t, err)
				require.Equal(t, before, d)
				require.Equal(t, before, b.document())
				require.Len(t, b.entries(), 1)
			}
		})
	}
}

func TestAPatchThatChangesNothingMakesNoDocument(t *testing.T) {
	b := newBench(t)
	_, err := b.Update(t.Context(), "ana", Patch{}, version(0), User)
	require.NoError(t, err)
	require.Empty(t, b.shelf.documents)
}

func TestPreconditions(t *testing.T) {
	b := newBench(t)
	_, err := b.Update(t.Context(), "ana", choosing(Tone, "casual"), version(0), User)
	require.NoError(t, err, "version 0 is that of settings never changed")

	d, err := b.Update(t.Context(), "ana", choosing(Tone, "luxury"), version(0), User)
	require.Equal(t, fault.CodePreconditionFailed, fault.Of(err).Code)
	require.Equal(t, b.document(), d, "the current settings come with the fault")
	require.Equal(t, "casual", d.Value(Tone))

	d, err = b.Update(t.Context(), "ana", choosing(Tone, "casual"), version(0), User)
	require.NoError(t, err, "a retry after a lost answer is no conflict")
	require.Equal(t, int64(1), d.Version)

	d, err = b.Update(t.Context(), "ana", choosing(Bio, "b"), patch.Match{Required: true, Any: true}, User)
	require.NoError(t, err)
	require.Equal(t, int64(2), d.Version)
	require.Len(t, b.entries(), 2)
}

func TestARefusedPartRefusesTheWhole(t *testing.T) {
	b := newBench(t)
	p := choosing(Tone, "luxury")
	p.Integrations = map[Provider]patch.Field[Report]{"amazon": patch.Of(Report{Status: patch.Of(Expired)})}
	_, err := b.Update(t.Context(), "ana", p, patch.Match{}, Pipeline)
	require.Equal(t, "invalid-transition", fault.Of(err).Code)

	p.Choices[Bio] = patch.Of("\x00")
	_, err = b.Update(t.Context(), "ana", p, patch.Match{}, Pipeline)
	require.Equal(t, fault.CodeValidation, fault.Of(err).Code)
	require.Empty(t, b.shelf.documents)
}

func TestDisconnectingAllIsRemembered(t *testing.T) {
	b := newBench(t)
	for _, name := range Providers {
		_, err := b.Update(t.Context(), "ana", reporting(name, Report{Status: patch.Of(Connected)}), patch.Match{}, Pipeline)
		require.NoError(t, err)
	}
	var p Patch
	p.Reset(Integrations)
	d, err := b.Update(t.Context(), "ana", p, patch.Match{}, User)
	require.NoError(t, err)
	require.Equal(t, int64(4), d.Version, "one patch, one version")
	require.Len(t, b.entries()[0].Changes, len(Providers))
}

func TestForbiddenStoredValuesAreKeptUntilTheyAreSetAnew(t *testing.T) {
	b := newBench(t)
	b.shelf.documents["ana"] = []byte(`{"schema":1,"version":5,"chosen":{"/ai_preferences/tone":"sarcastic"},
		"integrations":{"shopify":{"status":"paused","account":"ana-store"}}}`)
	d, err := b.Update(t.Context(), "ana", choosing(Bio, "b"), version(5), User)
	require.NoError(t, err)
	require.Equal(t, []Member{Tone, "/integrations/shopify/status"}, d.Invalid())

	p := choosing(Tone, "casual")
	p.Integrations = map[Provider]patch.Field[Report]{"shopify": patch.Null[Report]()}
	d, err = b.Update(t.Context(), "ana", p, patch.Match{}, User)
	require.NoError(t, err)
	require.Empty(t, d.Invalid())
	require.Equal(t, "casual", d.Value(Tone))

	told := b.entries()[0].Changes
	require.Equal(t, "sarcastic", *told[0].Before, "the audit has what was stored")
	require.Equal(t, "paused", *told[1].Before)
}

func TestSettingsOfANewerProgramAreReadAndNotChanged(t *testing.T) {
	b := newBench(t)
	const newer = `{"schema":2,"version":5,"chosen":{"/ai_preferences/tone":"luxury"},"consents":["news"]}`
	b.shelf.documents["ana"] = []byte(newer)
	require.Equal(t, "luxury", b.document().Value(Tone))

	_, err := b.Update(t.Context(), "ana", choosing(Bio, "b"), patch.Match{}, User)
	require.True(t, fault.Is(err, fault.Unavailable))
	require.Equal(t, newer, string(b.shelf.documents["ana"]))
	require.Empty(t, b.entries())

	_, err = b.Update(t.Context(), "ana", choosing(Tone, "luxury"), patch.Match{}, User)
	require.NoError(t, err, "what is so already needs no write")
}

func TestTheAuditIsWalkedThereAndBack(t *testing.T) {
	b := newBench(t)
	for i := range 5 {
		_, err := b.Update(t.Context(), "ana", choosing(Bio, fmt.Sprint(i)), patch.Match{}, User)
		require.NoError(t, err)
	}
	first, err := b.Audit(t.Context(), "ana", 2, "")
	require.NoError(t, err)
	require.Equal(t, []int64{5, 4}, versions(first.Items))
	require.Empty(t, first.Prev)

	_, err = b.Update(t.Context(), "ana", choosing(Bio, "meanwhile"), patch.Match{}, User)
	require.NoError(t, err)
	second, err := b.Audit(t.Context(), "ana", 2, first.Next)
	require.NoError(t, err)
	require.Equal(t, []int64{3, 2}, versions(second.Items))
	last, err := b.Audit(t.Context(), "ana", 2, second.Next)
	require.NoError(t, err)
	require.Equal(t, []int64{1}, versions(last.Items))
	require.Empty(t, last.Next)
	back, err := b.Audit(t.Context(), "ana", 2, last.Prev)
	require.NoError(t, err)
	require.Equal(t, second.Items, back.Items)

	_, err = b.Audit(t.Context(), "bea", 2, first.Next)
	require.Equal(t, fault.CodeInvalidCursor, fault.Of(err).Code, "a cursor is its owner's")
	others, err := b.Audit(t.Context(), "bea", 2, "")
	require.NoError(t, err)
	require.Empty(t, others.Items)
}

func versions(entries []Entry) (all []int64) {
	for _, e := range entries {
		all = append(all, e.Version)
	}
	return all
}

func TestWritersAtOnceLoseNothing(t *testing.T) {
	b := newBench(t)
	_, err := b.Update(t.Context(), "ana", reporting("tiktok", Report{Status: patch.Of(Connected)}), patch.Match{}, Pipeline)
	require.NoError(t, err)
	var writers sync.WaitGroup
	errs := make([]error, 99)
	for i := range errs {
		value := fmt.Sprint(i)
		p := []Patch{choosing(DisplayName, value), choosing(Bio, value), reporting("tiktok", Report{Account: patch.Of(value)})}[i%3]
		writers.Go(func() { _, errs[i] = b.Update(t.Context(), "ana", p, patch.Match{}, User) })
	}
	writers.Wait()
	require.Empty(t, slices.DeleteFunc(errs, func(err error) bool { return err == nil }))

	d, entries := b.document(), b.entries()
	require.Equal(t, int64(100), d.Version)
	require.Len(t, entries, 100)
	last := map[Member]*string{}
	for _, e := range slices.Backward(entries) {
		for _, c := range e.Changes {
			if before, seen := last[c.Pointer]; seen {
				require.Equal(t, before, c.Before, "each change begins where the one before it ended")
			}
			last[c.Pointer] = c.After
		}
	}
	require.Equal(t, d.Value(DisplayName), *last[DisplayName])
	require.Equal(t, d.Value(Bio), *last[Bio])
	require.Equal(t, d.Integration("tiktok").Account, *last["/integrations/tiktok/account"])
}
