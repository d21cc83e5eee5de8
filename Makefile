# Each target is one command of bin/; read it there. Bare `make` prints this help.
.DEFAULT_GOAL := help
.PHONY: help demo fresh-demo setup test hostile quick fix messages frontend facts bench bench-spaces bench-events bench-ranking bench-trail lock clean

##@ See it
demo: ## Start the demo on http://localhost:8000 (PORT=…), from a fresh clone too
	@bin/demo

fresh-demo: ## Start the demo anew: forgets the demo's data (in FIKSUMMIN_DATA, else var/) first
	@bin/forget && bin/demo

##@ Work on it
setup: ## Everything that development and tests need
	@bin/setup

quick: ## The checks alone, without the tests
	@bin/ci --quick

fix: ## Let the formatters put code and templates right
	@bin/fix

messages: ## Take translatable text from the code, compile, and say what is missing
	@bin/messages

frontend: ## Rebuild the committed front-end files (needs Node)
	@npm ci --silent && npm run --silent build

facts: ## Write docs/facts.md anew: which fact, who listens
	@.venv/bin/fiksummin facts

##@ Prove it
test: ## Everything: all checks, then all tests on SQLite and PostgreSQL with a real browser
	@bin/setup && bin/ci

hostile: ## Ten thousand rival attempts and a rush of five thousand people with kills, on both databases (an hour)
	@FIKSUMMIN_HOSTILE=10000 FIKSUMMIN_RUSH=5000 bin/test hostile

bench: ## Measure cost and speed; prints JSON lines
	@bin/bench start pages visits

bench-spaces: ## Measure search, booking and timelines with up to a million bookings (a quarter of an hour)
	@bin/bench spaces

bench-events: ## Measure registrations a second, a rush of five thousand and a long list of events (five minutes)
	@bin/bench events

bench-ranking: ## Measure how many of the best ideas voters find, by turn and in a list sorted by likes (ten minutes)
	@bin/bench ranking

bench-trail: ## Measure pages and search over 10,000 ideas, 5,000 experiments and 100,000 votes (ten minutes)
	@bin/bench trail

##@ Keep it
lock: ## Resolve the requirements anew (make lock UPGRADE=--upgrade for newer versions)
	@bin/lock $(UPGRADE)

clean: ## Remove the environment and caches; the data in var/ stay
	@rm -rf .venv .state node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

help:
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\nA few tests: bin/test spaces -k cancel (both engines), or .venv/bin/pytest tests/spaces\n'
