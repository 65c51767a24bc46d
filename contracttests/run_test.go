package contracttests

import (
	"reflect"
	"slices"
	"testing"

	"vitrine/core/gallery"
)

func TestAnExcuseNeedsAClauseAndAReason(t *testing.T) {
	all := []clause{{name: "Projects/Find/InTheTrashToo"}}
	for _, row := range []struct {
		name, reason string
		want         bool
	}{
		{"Projects/Find/InTheTrashToo", "its trash is kept elsewhere", true},
		{"Projects/Find/InTheTrashToo", "", false},
		{"Projects/Find", "no such clause", false},
	} {
		if got := sound(row.name, row.reason, all); got != row.want {
			t.Errorf("%q excused with %q: sound %t, want %t", row.name, row.reason, got, row.want)
		}
	}
}

func TestABackendWithoutAPortIsRefused(t *testing.T) {
	if got := len(Backend{}.missing()); got != len(ports()) {
		t.Errorf("an empty backend lacks %d ports, want %d", got, len(ports()))
	}
}

// TestEveryMethodOfThePortsIsCalled: contexts and tenancy are tested of the methods that are listed.
func TestEveryMethodOfThePortsIsCalled(t *testing.T) {
	listed := map[string]bool{}
	for _, m := range slices.Concat(byID, byOwner) {
		listed[m.name] = true
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Backend]()) {
		if field.Type.Kind() != reflect.Interface {
			continue
		}
		for i := range field.Type.NumMethod() {
			if name := field.Name + "." + field.Type.Method(i).Name; !listed[name] {
				t.Errorf("methods.go does not call %s", name)
			}
		}
	}
}

// TestTheCanaryAsksEveryReaderOfTheGallery: whatever a new method may show of another owner, it must be asked for it.
func TestTheCanaryAsksEveryReaderOfTheGallery(t *testing.T) {
	writes := []string{
		"Repository.Insert", "Repository.Update",
		"Service.Create", "Service.CreateAll", "Service.Update", "Service.Trash", "Service.Restore", "Service.Bulk",
		"Service.Find", // which is Repository.Find
	}
	for _, reader := range []reflect.Type{
		reflect.TypeFor[gallery.Repository](), reflect.TypeFor[gallery.Finder](), reflect.TypeFor[gallery.Vocabulary](),
		reflect.TypeFor[*gallery.Service](),
	} {
		name := reader.Name()
		if reader.Kind() == reflect.Pointer {
			name = reader.Elem().Name()
		}
		for i := range reader.NumMethod() {
			method := name + "." + reader.Method(i).Name
			if galleryReads[method] == nil && !slices.Contains(writes, method) {
				t.Errorf("the canary does not ask %s", method)
			}
		}
	}
}

func TestABackendIsPromisedByItsName(t *testing.T) {
	for _, row := range []struct {
		promise string
		want    bool
	}{
		{"", false}, {"memory", false}, {"memory,postgres", true}, {"postgres", true}, {"postgres-elastic", false},
	} {
		t.Setenv("CONTRACT_BACKENDS", row.promise)
		if got := Promised("postgres"); got != row.want {
			t.Errorf("CONTRACT_BACKENDS=%q: promised %t, want %t", row.promise, got, row.want)
		}
	}
}
