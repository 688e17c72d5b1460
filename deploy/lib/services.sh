# shellcheck shell=bash
# systemd and Nginx: files with this machine's words filled in, and the switch from one release to the next.

# A template of the release with the words between @ filled in.
filled() {
    local name rules=()
    for name in "${!DEFAULTS[@]}"; do rules+=(-e "s|@$name@|${!name}|g"); done
    rules+=(-e "s|@ROOT@|$root|g" -e "s|@PORT_IN_ADDRESS@|$(after_colon "$ADGEN_HTTPS_PORT" 443)|g")
    [ -e /proc/net/if_inet6 ] || rules+=(-e '/listen \[::\]/d')
    sed "${rules[@]}" "$1"
}

workers() { seq -f 'adgen-worker@%g.service' "$ADGEN_WORKERS"; }
surplus_workers() { enabled_workers | grep -vxF "$(workers)" || true; }
enabled_workers() {
    find "$root/etc/systemd/system/adgen.target.wants" -name 'adgen-worker@*.service' -printf '%f\n' 2>/dev/null || true
}

# Each file with what belongs into it, to compare or to write: each_unit COMMAND, called as COMMAND CONTENT TARGET.
each_unit() {
    local file
    for file in "$release"/deploy/systemd/adgen*; do
        filled "$file" >"$work/filled"
        "$1" "$work/filled" "$root/etc/systemd/system/$(basename "$file")" || return 1
    done
    "$1" "$release/deploy/systemd/journald.conf" "$root/etc/systemd/journald.conf.d/adgen.conf"
}

each_site_file() {
    local file
    for file in "$release"/deploy/nginx/*; do
        case ${file##*/} in shared.conf | plain.conf | tls.conf) continue ;; esac
        filled "$file" >"$work/filled"
        "$1" "$work/filled" "$root/etc/nginx/adgen/$(basename "$file")" || return 1
    done
    filled "$release/deploy/nginx/shared.conf" >"$work/filled"
    "$1" "$work/filled" "$root/etc/nginx/conf.d/adgen.conf" || return 1
    filled "$release/deploy/nginx/$(if [ "$ADGEN_TLS" = none ]; then say plain; else say tls; fi).conf" >"$work/filled"
    "$1" "$work/filled" "$root/etc/nginx/sites-enabled/adgen"
}

put_readable() { put "$1" "$2" 0644; }

step_units() {
    local unit
    mkdir -p "$root/etc/nginx/adgen/local"
    each_unit put_readable
    systemctl daemon-reload
    enabled_workers >"$work/workers-before"
    for unit in $(surplus_workers); do systemctl disable --now "$unit"; done
    # shellcheck disable=SC2046  # a list of words
    systemctl enable adgen.target adgen-web.service $(workers) adgen-{cleanup,backup,health}.timer
    systemctl restart systemd-journald
}

undo_units() {
    local unit
    systemctl daemon-reload
    for unit in $(enabled_workers | grep -vxF -f "$work/workers-before"); do systemctl disable --now "$unit"; done
    while read -r unit; do systemctl enable "$unit"; done <"$work/workers-before"
}

step_site() {
    take_away_welcome
    if [ "$ADGEN_TLS" = certbot ] && [ ! -e "$ADGEN_TLS_CERT" ]; then get_certificate; fi
    each_site_file put_readable
    nginx -t
    systemctl enable nginx
    systemctl reload-or-restart nginx
}

# Debian's own site would answer instead.
take_away_welcome() {
    local welcome=$root/etc/nginx/sites-enabled/default
    [ "$(readlink "$welcome" || true)" != /etc/nginx/sites-available/default ] || take_away "$welcome"
}

# Let's Encrypt asks over plain HTTP whether the domain is ours, of the site that is there or a plain one.
get_certificate() {
    local write=(--register-unsafely-without-email)
    answers_acme || serve_plainly
    install -d "$ADGEN_HOME/acme"
    [ -z "$ADGEN_EMAIL" ] || write=(--email "$ADGEN_EMAIL")
    systemctl enable --now certbot.timer
    certbot certonly --webroot --webroot-path "$ADGEN_HOME/acme" --non-interactive --agree-tos "${write[@]}" \
        --cert-name "$ADGEN_DOMAIN" -d "$ADGEN_DOMAIN" --deploy-hook "systemctl reload nginx"
}

answers_acme() {
    local site=$root/etc/nginx/sites-enabled/adgen
    grep -qsF /acme.conf "$site" && grep -qF "listen $ADGEN_HTTP_PORT " "$site"
}

serve_plainly() {
    local ADGEN_TLS=none
    each_site_file put_readable
    nginx -t
    systemctl reload-or-restart nginx
}

# The new web app answers on another port, with a data folder of its own, before the old one is stopped.
step_trial() {
    local unit=adgen-trial status=0 began
    began=@$(date +%s)
    [ "$(readlink -e "$ADGEN_HOME/current")" != "$release" ] || return 0
    systemctl stop "$unit" 2>/dev/null || true
    systemd-run --quiet --collect --unit="$unit" -p User=adgen -p Group=adgen -p EnvironmentFile="$ADGEN_ETC/adgen.env" \
        -p WorkingDirectory="$release" -p RuntimeDirectory="$unit" -p PrivateTmp=yes -p NoNewPrivileges=yes -p KillMode=mixed \
        -E PYTHONDONTWRITEBYTECODE=1 /usr/bin/env ADGEN_DATA_DIR="/run/$unit" ADGEN_EMBEDDED_ENGINE=false \
        "$release/adgen" serve --host 127.0.0.1 --port "$ADGEN_TRIAL_PORT"
    trial_answers "$unit" || status=1
    [ "$status" = 0 ] || journalctl --unit "$unit" --no-pager --output=cat --lines=12 --since "$began"
    systemctl stop "$unit" 2>/dev/null || true
    return "$status"
}

trial_answers() {
    local waited
    for ((waited = 0; waited < 60; waited++)); do
        ! curl --fail --silent --max-time 5 "http://127.0.0.1:$ADGEN_TRIAL_PORT/api/health" || return 0
        systemctl is-active --quiet "$1" || { say "The new web app ended:" && return 1; }
        sleep 1
    done
    say "The new web app did not answer within a minute:"
    return 1
}

step_switch() {
    local before
    before=$(readlink -e "$ADGEN_HOME/current") || true
    printf '%s' "$before" >"$work/current"
    readlink -e "$ADGEN_HOME/previous" >"$work/previous" || true
    [ -z "$before" ] || [ "$before" = "$release" ] || link_to previous "$before"
    link_to current "$release"
    restart_services
}

undo_switch() {
    local before
    before=$(cat "$work/current" 2>/dev/null || true)
    [ -n "$before" ] || { rm -f "$ADGEN_HOME/current" && return; }
    link_to current "$before"
    if [ -s "$work/previous" ]; then link_to previous "$(cat "$work/previous")"; else rm -f "$ADGEN_HOME/previous"; fi
}

# The web app is away for a second or two, and has the processors for itself then.
# Workers let go of what they make, and take it up again.
restart_services() {
    systemctl restart adgen-web.service
    for_a_while 20 healthy_or_hopeless || true
    # shellcheck disable=SC2046  # a list of words
    systemctl restart --no-block $(workers)
    systemctl start adgen.target adgen-{cleanup,backup,health}.timer
}

# After a failure: what ran before runs again; where nothing did, nothing does.
resume() {
    {
        systemctl daemon-reload
        [ ! -e "$work/workers-before" ] || ADGEN_WORKERS=$(wc -l <"$work/workers-before")
        if [ -e "$ADGEN_HOME/current" ]; then
            # shellcheck disable=SC2046  # a list of words
            case " ${taken[*]} " in
            *" switch "*) restart_services ;;
            *) systemctl start adgen-web.service $(workers) ;;
            esac
            for_a_while 60 healthy || say "What ran before does not answer either; see: journalctl -u adgen-web"
        else
            # shellcheck disable=SC2046  # a list of words
            systemctl disable --now adgen.target adgen-web.service $(workers) adgen-{cleanup,backup,health}.timer
        fi
        if nginx -t; then systemctl reload-or-restart nginx; fi
    } >>"$log" 2>&1 || true
}

# Whether this version runs here, configured like this.
nothing_to_do() {
    [ "$(readlink -e "$ADGEN_HOME/current")" = "$release" ] && is_complete "$release" || return 1
    local unit status=0
    work=$(mktemp -d "${TMPDIR:-/tmp}/adgen-deploy.XXXXXX")
    { each_unit same && each_site_file same && options_to_keep | cmp -s - "$ADGEN_ETC/deploy.conf" && [ -z "$(surplus_workers)" ]; } || status=1
    rm -rf "$work"
    [ "$status" = 0 ] || return 1
    for unit in adgen-web.service $(workers) nginx.service; do systemctl is-active --quiet "$unit" || return 1; done
    healthy
}

same() { cmp -s "$1" "$2"; }
