# shellcheck shell=bash
# Steps with names, each undone when a later one fails.

declare -gAr TITLES=(
    [packages]="Install system packages"
    [account]="Make the system user and its folders"
    [release]="Copy this version to its release folder"
    [python]="Install Python packages"
    [pages]="Build the pages"
    [settings]="Write the settings"
    [database]="Reach the database"
    [backup]="Back the database up"
    [migrations]="Bring the tables to this version"
    [trial]="Try the new web app beside the running one"
    [units]="Install the systemd units"
    [site]="Install the Nginx site"
    [switch]="Switch to this version"
    [health]="Ask how it is, through Nginx"
)
taken=()
work=
log=
now=
status=0
stopped=

tell_steps() {
    local step
    say "AdGen $version would be put into $release, in these steps:"
    for step in "$@"; do
        say "- ${TITLES[$step]}$(declare -F "plan_$step" >/dev/null && printf ': %s' "$("plan_$step")")"
    done
    say "Nothing was changed."
}

take_steps() {
    begin_log
    work=$(mktemp -d "${TMPDIR:-/tmp}/adgen-deploy.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    trap 'stopped=yes' INT TERM HUP
    local step
    for step in "$@"; do
        say "- ${TITLES[$step]}"
        taken+=("$step")
        take "$step"
        [ -z "$stopped" ] || give_up "somebody stopped it"
        [ "$status" = 0 ] || give_up "it failed"
    done
    trap - INT TERM HUP
    say "== done ==" >>"$log"
}

begin_log() {
    log=$root/var/log/adgen/deploy.log
    mkdir -p "$(dirname "$log")"
    touch "$log"
    chmod 0600 "$log"
    printf '\n== %s: %s %s ==\n' "$(date -Is)" "$command" "$version" >>"$log"
}

take() {
    now=$1
    attempt "step_$now" >"$work/$now.log" 2>&1
    cat "$work/$now.log" >>"$log"
}

# Runs a function in a process of its own, which ends at the first command that fails; how, is in `status`.
# Never call this in a condition: within one, Bash goes on after failures.
attempt() {
    set +e
    (
        set -e
        "$@"
    ) </dev/null 9>&-
    status=$?
    set -e
}

give_up() {
    trap '' INT TERM HUP
    printf '\nThe step "%s" did not work: %s. Its last words:\n' "${TITLES[$now]}" "$1" >&2
    tail -n 15 "$work/$now.log" | sed 's/^/    /' >&2
    printf 'Going back to what was there before.\n' >&2
    undo_all
    printf 'deploy.sh: failed at "%s"; everything said is in %s\n' "${TITLES[$now]}" "$log" >&2
    exit 1
}

undo_all() {
    local index step
    for ((index = ${#taken[@]} - 1; index >= 0; index--)); do
        step=${taken[index]}
        undo "$step"
    done
    case " ${taken[*]} " in
    *" units "* | *" site "* | *" switch "*) resume ;;
    esac
}

# As far as it goes: what can't be undone is said, and the rest is undone all the same.
undo() {
    put_back "$1"
    declare -F "undo_$1" >/dev/null || return 0
    say "undo $1" >>"$log"
    attempt "undo_$1" >>"$log" 2>&1
    [ "$status" = 0 ] || say "What the step \"${TITLES[$1]}\" did could not be undone; see $log" >&2
}

# A file that a step writes: what was there is kept until all steps are done.
put() {
    local from=$1 to=$2 mode=$3 kept
    if [ -e "$to" ] && cmp -s "$from" "$to"; then return 0; fi
    kept=$work/before/$now/$(printf '%s' "$to" | sed 's|/|%|g')
    mkdir -p "$(dirname "$kept")" "$(dirname "$to")"
    if [ -e "$kept" ] || [ -e "$kept.absent" ]; then :; elif [ -e "$to" ] || [ -L "$to" ]; then cp -a "$to" "$kept"; else : >"$kept.absent"; fi
    install -m "$mode" "$from" "$to.new"
    mv -f "$to.new" "$to"
}

# A file that a step takes away.
take_away() {
    local kept
    [ -e "$1" ] || [ -L "$1" ] || return 0
    kept=$work/before/$now/$(printf '%s' "$1" | sed 's|/|%|g')
    mkdir -p "$(dirname "$kept")"
    mv "$1" "$kept"
}

put_back() {
    local kept to
    for kept in "$work/before/$1"/*; do
        to=$(basename "$kept" .absent | sed 's|%|/|g')
        case $kept in
        *"/*") ;;
        *.absent) rm -f "$to" ;;
        *) cp -a --remove-destination "$kept" "$to" ;;
        esac
    done
}
