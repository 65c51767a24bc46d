package memory

import (
	"context"
	"slices"

	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
	"vitrine/core/search"
)

// Copy implements projects.Repository.
func (s *Projects) Copy(
	ctx context.Context, owner ident.Owner, source ident.ID, c projects.Copying, key idempotency.Key,
) (idempotency.Receipt, error) {
	return s.db.once(ctx, owner, key, func(h *holding) (idempotency.Receipt, func(), error) {
		original, ok := h.projects.find(source)
		if !ok {
			return idempotency.Receipt{}, nil, fault.Absent()
		}
		taken := h.copyTitles(original.Title)
		made, err := c.Make(original, func(title string) bool { return taken[title] })
		if err != nil {
			return idempotency.Receipt{}, nil, err
		}
		if made, err = h.newProject(made); err != nil {
			return idempotency.Receipt{}, nil, err
		}
		var assets []kept
		if c.Assets {
			assets, err = h.copyAssets(source, made, c.NewID)
		}
		return idempotency.Receipt{Resource: made.ID}, func() {
			h.projects.put(made.ID, made)
			h.putAll(assets)
		}, err
	})
}

// copyTitles are the titles that a copy must not take: those that begin like the titles of all copies of this one.
func (h *holding) copyTitles(title string) map[string]bool {
	// Keys are cut at a length, so a long stem's own key begins the stretch, and nothing that begins with it sorts after
	// its key followed by the highest character.
	key := search.SortKey(projects.CopyStem(title))
	alike := bounds{low: &page.Key{Text: key}, high: &page.Key{Text: key + "\U0010FFFF"}}
	taken := map[string]bool{}
	for r := range h.projects.all(projectSchema.order(projects.ByTitle), alike) {
		taken[r.value.Title] = true
	}
	return taken
}

// copyAssets are the live assets of a project as a new one gets them: the same media and the source's time of creation,
// no favourites.
func (h *holding) copyAssets(source ident.ID, to projects.Project, newID ident.Source) ([]kept, error) {
	contents := h.contentsOf(source)
	slices.SortFunc(contents, func(a, b kept) int { return compareIDs(a.ID, b.ID) })
	var copies []kept
	for _, a := range contents {
		if a.Trashed() {
			continue
		}
		c := a.Clone()
		c.ID, c.ProjectID, c.SourceID = newID(), new(to.ID), new(a.ID)
		c.Favorite, c.Version, c.UpdatedAt = false, 1, to.CreatedAt
		copies = append(copies, c)
	}
	return copies, h.fresh(copies)
}
