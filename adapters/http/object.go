package http

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/patch"

	"github.com/go-json-experiment/json/jsontext"
)

// Codes of mistakes in the members of a body, beside those of core/content.
const (
	codeUnknownMember = "unknown_member"
	codeWrongType     = "wrong_type"
)

// notAnID is what is wrong with any text that names no id.
const notAnID = "must be a UUID in its canonical lower-case form."

// object is a JSON object that was checked, with readers for its members. Each reader takes one and tells apart absent, null
// and a value; a member that nobody took does not exist. All mistakes are kept for the end.
type object struct {
	path     string // JSON Pointer (RFC 6901) of the object
	raw      []byte // the whole body, of the object at the root
	members  []*member
	children []*object
	known    []string       // members that exist and belong to the server where no reader takes them
	mistakes *[]fault.Field // of the whole body
	broken   error          // the body cannot be read at all
}

type member struct {
	name  string
	value jsontext.Value
	taken bool
}

// membersOf splits an object that is known to be sound.
func membersOf(raw []byte) (members []*member) {
	names := true
	eachValue(raw, func(v jsontext.Value) {
		if names {
			members = append(members, &member{name: unquoted(v)})
		} else {
			members[len(members)-1].value = v
		}
		names = !names
	})
	return members
}

// eachValue gives the values of an array, or the names and values of an object, in order.
func eachValue(raw []byte, f func(jsontext.Value)) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw))
	if _, err := dec.ReadToken(); err != nil {
		return
	}
	for kind := dec.PeekKind(); kind != ']' && kind != '}' && kind != jsontext.KindInvalid; kind = dec.PeekKind() {
		v, err := dec.ReadValue()
		if err != nil {
			return
		}
		f(v.Clone())
	}
}

func unquoted(v jsontext.Value) string {
	b, err := jsontext.AppendUnquote(nil, v)
	if err != nil {
		return "" // the text was checked
	}
	return string(b)
}

// read takes a member that is null or of one of the kinds. convert gives its value, or notes what is wrong and gives false.
func read[T any](o *object, name, want string, kinds string, convert func(at string, v jsontext.Value) (T, bool)) patch.Field[T] {
	i := slices.IndexFunc(o.members, func(m *member) bool { return m.name == name })
	if i < 0 {
		return patch.Field[T]{}
	}
	m, at := o.members[i], o.path+"/"+name
	m.taken = true
	kind := m.value.Kind()
	if kind == 'n' {
		return patch.Null[T]()
	}
	if !strings.ContainsRune(kinds, rune(kind)) {
		o.note(at, codeWrongType, "must be "+want+".")
		return patch.Field[T]{}
	}
	v, ok := convert(at, m.value)
	if !ok {
		return patch.Field[T]{}
	}
	return patch.Of(v)
}

// has reports whether the object has the member, null or not.
func (o *object) has(name string) bool {
	return slices.ContainsFunc(o.members, func(m *member) bool { return m.name == name })
}

// text reads a string.
func (o *object) text(name string) patch.Field[string] {
	return read(o, name, "a string", `"`, func(_ string, v jsontext.Value) (string, bool) { return unquoted(v), true })
}

// filled reads a string that means nothing when it is empty.
func (o *object) filled(name string) patch.Field[string] {
	return read(o, name, "a string", `"`, func(at string, v jsontext.Value) (string, bool) {
		s := unquoted(v)
		if s == "" {
			o.note(at, content.Required, "must not be empty; leave it out instead.")
		}
		return s, s != ""
	})
}

// flag reads true or false.
func (o *object) flag(name string) patch.Field[bool] {
	return read(o, name, "true or false", "tf", func(_ string, v jsontext.Value) (bool, bool) { return v.Kind() == 't', true })
}

// integer reads a number that is written as an integer: 1.0 and 1e3 are not.
func (o *object) integer(name string) patch.Field[int] {
	return read(o, name, "a whole number", "0", func(at string, v jsontext.Value) (int, bool) {
		if bytes.ContainsAny(v, ".eE") {
			o.note(at, codeWrongType, "must be a whole number.")
			return 0, false
		}
		n, err := strconv.Atoi(string(v))
		if err != nil {
			o.note(at, content.OutOfRange, "is out of range.")
		}
		return n, err == nil
	})
}

// positive reads a whole number from 1 on, of something that has no size where it is not known.
func (o *object) positive(name string) patch.Field[int] {
	n := o.integer(name)
	if n.Given() && n.Value < 1 {
		o.note(o.path+"/"+name, content.OutOfRange, "must be at least 1; leave it out where it is not known.")
	}
	return n
}

// texts reads an array of strings.
func (o *object) texts(name string) patch.Field[[]string] {
	return read(o, name, "an array of strings", "[", func(at string, v jsontext.Value) ([]string, bool) {
		list, sound := []string{}, true
		eachValue(v, func(v jsontext.Value) {
			if v.Kind() != '"' {
				o.note(at+"/"+strconv.Itoa(len(list)), codeWrongType, "must be a string.")
				sound = false
			}
			list = append(list, unquoted(v))
		})
		return list, sound
	})
}

// id reads an id.
func (o *object) id(name string) patch.Field[ident.ID] {
	return read(o, name, "a string", `"`, func(at string, v jsontext.Value) (ident.ID, bool) {
		id, err := ident.ParseID(unquoted(v))
		if err != nil {
			o.note(at, codeMalformed, notAnID)
		}
		return id, err == nil
	})
}

// ids reads an array of ids. One that is malformed is noted and read as the zero id, which is nobody's, so that the list
// keeps its length.
func (o *object) ids(name string) (ids []ident.ID) {
	for i, s := range o.texts(name).Value {
		id, err := ident.ParseID(s)
		if err != nil {
			o.note(o.path+"/"+name+"/"+strconv.Itoa(i), codeMalformed, notAnID)
		}
		ids = append(ids, id)
	}
	return ids
}

// child reads an object whose members are known.
func (o *object) child(name string) patch.Field[*object] {
	return read(o, name, "an object", "{", func(at string, v jsontext.Value) (*object, bool) {
		c := &object{path: at, members: membersOf(v), mistakes: o.mistakes}
		o.children = append(o.children, c)
		return c, true
	})
}

// free reads an object whose members are the client's own, as compact JSON.
func (o *object) free(name string) patch.Field[[]byte] {
	return read(o, name, "an object", "{", func(_ string, v jsontext.Value) ([]byte, bool) {
		err := v.Compact()
		return v, err == nil // the text was checked
	})
}

func (o *object) note(at, code, detail string) {
	*o.mistakes = append(*o.mistakes, fault.Field{Source: fault.Pointer, Name: shortened(at), Code: code, Detail: detail})
}

// err is the fault of all mistakes: what was noted here, members that no reader took, and what the core found in the
// values, but for values that could not be read. Members among known that were not taken belong to the server.
func (o *object) err(known []string, found error) error {
	if o.broken != nil {
		return o.broken
	}
	o.known = known
	o.refuseUntaken()
	f := fault.Of(found)
	switch {
	case f == nil && len(*o.mistakes) == 0:
		return nil
	case f != nil && f.Code != fault.CodeValidation:
		return found
	case f != nil:
		*o.mistakes = append(*o.mistakes, slices.DeleteFunc(slices.Clone(f.Fields), o.noted)...)
	}
	return fault.Validation(*o.mistakes...)
}

// noted reports whether a mistake is known at that place already.
func (o *object) noted(found fault.Field) bool {
	return slices.ContainsFunc(*o.mistakes, func(m fault.Field) bool { return m.Name == found.Name })
}

func (o *object) refuseUntaken() {
	for _, m := range o.members {
		switch at := o.path + "/" + pointerEscape.Replace(m.name); {
		case m.taken:
		case slices.Contains(o.known, m.name):
			o.note(at, content.ReadOnly, "is set by the server.")
		default:
			o.note(at, codeUnknownMember, "does not exist here.")
		}
	}
	for _, c := range o.children {
		c.refuseUntaken()
	}
}

// pointerEscape writes a member's name into a JSON Pointer (RFC 6901, section 3).
var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

// wordOf gives a text member the type of a word.
func wordOf[T ~string](f patch.Field[string]) patch.Field[T] {
	return patch.Field[T]{Set: f.Set, Null: f.Null, Value: T(f.Value)}
}
