# shellcheck shell=bash
# Database and media in one file, and back.

backups() { find "$ADGEN_BACKUPS" -maxdepth 1 -name 'adgen-*.tar' 2>/dev/null | sort; }

# Media in a bucket are the bucket's business.
media_here() { ! grep -qE '^STORAGE_URL=.' "$ADGEN_ETC/adgen.env" && [ -d "$ADGEN_DATA_DIR/media" ]; }

backup() {
    release=$(readlink -e "$ADGEN_HOME/current") || die "AdGen is not deployed on this machine."
    version=$(basename "$release")
    if [ -n "$dry_run" ]; then
        say "Database and media would be written into a file in $ADGEN_BACKUPS; the newest $ADGEN_BACKUPS_KEPT are kept."
        return
    fi
    write_backup all
}

# write_backup LABEL [without-media]. Says which file it is.
write_backup() {
    local stage file status=0 parts
    file=$ADGEN_BACKUPS/adgen-$(date +%Y%m%d-%H%M%S)-$1.tar
    enough_room "${2:-}"
    stage=$(mktemp -d "$ADGEN_BACKUPS/.stage.XXXXXX")
    (umask 077 && database "$release" run pg_dump --format=custom --no-owner --no-privileges >"$stage/database.dump") || {
        rm -rf "$stage"
        say "The database could not be dumped."
        return 1
    }
    say "$version" >"$stage/version"
    parts=(-C "$stage" version database.dump)
    if [ -z "${2:-}" ] && media_here; then parts+=(-C "$ADGEN_DATA_DIR" media); fi
    # 1: a file changed or went while it was read, which is somebody's deleting an ad.
    (umask 077 && tar -cf "$file.part" "${parts[@]}") || status=$?
    rm -rf "$stage"
    [ "$status" -le 1 ] || { rm -f "$file.part" && return "$status"; }
    mv "$file.part" "$file"
    remove_old_backups
    say "$file"
}

enough_room() {
    local needs=1048576 has
    if [ -z "$1" ] && media_here; then needs=$((needs + $(du -sk "$ADGEN_DATA_DIR/media" | cut -f1))); fi
    has=$(df -k --output=avail "$ADGEN_BACKUPS" | tail -n 1)
    [ "$has" -gt "$needs" ] || { say "A backup takes up to $((needs / 1024)) MB, and $ADGEN_BACKUPS has $((has / 1024)) MB left." && return 1; }
}

remove_old_backups() { backups | head -n "-$ADGEN_BACKUPS_KEPT" | while read -r file; do rm -f "$file"; done; }

restore() {
    restored=$(readlink -e "$restored") || die "There is no such file."
    release=$(readlink -e "$ADGEN_HOME/current") || die "AdGen is not deployed on this machine: run deploy.sh first, then restore."
    version=$(basename "$release")
    tar -tf "$restored" database.dump >/dev/null 2>&1 || die "$restored is no backup of AdGen."
    if [ -n "$dry_run" ]; then
        say "AdGen would be stopped, its database and media replaced by those in $restored, and started again."
        return
    fi
    say "- Back up what is there now: $(write_backup before-restore)"
    work=$(mktemp -d "$ADGEN_DATA_DIR/.restore.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    say "- Stop AdGen"
    systemctl stop adgen.target adgen-web.service 'adgen-worker@*'
    say "- Replace database and media"
    attempt replace_all
    local restored_all=$status
    say "- Start AdGen"
    restart_services
    for_a_while 60 healthy || die "AdGen does not answer; see: journalctl -u adgen-web"
    [ "$restored_all" = 0 ] || die "$restored could not be restored; all is as it was."
    say "Restored from $restored."
}

# The database in one transaction, then the media by renaming: whole or not at all.
replace_all() {
    tar -C "$work" -xf "$restored" --no-same-owner
    (umask 022 && cat "$release/deploy/lib/empty.sql" >"$work/all.sql" && pg_restore --no-owner --no-privileges -f - "$work/database.dump" >>"$work/all.sql")
    database "$release" run psql --quiet --no-psqlrc --single-transaction -v ON_ERROR_STOP=1 -f - <"$work/all.sql" >/dev/null
    database "$release" up
    [ -d "$work/media" ] || return 0
    chown -R adgen:adgen "$work/media"
    [ ! -e "$ADGEN_DATA_DIR/media" ] || mv "$ADGEN_DATA_DIR/media" "$work/media-before"
    mv "$work/media" "$ADGEN_DATA_DIR/media"
}
