// Package zone knows the time zones of the IANA database by name, from a copy of it that is part of the program.
//
// The standard library's time.LoadLocation reads the files of the machine first, whose rules may be older, whose names
// may match in any case of letters, and among which lie more than zones (posixrules, right/…); so two servers could give
// one owner different days.
package zone

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"
)

// database is the compiled database that comes with Go: one uncompressed file a zone.
//
//go:generate sh -c "cp $(go env GOROOT)/lib/time/zoneinfo.zip ."
//go:embed zoneinfo.zip
var database []byte

// ErrUnknown is returned for any text that is not the name of a zone.
var ErrUnknown = errors.New("not the name of a time zone")

// notZones are names that the database keeps for compatibility alone: a placeholder, abbreviations, and rules. A client
// that sends the abbreviation its clock shows would be right in winter and refused in summer.
var notZones = []string{
	"Factory", "CET", "EET", "MET", "WET", "EST", "HST", "MST", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT",
}

// files are the zones of the database by name.
var files = sync.OnceValues(func() (map[string]*zip.File, error) {
	archive, err := zip.NewReader(bytes.NewReader(database), int64(len(database)))
	if err != nil {
		return nil, fmt.Errorf("read the time zone database: %w", err)
	}
	byName := make(map[string]*zip.File, len(archive.File))
	for _, file := range archive.File {
		if !file.FileInfo().IsDir() && !slices.Contains(notZones, file.Name) {
			byName[file.Name] = file
		}
	}
	return byName, nil
})

// loaded are the zones that were asked for, a *time.Location each by its name.
var loaded sync.Map

// Load gives the zone of the name, such as "Europe/Lisbon" or "UTC", written exactly as the database has it; old names
// ("Asia/Calcutta") are zones too. "Local", offsets, abbreviations and everything else are ErrUnknown.
func Load(name string) (*time.Location, error) {
	if known, ok := loaded.Load(name); ok {
		return known.(*time.Location), nil
	}
	byName, err := files()
	if err != nil {
		return nil, err
	}
	file, ok := byName[name]
	if !ok {
		return nil, ErrUnknown
	}
	zone, err := parse(file)
	if err != nil {
		return nil, fmt.Errorf("read the time zone %s: %w", name, err)
	}
	known, _ := loaded.LoadOrStore(name, zone)
	return known.(*time.Location), nil
}

func parse(file *zip.File) (*time.Location, error) {
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return time.LoadLocationFromTZData(file.Name, data)
}

// Names are the names of all zones, in byte order.
func Names() ([]string, error) {
	byName, err := files()
	if err != nil {
		return nil, err
	}
	return slices.Sorted(maps.Keys(byName)), nil
}
