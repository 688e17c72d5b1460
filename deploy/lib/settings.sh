# shellcheck shell=bash
# /etc/adgen/adgen.env: made once, then the operator's; new settings come as comments.

plan_settings() { if [ -e "$ADGEN_ETC/adgen.env" ]; then say "new ones as comments"; else say "$ADGEN_ETC/adgen.env, with a secret of its own"; fi; }

step_settings() {
    local file=$ADGEN_ETC/adgen.env
    umask 077
    if [ -e "$file" ]; then
        { cat "$file" && new_settings "$file"; } >"$work/adgen.env"
    else
        first_settings >"$work/adgen.env"
    fi
    put "$work/adgen.env" "$file" 0600
    options_to_keep >"$work/deploy.conf"
    put "$work/deploy.conf" "$ADGEN_ETC/deploy.conf" 0644
}

# The example, with the lines that this machine needs and those that the environment sets.
first_settings() {
    local line name value
    while IFS= read -r line; do
        name=$(sed -n 's/^#\([A-Z_][A-Z_0-9]*\)=.*/\1/p' <<<"$line")
        value=$(setting_here "$name")
        if [ -n "$value" ]; then printf '%s=%s\n' "$name" "$value"; else printf '%s\n' "$line"; fi
    done < <(sed -e '1,/^$/d' "$release/.env.example" | sed '1i # Settings of AdGen on this machine. Lines with # show the defaults; after a change: systemctl restart adgen.target\n')
}

setting_here() {
    case $1 in
    '' | ADGEN_TOKEN | ADGEN_API_URL) ;;
    ADGEN_ENV) say production ;;
    SECRET_KEY) say "${SECRET_KEY:-$("$release/.venv/bin/python" -c 'import secrets; print(secrets.token_urlsafe(48))')}" ;;
    ADGEN_TRUSTED_PROXIES) say "${ADGEN_TRUSTED_PROXIES:-127.0.0.1}" ;;
    ADGEN_DATA_DIR) say "$ADGEN_DATA_DIR" ;;
    DATABASE_URL) say "${DATABASE_URL:-$(own_database_url)}" ;;
    ADGEN_EMBEDDED_ENGINE) say false ;;
    ADGEN_ACCEL_REDIRECT) [ -n "${STORAGE_URL:-}" ] || say /_media ;;
    *) say "${!1:-}" ;;
    esac
}

new_settings() {
    local name
    for name in $(sed -n 's/^#\([A-Z_][A-Z_0-9]*\)=.*/\1/p' "$release/.env.example"); do
        grep -qE "^#?$name=" "$1" || {
            printf '\n'
            awk -v name="$name" '/^# /{told = told $0 "\n"; next} index($0, "#" name "=") == 1 {printf "%s%s\n", told, $0} {told = ""}' "$release/.env.example"
        }
    done
}
