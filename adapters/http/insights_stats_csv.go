package http

import (
	"maps"
	"slices"

	"vitrine/core/insights"
)

// statsSheet has a row a metric, of money one a currency. With groups, the rows of the whole come first and have no value
// of the dimension.
func statsSheet(s insights.Stats) sheet {
	header := textCells("metric", "currency", "value", "numerator", "denominator", "previous", "change_ratio", "change_points",
		"reason", "change_reason", "data_source")
	rows := figureRows(s.Metrics, s.Source)
	if s.By != "" {
		header, rows = under(string(s.By), [][]cell{header})[0], under("", rows)
		for _, g := range s.Groups {
			rows = append(rows, under(g.Value, figureRows(g.Metrics, s.Source))...)
		}
	}
	return sheet{name: sheetName("stats", s.Answer), rows: append([][]cell{header}, rows...)}
}

// under puts a cell in front of each row.
func under(text string, rows [][]cell) [][]cell {
	for i, row := range rows {
		rows[i] = append(textCells(text), row...)
	}
	return rows
}

func figureRows(figures []insights.Figure, source insights.Source) (rows [][]cell) {
	for _, f := range figures {
		for _, cells := range figureCells(f) {
			row := append([]cell{textCell(f.Metric)}, cells...)
			reason, changeReason := f.Value.Reason, f.Change.Reason
			if cells[5]+cells[6] != "" {
				changeReason = "" // it is that of another currency
			}
			rows = append(rows, append(row, textCells(string(reason), string(changeReason), string(source))...))
		}
	}
	return rows
}

// figureCells are the cells from the currency to the change in points.
func figureCells(f insights.Figure) [][]cell {
	switch f.Metric.Kind() {
	case insights.KindRatio:
		shown := ratioFigureOf(f)
		return [][]cell{{
			"", fractionCell(shown.Value), countCell(shown.Numerator), countCell(shown.Denominator),
			fractionCell(shown.Previous), "", fractionCell(shown.Change),
		}}
	case insights.KindMoney:
		return moneyCells(f)
	default:
		shown := countFigureOf(f)
		return [][]cell{{"", countCell(shown.Value), "", "", countCell(shown.Previous), fractionCell(shown.Change), ""}}
	}
}

// moneyCells are those of each currency; of none there is one row nevertheless, for the reason.
func moneyCells(f insights.Figure) (rows [][]cell) {
	currencies := maps.Clone(f.Value.Money)
	if currencies == nil {
		currencies = f.Previous.Money
	}
	for _, currency := range slices.Sorted(maps.Keys(currencies)) {
		rows = append(rows, []cell{
			textCell(currency), amountCell(f.Value, currency), "", "",
			amountCell(f.Previous, currency), fractionCell(f.Change.Money[currency]), "",
		})
	}
	if rows == nil {
		rows = [][]cell{make([]cell, 7)}
	}
	return rows
}

func amountCell(v insights.Value, currency insights.Currency) cell {
	return countCell(unless(v.Reason != "", v.Money[currency]))
}
