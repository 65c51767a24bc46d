package http

import (
	"strconv"

	"vitrine/core/insights"
)

// topSheet has a row an asset.
func topSheet(t insights.TopAssets) sheet {
	rows := [][]cell{textCells("rank", "id", "type", "display_title", "thumbnail_url", "project_id", "deleted",
		"value", "numerator", "denominator", "share", "data_source")}
	for _, item := range t.Items {
		value := []cell{countCell(&item.Value.Count), "", ""}
		if t.Metric.Kind() == insights.KindRatio {
			value = valueCells(t.Metric, item.Value)
		}
		row := append([]cell{cell(strconv.Itoa(item.Rank))}, cardCells(item.Asset)...)
		row = append(append(row, value...), fractionCell(item.Share), textCell(t.Source))
		rows = append(rows, row)
	}
	return sheet{name: sheetName("top-assets", t.Answer), rows: rows}
}

func cardCells(c insights.Card) []cell {
	project := ""
	if c.ProjectID != nil {
		project = c.ProjectID.String()
	}
	return append(textCells(c.ID.String(), string(c.AssetType), c.DisplayTitle, c.ThumbnailURL, project), cell(strconv.FormatBool(c.Deleted)))
}
