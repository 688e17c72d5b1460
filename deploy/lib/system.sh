# shellcheck shell=bash
# The operating system: what it is, its packages, the user that AdGen runs as.

# Everything that differs between systems. Sets `python` and `packages`.
detect_system() {
    local id release
    id=$(. "$root/etc/os-release" && say "${ID:-} ${VERSION_ID:-}") || die "$root/etc/os-release can't be read; AdGen is made for Debian 12, Ubuntu 22.04 and 24.04."
    packages=(ca-certificates curl dbus ffmpeg libgl1 libegl1 libexpat1 fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji nginx postgresql-client)
    release=${id#* }
    case $id in
    "debian 12" | "debian 13" | "ubuntu 24.04") packages+=(python3 python3-venv) ;;
    "ubuntu 22.04") packages+=(python3.11 python3.11-venv) ;;
    *) die "AdGen is made for Debian 12, Ubuntu 22.04 and 24.04; this is ${id% *} $release." ;;
    esac
    [ "$ADGEN_TLS" != certbot ] || packages+=(certbot)
    wants_own_database && packages+=(postgresql)
    return 0
}

# Without an address of a database, one is made on this machine.
wants_own_database() {
    local url=${DATABASE_URL:-}
    [ ! -r "$ADGEN_ETC/adgen.env" ] || url=$(sed -n 's/^DATABASE_URL=//p' "$ADGEN_ETC/adgen.env")
    case $url in '' | *host=/run/postgresql*) ;; *) return 1 ;; esac
}

absent_packages() {
    local package
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

plan_packages() { absent_packages | paste -sd' ' | sed 's/^$/all are there/'; }

# Services are configured before they start: the welcome page of Nginx is for nobody.
step_packages() {
    local absent policy=$root/usr/sbin/policy-rc.d
    mapfile -t absent < <(absent_packages)
    [ ${#absent[@]} -gt 0 ] || return 0
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o DPkg::Lock::Timeout=300 update || say "apt-get update failed; going on with what it knew before."
    [ -e "$policy" ] || {
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 0755 "$policy"
        # shellcheck disable=SC2064  # its name is gone when the shell ends
        trap "rm -f '$policy'" EXIT
    }
    # What the operator wrote before a package came stays, without a question that nobody would answer.
    apt-get -qq -o DPkg::Lock::Timeout=300 -o DPkg::Options::=--force-confold install -y --no-install-recommends "${absent[@]}"
}

plan_account() { if id adgen >/dev/null 2>&1; then say "adgen is there"; else say "adgen, with $ADGEN_DATA_DIR"; fi; }

step_account() {
    if ! id adgen >/dev/null 2>&1; then
        getent group adgen >/dev/null || groupadd --system adgen
        useradd --system --gid adgen --home-dir "$ADGEN_DATA_DIR" --shell /usr/sbin/nologin adgen
        : >"$work/made-account"
    fi
    install -d -o root -g root -m 0755 "$ADGEN_HOME" "$ADGEN_HOME/releases" "$ADGEN_ETC"
    install -d -o root -g root -m 0700 "$ADGEN_BACKUPS"
    install -d -o adgen -g adgen -m 0750 "$ADGEN_DATA_DIR"
    # Nginx sends the files of ads itself, and needs to read no more than its group may.
    id -nG www-data | grep -qw adgen || usermod -aG adgen www-data
}

undo_account() {
    [ -e "$work/made-account" ] || return 0
    rmdir "$ADGEN_DATA_DIR" 2>/dev/null || true
    gpasswd --delete www-data adgen || true
    userdel adgen
}
