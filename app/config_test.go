package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheDefaultsAreAWorkingServer(t *testing.T) {
	c, err := LoadConfig([]string{"PATH=/bin"}, nil)
	require.NoError(t, err)
	require.Equal(t, ProfileMemory, c.Profile)
	require.Equal(t, AuthDev, c.Auth)
	require.Equal(t, "127.0.0.1:8080", c.Addr)
}

func TestFlagsWinOverVariables(t *testing.T) {
	c, err := LoadConfig([]string{"VITRINE_ADDR=127.0.0.1:1", "VITRINE_COUNT_LIMIT=5"}, map[string]string{"addr": "127.0.0.1:2"})
	require.NoError(t, err)
	require.Equal(t, "127.0.0.1:2", c.Addr)
	require.EqualValues(t, 5, c.CountLimit)
}

func TestEveryMistakeIsReportedAtOnce(t *testing.T) {
	for name, row := range map[string]struct {
		env  []string
		want []string // what the error must name
	}{
		"unknown and malformed": {
			[]string{"VITRINE_FOO=1", "VITRINE_PROFILE=cloud", "VITRINE_DEMO=perhaps", "VITRINE_REQUEST_TIMEOUT=soon", "VITRINE_COUNT_LIMIT=0"},
			[]string{"VITRINE_FOO", "VITRINE_PROFILE", "VITRINE_DEMO", "VITRINE_REQUEST_TIMEOUT", "VITRINE_COUNT_LIMIT"},
		},
		"impossible mixes": {
			[]string{"VITRINE_PROFILE=postgres", "VITRINE_AUTH=jwt", "VITRINE_ALLOWED_ORIGINS=https://a.example/path", "VITRINE_LOG_FORMAT=xml"},
			[]string{"VITRINE_DATABASE_URL", "exactly one of", "VITRINE_JWT_ISSUER", "https://a.example/path", "VITRINE_LOG_FORMAT"},
		},
		"a database nobody uses": {[]string{"VITRINE_DATABASE_URL=postgres://x"}, []string{"VITRINE_DATABASE_URL"}},
		"an engine nobody asks":  {[]string{"VITRINE_ELASTICSEARCH_URL=http://x", "VITRINE_SEARCH_VERIFY_INTERVAL=1h"}, []string{"VITRINE_ELASTICSEARCH_URL", "VITRINE_SEARCH_VERIFY_INTERVAL"}},
		"an engine not named":    {[]string{"VITRINE_PROFILE=postgres-elastic"}, []string{"VITRINE_DATABASE_URL", "VITRINE_ELASTICSEARCH_URL"}},
		"a prefix of no index": {
			[]string{"VITRINE_PROFILE=postgres-elastic", "VITRINE_ELASTICSEARCH_INDEX_PREFIX=Vitrine*"}, []string{"VITRINE_ELASTICSEARCH_INDEX_PREFIX"},
		},
		"no port": {[]string{"VITRINE_ADMIN_ADDR=localhost"}, []string{"VITRINE_ADMIN_ADDR"}},
		"a key that is not there": {
			[]string{"VITRINE_AUTH=jwt", "VITRINE_JWT_ISSUER=i", "VITRINE_JWT_AUDIENCE=a", "VITRINE_JWT_KEY_FILE=/nowhere"},
			[]string{"/nowhere"},
		},
		"jwt settings in dev mode": {[]string{"VITRINE_JWT_ISSUER=i"}, []string{"VITRINE_JWT"}},
		"two secrets":              {[]string{"VITRINE_DATABASE_URL=x", "VITRINE_DATABASE_URL_FILE=y"}, []string{"not both"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := LoadConfig(row.env, nil)
			require.Error(t, err)
			for _, want := range row.want {
				require.Contains(t, err.Error(), want)
			}
		})
	}
}

func TestDevModeCannotFaceANetwork(t *testing.T) {
	for addr, local := range map[string]bool{
		"127.0.0.1:8080": true, "localhost:8080": true, "[::1]:8080": true, "127.9.9.9:1": true,
		":8080": false, "0.0.0.0:8080": false, "[::]:8080": false, "192.168.1.2:80": false, "vitrine.example:80": false,
		"[::ffff:10.0.0.1]:80": false,
	} {
		for _, mode := range []string{"VITRINE_AUTH=dev", "VITRINE_AUTH="} {
			_, err := LoadConfig([]string{"VITRINE_ADDR=" + addr, mode}, nil)
			require.Equal(t, local, err == nil, "%s %s: %v", addr, mode, err)
		}
	}
}

func TestSecretsComeFromFilesAndShowNowhere(t *testing.T) {
	const url = "postgres://vitrine:canary-9f3a@localhost/vitrine"
	path := filepath.Join(t.TempDir(), "url")
	require.NoError(t, os.WriteFile(path, []byte(url+"\n"), 0o600))
	c, err := LoadConfig([]string{"VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL_FILE=" + path}, nil)
	require.NoError(t, err)
	require.Equal(t, url, c.DatabaseURL)

	var out bytes.Buffer
	require.NoError(t, c.Print(&out))
	require.NotContains(t, out.String(), "canary")
	require.Contains(t, out.String(), "VITRINE_DATABASE_URL")
	for name := range Flags() {
		require.NotContains(t, name, "database-url")
		require.NotContains(t, name, "elasticsearch-url")
		require.NotContains(t, name, "api-key")
	}
}

// The page for operators must not promise what the table does not have, nor hide what it has.
func TestTheDocumentsNameNoSettingThatIsNone(t *testing.T) {
	known := map[string]bool{}
	for _, s := range (&Config{}).declare() {
		known[s.name] = true
	}
	for _, document := range []string{"../README.md", "../docs/operations.md", "../docs/elasticsearch.md"} {
		content, err := os.ReadFile(document)
		require.NoError(t, err)
		for _, word := range strings.FieldsFunc(string(content), func(r rune) bool { return r != '_' && (r < 'A' || r > 'Z') }) {
			if strings.HasPrefix(word, prefix) {
				require.True(t, known[word] || known[strings.TrimSuffix(word, "_FILE")], "%s names %s", document, word)
			}
		}
	}
}
