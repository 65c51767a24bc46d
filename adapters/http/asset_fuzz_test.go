package http

import (
	"strings"
	"testing"
	"unicode/utf8"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/page"

	"github.com/stretchr/testify/require"
)

func FuzzAssetQuery(f *testing.F) {
	for _, raw := range []string{
		"", "q=a&type=image,text&limit=5&highlight=true", "project_id=none", "project_id=019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01&sort=position",
		"around=019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01&cursor=x", "model=a,b&scene=hero&format=email&orientation=square", "every=50", "project_id=&around=",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		q := queryOf(raw)
		l, around := assetListing(q)
		if err := q.err(); err != nil {
			requireShowable(t, fault.Of(err))
		} else {
			require.True(t, l.Limit >= 1 && l.Limit <= page.MaxLimit)
			require.True(t, around == nil || l.Cursor == "")
			require.False(t, l.Filter.WithoutHome && l.Filter.Project != nil)
			for _, text := range append(append([]string{l.Filter.Q}, l.Filter.Tags...), l.Filter.Models...) {
				require.True(t, utf8.ValidString(text) && !strings.ContainsAny(text, "\x00\n\r\t\x7f"))
			}
		}
		q = queryOf(raw)
		l, every := fencing(q)
		if err := q.err(); err != nil {
			requireShowable(t, fault.Of(err))
		} else {
			require.True(t, every >= page.MinSpacing && every <= page.MaxSpacing)
			require.Contains(t, append([]page.Order{{}}, gallery.DateOrders...), l.Order)
		}
	})
}

func FuzzAssetBody(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"type":"image","url":"/a","width":1,"height":2,"seed":"1","tags":["a"]}`, `{"type":"text","content":"\u0000"}`,
		`{"items":[{"type":"text","content":"x"},{"type":"image","size_bytes":9007199254740993},null,"\u0000",[]]}`, `{"items":{}}`,
		`{"action":"move","ids":["019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01"],"project_id":null}`, `{"action":"tag","ids":["x"],"tags":[""]}`,
		`{"project_id":"x","position":-1,"content":""}`, `[`, `{"items":[`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		judge := func(read func(*object) error, known []string) {
			o := bodyOf(text)
			found := read(o)
			if err := o.err(known, found); err != nil {
				requireShowable(t, fault.Of(err))
			}
		}
		judge(func(o *object) error { return newAsset(o).Check() }, assetMembers)
		judge(func(o *object) error { p := assetPatch(o); return p.Check() }, assetMembers)
		judge(func(o *object) error { return checked(assetCommand(o), gallery.BulkActions) }, nil)
		judge(func(o *object) error {
			for _, item := range newAssets(o) {
				if item.Fault != nil {
					requireShowable(t, item.Fault)
					continue
				}
				require.NotContains(t, item.New.Content+item.New.Prompt+item.New.Title+item.New.URL, "\x00")
			}
			return nil
		}, nil)
	})
}
