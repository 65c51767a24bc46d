package gallery

import (
	"vitrine/core/content"
	"vitrine/core/fault"
)

// Home is what a store knows of the places an asset names: the project it is put into, and the asset it was made from.
type Home struct {
	NoProject bool // the asset names a project that is absent or foreign
	Trashed   bool // its project lies in the trash
	NoParent  bool // the asset is new and names a parent that is absent or foreign; a parent may be purged later
	Last      int  // the highest position of the project's assets, those in the trash included; -1 without any
}

// projectPointer is where a body names the project.
const projectPointer = "/project_id"

// Settle judges whether the asset may live in its home, and gives one that goes AfterLast its position. A store calls it
// for every asset that is added, moved or brought back. It fails with "validation-failed" or "in-trash".
func (a *Asset) Settle(h Home) error {
	var c content.Check
	if h.NoProject {
		c.Add(projectPointer, content.Missing, "There is no project with this id.")
	}
	if h.NoParent {
		c.Add("/parent_id", content.Missing, "There is no asset with this id.")
	}
	if err := c.Err(); err != nil {
		return err
	}
	if h.Trashed {
		return fault.InTrash("project of this asset")
	}
	switch {
	case a.Position != AfterLast:
	case a.ProjectID == nil:
		a.Position = 0
	default:
		a.Position = min(h.Last+1, MaxPosition)
	}
	return nil
}

// isNoProject reports whether the mistake is that the project is absent or foreign.
func isNoProject(f fault.Field) bool { return f.Name == projectPointer && f.Code == content.Missing }
