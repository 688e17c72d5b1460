#!/usr/bin/env bash
# Puts AdGen on this machine, or a new version of it, and back if that goes wrong: `deploy.sh --help`.
# shellcheck source-path=SCRIPTDIR/lib
set -euo pipefail

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
lib=$source_folder/deploy/lib
. "$lib/options.sh"
. "$lib/steps.sh"
. "$lib/system.sh"
. "$lib/release.sh"
. "$lib/settings.sh"
. "$lib/database.sh"
. "$lib/services.sh"
. "$lib/backup.sh"
. "$lib/health.sh"

main() {
    read_arguments "$@"
    [ "$command" != help ] || { usage && return; }
    must_be_root
    settle_options
    case $command:$dry_run in
    deploy: | rollback: | restore:) alone "$command" ;;
    *) "$command" ;;
    esac
}

must_be_root() {
    [ "$(id -u)" = 0 ] || die "Run this as root: sudo $0"
}

# One at a time: what changes this machine waits for nobody.
alone() {
    mkdir -p "$root/run/lock"
    exec 9>"$root/run/lock/adgen-deploy"
    flock -n 9 || die "Another deployment is at work on this machine; try again when it has ended."
    "$1"
}

deploy() {
    detect_system
    prepare_release
    if [ -n "$dry_run" ]; then
        tell_steps packages account release python pages settings database backup migrations trial units site switch health
        return
    fi
    if nothing_to_do; then
        say "AdGen $version is already running here, configured like this. Nothing was changed."
        return
    fi
    take_steps packages account release python pages settings database backup migrations trial units site switch health
    remove_old_releases
    say "AdGen $version is up: $(address)"
    warn_without_tls
}

rollback() {
    release=$(readlink -e "$ADGEN_HOME/previous") || die "There is no earlier release to go back to in $ADGEN_HOME/releases."
    version=$(basename "$release")
    if [ -n "$dry_run" ]; then
        tell_steps database backup migrations trial units site switch health
        return
    fi
    take_steps database backup migrations trial units site switch health
    say "AdGen is back at $version: $(address)"
}

main "$@"
