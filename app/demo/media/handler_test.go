package media

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

const someAddress = "/demo/media/lamp-hero-beef0001-1024x1280.svg"

func ask(method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w
}

func TestAPictureIsServedToBeKept(t *testing.T) {
	p, err := Parse(someAddress)
	require.NoError(t, err)
	w := ask(http.MethodGet, someAddress)
	require.Equal(t, http.StatusOK, w.Code)
	require.Equal(t, string(Draw(p)), w.Body.String())
	for name, value := range map[string]string{
		"Content-Type":            "image/svg+xml",
		"Content-Security-Policy": "default-src 'none'; sandbox",
		"X-Content-Type-Options":  "nosniff",
		"Cache-Control":           "public, max-age=31536000, immutable",
		"Content-Length":          strconv.Itoa(len(Draw(p))),
	} {
		require.Equal(t, value, w.Header().Get(name), name)
	}
}

func TestAPictureThatIsKnownIsNotSentAgain(t *testing.T) {
	tag := ask(http.MethodGet, someAddress).Header().Get("ETag")
	again := ask(http.MethodGet, someAddress, "If-None-Match", tag)
	require.Equal(t, http.StatusNotModified, again.Code)
	require.Empty(t, again.Body.Bytes())
	require.Equal(t, http.StatusOK, ask(http.MethodGet, someAddress, "If-None-Match", `"another"`).Code)
	require.NotEqual(t, tag, ask(http.MethodGet, "/demo/media/lamp-hero-beef0002-1024x1280.svg").Header().Get("ETag"))
}

func TestHeadHasNoBody(t *testing.T) {
	w := ask(http.MethodHead, someAddress)
	require.Equal(t, http.StatusOK, w.Code)
	require.Empty(t, w.Body.Bytes())
	require.NotEmpty(t, w.Header().Get("Content-Length"))
}

func TestEverythingElseIsNotFound(t *testing.T) {
	for _, target := range []string{
		Root, someAddress + "?v=2", "/demo/media/lamp%2Dhero-beef0001-1024x1280.svg", "/demo/media/sofa-hero-beef0001-10x10.svg",
	} {
		w := ask(http.MethodGet, target)
		require.Equal(t, http.StatusNotFound, w.Code, target)
		require.Empty(t, w.Header().Get("Cache-Control"), target)
	}
}

func TestPicturesAreOnlyRead(t *testing.T) {
	w := ask(http.MethodPost, someAddress)
	require.Equal(t, http.StatusMethodNotAllowed, w.Code)
	require.Equal(t, "GET, HEAD", w.Header().Get("Allow"))
}
