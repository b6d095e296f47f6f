# Shared by the measurements here: starts a desk of this checkout with data of its own, waits until it is ready, stops it.
# shellcheck shell=sh
root=$(CDPATH= cd "$(dirname "$0")/.." && pwd)
port=18081
data=$(mktemp -d "${TMPDIR:-/tmp}/desk-bench.XXXXXX")
log=$data/log
desk=
trap 'stop_desk; rm -rf "$data"' EXIT
trap 'exit 1' INT TERM

# start_desk COMMAND...: seconds from the command to the first page that is answered, in $seconds
start_desk() {
  begun=$(date +%s%N)
  DESK_PORT=$port DESK_DATA_DIR=$data/data "$@" >"$log" 2>&1 </dev/null &
  desk=$!
  until curl -fs -o /dev/null "http://localhost:$port/policy" && grep -q 'The desk is ready' "$log"; do
    kill -0 "$desk" 2>/dev/null || { cat "$log" >&2; echo "the desk did not start" >&2; exit 1; }
    sleep 0.05
  done
  seconds=$(awk "BEGIN { printf \"%.1f\", ($(date +%s%N) - $begun) / 1e9 }")
}

stop_desk() {
  [ -z "$desk" ] || { kill "$desk" 2>/dev/null && wait "$desk" 2>/dev/null; desk=; } || true
}

# every process below the given one, itself included
family() {
  echo "$1"
  for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do family "$child"; done
}
