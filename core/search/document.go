package search

import (
	"cmp"
	"slices"
	"strings"
)

// Field is one text field of a row, or one list of texts.
type Field struct {
	// Name is what highlights call the field ("title", "tags").
	Name string
	// Weight is what a match in the field is worth.
	Weight Weight
	// Texts are the values as stored. No value, or one without a word, takes
	// no position.
	Texts []string
	// List says that Texts are the items of a list (tags), so that a highlight
	// says in which item it is.
	List bool
	// Prompt says that Texts are prompts, where the number after the last colon
	// inside brackets is a weight and no term: "(red shoe:1.3)".
	Prompt bool
}

// fold gives a text of the field as its tokens are read from it.
func (f Field) fold(text string, traced bool) folded {
	folded := fold(text, traced)
	if f.Prompt {
		folded.text = withoutWeights(folded.text)
	}
	return folded
}

// Posting is one term of a row and where it occurs.
type Posting struct {
	// Term is 1 to MaxTermBytes bytes of letters, marks, digits or emoji in
	// valid UTF-8; it never holds a space, a quote or other punctuation. It
	// may share memory with the text it comes from.
	Term string
	// Places are ascending, at least 1 and at most MaxOccurrences.
	Places []Place
}

// Document is the text of one row as engines store it. It is immutable, and
// safe for concurrent use; what its methods return must not be written to.
//
// How the engines read it:
//
//   - memory keeps it beside an inverted index made of Postings, finds
//     candidates with Query.Needs and judges them with Query.Match;
//   - PostgreSQL takes Postings as a tsvector literal, each 'term':1A,5B with
//     Place.Position and Weight.String (a term needs no escaping);
//   - Elasticsearch takes for each weight the Segments as the values of one text
//     field, the terms joined by spaces, analysed by white space, with a
//     position_increment_gap of at least 1. Its positions differ from Place, but
//     what is adjacent here is adjacent there and the reverse.
type Document struct {
	postings []Posting // in the order of their terms, byte by byte
}

// NewDocument makes the document of a row from its fields.
//
// Positions count from 1 over all fields in the order given. The first
// position of a segment (a text, then the joined form of each of its words)
// lies SegmentJump after the last of the segment before. Nothing beyond
// MaxPositions is indexed, and of a term only the first MaxOccurrences
// occurrences are: a later one leaves its position empty, so its neighbours do
// not become adjacent.
func NewDocument(fields []Field) Document {
	b := builder{position: 1 - SegmentJump}
	for _, f := range fields {
		for _, text := range f.Texts {
			b.add(f, text)
		}
	}
	return b.document()
}

// usualTerm is how many bytes of text usually hold a term; room is made by it.
const usualTerm = 6

// builder collects the occurrences of terms in the order of their positions.
type builder struct {
	position int
	found    []occurrence
}

type occurrence struct {
	term  string
	place Place
}

// add takes one text of a field.
func (b *builder) add(f Field, text string) {
	if b.position > MaxPositions {
		return
	}
	b.found = slices.Grow(b.found, min(len(text)/usualTerm, MaxPositions))
	segment := -1
	for t := range tokens(f.fold(text, false).text) {
		if t.segment == segment {
			b.position++
		} else {
			b.position += SegmentJump
			segment = t.segment
		}
		if b.position > MaxPositions {
			return
		}
		b.found = append(b.found, occurrence{t.term, newPlace(b.position, f.Weight)})
	}
}

// document sorts the occurrences by term and cuts what is too frequent.
func (b *builder) document() Document {
	slices.SortFunc(b.found, func(x, y occurrence) int {
		return cmp.Or(strings.Compare(x.term, y.term), cmp.Compare(x.place, y.place))
	})
	places := make([]Place, len(b.found))
	distinct := 0
	for i, o := range b.found {
		places[i] = o.place
		if i == 0 || o.term != b.found[i-1].term {
			distinct++
		}
	}
	postings := make([]Posting, 0, distinct)
	for from := 0; from < len(places); {
		term, to := b.found[from].term, from+1
		for to < len(places) && b.found[to].term == term {
			to++
		}
		end := min(to, from+MaxOccurrences)
		postings = append(postings, Posting{Term: term, Places: places[from:end:end]})
		from = to
	}
	return Document{postings}
}

// Postings gives the terms of the document in byte order, each once.
func (d Document) Postings() []Posting { return d.postings }

// Segments gives the stretches of terms at consecutive positions in the fields
// of one weight, in order; none is empty. A term left out for MaxOccurrences
// ends a stretch.
func (d Document) Segments(w Weight) [][]string {
	var found []occurrence
	for _, p := range d.postings {
		for _, place := range p.Places {
			if place.Weight() == w {
				found = append(found, occurrence{p.Term, place})
			}
		}
	}
	slices.SortFunc(found, func(x, y occurrence) int { return cmp.Compare(x.place, y.place) })
	var segments [][]string
	for i, o := range found {
		if i == 0 || o.place != found[i-1].place.next() {
			segments = append(segments, nil)
		}
		last := len(segments) - 1
		segments[last] = append(segments[last], o.term)
	}
	return segments
}
