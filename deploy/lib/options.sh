# shellcheck shell=bash
# What can be said to deploy.sh: arguments, environment, and what a former run was told.

usage() {
    cat <<'TEXT'
Puts AdGen on this machine (Debian 12, Ubuntu 22.04 or 24.04), as root, from a checkout or an unpacked release.

  deploy.sh [deploy]        install, or bring to this version; goes back by itself if a step fails
  deploy.sh rollback        back to the version before
  deploy.sh status          what runs here, and how it is
  deploy.sh backup          database and media into one file in /var/backups/adgen; the newest 14 are kept
  deploy.sh restore FILE    database and media back from such a file
  deploy.sh health          what the timer asks every five minutes; restarts a web app that does not answer

  --dry-run                 say what would be done, change nothing
  --tls DOMAIN              HTTPS for this domain, with a certificate from Let's Encrypt by certbot
  --tls-cert FILE --tls-key FILE
                            HTTPS with a certificate of your own
  --no-tls                  plain HTTP again
  --email ADDRESS           where Let's Encrypt may write to
  --workers N               processes that make ads (1)
  --no-backup               no dump before migrations, for databases that are saved elsewhere
  --help

What was said once is kept in /etc/adgen/deploy.conf; settings of AdGen itself are in /etc/adgen/adgen.env.
These in the environment move things: ADGEN_HOME ADGEN_ETC ADGEN_DATA_DIR ADGEN_BACKUPS ADGEN_BACKUPS_KEPT
ADGEN_HTTP_PORT ADGEN_HTTPS_PORT ADGEN_WEB_PORT ADGEN_TRIAL_PORT ADGEN_POSTGRES_PORT.
TEXT
}

root=${ADGEN_SYSTEM_ROOT:-}
command=deploy
restored=
dry_run=
no_backup=
declare -gA said=()

# Kept from run to run, each with its default.
declare -gAr DEFAULTS=(
    [ADGEN_HOME]=$root/opt/adgen
    [ADGEN_ETC]=$root/etc/adgen
    [ADGEN_DATA_DIR]=$root/var/lib/adgen
    [ADGEN_BACKUPS]=$root/var/backups/adgen
    [ADGEN_BACKUPS_KEPT]=14
    [ADGEN_HTTP_PORT]=80
    [ADGEN_HTTPS_PORT]=443
    [ADGEN_WEB_PORT]=8000
    [ADGEN_TRIAL_PORT]=8001
    [ADGEN_POSTGRES_PORT]=""
    [ADGEN_WORKERS]=1
    [ADGEN_TLS]=none
    [ADGEN_DOMAIN]=_
    [ADGEN_EMAIL]=""
    [ADGEN_TLS_CERT]=""
    [ADGEN_TLS_KEY]=""
)

say() { printf '%s\n' "$*"; }
die() {
    printf 'deploy.sh: %s\n' "$*" >&2
    exit 1
}
misused() {
    printf 'deploy.sh: %s Try: deploy.sh --help\n' "$*" >&2
    exit 2
}

read_arguments() {
    local named=
    while [ $# -gt 0 ]; do
        case $1 in
        deploy | rollback | status | backup | restore | health)
            [ -z "$named" ] || misused "One command at a time: $named or $1?"
            command=$1 named=$1
            ;;
        --help | -h) command=help ;;
        --dry-run) dry_run=yes ;;
        --no-backup) no_backup=yes ;;
        --no-tls) said[ADGEN_TLS]=none said[ADGEN_DOMAIN]=_ ;;
        --tls | --tls-cert | --tls-key | --email | --workers)
            [ $# -gt 1 ] || misused "$1 needs a value."
            read_value "$1" "$2"
            shift
            ;;
        -*) misused "There is no option $1." ;;
        *)
            [ "$command" = restore ] && [ -z "$restored" ] || misused "There is no command $1."
            restored=$1
            ;;
        esac
        shift
    done
    [ "$command" != restore ] || [ -n "$restored" ] || misused "Which file is to be restored?"
    [ -z "${said[ADGEN_TLS_CERT]:-}" ] || [ -n "${said[ADGEN_TLS_KEY]:-}" ] || misused "--tls-cert needs --tls-key."
    [ -z "${said[ADGEN_TLS_KEY]:-}" ] || [ -n "${said[ADGEN_TLS_CERT]:-}" ] || misused "--tls-key needs --tls-cert."
}

read_value() {
    case $1 in
    --tls)
        [[ $2 =~ ^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$ ]] || misused "$2 is no domain."
        said[ADGEN_DOMAIN]=$2
        [ "${said[ADGEN_TLS]:-}" = files ] || said[ADGEN_TLS]=certbot
        ;;
    --tls-cert | --tls-key)
        [ -r "$2" ] || misused "$2 can't be read."
        said[ADGEN_TLS]=files
        if [ "$1" = --tls-cert ]; then said[ADGEN_TLS_CERT]=$(readlink -f "$2"); else said[ADGEN_TLS_KEY]=$(readlink -f "$2"); fi
        ;;
    --email) said[ADGEN_EMAIL]=$2 ;;
    --workers)
        [[ $2 =~ ^[1-9][0-9]?$ ]] || misused "--workers takes a number from 1 to 99."
        said[ADGEN_WORKERS]=$2
        ;;
    esac
}

# An argument wins over the environment, that over the last run, that over the default.
settle_options() {
    local name kept=${ADGEN_ETC:-${DEFAULTS[ADGEN_ETC]}}/deploy.conf
    for name in "${!DEFAULTS[@]}"; do
        [ -n "${said[$name]+said}" ] || [ -z "${!name:-}" ] || said[$name]=${!name}
        printf -v "$name" '%s' "${DEFAULTS[$name]}"
    done
    # shellcheck disable=SC1090  # written by a former run
    [ ! -r "$kept" ] || . "$kept"
    for name in "${!said[@]}"; do printf -v "$name" '%s' "${said[$name]}"; done
    export -n "${!DEFAULTS[@]}"
    [ "$ADGEN_TLS" != certbot ] || {
        ADGEN_TLS_CERT=$root/etc/letsencrypt/live/$ADGEN_DOMAIN/fullchain.pem
        ADGEN_TLS_KEY=$root/etc/letsencrypt/live/$ADGEN_DOMAIN/privkey.pem
    }
}

# What the next run, and the timers, are to know of this one.
options_to_keep() {
    local name
    say "# Written by deploy.sh; change it with its options."
    for name in $(printf '%s\n' "${!DEFAULTS[@]}" | sort); do printf '%s=%q\n' "$name" "${!name}"; done
}

address() {
    local host=$ADGEN_DOMAIN
    [ "$host" != _ ] || host=$(hostname)
    if [ "$ADGEN_TLS" = none ]; then
        say "http://$host$(after_colon "$ADGEN_HTTP_PORT" 80)"
    else
        say "https://$host$(after_colon "$ADGEN_HTTPS_PORT" 443)"
    fi
}
after_colon() { [ "$1" = "$2" ] || printf ':%s' "$1"; }

warn_without_tls() {
    [ "$ADGEN_TLS" = none ] || return 0
    if grep -qs '^ADGEN_INSECURE_COOKIES=true' "$ADGEN_ETC/adgen.env"; then
        say "WARNING: sessions travel over plain HTTP (ADGEN_INSECURE_COOKIES): whoever listens can log in as anybody here."
        return
    fi
    say "NOBODY CAN LOG IN YET: browsers keep a session over HTTPS only. Run this again with --tls your.domain,"
    say "with --tls-cert FILE --tls-key FILE, or put a proxy that speaks HTTPS in front."
}
