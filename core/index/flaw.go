package index

// Flaw is what is wrong with a document of a copy.
type Flaw string

// The flaws. A repair mends the first three; of the others only a new copy is rid.
const (
	Missing Flaw = "missing" // the record has it, the copy has not
	Stale   Flaw = "stale"   // it holds something else
	Surplus Flaw = "surplus" // the record has none such of that owner
	Newer   Flaw = "newer"   // its version is one that the record never gave out: a backup of the record was restored
	Double  Flaw = "double"  // another document says that it has the same id
)

// wrong is a document with a flaw, as both sides have it.
type wrong struct {
	flaw             Flaw
	id               string
	recorded, copied Entry
}

// wrongOf tells what is wrong with a document, nil where a side has none. Without a flaw nothing is.
func wrongOf(recorded, copied *Entry) (w wrong) {
	if recorded != nil {
		w.id, w.recorded = recorded.ID, *recorded
	}
	if copied != nil {
		w.id, w.copied = copied.ID, *copied
	}
	switch {
	case copied == nil:
		w.flaw = Missing
	case recorded == nil:
		w.flaw = Surplus
	case copied.Version > recorded.Version:
		w.flaw = Newer
	case copied.Check != recorded.Check:
		w.flaw = Stale
	}
	return w
}

// still is what stays the same while nothing happens to the document: the record's version may rise without that.
func (w wrong) still() wrong {
	w.recorded.Version = 0
	return w
}
