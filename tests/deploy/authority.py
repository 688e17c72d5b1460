"""Let's Encrypt's own test server in a machine, for certificates of one domain that leads there."""

import json

from tests.conftest import free_port
from tests.deploy.machine import Machine

DOMAIN = "ads.example"
ROOT_CERTIFICATE = "/root/authority.pem"


def install(machine: Machine) -> None:
    """Run it, and tell certbot of it as an operator would tell it of any server."""
    here, management = f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
    config = {
        "listenAddress": here,
        "managementListenAddress": management,
        "certificate": "/root/cert.pem",
        "privateKey": "/root/key.pem",
        "httpPort": int(machine.environment["ADGEN_HTTP_PORT"]),
        "tlsPort": int(machine.environment["ADGEN_HTTPS_PORT"]),
    }
    (machine.root / "root/pebble.json").write_text(json.dumps({"pebble": config}))
    told = machine.root / "etc/letsencrypt/cli.ini"
    told.parent.mkdir(exist_ok=True)
    told.write_text(f"server = https://{here}/dir\nno-verify-ssl = true\n")
    with (machine.root / "etc/hosts").open("a") as hosts:
        hosts.write(f"127.0.0.1 {DOMAIN}\n")
    machine.run("apt-get -qq install -y --no-install-recommends pebble")
    quick = "-E PEBBLE_VA_NOSLEEP=1 -E PEBBLE_WFE_NONCEREJECT=0"
    machine.run(f"systemd-run --unit=pebble {quick} pebble -config /root/pebble.json")
    asking = "curl -sk --retry 20 --retry-connrefused --retry-delay 1"
    machine.run(f"{asking} -o {ROOT_CERTIFICATE} https://{management}/roots/0")
