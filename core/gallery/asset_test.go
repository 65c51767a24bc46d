package gallery

import (
	"strings"
	"testing"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/patch"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

func TestDisplayTitle(t *testing.T) {
	long := strings.Repeat("walnut lamp ", 20)
	for name, row := range map[string]struct {
		asset Asset
		want  string
	}{
		"its title":              {Asset{Title: "Hero", Prompt: "x"}, "Hero"},
		"the words of a prompt":  {Asset{Type: Image, Prompt: " a walnut\nlamp "}, "a walnut lamp"},
		"the words of a copy":    {Asset{Type: Text, Content: "Meet the lamp.", Prompt: "write a copy"}, "Meet the lamp."},
		"cut at a word":          {Asset{Type: Video, Prompt: long}, "walnut lamp walnut lamp walnut lamp walnut lamp walnut lamp…"},
		"a script without space": {Asset{Type: Image, Prompt: strings.Repeat("运动鞋", 30)}, strings.Repeat("运动鞋", 20) + "…"},
		"nothing":                {Asset{Type: Image}, "Untitled"},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, row.want, row.asset.DisplayTitle()) })
	}
}

func TestExcerpt(t *testing.T) {
	a := Asset{Prompt: strings.Repeat("é", 501), Content: strings.Repeat("x", 500), OriginalPrompt: "o", NegativePrompt: "n"}
	short, truncated := a.Excerpt()
	require.Equal(t, []string{"prompt"}, truncated)
	require.Equal(t, strings.Repeat("é", 500), short.Prompt)
	require.Equal(t, a.Content, short.Content)
	require.Empty(t, short.OriginalPrompt+short.NegativePrompt)
}

func TestOrientation(t *testing.T) {
	for want, size := range map[Orientation][2]int{"portrait": {3, 4}, "landscape": {16, 9}, "square": {8, 8}, "": {0, 0}} {
		require.Equal(t, want, Asset{Width: size[0], Height: size[1]}.Orientation())
	}
}

// mistakes are the pointers and codes that the fault names.
func mistakes(err error) (found []string) {
	if e := fault.Of(err); e != nil {
		for _, f := range e.Fields {
			found = append(found, f.Name+" "+f.Code)
		}
	}
	return found
}

func image() NewAsset { return NewAsset{Type: Image, URL: "https://cdn.example/a.png"} }

func text() NewAsset { return NewAsset{Type: Text, Content: "Meet the lamp."} }

func TestNewAssetNamesEveryMistake(t *testing.T) {
	low, high := -1, MaxPosition+1
	for name, row := range map[string]struct {
		base  NewAsset
		spoil func(*NewAsset)
		want  []string
	}{
		"a sound image":            {image(), func(*NewAsset) {}, nil},
		"a sound text":             {text(), func(n *NewAsset) { n.Language = "pt-br" }, nil},
		"no type":                  {NewAsset{}, func(*NewAsset) {}, []string{"/type unknown_value"}},
		"an image without address": {NewAsset{Type: Image}, func(*NewAsset) {}, []string{"/url invalid_url"}},
		"a script as address":      {image(), func(n *NewAsset) { n.ThumbnailURL = "javascript:alert(1)" }, []string{"/thumbnail_url invalid_url"}},
		"an image with copy":       {image(), func(n *NewAsset) { n.Content, n.Format = "x", "email" }, []string{"/content not_applicable", "/format not_applicable"}},
		"an image that lasts":      {image(), func(n *NewAsset) { n.DurationMS = 1 }, []string{"/duration_ms not_applicable"}},
		"half a size":              {image(), func(n *NewAsset) { n.Width = 10 }, []string{"/height required"}},
		"the other half":           {image(), func(n *NewAsset) { n.Height = 10 }, []string{"/width required"}},
		"too wide":                 {image(), func(n *NewAsset) { n.Width, n.Height = MaxDimension+1, 1 }, []string{"/width out_of_range"}},
		"too large":                {image(), func(n *NewAsset) { n.SizeBytes = MaxSize + 1 }, []string{"/size_bytes out_of_range"}},
		"an unknown scene":         {image(), func(n *NewAsset) { n.Scene = "moon" }, []string{"/scene unknown_value"}},
		"a position below":         {image(), func(n *NewAsset) { n.Position = &low }, []string{"/position out_of_range"}},
		"a position above":         {image(), func(n *NewAsset) { n.Position = &high }, []string{"/position out_of_range"}},
		"a model with a comma":     {image(), func(n *NewAsset) { n.Model = "a,b" }, []string{"/model invalid_characters"}},
		"a text that is blank":     {text(), func(n *NewAsset) { n.Content = " \n\u200b" }, []string{"/content required"}},
		"a text of 100 001":        {text(), func(n *NewAsset) { n.Content = strings.Repeat("x", MaxContent+1) }, []string{"/content too_long"}},
		"a text with a size":       {text(), func(n *NewAsset) { n.Width = 1 }, []string{"/width not_applicable"}},
		"no language":              {text(), func(n *NewAsset) { n.Language = "xx" }, []string{"/language invalid_language"}},
		"a prompt of 10 001":       {image(), func(n *NewAsset) { n.NegativePrompt = strings.Repeat("x", content.MaxPrompt+1) }, []string{"/negative_prompt too_long"}},
	} {
		t.Run(name, func(t *testing.T) {
			n := row.base
			row.spoil(&n)
			require.ElementsMatch(t, row.want, mistakes(n.Check()))
		})
	}
}

func TestNewAssetIsStoredCanonical(t *testing.T) {
	n := text()
	n.Language = "PT-br"
	a, err := n.asset(ident.ID{1}, time.Unix(0, 0))
	require.NoError(t, err)
	require.Equal(t, "pt-BR", a.Language)
	require.Equal(t, Format("other"), a.Format)
	require.Equal(t, AfterLast, a.Position)
}

func TestSettle(t *testing.T) {
	project := ident.ID{1}
	for name, row := range map[string]struct {
		asset Asset
		home  Home
		want  int
		fault string
	}{
		"after the last":     {Asset{ProjectID: &project, Position: AfterLast}, Home{Last: 6}, 7, ""},
		"the first":          {Asset{ProjectID: &project, Position: AfterLast}, Home{Last: -1}, 0, ""},
		"where it says":      {Asset{ProjectID: &project, Position: 3}, Home{Last: 6}, 3, ""},
		"no project":         {Asset{Position: AfterLast}, Home{Last: -1}, 0, ""},
		"at the very end":    {Asset{ProjectID: &project, Position: AfterLast}, Home{Last: MaxPosition}, MaxPosition, ""},
		"an unknown project": {Asset{ProjectID: &project}, Home{NoProject: true}, 0, fault.CodeValidation},
		"an unknown parent":  {Asset{}, Home{NoParent: true}, 0, fault.CodeValidation},
		"a trashed project":  {Asset{ProjectID: &project}, Home{Trashed: true}, 0, fault.CodeInTrash},
	} {
		t.Run(name, func(t *testing.T) {
			a := row.asset
			err := a.Settle(row.home)
			if row.fault != "" {
				require.Equal(t, row.fault, fault.Of(err).Code)
				return
			}
			require.NoError(t, err)
			require.Equal(t, row.want, a.Position)
		})
	}
}

func TestPatchMovesBehindTheLastOfAnotherProject(t *testing.T) {
	here, there := ident.ID{1}, ident.ID{2}
	for name, row := range map[string]struct {
		patch Patch
		want  int
	}{
		"the same project":      {Patch{ProjectID: patch.Of(here)}, 4},
		"another":               {Patch{ProjectID: patch.Of(there)}, AfterLast},
		"out of any":            {Patch{ProjectID: patch.Null[ident.ID]()}, AfterLast},
		"another, at a place":   {Patch{ProjectID: patch.Of(there), Position: patch.Of(9)}, 9},
		"the position is reset": {Patch{Position: patch.Null[int]()}, AfterLast},
	} {
		t.Run(name, func(t *testing.T) {
			a := Asset{Type: Image, ProjectID: &here, Position: 4}
			require.NoError(t, row.patch.apply(&a))
			require.Equal(t, row.want, a.Position)
		})
	}
}

func TestPatchRefusesWhatDoesNotBelong(t *testing.T) {
	a := Asset{Type: Image}
	p := Patch{Content: patch.Of("copy")}
	require.Equal(t, []string{"/content not_applicable"}, mistakes(p.apply(&a)))

	gone := time.Unix(0, 0)
	trashed := Asset{Type: Text, DeletedAt: &gone}
	require.Equal(t, fault.CodeInTrash, fault.Of(p.apply(&trashed)).Code)

	blank := Patch{Content: patch.Null[string]()}
	require.Equal(t, []string{"/content required"}, mistakes(blank.Check()))
}

func TestNotesOfCorrections(t *testing.T) {
	require.Empty(t, note(nil))
	require.Nil(t, corrections(""))
	c := corrections(note([]search.Correction{{From: "shoos", To: []string{"shoes", "shops"}}, {From: "lmap", To: []string{"lamp"}}}))
	require.Equal(t, []search.Correction{{From: "shoos", To: []string{"shoes", "shops"}}, {From: "lmap", To: []string{"lamp"}}}, c)
}
