package http

import "vitrine/core/insights"

// chartSheet has a row a bucket and a column a series; of a ratio three. With a comparison, a column in front says which
// period the bucket is of.
func chartSheet(c insights.Chart) sheet {
	header := textCells("id", "start", "end", "state")
	for _, s := range c.Series {
		header = append(header, seriesHeader(s)...)
	}
	header = append(header, textCell("data_source"))
	rows := columnRows(c.Columns, c.Answer)
	if c.Previous != nil {
		header, rows = under("period", [][]cell{header})[0], under("current", rows)
		rows = append(rows, under(comparePrevious, columnRows(*c.Previous, c.Answer))...)
	}
	return sheet{name: sheetName("chart", c.Answer), rows: append([][]cell{header}, rows...)}
}

func seriesHeader(s insights.Series) []cell {
	name := string(s.Metric)
	switch {
	case s.Metric.Kind() == insights.KindRatio:
		return textCells(name, name+"_numerator", name+"_denominator")
	case s.Currency != "":
		return textCells(name + "_" + string(s.Currency))
	default:
		return textCells(name)
	}
}

// columnRows are the rows of one period's buckets.
func columnRows(c insights.Columns, a insights.Answer) [][]cell {
	rows := make([][]cell, len(c.Buckets))
	for i, b := range c.Buckets {
		shown := chartBucketOf(b, a.Range.Zone)
		row := textCells(shown.ID, shown.Start, shown.End, string(shown.State))
		for _, s := range c.Series {
			row = append(row, valueCells(s.Metric, s.Values[i])...)
		}
		rows[i] = append(row, textCell(a.Source))
	}
	return rows
}

// valueCells are those of a value of a series: a number, of a ratio the fraction and its parts.
func valueCells(m insights.Metric, v insights.Value) []cell {
	if m.Kind() != insights.KindRatio {
		return []cell{countCell(countOf(v))}
	}
	shown := fractionOf(v)
	return []cell{fractionCell(shown.Value), countCell(shown.Numerator), countCell(shown.Denominator)}
}
