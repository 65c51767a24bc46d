package elastic

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/search"
)

// document is an asset as it is indexed; mapping.go names its members. A value that is not there counts for no facet.
type document struct {
	ID          string   `json:"id"`
	Owner       string   `json:"owner"`
	Check       int64    `json:"check"`
	Created     int64    `json:"created_ms"`
	Trashed     bool     `json:"trashed"`
	Type        string   `json:"type"`
	Project     string   `json:"project"` // as filters and counts name it
	Position    int      `json:"position"`
	Tags        []string `json:"tags,omitempty"`
	Favorite    bool     `json:"favorite"`
	Orientation string   `json:"orientation,omitempty"`
	Format      string   `json:"format,omitempty"`
	Scene       string   `json:"scene,omitempty"`
	Model       string   `json:"model,omitempty"`
	TextA       []string `json:"text_a,omitempty"` // each a segment: terms with spaces between them
	TextB       []string `json:"text_b,omitempty"`
	TextC       []string `json:"text_c,omitempty"`
	TextD       []string `json:"text_d,omitempty"`
}

func newDocument(owner ident.Owner, a gallery.Asset) document {
	text := a.Document()
	return document{
		ID:          a.ID.String(),
		Owner:       string(owner),
		Check:       gallery.Check(a),
		Created:     a.CreatedAt.UnixMilli(),
		Trashed:     a.Trashed(),
		Type:        string(a.Type),
		Project:     home(a.ProjectID),
		Position:    a.Position,
		Tags:        a.Tags,
		Favorite:    a.Favorite,
		Orientation: string(a.Orientation()),
		Format:      string(a.Format),
		Scene:       string(a.Scene),
		Model:       a.Model,
		TextA:       segments(text, search.WeightA),
		TextB:       segments(text, search.WeightB),
		TextC:       segments(text, search.WeightC),
		TextD:       segments(text, search.WeightD),
	}
}

func segments(d search.Document, w search.Weight) (values []string) {
	for _, terms := range d.Segments(w) {
		values = append(values, strings.Join(terms, " "))
	}
	return values
}

// home is the project of an asset.
func home(project *ident.ID) string {
	if project == nil {
		return gallery.NoProject
	}
	return project.String()
}

// routing puts all rows of an owner into one shard, where counts by value are exact. It is no wall: the owner is a condition
// of every query as well. An owner cannot be a routing value itself, since a search would read a comma as two of them.
func routing(owner ident.Owner) string {
	sum := sha256.Sum256([]byte(owner))
	return hex.EncodeToString(sum[:8])
}

// name is what Elasticsearch calls a document: no owner's can take the place of another's, whatever its id is.
func name(owner ident.Owner, id string) string { return routing(owner) + "/" + id }
