package elastic

import (
	"maps"

	"vitrine/core/search"
)

// Names of the members of an asset's document that queries use.
const (
	fieldID          = "id"
	fieldOwner       = "owner"
	fieldCheck       = "check"
	fieldCreated     = "created_ms"
	fieldTrashed     = "trashed"
	fieldType        = "type"
	fieldProject     = "project"
	fieldPosition    = "position"
	fieldTags        = "tags"
	fieldFavorite    = "favorite"
	fieldOrientation = "orientation"
	fieldFormat      = "format"
	fieldScene       = "scene"
	fieldModel       = "model"
)

// textFields are the members that hold the terms, by what a match in them is worth.
var textFields = map[search.Weight]string{
	search.WeightA: "text_a", search.WeightB: "text_b", search.WeightC: "text_c", search.WeightD: "text_d",
}

// Characters up to which beginnings of terms are indexed, so that a prefix is one term.
const (
	minPrefix = 1
	maxPrefix = 12
)

var (
	keyword = object{"type": "keyword"}
	number  = object{"type": "long"}
	boolean = object{"type": "boolean"}
	// text holds terms of core with spaces between them, and Elasticsearch does nothing but split them there. The gap keeps
	// sequences from crossing segments.
	text = object{
		"type": "text", "analyzer": "whitespace", "norms": false,
		"position_increment_gap": search.SegmentJump,
		"index_prefixes":         object{"min_chars": minPrefix, "max_chars": maxPrefix},
	}
)

// assetMapping is what an index of assets holds: nothing that is not named here. The texts are not kept, since rows come
// from the record. A document without routing is refused, since it could be in the index twice.
var assetMapping = object{
	"dynamic":  "strict",
	"_routing": object{"required": true},
	"_source":  object{"excludes": []string{"text_*"}},
	"properties": object{
		fieldID: keyword, fieldOwner: keyword, fieldCheck: number, fieldCreated: number, fieldTrashed: boolean,
		fieldType: keyword, fieldProject: keyword, fieldPosition: number, fieldTags: keyword, fieldFavorite: boolean,
		fieldOrientation: keyword, fieldFormat: keyword, fieldScene: keyword, fieldModel: keyword,
		textFields[search.WeightA]: text, textFields[search.WeightB]: text,
		textFields[search.WeightC]: text, textFields[search.WeightD]: text,
	},
}

// baseSettings: the worker that indexes refreshes when it needs to. Versions of deleted documents are remembered for longer than
// any request lasts, so that a late one cannot bring them back.
var baseSettings = object{
	"index.auto_expand_replicas": "0-1",
	"index.refresh_interval":     "-1",
	"index.gc_deletes":           "10m",
}

// assetSettings: rows lie newest first, so that such a search ends early.
var assetSettings = with(baseSettings, object{
	"index.sort.field": []string{fieldCreated, fieldID},
	"index.sort.order": []string{"desc", "desc"},
})

func with(o, more object) object {
	both := maps.Clone(o)
	maps.Copy(both, more)
	return both
}

// assetSchema is raised whenever the mapping, the settings, the documents or the rules that terms are made by change: then the
// index is built anew.
const assetSchema = 1
