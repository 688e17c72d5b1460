#!/bin/bash
# Turns a new Debian 12 machine on EC2 into a web machine, a worker, or both: user data of adgen.yaml runs it in the
# folder of the release, as root, with ROLE (web, worker, single), STACK and AWS_DEFAULT_REGION set. Running it again
# fetches secrets and settings anew. No secret is printed or stands in a command line.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

release=$(cd "$(dirname "$0")/../.." && pwd -P)
root=${ROOT-} # tests put a folder here
etc=$root/etc/adgen
authorities=/usr/local/share/adgen/rds.pem # readable for AdGen's own user, as /etc/adgen is not
parameters=/adgen/$STACK
: "${ROLE:?}" "${AWS_DEFAULT_REGION:?}"

say() { printf 'bootstrap: %s\n' "$*" >&2; }

wired() { sed -n "s/^$1=//p" <<<"$wiring"; }
secret() { aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text; }

# The machine's settings, then those that the operator keeps in Parameter Store, which win.
settings() {
    local password key token
    key=$(secret "$(wired SIGNING_SECRET)")
    password=$(secret "$(wired DATABASE_SECRET)")
    cat <<END
ADGEN_ENV=production
ADGEN_DATA_DIR=/var/lib/adgen
ADGEN_EMBEDDED_ENGINE=false
ADGEN_TRUSTED_PROXIES=127.0.0.1
AWS_REGION=$AWS_DEFAULT_REGION
STORAGE_URL=s3://$(wired BUCKET)/adgen
DATABASE_URL=postgresql://adgen:$password@$(wired DATABASE_HOST):5432/adgen?sslmode=verify-full&sslrootcert=$authorities
SECRET_KEY=$key
END
    if [ "$ROLE" = web ] && [ -n "$(wired REDIS_HOST)" ]; then
        token=$(secret "$(wired REDIS_SECRET)")
        printf 'REDIS_URL=rediss://:%s@%s:6379/0\n' "$token" "$(wired REDIS_HOST)"
        # ElastiCache takes no CONFIG SET; adgen.yaml sets what Reflex wants to set.
        echo REFLEX_IGNORE_REDIS_CONFIG_ERROR=true
    fi
    aws ssm get-parameters-by-path --path "$parameters/env" --with-decryption \
        --query 'Parameters[].[Name,Value]' --output text | sed -n 's|^.*/\([A-Z][A-Z0-9_]*\)\t|\1=|p'
}

write_settings() {
    install -d -m 0755 "$etc" "$root${authorities%/*}"
    curl --fail --silent --show-error --retry 5 --output "$root$authorities" \
        https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem
    chmod 0644 "$root$authorities"
    (umask 077 && settings >"$etc/adgen.env.new") # nobody else may read it, from its first byte on
    mv "$etc/adgen.env.new" "$etc/adgen.env"
}

# Behind the load balancer: who asks stands in its header, and the way to here is encrypted with a certificate of ours.
prepare_for_load_balancer() {
    install -d -m 0755 "$root/etc/nginx/adgen/local"
    cat >"$root/etc/nginx/adgen/local/load-balancer.conf" <<END
set_real_ip_from $(wired NETWORK);
real_ip_header X-Forwarded-For;
real_ip_recursive on;
END
    chmod 0644 "$root/etc/nginx/adgen/local/load-balancer.conf"
    [ -s "$etc/tls.key" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
        -subj "/CN=$STACK" -keyout "$etc/tls.key" -out "$etc/tls.pem" 2>/dev/null
    chmod 0644 "$etc/tls.pem"
}

take_address() {
    say "taking the address over"
    aws ec2 associate-address --allocation-id "$(wired ADDRESS)" --instance-id "$(<"$root/var/lib/cloud/data/instance-id")" \
        --allow-reassociation >/dev/null
}

# Let's Encrypt asks at the domain's address, so the domain has to lead here first.
secure() {
    local domain
    domain=$(wired DOMAIN)
    [ -n "$domain" ] || return 0
    for _ in {1..20}; do
        if curl --silent --max-time 5 --output /dev/null "http://$domain/api/health"; then
            deploy --tls "$domain" || break
            return
        fi
        sleep 15
    done
    say "no certificate for $domain yet; when it leads here: sudo /opt/adgen/current/deploy/deploy.sh deploy --no-backup --tls $domain"
}

# RDS keeps its own backups, S3 the files.
deploy() {
    "$release/deploy/deploy.sh" deploy --workers 1 --no-backup "$@" || return
    systemctl disable --now adgen-backup.timer
}

install_app() {
    case $ROLE in
    single)
        deploy
        take_address
        secure
        ;;
    web)
        prepare_for_load_balancer
        deploy --tls-cert "$etc/tls.pem" --tls-key "$etc/tls.key"
        systemctl disable --now adgen-worker@1.service
        ;;
    worker)
        deploy
        # The web app came up to show that the release works; here it would only take memory.
        systemctl disable --now adgen-web.service adgen-health.timer
        ;;
    esac
}

# Logs to CloudWatch: the agent reads files, so what our units say goes to one.
send_logs() {
    local agent=$root/opt/aws/amazon-cloudwatch-agent
    install -d -m 0750 "$root/var/log/adgen"
    if [ ! -x "$agent/bin/amazon-cloudwatch-agent-ctl" ]; then
        fetch "https://amazoncloudwatch-agent-$AWS_DEFAULT_REGION.s3.$AWS_DEFAULT_REGION.amazonaws.com/debian/amd64/latest/amazon-cloudwatch-agent.deb"
    fi
    install -d "$agent/etc"
    sed "s|@LOG_GROUP@|$(wired LOG_GROUP)|" "$release/deploy/aws/logs.json" >"$agent/etc/adgen.json"
    "$agent/bin/amazon-cloudwatch-agent-ctl" -a fetch-config -m ec2 -s -c "file:$agent/etc/adgen.json"
}

open_shell() {
    systemctl list-unit-files --quiet amazon-ssm-agent.service >/dev/null 2>&1 && return
    fetch "https://s3.$AWS_DEFAULT_REGION.amazonaws.com/amazon-ssm-$AWS_DEFAULT_REGION/latest/debian_amd64/amazon-ssm-agent.deb"
}

fetch() {
    local package
    package=$(mktemp --suffix=.deb)
    curl --fail --silent --show-error --retry 5 --output "$package" "$1"
    dpkg --install "$package" >&2
    rm "$package"
}

watch() {
    local units=$root/etc/systemd/system
    install -D -m 0755 "$release/deploy/aws/figures.sh" "$root/usr/local/lib/adgen/figures.sh"
    install -m 0644 "$release"/deploy/aws/units/* "$units/"
    printf 'ROLE=%s\nSTACK=%s\nAWS_DEFAULT_REGION=%s\n' "$ROLE" "$STACK" "$AWS_DEFAULT_REGION" >"$etc/machine"
    install -m 0644 "$release/deploy/aws/logrotate.conf" "$root/etc/logrotate.d/adgen-aws"
    systemctl daemon-reload
    systemctl enable --now adgen-figures.timer adgen-logs.service
}

case $ROLE in
web | worker | single) ;;
*)
    say "ROLE must be web, worker or single"
    exit 2
    ;;
esac
apt-get install --yes --no-install-recommends awscli ca-certificates curl logrotate openssl >&2
open_shell # first: whoever has to find out why the rest failed needs it
wiring=$(aws ssm get-parameter --name "$parameters/wiring" --query Parameter.Value --output text)
write_settings
install_app
send_logs
watch
say "$ROLE of $STACK is up"
