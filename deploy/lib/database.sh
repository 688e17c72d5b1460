# shellcheck shell=bash
# PostgreSQL: one on this machine where no other is configured; migrations; programs run with AdGen's own settings.

# Runs a command as AdGen would, with its settings, which are then in no process list: as_adgen RELEASE COMMAND...
as_adgen() {
    local folder=$1
    shift
    systemd-run --quiet --wait --pipe --collect --service-type=exec -p User=adgen -p Group=adgen -p UMask=0027 \
        -p EnvironmentFile="$ADGEN_ETC/adgen.env" -p WorkingDirectory="$folder" -p PrivateTmp=yes -p NoNewPrivileges=yes \
        -E PYTHONPATH="$folder" -E PYTHONDONTWRITEBYTECODE=1 "$@"
}

database() {
    local folder=$1
    shift
    as_adgen "$folder" "$folder/.venv/bin/python" -P "$folder/deploy/lib/database.py" "$@"
}

own_cluster() { pg_lsclusters -h | awk '$2 == "main" {print $1, $3; exit}'; }
own_database_url() {
    local port
    port=${ADGEN_POSTGRES_PORT:-$(own_cluster | cut -d' ' -f2)}
    say "postgresql://adgen@/adgen?host=/run/postgresql&port=$port"
}

step_database() {
    ! wants_own_database || make_own_database
    database "$release" reach
}

# Whoever is the system's user adgen is the database's, too: no password that could leak.
make_own_database() {
    local major port
    read -r major port < <(own_cluster)
    if [ -n "$ADGEN_POSTGRES_PORT" ] && [ "$ADGEN_POSTGRES_PORT" != "$port" ]; then
        pg_conftool "$major" main set port "$ADGEN_POSTGRES_PORT"
        systemctl stop "postgresql@$major-main"
        port=$ADGEN_POSTGRES_PORT
    fi
    systemctl enable postgresql
    systemctl start "postgresql@$major-main"
    (
        cd /
        as_postgres() { runuser -u postgres -- "$@"; }
        [ "$(as_postgres psql -p "$port" -Atc "SELECT 1 FROM pg_roles WHERE rolname = 'adgen'")" = 1 ] || as_postgres createuser -p "$port" adgen
        [ "$(as_postgres psql -p "$port" -Atc "SELECT 1 FROM pg_database WHERE datname = 'adgen'")" = 1 ] ||
            as_postgres createdb -p "$port" -O adgen -E UTF8 -T template0 --locale=C.UTF-8 adgen
    )
}

step_backup() {
    local before
    if [ -n "$no_backup" ]; then
        say "Not asked for."
        return
    fi
    before=$(database "$release" revision)
    [ -n "$before" ] || return 0
    write_backup "before-$version" without-media
}

# To the newest revision that the release knows, up or down; whoever knows both goes the way.
step_migrations() {
    local before target
    before=$(database "$release" revision)
    target=$(database "$release" newest)
    printf '%s' "$before" >"$work/revision"
    if [ -z "$before" ] || database "$release" knows "$before"; then
        database "$release" up
    else
        database "$(readlink -e "$ADGEN_HOME/current")" down "$target"
    fi
}

undo_migrations() {
    local before there
    [ -s "$work/revision" ] || return 0
    before=$(cat "$work/revision")
    there=$(database "$release" revision)
    [ "$before" != "$there" ] || return 0
    if database "$release" knows "$before"; then
        database "$release" down "$before"
    else
        database "$(readlink -e "$ADGEN_HOME/current")" up
    fi
}
