#!/bin/bash
# Sends this machine's figures to CloudWatch, namespace AdGen: adgen-figures.timer runs it every minute.
# The alarms of adgen.yaml look at the stack's highest or lowest.
set -euo pipefail

app=http://127.0.0.1:8000
site=http://127.0.0.1

# What the load balancer or a browser would see, through Nginx, which leads to HTTPS with a name other than this one.
healthy() {
    curl --fail --silent --location --insecure --max-time 5 --output /dev/null "$site/api/health" && echo 1 || echo 0
}

# Seconds for which the ad that waits longest has been waiting; nothing when AdGen does not say.
queue_age() {
    curl --fail --silent --max-time 5 "$app/api/metrics" |
        awk '/^adgen_queue_oldest_seconds/ { seen = 1; if ($NF > most) most = $NF } END { if (seen) print most + 0 }' || true
}

disk_used() { df --output=pcent / | awk 'NR == 2 { print $1 + 0 }'; }
memory_used() { awk '/^MemTotal/ { all = $2 } /^MemAvailable/ { free = $2 } END { print int(100 * (1 - free / all)) }' /proc/meminfo; }

datum() { printf 'MetricName=%s,Value=%s,Unit=%s,Dimensions=[{Name=Stack,Value=%s}]\n' "$1" "$2" "$3" "$STACK"; }

data=("$(datum DiskUsedPercent "$(disk_used)" Percent)" "$(datum MemoryUsedPercent "$(memory_used)" Percent)")
if [ "$ROLE" != worker ]; then
    data+=("$(datum Healthy "$(healthy)" None)")
    age=$(queue_age)
    [ -z "$age" ] || data+=("$(datum QueueAgeSeconds "$age" Seconds)")
fi
aws cloudwatch put-metric-data --namespace AdGen --metric-data "${data[@]}"
