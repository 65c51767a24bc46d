package insights

import (
	"fmt"
	"slices"
	"strings"

	"vitrine/core/fault"
	"vitrine/core/ident"
)

// Ask is what every question says: when, and of what. The texts are as the caller wrote them, empty where nothing was
// said.
type Ask struct {
	Range      string // one of Presets
	Start, End string // both dates of the zone or both instants
	TZ         string // empty for the caller's own zone

	Filter Filter
}

// Filter says which events and assets count. Its members narrow it together; several values of one member mean any of
// them. The zero Filter is everything.
type Filter struct {
	Channels   []Channel
	AssetTypes []AssetType
	ProjectID  *ident.ID // the assets that are in it now, the trash included; none where it is absent or foreign
}

// normalize puts the values of each member in the order of their lists.
func (f Filter) normalize() Filter {
	f.Channels = ordered(f.Channels, Channels)
	f.AssetTypes = ordered(f.AssetTypes, AssetTypes)
	return f
}

func ordered[T comparable](given, all []T) []T {
	var kept []T
	for _, v := range all {
		if slices.Contains(given, v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// AdmitsChannel reports whether events of the channel count.
func (f Filter) AdmitsChannel(c Channel) bool {
	return len(f.Channels) == 0 || slices.Contains(f.Channels, c)
}

// AdmitsType reports whether assets of the type count.
func (f Filter) AdmitsType(t AssetType) bool {
	return len(f.AssetTypes) == 0 || slices.Contains(f.AssetTypes, t)
}

// AdmitsProject reports whether assets of the project count; nil is that of an asset without one.
func (f Filter) AdmitsProject(id *ident.ID) bool {
	return f.ProjectID == nil || id != nil && *id == *f.ProjectID
}

// applies reports whether the filter and a grouping mean something to the metric. What the record counts has no
// channel, and a project has neither a type of asset nor a project that it is in.
func (f Filter) applies(m Metric, by Dimension) bool {
	switch m {
	case AssetsCreated:
		return len(f.Channels) == 0 && by != ByChannel
	case ProjectsCreated:
		return len(f.Channels) == 0 && len(f.AssetTypes) == 0 && f.ProjectID == nil && by == ""
	default:
		return true
	}
}

// groups are the values of a dimension that the filter admits.
func (f Filter) groups(by Dimension) []string {
	var names []string
	switch by {
	case ByChannel:
		for _, c := range Channels {
			if f.AdmitsChannel(c) {
				names = append(names, string(c))
			}
		}
	case ByAssetType:
		for _, t := range AssetTypes {
			if f.AdmitsType(t) {
				names = append(names, string(t))
			}
		}
	}
	return names
}

// Group is the value of the dimension that an event of the channel, on an asset of the type, belongs to; empty where
// nothing is grouped.
func (by Dimension) Group(c Channel, t AssetType) string {
	switch by {
	case ByChannel:
		return string(c)
	case ByAssetType:
		return string(t)
	default:
		return ""
	}
}

// mistakes are those of the parameters of one question, so that a caller learns of all of them at once.
type mistakes []fault.Field

func (m *mistakes) add(parameter, code, format string, args ...any) {
	*m = append(*m, fault.Field{
		Source: fault.Parameter, Name: parameter, Code: code, Detail: fmt.Sprintf(format, args...),
	})
}

// err is the fault of all mistakes noted, or nil.
func (m mistakes) err() error {
	if len(m) == 0 {
		return nil
	}
	sentences := make([]string, len(m))
	for i, mistake := range m {
		sentences[i] = fmt.Sprintf("Parameter %q: %s", mistake.Name, mistake.Detail)
	}
	e := fault.New(fault.Invalid, fault.CodeInvalidParameter, "%s", strings.Join(sentences, " "))
	e.Fields = m
	return e
}
