# Shared by the scripts beside it: stand in the project's folder, and have its Python.
# shellcheck shell=sh
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

need_environment() {
  "$python" -c 1 2>/dev/null || {
    echo "There is no environment yet. Run bin/setup first." >&2
    exit 1
  }
}
