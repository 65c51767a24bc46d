# Vitrine. `make help` lists what there is to do.

.DEFAULT_GOAL := help
SHELL := /bin/bash

BACKENDS ?=
FUZZTIME ?= 30s

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

.PHONY: build
build: ## build bin/server
	go build -trimpath -o bin/server ./cmd/server

.PHONY: run
run: build ## serve with demo data and nothing but the binary; prints the page's address
	VITRINE_PROFILE=memory VITRINE_DEMO=true ./bin/server

.PHONY: test
test: ## run every test; services that are absent are skipped, and the run says so
	CONTRACT_BACKENDS='$(BACKENDS)' go tool -modfile=tools/go.mod gotestsum --format pkgname -- \
		-race -shuffle=on -timeout 15m ./...

.PHONY: lint
lint: ## vet, format and the house rules
	go vet ./...
	go tool -modfile=tools/go.mod golangci-lint run ./...

.PHONY: fmt
fmt: ## format
	go tool -modfile=tools/go.mod golangci-lint fmt ./...

.PHONY: fuzz
fuzz: ## fuzz every parser for FUZZTIME each
	@./tools/fuzz $(FUZZTIME)

.PHONY: bench
bench: ## measure against the floors; figures are kept in bench/RESULTS.md
	go run ./bench

.PHONY: vuln
vuln: ## look for known vulnerabilities in what is used
	go tool -modfile=tools/go.mod govulncheck ./...
