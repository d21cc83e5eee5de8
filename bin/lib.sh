# Shared by the scripts beside it: stand in the project's folder, and have its Python.
# shellcheck shell=sh
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
# Hundreds of processes are started by the tests alone: each would compile everything anew.
unset PYTHONDONTWRITEBYTECODE

# Any Python from 3.8 can make the environment. A name on the path may be a shim with nothing behind it.
any_python() {
  for candidate in "$python" python3 /usr/bin/python3 /usr/local/bin/python3 "${HOME:-}"/.pyenv/versions/3.*/bin/python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  echo "No Python was found. Install Python 3.12 or newer." >&2
  exit 1
}

need_environment() {
  "$python" -c 1 2>/dev/null || {
    echo "There is no environment yet. Run bin/setup first." >&2
    exit 1
  }
}
