// Command bench measures the server against its floors, interleaved in one run, and prints a line a figure. What is a
// ratio is the claim; what is absolute only says which machine it was. RESULTS.md keeps the figures.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"
)

// options are how much to measure.
type options struct {
	projects int           // of the heavy owner
	owners   int           // others, with 50 projects each
	pairs    int           // of floor and product
	slice    time.Duration // of each
	conns    int
	keep     bool // databases that can be kept stay for the next run
}

// experiment measures one thing and prints what it found.
type experiment struct {
	name string
	help string
	run  func(context.Context, *bed) error
}

var experiments = []experiment{
	{"lists", "lists and single reads of projects against a bare handler that sends the same bytes", lists},
	{"depth", "a page deep in the list against the first", depth},
	{"create", "keyed creation against the same inserts by pgbench", create},
	{"settings", "reading and patching the settings against a bare handler with the same statements", settings},
	{"assets", "lists, searches and single reads of assets against a bare handler that sends the same bytes", assets},
	{"deep", "the page at position 500 000 of a million assets against the first", deepAssets},
	{"growth", "what a million assets of one owner cost more than ten thousand", growth},
	{"counts", "counts and fences of the heavy owner against a bare count(*)", counts},
	{"search", "searches that have to look at many rows", searches},
	{"memory", "what the server keeps in memory under load", footprint},
	{"ingest", "batches of 500 assets over HTTP", ingest},
	{"events", "batches of 500 events over HTTP", events},
	{"figures", "stats and top lists over ten million events of one owner", figuresOfEvents},
	{"charts", "a chart of 90 days against a bare handler over the same rollup, and over single events", charts},
	{"duplicate", "copies of a project with 500 assets", duplicate},
	{"engines", "searches with Elasticsearch against the same with PostgreSQL alone, and what reading their rows takes", engines},
	{"leaders", "top assets with Elasticsearch against the same with PostgreSQL alone", leaders},
	{"lag", "how far the index is behind at half the rate of edits that the server can take", lag},
	{"hung", "edits of assets that a hung writer of the index has taken, against edits of others", hung},
	{"rebuild", "a rebuild of the index under 200 edits a second, killed once, with searches running", rebuild},
	{"walk", "a walk over all projects while writers change them, on each adapter", walk},
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "floor" {
		exit(serveFloor(os.Args[2:]))
	}
	var o options
	flag.IntVar(&o.projects, "projects", 100_000, "projects of the heavy owner")
	flag.IntVar(&o.owners, "owners", 2_000, "other owners")
	flag.IntVar(&o.pairs, "pairs", 5, "pairs of floor and product")
	flag.DurationVar(&o.slice, "slice", 3*time.Second, "how long each of a pair is loaded")
	flag.IntVar(&o.conns, "conns", 16, "connections of the load")
	flag.BoolVar(&o.keep, "keep", false, "keep the large databases in the server of DATABASE_URL, and use those that are there")
	flag.Usage = usage
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, o, flag.Args())
	stop()
	exit(err)
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// run makes the bed and runs the experiments that are named, or all.
func run(ctx context.Context, o options, names []string) (err error) {
	for _, name := range names {
		if !slices.ContainsFunc(experiments, func(e experiment) bool { return e.name == name }) {
			return fmt.Errorf("%q is no experiment; there are %s", name, strings.Join(known(), ", "))
		}
	}
	b, err := makeBed(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	for _, e := range experiments {
		if len(names) > 0 && !slices.Contains(names, e.name) {
			continue
		}
		fmt.Printf("\n## %s: %s\n", e.name, e.help)
		if err := e.run(ctx, b); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return nil
}

func known() (names []string) {
	for _, e := range experiments {
		names = append(names, e.name)
	}
	return names
}

func usage() {
	fmt.Fprint(os.Stderr, "Usage: go run ./bench [flags] [experiment …]\n\n")
	for _, e := range experiments {
		fmt.Fprintf(os.Stderr, "  %-9s %s\n", e.name, e.help)
	}
	fmt.Fprintln(os.Stderr)
	flag.PrintDefaults()
}
