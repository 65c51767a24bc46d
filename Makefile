# Vitrine. `make help` lists what there is to do.

.DEFAULT_GOAL := help
SHELL := /bin/bash

BACKENDS ?=
WEB ?=
FUZZTIME ?= 30s

# The page that the binary embeds, and the packages it is built with. Without npm the binary is built without it.
PAGE := adapters/http/pages/app/index.html
PACKAGES := web/node_modules/.package-lock.json

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

.PHONY: build
build: page ## build bin/server with its page inside
	go build -trimpath -o bin/server ./cmd/server

.PHONY: page
ifneq ($(shell command -v npm),)
page: $(PAGE) ## build the page alone
else
page:
	@echo "== npm is not there: the binary is built without its page, and serves one that says so" >&2
endif

$(PAGE): $(PACKAGES) web/index.html web/vite.config.ts $(shell find web/src web/public -type f)
	npm --prefix web run --silent build

$(PACKAGES): web/package.json web/package-lock.json
	npm --prefix web ci
	@touch $@

.PHONY: run
run: build ## serve with demo data and nothing but the binary; prints the page's address
	VITRINE_PROFILE=memory VITRINE_DEMO=true ./bin/server

.PHONY: test
test: test-go test-web ## run every test; services that are absent are skipped, and the run says so

.PHONY: test-go
test-go: ## run the tests of the server
	CONTRACT_BACKENDS='$(BACKENDS)' go tool -modfile=tools/go.mod gotestsum --format pkgname -- \
		-race -shuffle=on -timeout 15m ./...

.PHONY: test-web
test-web: build ## run the tests of the page, the end-to-end ones in Chromium
	WEB='$(WEB)' web/scripts/test

.PHONY: screenshots
screenshots: build ## take pictures of every screen and state into web/screenshots
	npm --prefix web run --silent screenshots

.PHONY: lint
lint: ## vet, format and the house rules
	go vet ./...
	go tool -modfile=tools/go.mod golangci-lint run ./...

.PHONY: fmt
fmt: ## format
	go tool -modfile=tools/go.mod golangci-lint fmt ./...
	npm --prefix web run --silent format

.PHONY: fuzz
fuzz: ## fuzz every parser for FUZZTIME each
	@./tools/fuzz $(FUZZTIME)

.PHONY: bench
bench: ## measure against the floors; figures are kept in bench/RESULTS.md
	go run ./bench

.PHONY: vuln
vuln: ## look for known vulnerabilities in what is used
	go tool -modfile=tools/go.mod govulncheck ./...
