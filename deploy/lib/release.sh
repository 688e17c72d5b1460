# shellcheck shell=bash
# Releases: one folder for each version, with all that it needs, and a link to the one that runs.

readonly RELEASES_KEPT=3

# Sets `version` and `release`.
prepare_release() {
    version=$(version_of "$source_folder")
    release=$ADGEN_HOME/releases/$version
}

# What a version is called: a commit's name, with the content's where that says more.
version_of() {
    local name
    if is_checkout "$1"; then
        name=$(in_git "$1" describe --tags --always)
        [ -z "$(in_git "$1" status --porcelain)" ] || name+=-$(content_hash "$1")
    else
        name=$(sed -n '1{s/[^A-Za-z0-9._-]//g;p}' "$1/VERSION" 2>/dev/null || true)
        case $name in '' | Format*) name=unnamed ;; esac
        name+=-$(content_hash "$1")
    fi
    say "$name"
}

in_git() { git -c safe.directory='*' -C "$@"; }
is_checkout() { [ -e "$1/.git" ] && in_git "$1" rev-parse HEAD >/dev/null 2>&1; }

# NUL between names. What git ignores is no part of a version, and an archive that was used is still the same.
files_of() {
    if is_checkout "$1"; then
        in_git "$1" ls-files -z --cached --others --exclude-standard | that_exist "$1"
    else
        (cd "$1" && find . -type d \( -name .git -o -name .venv -o -name .web -o -name __pycache__ -o -name .states \) -prune -o \
            \( -type f -o -type l \) ! -name '.env' ! -name .release -printf '%P\0')
    fi | LC_ALL=C sort -z
}

# A file that was deleted is still on the list of what git knows.
that_exist() {
    local name
    while IFS= read -r -d '' name; do [ ! -f "$1/$name" ] || printf '%s\0' "$name"; done
}

content_hash() { (cd "$1" && files_of "$1" | xargs -0 sha256sum -- | sha256sum | cut -c1-8); }

is_complete() { [ -e "$1/.release" ]; }

plan_release() { if is_complete "$release"; then say "it is there"; else say "$release"; fi; }

step_release() {
    ! is_complete "$release" || return 0
    [ "$(readlink -e "$ADGEN_HOME/current")" != "$release" ] || { say "$release runs, but is not whole." && return 1; }
    : >"$work/made-release"
    rm -rf "$release"
    mkdir -p "$release"
    files_of "$source_folder" | tar -C "$source_folder" --null --no-recursion -T - -cf - |
        tar -C "$release" --no-same-owner --no-same-permissions -xf -
    chmod -R u=rwX,go=rX "$release"
}

undo_release() {
    [ ! -e "$work/made-release" ] || rm -rf "$release"
}

# The launcher makes the environment: pinned, with hashes, no dependency that the lock does not name.
step_python() {
    ! is_complete "$release" || return 0
    link_packages
    ADGEN_ENV_FILE=/dev/null ADGEN_DATA_DIR=$work/data "$release/adgen" --version
    "$release/.venv/bin/python" -m compileall -q "$release/adgen_app" "$release/alembic"
}

# The same packages are on the disk once for all releases: what runs has them, and nothing writes there.
link_packages() {
    local former
    former=$(readlink -e "$ADGEN_HOME/current") || return 0
    cmp -s "$former/requirements.lock" "$release/requirements.lock" || return 0
    "$former/.venv/bin/python" -m pip --version >/dev/null || return 0 # its Python has gone since
    cp -al "$former/.venv" "$release/.venv"
    # Scripts know the folder that they are in; sed writes new files, which are then this release's own.
    grep -rlIF "$former/" "$release/.venv/bin" | xargs sed -i "s|$former/|$release/|g"
    sed -i "s|$former|$release|g" "$release/.venv/pyvenv.cfg" "$release/.venv/requirements"
}

# Built as AdGen would build them, with no settings of this machine: pages know nothing of where they are served.
step_pages() {
    ! is_complete "$release" || return 0
    copy_pages
    in_release 'from adgen_app.build import build_if_changed; build_if_changed()'
    [ -s "$release/.web/build/client/index.html" ]
    find "$release/.web" -mindepth 1 -maxdepth 1 ! -name build ! -name backend -exec rm -rf {} +
    chmod -R go=rX "$release"
    chown -R adgen:adgen "$release/.web/backend" # where Reflex leaves two marks at every start
    say "$version" >"$release/.release"
}

# Where the pages are made from the same sources, they are the same.
copy_pages() {
    local former
    former=$(readlink -e "$ADGEN_HOME/current") || return 0
    cp -a "$former/.web" "$release/.web"
    in_release 'from adgen_app.build import is_built; raise SystemExit(not is_built())' || rm -rf "$release/.web"
}

in_release() {
    (
        cd "$release"
        env -u DATABASE_URL -u REDIS_URL ADGEN_ENV_FILE=/dev/null ADGEN_DATA_DIR="$work/data" PYTHONPATH="$release" .venv/bin/python -P -c "$1"
    )
}

# The newest, the one that runs and the one before it stay.
remove_old_releases() {
    local folder current previous
    current=$(readlink -e "$ADGEN_HOME/current") || true
    previous=$(readlink -e "$ADGEN_HOME/previous") || true
    find "$ADGEN_HOME/releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | tail -n "+$((RELEASES_KEPT + 1))" | cut -d' ' -f2- |
        while read -r folder; do
            [ "$folder" = "$current" ] || [ "$folder" = "$previous" ] || rm -rf "$folder"
        done
}

link_to() {
    ln -sfn "$2" "$ADGEN_HOME/$1.new"
    mv -fT "$ADGEN_HOME/$1.new" "$ADGEN_HOME/$1"
}
