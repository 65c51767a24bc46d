package postgres

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"net"

	"vitrine/core/fault"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// SQLSTATEs that mean something here (PostgreSQL documentation, appendix A).
const (
	uniqueViolation      = "23505"
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
	lockNotAvailable     = "55P03"
	queryCanceled        = "57014"
	readOnly             = "25006"
)

// unavailable are the classes of SQLSTATE that say the server cannot serve now: connection, resources, operator.
var unavailable = map[string]bool{"08": true, "53": true, "57": true, "58": true}

// translate makes a fault of what the driver reports, by SQLSTATE and error type.
func translate(err error) error {
	var state *pgconn.PgError
	var connecting *pgconn.ConnectError
	var network net.Error
	var known *fault.Error
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case errors.Is(err, pgx.ErrNoRows), errors.Is(err, sql.ErrNoRows):
		return fault.Absent()
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &state):
		return ofState(state)
	case errors.As(err, &connecting), errors.As(err, &network), errors.Is(err, io.EOF),
		errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed), pgconn.SafeToRetry(err):
		return fault.Unreachable("database", err)
	}
	return err
}

func ofState(state *pgconn.PgError) error {
	e := fault.Unreachable("database", state)
	switch {
	case state.Code == uniqueViolation:
		e = fault.New(fault.Conflict, fault.CodeConflict, "This exists already.")
	case state.Code == queryCanceled:
		e = fault.New(fault.Unavailable, fault.CodeTimeout, "The request took too long and was given up.")
	case state.Code == lockNotAvailable, retryable(state):
		e = fault.New(fault.Unavailable, fault.CodeOverloaded, "Too many changes of the same things at once; try again shortly.")
	case state.Code == readOnly, unavailable[state.Code[:2]]:
	default:
		return state
	}
	e.Cause = state
	return e
}

// retryable reports whether the transaction was only in the way of another and may run again.
func retryable(err error) bool {
	var state *pgconn.PgError
	return errors.As(err, &state) && (state.Code == serializationFailure || state.Code == deadlockDetected)
}
