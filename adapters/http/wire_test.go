package http

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// live is a server on a socket, with the limits that its owner sets.
func live(t *testing.T) (address string, ana *client) {
	s := newServer(t)
	socket := httptest.NewUnstartedServer(s)
	socket.Config.MaxHeaderBytes = 16 << 10
	socket.Start()
	t.Cleanup(socket.Close)
	return socket.Listener.Addr().String(), s.as(t, "ana")
}

// wire sends text as it is and reads one answer. then comes after the text.
func wire(t *testing.T, address, text string, then ...func(*net.TCPConn) error) *http.Response {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	_, _ = io.WriteString(conn, text) // the server may have refused before the end
	for _, f := range then {
		require.NoError(t, f(conn.(*net.TCPConn)))
	}
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(t, err)
	_, err = io.Copy(io.Discard, res.Body)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	return res
}

// TestFraming sends what no well-behaved client does (rows H of the list of bad inputs). Most of it the server refuses before
// a handler runs; these rows hold it to that.
func TestFraming(t *testing.T) {
	address, ana := live(t)
	auth := "Authorization: " + ana.header.Get("Authorization") + "\r\n"
	get := func(headers string) string {
		return "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\n" + auth + headers + "\r\n"
	}
	send := func(headers, body string) string {
		return "POST /api/v1/projects HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + auth + headers + "\r\n" + body
	}
	for name, row := range map[string]struct {
		text   string
		status int
	}{
		"B090 two lengths":              {send("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), 400},
		"B090 signed length":            {send("Content-Length: +2\r\n", "{}"), 400},
		"B090 unknown coding":           {send("Transfer-Encoding: x\r\n", "{}"), 501},
		"B090 length and coding":        {send("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 201},
		"B090 broken chunk":             {send("Transfer-Encoding: chunked\r\n", "z\r\n{}\r\n"), 400},
		"B090 space before colon":       {get("X-A : b\r\n"), 400},
		"B092 no host":                  {"GET /api/v1/projects HTTP/1.1\r\n" + auth + "\r\n", 400},
		"B092 two hosts":                {get("Host: y\r\n"), 400},
		"B092 forwarded host":           {get("X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"), 200},
		"B092 whole address":            {"GET http://evil.example/api/v1/projects HTTP/1.1\r\nHost: evil.example\r\n" + auth + "\r\n", 200},
		"B093 a line of version 2":      {"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
		"B093 version 3.7":              {"GET / HTTP/3.7\r\nHost: x\r\n\r\n", 505},
		"B094 header of 40 KiB":         {get("X-A: " + strings.Repeat("a", 40<<10) + "\r\n"), 431},
		"B026 address of 64 KiB":        {"GET /?" + strings.Repeat("a", 64<<10) + " HTTP/1.1\r\nHost: x\r\n\r\n", 431},
		"B097 ranges":                   {get("Range: bytes=" + strings.Repeat("0-0,", 999) + "1-1\r\n"), 200},
		"B098 method of 8 KiB":          {strings.Repeat("A", 8<<10) + " / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
		"B100 trailers":                 {send("Transfer-Encoding: chunked\r\nTrailer: Vitrine-Owner\r\n", "2\r\n{}\r\n0\r\nVitrine-Owner: bo\r\n\r\n"), 201},
		"B101 hop by hop":               {get("Connection: Authorization\r\n"), 200},
		"B102 forged peer":              {get("X-Forwarded-For: 127.0.0.1\r\nX-Real-IP: 127.0.0.1\r\nForwarded: for=127.0.0.1\r\nX-User-Id: bo\r\nX-Original-URL: /x\r\n"), 200},
		"B050 NUL in the address":       {"GET /api/v1/\x00 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
		"B050 broken escape":            {"GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
		"declared length beyond limits": {send("Content-Length: 5000000000\r\n", "{"), 413},
	} {
		t.Run(name, func(t *testing.T) {
			res := wire(t, address, row.text)
			require.Equal(t, row.status, res.StatusCode)
			require.NotContains(t, fmt.Sprint(res.Header), "evil")
		})
	}
	require.Len(t, ana.titles("/projects"), 2, "each of those that were good made one")
}

func TestABodyThatIsTooLargeIsNotReadOn(t *testing.T) {
	address, ana := live(t)
	res := wire(t, address, "POST /api/v1/projects HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000000000\r\nExpect: 100-continue\r\n"+
		"Authorization: "+ana.header.Get("Authorization")+"\r\n\r\n")
	require.Equal(t, http.StatusRequestEntityTooLarge, res.StatusCode, "and not 100, which would invite it")
	require.True(t, res.Close)
	require.Equal(t, mediaProblem, res.Header.Get("Content-Type"))
}

func TestABodyThatEndsTooEarlyIsNoBody(t *testing.T) {
	address, ana := live(t)
	res := wire(t, address, "POST /api/v1/projects HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"+
		"Authorization: "+ana.header.Get("Authorization")+"\r\n\r\n5\r\n{\"a\"\r\n", (*net.TCPConn).CloseWrite)
	require.Equal(t, http.StatusBadRequest, res.StatusCode)
	require.Empty(t, ana.titles("/projects"))
}
