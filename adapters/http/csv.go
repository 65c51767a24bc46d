package http

import (
	"strconv"
	"strings"
	"unicode"
)

// sheet is an answer as a table (RFC 4180).
type sheet struct {
	name string   // of the file, without its ending: letters, digits and hyphens
	rows [][]cell // the first one has the names of the columns
}

// cell is a value as it stands in the file; an empty one is not known, or is not there.
type cell string

// encode is the text of the file.
func (s sheet) encode() []byte {
	var b []byte
	for _, row := range s.rows {
		for i, c := range row {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(b, c...)
		}
		b = append(b, "\r\n"...)
	}
	return b
}

// textCells are cells of text.
func textCells(texts ...string) []cell {
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i] = textCell(text)
	}
	return cells
}

// textCell is a cell of text, in quotes. Text that a spreadsheet would take for a formula gets an apostrophe in front.
func textCell[T ~string](text T) cell {
	s := string(text)
	if s == "" {
		return ""
	}
	if formula(s) {
		s = "'" + s
	}
	return cell(`"` + strings.ReplaceAll(s, `"`, `""`) + `"`)
}

// formula reports whether the text begins like one, white space before it aside, or with white space that some
// spreadsheets take for the border of a cell.
func formula(s string) bool {
	if strings.ContainsRune("\t\r\n", rune(s[0])) {
		return true
	}
	begin := strings.TrimLeftFunc(s, unicode.IsSpace)
	return begin != "" && strings.ContainsRune("=+-@", rune(begin[0]))
}

// countCell is a cell of a whole number; nil is not known.
func countCell(n *int64) cell {
	if n == nil {
		return ""
	}
	return cell(strconv.FormatInt(*n, 10))
}

// fractionCell is a cell of a fraction; nil is not known.
func fractionCell(x *float64) cell {
	if x == nil {
		return ""
	}
	return cell(strconv.FormatFloat(*x, 'f', -1, 64))
}
