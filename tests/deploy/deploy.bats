# deploy.sh on a machine of fakes: what it is told, what it finds, what it does when a step fails.

# shellcheck disable=SC1090,SC2012,SC2016,SC2034,SC2086,SC2153,SC2154  # names and words come from what is loaded

load fakes

setup() {
    a_machine
    deploy=$project/deploy/deploy.sh
}

sourced() {
    source_folder=$project
    for part in "$project"/deploy/lib/*.sh; do . "$part"; done
}

# Steps of one's own, in a process of their own: within `run`, Bash would go on after failures.
scripted() {
    {
        printf 'set -euo pipefail\nsource_folder=%s version=1 release=/none\n' "$project"
        printf '. %s\n' "$project"/deploy/lib/*.sh
        printf 'settle_options\n'
        cat
    } >"$machine/script"
    run bash "$machine/script"
}

current() { basename "$(readlink -f "$machine/opt/adgen/current")"; }

@test "help names every command and changes nothing" {
    run "$deploy" --help
    [ "$status" -eq 0 ]
    for word in deploy rollback status backup restore health --dry-run --tls --workers; do [[ $output == *"$word"* ]]; done
    [ ! -s "$machine/calls" ]
}

@test "what makes no sense is refused with a sentence" {
    while IFS='|' read -r arguments sentence; do
        run "$deploy" $arguments
        [ "$status" -eq 2 ]
        [[ $output == *"$sentence"* ]]
    done <<'TABLE'
--nonsense|There is no option --nonsense.
nonsense|There is no command nonsense.
backup restore x|One command at a time: backup or restore?
--workers|--workers needs a value.
--workers 0|--workers takes a number
--workers many|--workers takes a number
--tls nonsense|nonsense is no domain.
--tls-cert /etc/os-release|--tls-cert needs --tls-key.
--tls-cert /none --tls-key /none|/none can't be read.
restore|Which file is to be restored?
TABLE
}

@test "only root deploys" {
    fake id 'echo 1000'
    run "$deploy"
    [ "$status" -eq 1 ]
    [[ $output == *"Run this as root: sudo"* ]]
}

@test "each system has its packages, and others are refused" {
    sourced
    settle_options
    while IFS='|' read -r id release python; do
        printf 'ID=%s\nVERSION_ID="%s"\n' "$id" "$release" >"$machine/etc/os-release"
        detect_system
        [[ " ${packages[*]} " == *" $python "* ]]
    done <<'TABLE'
debian|12|python3-venv
ubuntu|22.04|python3.11-venv
ubuntu|24.04|python3-venv
TABLE
    printf 'ID=fedora\nVERSION_ID=42\n' >"$machine/etc/os-release"
    run detect_system
    [ "$status" -eq 1 ]
    [[ $output == *"this is fedora 42."* ]]
}

@test "PostgreSQL is installed unless there is one elsewhere" {
    sourced
    settle_options
    detect_system
    [[ " ${packages[*]} " == *" postgresql "* ]]
    DATABASE_URL=postgresql://u:p@db.example/adgen detect_system
    [[ " ${packages[*]} " != *" postgresql "* ]]
    mkdir -p "$machine/etc/adgen"
    echo 'DATABASE_URL=postgresql://u:p@db.example/adgen' >"$machine/etc/adgen/adgen.env"
    detect_system
    [[ " ${packages[*]} " != *" postgresql "* ]]
}

@test "an argument wins over the environment, that over the last run, that over the default" {
    sourced
    mkdir -p "$machine/etc/adgen"
    printf 'ADGEN_WORKERS=3\nADGEN_HTTP_PORT=81\nADGEN_HTTPS_PORT=444\n' >"$machine/etc/adgen/deploy.conf"
    export ADGEN_HTTP_PORT=82 ADGEN_WORKERS=4
    read_arguments --workers 5
    settle_options
    [ "$ADGEN_WORKERS $ADGEN_HTTP_PORT $ADGEN_HTTPS_PORT $ADGEN_WEB_PORT" = "5 82 444 8000" ]
}

@test "a version is named after its commit, or its archive, and its content" {
    sourced
    cd "$machine/root"
    git init -q checkout
    git -C checkout -c user.name=n -c user.email=e commit -q --allow-empty -m first
    commit=$(git -C checkout describe --always)
    [ "$(version_of "$PWD/checkout")" = "$commit" ]
    echo new >checkout/file
    first=$(version_of "$PWD/checkout")
    [[ $first =~ ^$commit-[0-9a-f]{8}$ ]]
    echo newer >checkout/file
    second=$(version_of "$PWD/checkout")
    [ "$second" != "$first" ]
    git -C checkout add file
    rm checkout/file
    echo other >checkout/other
    [[ $(version_of "$PWD/checkout") =~ ^$commit-[0-9a-f]{8}$ ]]
    [ "$(files_of "$PWD/checkout" | tr '\0' ' ')" = "other " ]
    unpacked 1.0
    [[ $(version_of "$machine/root/1.0") =~ ^1\.0-[0-9a-f]{8}$ ]]
    printf '$Format:%%h$\n' >"$machine/root/1.0/VERSION"
    [[ $(version_of "$machine/root/1.0") =~ ^unnamed-[0-9a-f]{8}$ ]]
}

@test "a dry run says what would be done and writes nothing" {
    unpacked 1.0
    before=$(find "$machine" ! -name calls | sort)
    run "$machine/root/1.0/deploy/deploy.sh" --dry-run
    [ "$status" -eq 0 ]
    [[ $output == *"- Build the pages"* && $output == *"Nothing was changed."* ]]
    [ "$(find "$machine" ! -name calls | sort)" = "$before" ]
    not_called "systemctl restart"
}

@test "a first run ends in a service; its secret is nowhere but in its file" {
    unpacked 1.0
    run "$machine/root/1.0/deploy/deploy.sh" --workers 2
    [ "$status" -eq 0 ]
    [[ $output == *"is up: http://"* && $output == *"NOBODY CAN LOG IN YET"* ]]
    [[ $(current) == 1.0-* ]]
    [ "$(stat -c %a "$machine/etc/adgen/adgen.env")" = 600 ]
    grep -qx 'SECRET_KEY=a-secret-that-nobody-may-see-anywhere' "$machine/etc/adgen/adgen.env"
    grep -qx 'ADGEN_ENV=production' "$machine/etc/adgen/adgen.env"
    grep -qx 'ADGEN_EMBEDDED_ENGINE=false' "$machine/etc/adgen/adgen.env"
    called "systemctl enable adgen.target adgen-web.service adgen-worker@1.service adgen-worker@2.service"
    [ ! -e "$machine/etc/nginx/sites-enabled/default" ]
    [ ! -e "$machine/opt/adgen/current/.web/node_modules" ]
    [ "$(grep -rlF a-secret-that-nobody "$machine/calls" "$machine/var" "$machine/etc")" = "$machine/etc/adgen/adgen.env" ]
    [[ $output != *a-secret-that-nobody* ]]
}

@test "settings that are in the environment at the first run are taken over, and are in no command" {
    unpacked 1.0
    export DATABASE_URL=postgresql://u:hunter2@db.example/adgen ADGEN_ADS_PER_HOUR=7
    run "$machine/root/1.0/deploy/deploy.sh"
    [ "$status" -eq 0 ]
    grep -qxF "DATABASE_URL=$DATABASE_URL" "$machine/etc/adgen/adgen.env"
    grep -qx ADGEN_ADS_PER_HOUR=7 "$machine/etc/adgen/adgen.env"
    not_called hunter2
    not_called createdb
}

@test "a second run changes nothing" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    : >"$machine/calls"
    run "$machine/root/1.0/deploy/deploy.sh"
    [ "$status" -eq 0 ]
    [[ $output == *"Nothing was changed."* ]]
    not_called restart
    run "$machine/root/1.0/deploy/deploy.sh" --workers 2
    [[ $output == *"is up"* ]]
    called "systemctl restart"
}

@test "settings are the operator's; new ones come as comments" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    echo 'ADGEN_ADS_PER_HOUR=99' >>"$machine/etc/adgen/adgen.env"
    before=$(cat "$machine/etc/adgen/adgen.env")
    unpacked 2.0
    printf '\n# What it means.\n#ADGEN_BRAND_NEW=1\n' >>"$machine/root/2.0/.env.example"
    "$machine/root/2.0/deploy/deploy.sh"
    [ "$(cat "$machine/etc/adgen/adgen.env")" = "$before"$'\n\n# What it means.\n#ADGEN_BRAND_NEW=1' ]
}

@test "a site that Nginx refuses: what was there is back, the step is named" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    before=$(cat "$machine/etc/nginx/adgen/site.conf")
    unpacked 2.0
    echo '# new' >>"$machine/root/2.0/deploy/nginx/site.conf"
    : >"$machine/nginx-refuses"
    run "$machine/root/2.0/deploy/deploy.sh"
    [ "$status" -eq 1 ]
    [[ $output == *'failed at "Install the Nginx site"'* ]]
    [[ $(current) == 1.0-* ]]
    [ "$(cat "$machine/etc/nginx/adgen/site.conf")" = "$before" ]
    [ "$(ls "$machine/opt/adgen/releases" | wc -l)" -eq 1 ]
}

@test "certbot is installed where it is asked for" {
    sourced
    settle_options
    detect_system
    [[ " ${packages[*]} " != *" certbot "* ]]
    read_arguments --tls ads.example
    settle_options
    detect_system
    [[ " ${packages[*]} " == *" certbot "* ]]
}

@test "a certificate is asked for once, of a site that answers over plain HTTP" {
    unpacked 1.0
    certbot_certifies
    run "$machine/root/1.0/deploy/deploy.sh" --tls ads.example --email you@ads.example
    [ "$status" -eq 0 ]
    called "--webroot-path $machine/opt/adgen/acme"
    called "--email you@ads.example --cert-name ads.example -d ads.example --deploy-hook systemctl reload nginx"
    not_called register-unsafely
    [ "$(cat "$machine/seen")" = plain ]
    grep -qF "ssl_certificate $machine/etc/letsencrypt/live/ads.example/fullchain.pem;" "$machine/etc/nginx/sites-enabled/adgen"
    : >"$machine/calls"
    "$machine/root/1.0/deploy/deploy.sh" --workers 2
    not_called "certbot certonly"
}

@test "without an address Let's Encrypt is told that there is none; the site that runs stays meanwhile" {
    unpacked 1.0
    certbot_certifies
    : >"$machine/own.pem"
    "$machine/root/1.0/deploy/deploy.sh" --tls-cert "$machine/own.pem" --tls-key "$machine/own.pem"
    "$machine/root/1.0/deploy/deploy.sh" --tls ads.example
    called "--register-unsafely-without-email --cert-name ads.example"
    [ "$(cat "$machine/seen")" = tls ]
}

@test "no certificate: the step is named, what was there is back" {
    unpacked 1.0
    fake certbot 'echo "no such domain" >&2; exit 1'
    "$machine/root/1.0/deploy/deploy.sh"
    before=$(cd "$machine/etc" && find . -type f -exec sha256sum {} + | sort)
    run "$machine/root/1.0/deploy/deploy.sh" --tls ads.example
    [ "$status" -eq 1 ]
    [[ $output == *"no such domain"* && $output == *'failed at "Install the Nginx site"'* ]]
    [ "$(cd "$machine/etc" && find . -type f -exec sha256sum {} + | sort)" = "$before" ]
}

@test "a step that fails before the switch restarts nothing and leaves as many workers as there were" {
    unpacked 1.0
    fake systemctl 'cd "$machine/etc/systemd/system" 2>/dev/null || exit 0
        case $* in
        *MainPID*) (cd -P "$machine/opt/adgen/current" && exec /usr/bin/sleep 9 >/dev/null 2>&1 3>&- & echo $!) ;;
        *ActiveEnter*) echo 0 ;;
        enable*) mkdir -p adgen.target.wants && for unit; do case $unit in adgen-worker*) : >"adgen.target.wants/$unit" ;; esac; done ;;
        disable*) for unit; do rm -f "adgen.target.wants/$unit"; done ;;
        esac'
    "$machine/root/1.0/deploy/deploy.sh" --workers 2
    : >"$machine/nginx-refuses"
    for workers in 1 3; do
        : >"$machine/calls"
        run "$machine/root/1.0/deploy/deploy.sh" --workers "$workers"
        [ "$status" -eq 1 ]
        [ "$(cd "$machine/etc/systemd/system/adgen.target.wants" && echo adgen-worker*)" = "adgen-worker@1.service adgen-worker@2.service" ]
        called "systemctl start adgen-web.service adgen-worker@1.service adgen-worker@2.service"
        not_called "systemctl restart adgen-w"
    done
}

@test "a release that is not healthy is taken back, with its last words" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    unpacked 2.0
    sed -i 's/for_a_while 30 healthy/for_a_while 1 healthy/; s/for_a_while 60 healthy/for_a_while 1 healthy/' "$machine"/root/2.0/deploy/lib/*.sh
    : >"$machine/unhealthy"
    run "$machine/root/2.0/deploy/deploy.sh"
    [ "$status" -eq 1 ]
    [[ $output == *'failed at "Ask how it is, through Nginx"'* && $output == *"last words of the service"* ]]
    [[ $(current) == 1.0-* ]]
    [ ! -e "$machine/opt/adgen/previous" ]
}

@test "a first run that fails leaves no service, no site, no settings" {
    unpacked 1.0
    : >"$machine/nginx-refuses"
    run "$machine/root/1.0/deploy/deploy.sh"
    [ "$status" -eq 1 ]
    [ ! -e "$machine/opt/adgen/current" ]
    [ ! -e "$machine/etc/adgen/adgen.env" ]
    [ ! -e "$machine/etc/systemd/system/adgen-web.service" ]
    [ ! -e "$machine/etc/nginx/sites-enabled/adgen" ]
    [ -L "$machine/etc/nginx/sites-enabled/default" ]
    called "systemctl disable --now adgen.target"
}

@test "a step ends at its first command that fails" {
    scripted <<'STEPS'
step_python() { false; : >"$machine/went-on"; }
take_steps python
STEPS
    [ "$status" -eq 1 ]
    [ ! -e "$machine/went-on" ]
}

@test "steps are undone last to first, also when somebody stops the script" {
    scripted <<'STEPS'
step_release() { :; }
step_python() { kill -TERM $$; }
undo_release() { echo release >>"$machine/undone"; }
undo_python() { echo python >>"$machine/undone"; }
take_steps release python
STEPS
    [ "$status" -eq 1 ]
    [[ $output == *"somebody stopped it"* ]]
    [ "$(cat "$machine/undone")" = $'python\nrelease' ]
}

@test "rollback goes back to the version before" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    run "$deploy" rollback
    [[ $output == *"There is no earlier release"* ]]
    unpacked 2.0
    "$machine/root/2.0/deploy/deploy.sh"
    run "$machine/opt/adgen/current/deploy/deploy.sh" rollback
    [ "$status" -eq 0 ]
    [[ $(current) == 1.0-* ]]
    [[ $(basename "$(readlink "$machine/opt/adgen/previous")") == 2.0-* ]]
}

@test "packages and pages that would be the same are taken over, scripts know their folder" {
    for version in 1.0 2.0 3.0; do
        unpacked "$version"
        echo same >"$machine/root/$version/requirements.lock"
    done
    : >"$machine/root/2.0/same-pages"
    echo other >"$machine/root/3.0/requirements.lock"
    for version in 1.0 2.0 3.0; do "$machine/root/$version/deploy/deploy.sh"; done
    cd "$machine/opt/adgen/releases"
    [ "$(stat -c %i 1.0-*/.venv/package)" = "$(stat -c %i 2.0-*/.venv/package)" ]
    [ "$(stat -c %h 3.0-*/.venv/package)" -eq 1 ]
    for version in 1.0 2.0 3.0; do
        folder=$(cd "$version"-* && pwd -P)
        [ "$(cat "$folder/.venv/bin/tool")" = "#!$folder/.venv/bin/python" ]
        [ "$(cat "$folder/.venv/pyvenv.cfg" "$folder/.venv/requirements")" = "$folder"$'\n'"$folder" ]
    done
    [[ $(cat 2.0-*/.web/build/client/index.html) == */1.0-* ]]
    [[ $(cat 3.0-*/.web/build/client/index.html) == */3.0-* ]]
}

@test "three releases are kept" {
    for version in 1.0 2.0 3.0 4.0; do
        unpacked "$version"
        "$machine/root/$version/deploy/deploy.sh"
        /usr/bin/sleep 0.01
    done
    [ "$(cd "$machine/opt/adgen/releases" && printf '%s ' * | sed 's/-[0-9a-f]*//g')" = "2.0 3.0 4.0 " ]
}

@test "fourteen backups are kept" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    for day in $(seq 10 29); do : >"$machine/var/backups/adgen/adgen-202601$day-031500-all.tar"; done
    run "$machine/opt/adgen/current/deploy/deploy.sh" backup
    [ "$status" -eq 0 ]
    [ "$(ls "$machine/var/backups/adgen" | wc -l)" -eq 14 ]
    [ -e "${lines[-1]}" ]
    tar -tf "${lines[-1]}" database.dump version
}

@test "a web app that does not answer twice in a row is restarted, one that says 503 is not" {
    unpacked 1.0
    fake curl 'cat "$machine/answer"'
    while read -r answer restarted; do
        : >"$machine/calls"
        printf '%s' "$answer" >"$machine/answer"
        run "$machine/root/1.0/deploy/deploy.sh" health
        [ "$status" -eq "$((answer != 200))" ]
        if [ "$restarted" = restarted ]; then called "systemctl restart adgen-web"; else not_called "systemctl restart"; fi
    done <<'TABLE'
503
000
200
000
000 restarted
000
TABLE
}

@test "one deployment at a time" {
    unpacked 1.0
    mkdir -p "$machine/run/lock"
    exec 8>"$machine/run/lock/adgen-deploy"
    flock 8
    run "$machine/root/1.0/deploy/deploy.sh" 8>&-
    [ "$status" -eq 1 ]
    [[ $output == *"Another deployment is at work"* ]]
}

@test "what is no backup is not restored" {
    unpacked 1.0
    "$machine/root/1.0/deploy/deploy.sh"
    run "$machine/opt/adgen/current/deploy/deploy.sh" restore /etc/os-release
    [ "$status" -eq 1 ]
    [[ $output == *"is no backup of AdGen."* ]]
}
