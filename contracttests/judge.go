package contracttests

import (
	"errors"
	"reflect"
	"time"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/projects"
	"vitrine/core/search"
	"vitrine/core/settings"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// exactly is how values are compared: member by member, times as the same instant in UTC. Of tags, timelines and rows
// there may be none, which has two spellings in Go and one meaning.
var exactly = cmp.Options{
	cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) && a.Location() == b.Location() }),
	cmp.FilterPath(sliceOf[string], cmpopts.EquateEmpty()),
	cmp.FilterPath(sliceOf[projects.Span], cmpopts.EquateEmpty()),
	cmp.FilterPath(sliceOf[projects.Row], cmpopts.EquateEmpty()),
	cmp.FilterPath(sliceOf[gallery.Row], cmpopts.EquateEmpty()),
	cmp.FilterPath(sliceOf[gallery.Entry], cmpopts.EquateEmpty()),
	cmp.FilterPath(sliceOf[search.Correction], cmpopts.EquateEmpty()),
	cmp.FilterPath(sliceOf[settings.Entry], cmpopts.EquateEmpty()),
	cmp.AllowUnexported(settings.Document{}),
	cmp.Transformer("members", func(r projects.Run) run { return run(r) }),
}

// sliceOf matches slices of T.
func sliceOf[T any](p cmp.Path) bool { return p.Last().Type() == reflect.TypeFor[[]T]() }

// run is a projects.Run without its Equal, which would hide which member differs.
type run projects.Run

// asListed is for rows of lists, which need not have a timeline.
var asListed = cmpopts.IgnoreFields(run{}, "Timeline")

// same fails the clause with the difference of two values.
func (s *scene) same(what string, want, got any, more ...cmp.Option) {
	s.Helper()
	if diff := cmp.Diff(want, got, exactly, cmp.Options(more)); diff != "" {
		s.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// ok fails the clause for an error where there must be none.
func (s *scene) ok(err error) {
	s.Helper()
	if err != nil {
		s.Fatalf("unexpected error: %v", err)
	}
}

// done fails the clause for a result with a fault.
func (s *scene) done(results bulk.Results) {
	s.Helper()
	for i, r := range results {
		if r.Fault != nil {
			s.Fatalf("result %d: unexpected fault: %v", i, r.Fault)
		}
	}
}

// faulty fails the clause unless the error is a fault of the kind and code.
func (s *scene) faulty(err error, kind fault.Kind, code string) {
	s.Helper()
	var f *fault.Error
	if !errors.As(err, &f) {
		s.Fatalf("want the fault %q, got the error %v", code, err)
	}
	if f.Kind != kind || f.Code != code {
		s.Fatalf("want the fault %q of kind %d, got %q of kind %d: %v", code, kind, f.Code, f.Kind, err)
	}
}

// absent fails the clause unless the error says that nothing is there.
func (s *scene) absent(err error) {
	s.Helper()
	s.faulty(err, fault.NotFound, fault.CodeNotFound)
}

// because fails the clause unless the error is, or wraps, the cause.
func (s *scene) because(err, cause error) {
	s.Helper()
	if !errors.Is(err, cause) {
		s.Fatalf("want the error %v, got %v", cause, err)
	}
}
