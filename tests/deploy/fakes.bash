# shellcheck shell=bash disable=SC2016  # scripts in quotes are other programs
# A machine that is a folder, whose programs are fakes that write down how they were called.

fake() {
    printf '#!/bin/bash\nprintf "%%s\\n" "%s $*" >>"%s/calls"\n%s\n' "$1" "$machine" "${2:-}" >"$machine/bin/$1"
    chmod +x "$machine/bin/$1"
}

# A version of AdGen that is all surface: unpacked NAME
unpacked() {
    local folder=$machine/root/$1
    mkdir -p "$folder"
    cp -r "$project/deploy" "$folder/deploy"
    cp "$project/.env.example" "$folder"
    mkdir -p "$folder/adgen_app" "$folder/alembic"
    printf '%s\n' "$1" >"$folder/VERSION"
    cat >"$folder/adgen" <<'FAKE'
#!/bin/bash
here=$(cd "$(dirname "$0")" && pwd -P)
[ ! -e "$here/.venv" ] || exit 0
mkdir -p "$here/.venv/bin"
printf '#!%s\n' "$here/.venv/bin/python" >"$here/.venv/bin/tool"
echo "$here" | tee "$here/.venv/pyvenv.cfg" "$here/.venv/requirements" >/dev/null
echo code >"$here/.venv/package"
cat >"$here/.venv/bin/python" <<'PYTHON'
#!/bin/bash
case $* in
*is_built*) [ -e same-pages ] ;;
*build_if_changed*)
    [ ! -e .web ] || exit 0
    mkdir -p .web/build/client .web/backend .web/node_modules
    pwd -P >.web/build/client/index.html
    ;;
*token_urlsafe*) echo a-secret-that-nobody-may-see-anywhere ;;
esac
PYTHON
chmod +x "$here/.venv/bin/python"
FAKE
    chmod +x "$folder/adgen"
}

a_machine() {
    project=$(cd "$BATS_TEST_DIRNAME/../.." && pwd -P)
    machine=$BATS_TEST_TMPDIR/machine
    mkdir -p "$machine"/{bin,etc/nginx/sites-enabled,usr/sbin,root}
    printf 'ID=debian\nVERSION_ID="12"\n' >"$machine/etc/os-release"
    ln -s /etc/nginx/sites-available/default "$machine/etc/nginx/sites-enabled/default"
    : >"$machine/calls"
    export ADGEN_SYSTEM_ROOT=$machine machine project
    export PATH=$machine/bin:/usr/sbin:/usr/bin:/sbin:/bin
    fake id 'case $* in -u) echo 0 ;; -nG*) echo www-data adgen ;; esac'
    fake dpkg-query 'echo installed'
    fake chown
    fake install 'while [ $# -gt 0 ]; do case $1 in -o | -g) shift ;; *) words+=("$1") ;; esac; shift; done; exec /usr/bin/install "${words[@]}"'
    fake nginx '[ ! -e "$machine/nginx-refuses" ]'
    fake curl 'case $* in *--fail*) ;; *) [ -e "$machine/unhealthy" ] && printf 500 || printf 200 ;; esac'
    fake journalctl 'echo "last words of the service"'
    fake sleep 'exec /usr/bin/sleep 0.05'
    fake pg_lsclusters 'echo "15 main 5432 online"'
    fake runuser 'echo 1'
    fake systemd-run 'case $* in *revision*) echo 0002 ;; *newest*) echo 0002 ;; *pg_dump*) echo dump ;; esac'
    fake systemctl 'case $* in
        *MainPID*) (cd -P "$machine/opt/adgen/current" && exec /usr/bin/sleep 9 >/dev/null 2>&1 3>&- & echo $!) ;;
        *ActiveEnter*) echo 0 ;;
        enable*) mkdir -p "$machine/etc/systemd/system/adgen.target.wants" ;;
    esac'
}

# It sees which site is there, and has a certificate for ads.example.
certbot_certifies() {
    fake certbot 'grep -q "listen.* ssl" "$machine/etc/nginx/sites-enabled/adgen" && echo tls >"$machine/seen" || echo plain >"$machine/seen"
        mkdir -p "$machine/etc/letsencrypt/live/ads.example" && : >"$machine/etc/letsencrypt/live/ads.example/fullchain.pem"'
}

not_called() { ! called "$1"; }
called() { grep -qF -- "$1" "$machine/calls"; }
