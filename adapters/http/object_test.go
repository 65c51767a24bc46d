package http

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"vitrine/core/fault"
	"vitrine/core/patch"

	"github.com/stretchr/testify/require"
)

// bodyOf reads text as the body of a request.
func bodyOf(text string) *object {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(text))
	r.Header.Set("Content-Type", mediaJSON)
	x := &exchange{route: &route{body: jsonBody}}
	return readBody(r.WithContext(context.WithValue(r.Context(), exchangeKey{}, x)))
}

func TestMembersAreAbsentNullOrAValue(t *testing.T) {
	o := bodyOf(`{"null": null, "text": "a\u00e9\n", "empty": "", "flag": true, "off": false, "n": -0, "big": 9007199254740993,
		"list": [], "texts": ["a", ""], "free": { "b": [1.50, {"a": null}], "a": 1e999 }, "child": {"x": "y", "z": null}}`)
	require.Equal(t, patch.Field[string]{}, o.text("absent"))
	require.Equal(t, patch.Null[string](), o.text("null"))
	require.Equal(t, patch.Of("aé\n"), o.text("text"))
	require.Equal(t, patch.Of(""), o.text("empty"))
	require.Equal(t, patch.Of(true), o.flag("flag"))
	require.Equal(t, patch.Of(false), o.flag("off"))
	require.Equal(t, patch.Of(0), o.integer("n"))
	require.Equal(t, patch.Of(9007199254740993), o.integer("big"))
	require.Equal(t, patch.Of([]string{}), o.texts("list"))
	require.Equal(t, patch.Of([]string{"a", ""}), o.texts("texts"))
	require.Equal(t, `{"b":[1.50,{"a":null}],"a":1e999}`, string(o.free("free").Value))
	child := o.child("child")
	require.Equal(t, patch.Of("y"), child.Value.text("x"))
	require.Equal(t, patch.Null[int](), child.Value.integer("z"))
	require.NoError(t, o.err(nil, nil))
}

func TestMistakesInMembers(t *testing.T) {
	o := bodyOf(`{"text": 1, "flag": "true", "n": 1.5, "huge": 1e3, "texts": ["a", null, 2], "ids": ["x", "019AB3C4-7a5e-7c11-8f2e-0d9c5b7a1e01"],
		"child": {"unknown": 1, "a~b/c": 2}, "list": {}, "object": [], "filled": "", "mine": 1, "yours": 2}`)
	o.text("text")
	o.flag("flag")
	o.integer("n")
	o.integer("huge")
	o.texts("texts")
	require.Len(t, o.ids("ids"), 2, "a list keeps its length")
	o.child("child")
	o.texts("list")
	o.free("object")
	o.filled("filled")
	found := fault.Validation(fault.Field{Source: fault.Pointer, Name: "/core", Code: "found"})
	f := fault.Of(o.err([]string{"mine"}, found))
	require.Equal(t, fault.CodeValidation, f.Code)
	require.ElementsMatch(t, []string{
		"/text wrong_type", "/flag wrong_type", "/n wrong_type", "/huge wrong_type", "/texts/1 wrong_type", "/texts/2 wrong_type",
		"/ids/0 malformed", "/ids/1 malformed", "/child/unknown unknown_member", "/child/a~0b~1c unknown_member", "/list wrong_type",
		"/object wrong_type", "/filled required", "/mine read_only", "/yours unknown_member", "/core found",
	}, newProblem(f).mistakes())
}

func TestBodiesThatAreNoObject(t *testing.T) {
	deep := func(n int) string { return strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n) }
	items := func(n int) string { return `{"a":[` + strings.TrimSuffix(strings.Repeat(`"",`, n), ",") + `]}` }
	members := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `,"%d":1`, i)
		}
		return "{" + b.String()[1:] + "}"
	}
	for name, text := range map[string]string{
		"empty": "", "spaces": " \n", "null": "null", "array": "[]", "string": `"x"`, "number": "1", "true": "true",
		"cut": `{"a":1`, "cut string": `{"a":"`, "trailing": `{} {}`, "trailing word": `{}x`, "trailing comma": `{"a":1,}`,
		"duplicate": `{"a":1,"a":2}`, "duplicate by escape": `{"a":1,"\u0061":2}`, "deep duplicate": `{"x":[{"a":1,"a":2}]}`,
		"byte order mark": "\ufeff{}", "UTF-16": "{\x00}\x00", "not UTF-8": "{\"a\":\"\xff\"}", "overlong": "{\"a\":\"\xc0\xaf\"}",
		"lone surrogate": `{"a":"\ud800"}`, "half a pair": `{"a":"\ud800\u0061"}`, "raw control": "{\"a\":\"\x01\"}", "raw line break": "{\"a\":\"\n\"}",
		"comment": `{/**/}`, "single quotes": `{'a':1}`, "no quotes": `{a:1}`, "NaN": `{"a":NaN}`, "Infinity": `{"a":Infinity}`,
		"plus": `{"a":+1}`, "leading zero": `{"a":01}`, "bare point": `{"a":.5}`, "open point": `{"a":1.}`, "hexadecimal": `{"a":0x1}`,
		"33 levels": deep(33), "10 001 levels": deep(10_001), "deep arrays": `{"a":` + strings.Repeat("[", 100_000),
		"1 001 items": items(maxItems + 1), "1 001 members": members(maxItems + 1),
	} {
		t.Run(name, func(t *testing.T) {
			f := fault.Of(bodyOf(text).err(nil, nil))
			require.NotNil(t, f)
			require.Equal(t, "malformed-json", f.Code)
			require.NotContains(t, f.Message, "jsontext")
		})
	}
	for _, text := range []string{deep(32), items(maxItems), members(maxItems)} {
		f := fault.Of(bodyOf(text).err(nil, nil))
		require.Equal(t, fault.CodeValidation, f.Code, "the members are unknown, and that is all")
	}
	f := fault.Of(bodyOf(`{"x":[{"a":1,"a":2}]}`).err(nil, nil))
	require.Equal(t, []string{"/x/0/a duplicate"}, newProblem(f).mistakes())
}

func TestNULIsNoText(t *testing.T) {
	o := bodyOf(`{"a": "x\u0000", "b": {"c": ["\u0000", "d"], "e\u0000": 1}}`)
	o.text("a")
	o.free("b")
	require.Equal(t, []string{"/a invalid_characters", "/b/c/0 invalid_characters", "/b/e\x00 invalid_characters"},
		newProblem(fault.Of(o.err(nil, nil))).mistakes())
}

func TestALongListOfMistakesSaysHowLong(t *testing.T) {
	var b strings.Builder
	for i := range maxErrors + 9 {
		fmt.Fprintf(&b, `,"%d%s":1`, i, strings.Repeat("x", 300))
	}
	p := newProblem(fault.Of(bodyOf("{"+b.String()[1:]+"}").err(nil, nil)))
	require.Len(t, p.Errors, maxErrors)
	require.Equal(t, 9, p.ErrorsOmitted)
	require.Len(t, []rune(p.Errors[0]["pointer"]), maxShown+1)
}
