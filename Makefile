# Every target uses the environment in .venv/, which scripts/set-up makes and keeps.
.DEFAULT_GOAL := help

# The validator of Word files is a .NET program: without this it asks for a system library that it does not use.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = 1

.PHONY: help demo test lint golden docs bench lock clean

help: ## List what make can do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-15s%s\n", $$1, $$2}'

demo: ## Set everything up and build the examples
	@scripts/set-up
	@scripts/build-examples

test: ## Run the whole test suite
	@scripts/set-up tests
	@.venv/bin/python -m pytest --numprocesses auto --dist worksteal

lint: ## Check the style and the types
	@scripts/set-up tests
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

golden: ## Write the golden text again (read the difference before you commit it)
	@scripts/set-up tests
	@.venv/bin/python -m pytest --update-golden

docs: ## Write the pages of docs/ that are made from the program
	@scripts/set-up
	@.venv/bin/python scripts/reference.py
	@.venv/bin/python scripts/rulebook.py

bench: ## Measure speed and memory
	@scripts/set-up tests
	@.venv/bin/python -m benchmarks

lock: ## Pin every version again, after a change of dependencies
	@scripts/lock

clean: ## Remove the environment, the examples' documents and what the tools leave
	@rm -rf .venv tools/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache dist
	@rm -rf examples/*/build examples/*/dsagen.lock
	@find dsagen tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
