// Command server is Vitrine: the API, the page, and the commands that look after its data.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"vitrine/app"
)

// Exit statuses. A configuration mistake is EX_CONFIG of sysexits.h.
const (
	exitFailed      = 1
	exitUsage       = 2
	exitNotCompared = 2 // of a verification, whose 1 says that things differ
	exitRefused     = 3 // of a repair that would remove too much
	exitConfig      = 78
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// run runs the command that the arguments name and returns the exit status.
func run(ctx context.Context, args []string) int {
	cmd, args := pick(args)
	if cmd == nil {
		return usage(os.Stderr)
	}
	flags, own := cmd.flagSet()
	if err := flags.Parse(args); err != nil {
		return exitUsage // the flag set has said what is wrong
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "%q is not an argument of server %s\n", flags.Arg(0), cmd.name)
		return exitUsage
	}
	config, err := app.LoadConfig(os.Environ(), given(flags))
	if err != nil {
		fmt.Fprintf(os.Stderr, "The configuration is not valid:\n%v\n", err)
		return exitConfig
	}
	switch err := own(ctx, config); {
	case err == nil:
		return 0
	case errors.Is(err, app.ErrNotCompared):
		fmt.Fprintln(os.Stderr, "server:", err)
		return exitNotCompared
	case errors.Is(err, app.ErrRefused):
		fmt.Fprintln(os.Stderr, "server:", err)
		return exitRefused
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "interrupted")
		return exitFailed
	default:
		fmt.Fprintln(os.Stderr, "server:", err)
		return exitFailed
	}
}
