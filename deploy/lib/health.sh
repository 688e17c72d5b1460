# shellcheck shell=bash
# Whether AdGen works, as its users would notice.

readonly TRIES=2

# The status that Nginx on this machine answers with: ask PATH.
ask() {
    local host=$ADGEN_DOMAIN scheme=https port=$ADGEN_HTTPS_PORT
    [ "$host" != _ ] || host=localhost
    [ "$ADGEN_TLS" != none ] || scheme=http port=$ADGEN_HTTP_PORT
    curl --silent --insecure --max-time 10 --connect-to "::127.0.0.1:$port" --output /dev/null --write-out '%{http_code}' \
        "$scheme://$host:$port$1" || true
}

healthy() { [ "$(ask /api/health)" = 200 ] && [ "$(ask /)" = 200 ]; }

# for_a_while SECONDS CONDITION...
for_a_while() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.5
    done
}

step_health() {
    local unit
    for_a_while 30 healthy_or_hopeless || true
    healthy || {
        say "AdGen answers $(ask /api/health) at /api/health and $(ask /) at /, where both should be 200."
        last_words adgen-web.service
        return 1
    }
    for unit in adgen-web.service $(workers); do
        for_a_while 30 stands_or_hopeless "$unit" || true
        stands "$unit" || {
            say "$unit does not stay up:"
            last_words "$unit"
            return 1
        }
    done
}

# What ended by itself just after its start will do so again: users need not wait for that.
healthy_or_hopeless() { healthy || is_hopeless adgen-web.service; }
stands_or_hopeless() { stands "$1" || is_hopeless "$1"; }
is_hopeless() {
    local restarts
    restarts=$(systemctl show -P NRestarts "$1")
    [ "${restarts:-0}" -gt 0 ]
}

# Up for some seconds, from this release.
stands() {
    local since now pid
    pid=$(systemctl show -P MainPID "$1")
    [ "${pid:-0}" != 0 ] && [ "$(readlink "/proc/$pid/cwd")" = "$release" ] || return 1
    since=$(systemctl show -P ActiveEnterTimestampMonotonic "$1")
    now=$(cut -d. -f1 /proc/uptime)
    [ $((now - since / 1000000)) -ge 6 ]
}

last_words() { journalctl --unit "$1" --no-pager --output=cat --lines=12; }

# For the timer. A web app that says that something else is down is not helped by a restart.
health() {
    local tries answer=000 failures=$root/run/adgen-health/failures
    for ((tries = 0; tries < TRIES; tries++)); do
        answer=$(curl --silent --max-time 10 --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:$ADGEN_WEB_PORT/api/health" || true)
        case $answer in 200 | 503) break ;; esac
        [ "$((tries + 1))" = "$TRIES" ] || sleep 5
    done
    mkdir -p "$(dirname "$failures")"
    case $answer in
    200) rm -f "$failures" && say '{"level":"info","message":"healthy"}' ;;
    503) say '{"level":"error","message":"AdGen says that a part of it is down, probably the database","status":503}' ;;
    *) no_answer "$answer" "$failures" ;;
    esac
    [ "$answer" = 200 ]
}

no_answer() {
    local before
    before=$(cat "$2" 2>/dev/null || say 0)
    say "{\"level\":\"error\",\"message\":\"the web app does not answer\",\"status\":\"$1\",\"times\":$((before + 1))}"
    if [ "$before" -ge 1 ]; then
        say '{"level":"error","message":"restarting the web app"}'
        systemctl kill --signal=KILL adgen-web.service # what hangs does not hear that it is to stop
        systemctl restart adgen-web.service
        rm -f "$2"
    else
        say $((before + 1)) >"$2"
    fi
}

status() {
    release=$(readlink -e "$ADGEN_HOME/current") || die "AdGen is not deployed on this machine."
    local unit newest
    say "version    $(basename "$release")$(previous_version)"
    say "address    $(address)"
    say "health     $(ask /api/health) at /api/health, $(ask /) at /"
    for unit in adgen-web.service $(workers) nginx.service adgen-{cleanup,backup,health}.timer; do
        say "$(printf '%-10s' "$(systemctl is-active "$unit" || true)") $unit"
    done
    newest=$(backups | tail -n 1)
    say "backup     ${newest:-none yet}"
    say "disk       $(df -h --output=avail "$ADGEN_DATA_DIR" | tail -n 1 | tr -d ' ') free for $ADGEN_DATA_DIR"
    warn_without_tls
    healthy
}

previous_version() {
    local previous
    previous=$(readlink -e "$ADGEN_HOME/previous") || return 0
    say " (before: $(basename "$previous"))"
}
