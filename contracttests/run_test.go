package contracttests

import "testing"

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
