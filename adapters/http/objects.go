package http

import (
	"fmt"
	"slices"
	"strings"

	"vitrine/core/content"
	"vitrine/core/fault"

	"github.com/go-json-experiment/json/jsontext"
)

// batch reads an array of 1 to limit objects that are judged one by one: each has mistakes of its own, with pointers that
// begin in it, so that a bad one spoils no other. What is no object has that for its mistake. NUL in their texts is left to
// the core, which takes it nowhere.
func (o *object) batch(name string, limit int) []*object {
	if o.broken != nil {
		return nil
	}
	at, n := o.path+"/"+name, 0
	f := read(o, name, "an array", "[", func(_ string, v jsontext.Value) (items []*object, ok bool) {
		eachValue(v, func(v jsontext.Value) {
			if n++; n <= limit {
				items = append(items, itemOf(v))
			}
		})
		return items, true
	})
	*o.mistakes = slices.DeleteFunc(*o.mistakes, func(m fault.Field) bool { return strings.HasPrefix(m.Name, at+"/") })
	if (n < 1 || n > limit) && !o.noted(fault.Field{Name: at}) {
		o.note(at, content.OutOfRange, fmt.Sprintf("must hold 1 to %d items; there are %d.", limit, n))
	}
	return f.Value
}

func itemOf(v jsontext.Value) *object {
	if v.Kind() != '{' {
		return &object{broken: fault.Validation(fault.Field{Source: fault.Pointer, Code: codeWrongType, Detail: "must be an object."})}
	}
	return &object{members: membersOf(v), mistakes: new([]fault.Field)}
}
