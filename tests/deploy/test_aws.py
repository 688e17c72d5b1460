"""The CloudFormation stack as shipped: linted, read as AWS would read it for each topology, its scripts run."""

import base64
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from cfnlint.decode import cfn_yaml
from moto.server import ThreadedMotoServer

ROOT = Path(__file__).parents[2]
AWS = ROOT / "deploy" / "aws"
TEMPLATE = AWS / "adgen.yaml"
TOPOLOGIES = ("single", "multi")
WITHOUT_RESOURCES = {
    "cloudwatch:PutMetricData",
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
}
"""Actions that AWS offers for `*` only."""
NOTHING = object()

Node = Any
Stack = dict[str, Node]


def template() -> Stack:
    return json.loads(json.dumps(cfn_yaml.loads(TEMPLATE.read_text())))


def holds(condition: Node, conditions: Stack, values: dict[str, str]) -> bool:
    """What a condition comes to."""
    (name, argument), *_ = condition.items()
    match name:
        case "Condition":
            return holds(conditions[argument], conditions, values)
        case "Fn::Equals":
            left, right = (values[side["Ref"]] if isinstance(side, dict) else str(side) for side in argument)
            return left == right
        case "Fn::Not":
            return not holds(argument[0], conditions, values)
        case "Fn::And":
            return all(holds(part, conditions, values) for part in argument)
        case _:
            raise AssertionError(f"{name} is not known here")


def chosen(node: Node, facts: dict[str, bool]) -> Node:
    """The node with each Fn::If decided."""
    if isinstance(node, dict):
        if "Fn::If" in node:
            name, yes, no = node["Fn::If"]
            return chosen(yes if facts[name] else no, facts)
        if node == {"Ref": "AWS::NoValue"}:
            return NOTHING
        return {key: kept for key, value in node.items() if (kept := chosen(value, facts)) is not NOTHING}
    if isinstance(node, list):
        return [kept for value in node if (kept := chosen(value, facts)) is not NOTHING]
    return node


def resources(topology: str, **parameters: str) -> Stack:
    """What AWS makes for these parameters."""
    stack = template()
    values = {name: str(parameter.get("Default", "")) for name, parameter in stack["Parameters"].items()}
    values |= {"Topology": topology, **parameters}
    facts = {name: holds(rule, stack["Conditions"], values) for name, rule in stack["Conditions"].items()}
    kept = {
        name: resource
        for name, resource in stack["Resources"].items()
        if "Condition" not in resource or facts[resource["Condition"]]
    }
    return chosen(kept, facts)


def found(node: Node, wanted: Callable[[Node], bool]) -> Iterator[Node]:
    if wanted(node):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from found(part, wanted)


def referred(stack: Stack) -> set[str]:
    """Every name that is referred to."""
    names: set[str] = set()
    for node in found(stack, lambda node: isinstance(node, dict)):
        match node:
            case {"Ref": str(name)}:
                names.add(name)
            case {"Fn::GetAtt": [name, *_]}:
                names.add(name)
            case {"Fn::GetAtt": str(path)}:
                names.add(path.split(".")[0])
            case {"Fn::Sub": str(text)}:
                names |= placeholders(text)
            case {"Fn::Sub": [text, extra]}:
                names |= placeholders(text) - set(extra)
            case _:
                pass
    return names


def placeholders(text: str) -> set[str]:
    return {part.split("}")[0].split(".")[0] for part in text.split("${")[1:]}


def of_type(stack: Stack, kind: str) -> dict[str, Stack]:
    return {name: thing.get("Properties", {}) for name, thing in stack.items() if thing["Type"] == kind}


def statements(stack: Stack) -> list[Stack]:
    policies = [policy for role in of_type(stack, "AWS::IAM::Role").values() for policy in role["Policies"]]
    return [statement for policy in policies for statement in policy["PolicyDocument"]["Statement"]]


def program(name: str) -> str:
    """A program of the environment that the tests run in."""
    return str(Path(sys.executable).with_name(name))


def listed(value: Node) -> list[Node]:
    return value if isinstance(value, list) else [value]


@pytest.mark.slow
def test_cfn_lint_finds_nothing() -> None:
    checked = subprocess.run([program("cfn-lint"), TEMPLATE], capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.returncode) == ("", 0)


@pytest.mark.parametrize("topology", TOPOLOGIES)
@pytest.mark.parametrize("domain", ["", "ads.example"])
@pytest.mark.parametrize("zone", ["", "Z123"])
@pytest.mark.parametrize("certificate", ["", "arn:aws:acm:eu-west-1:123456789012:certificate/1"])
def test_what_is_made_refers_only_to_what_is_made(topology: str, domain: str, zone: str, certificate: str) -> None:
    stack = resources(topology, Domain=domain, HostedZoneId=zone, CertificateArn=certificate, AlarmEmail="a@b.example")
    there = {*stack, *template()["Parameters"]}
    assert {name for name in referred(stack) if not name.startswith("AWS::")} - there == set()
    assert {name for thing in stack.values() for name in listed(thing.get("DependsOn", []))} - there == set()


def test_the_topologies_have_what_they_are_for() -> None:
    single, multi = (
        resources(topology, CertificateArn="arn:aws:acm:eu-west-1:1:certificate/1") for topology in TOPOLOGIES
    )
    only_multi = {
        "LoadBalancer",
        "SecureListener",
        "WorkerGroup",
        "Redis",
        "NatA",
        "NatB",
        "MoreWorkers",
        "FewerWorkers",
    }
    assert only_multi <= set(multi)
    assert only_multi.isdisjoint(single)
    assert "Address" in single
    assert "Address" not in multi
    assert (single["Database"]["Properties"]["MultiAZ"], multi["Database"]["Properties"]["MultiAZ"]) == (False, True)


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_the_world_gets_in_and_out_by_the_web_only(topology: str) -> None:
    stack = resources(topology)
    open_to_all = [
        rule
        for rule in found(stack, lambda node: isinstance(node, dict) and "IpProtocol" in node)
        if rule.get("CidrIp") == "0.0.0.0/0" or "CidrIpv6" in rule
    ]
    assert {(rule["IpProtocol"], rule["FromPort"], rule["ToPort"]) for rule in open_to_all} == {
        ("tcp", 80, 80),
        ("tcp", 443, 443),
    }


def test_machines_behind_the_load_balancer_are_private() -> None:
    stack = resources("multi")
    for group in of_type(stack, "AWS::AutoScaling::AutoScalingGroup").values():
        assert group["VPCZoneIdentifier"] == [{"Ref": "PrivateSubnetA"}, {"Ref": "PrivateSubnetB"}]
    for machine in machines(stack).values():
        assert [card["AssociatePublicIpAddress"] for card in machine["NetworkInterfaces"]] == [False]
    world = [rule for rule in of_type(stack, "AWS::EC2::SecurityGroupIngress").values() if "CidrIp" in rule]
    assert world == []


def machines(stack: Stack) -> dict[str, Stack]:
    return {name: made["LaunchTemplateData"] for name, made in of_type(stack, "AWS::EC2::LaunchTemplate").items()}


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_machines_give_their_credentials_to_themselves_only_and_keep_disks_encrypted(topology: str) -> None:
    for machine in machines(resources(topology)).values():
        assert machine["MetadataOptions"]["HttpTokens"] == "required"
        assert all(disk["Ebs"]["Encrypted"] for disk in machine["BlockDeviceMappings"])
        assert "KeyName" not in machine


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_the_bucket_is_private_encrypted_and_over_tls(topology: str) -> None:
    stack = resources(topology)
    (bucket,) = of_type(stack, "AWS::S3::Bucket").values()
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert "VersioningConfiguration" not in bucket
    (policy,) = of_type(stack, "AWS::S3::BucketPolicy").values()
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert (statement["Effect"], statement["Principal"]) == ("Deny", "*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert stack["Bucket"]["DeletionPolicy"] == "Retain"


def test_old_ads_go_only_when_asked_for() -> None:
    rules = [
        {rule["Id"] for rule in stack["Bucket"]["Properties"]["LifecycleConfiguration"]["Rules"]}
        for stack in (resources("single"), resources("single", AdRetentionDays="90"))
    ]
    assert rules == [{"unfinished-uploads"}, {"unfinished-uploads", "old-ads"}]


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_the_database_is_private_encrypted_and_saved(topology: str) -> None:
    stack = resources(topology)
    (database,) = of_type(stack, "AWS::RDS::DBInstance").values()
    assert (database["PubliclyAccessible"], database["StorageEncrypted"], database["DeletionProtection"]) == (
        False,
        True,
        True,
    )
    assert database["BackupRetentionPeriod"] >= 7
    assert stack["Database"]["DeletionPolicy"] == "Snapshot"
    assert stack["DatabaseParameters"]["Properties"]["Parameters"] == {"rds.force_ssl": "1"}
    (subnets,) = of_type(stack, "AWS::RDS::DBSubnetGroup").values()
    assert subnets["SubnetIds"] == [{"Ref": "PrivateSubnetA"}, {"Ref": "PrivateSubnetB"}]


def test_redis_is_private_encrypted_and_asks_for_a_password() -> None:
    redis = resources("multi")["Redis"]["Properties"]
    assert redis["TransitEncryptionEnabled"]
    assert redis["AtRestEncryptionEnabled"]
    assert "resolve:secretsmanager" in redis["AuthToken"]["Fn::Sub"]


def test_no_parameter_takes_a_secret() -> None:
    assert not [name for name in template()["Parameters"] if "password" in name.lower() or "secret" in name.lower()]
    for secret in of_type(resources("multi"), "AWS::SecretsManager::Secret").values():
        assert secret["GenerateSecretString"]["PasswordLength"] >= 40
        assert "SecretString" not in secret


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_machines_may_do_little_and_with_named_things_only(topology: str) -> None:
    stack = resources(topology, ReleaseArchive="s3://releases/adgen.tar.gz")
    for statement in statements(stack):
        actions = set(listed(statement["Action"]))
        assert not [action for action in actions if "*" in action]
        if "*" in listed(statement["Resource"]):
            assert actions <= WITHOUT_RESOURCES
    (files,) = [statement for statement in statements(stack) if statement["Sid"] == "Files"]
    assert files["Resource"] == {"Fn::Sub": "${Bucket.Arn}/adgen/*"}


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_somebody_is_told_of_a_dead_service_a_full_disk_and_a_long_queue(topology: str) -> None:
    alarms = {
        alarm["MetricName"]: alarm
        for alarm in of_type(resources(topology), "AWS::CloudWatch::Alarm").values()
        if alarm["AlarmActions"] == [{"Ref": "Alarms"}]
    }
    assert alarms["Healthy"]["TreatMissingData"] == "breaching"
    assert alarms["DiskUsedPercent"]["Threshold"] == 80
    assert "QueueAgeSeconds" in alarms
    assert "FreeStorageSpace" in alarms


def test_an_open_page_stays_connected_through_the_load_balancer() -> None:
    stack = resources("multi")
    balancer = {item["Key"]: item["Value"] for item in stack["LoadBalancer"]["Properties"]["LoadBalancerAttributes"]}
    targets = {item["Key"]: item["Value"] for item in stack["WebTargets"]["Properties"]["TargetGroupAttributes"]}
    assert int(balancer["idle_timeout.timeout_seconds"]) >= 120
    assert targets["stickiness.enabled"] == "true"


def test_with_a_certificate_plain_http_only_leads_to_https() -> None:
    stack = resources("multi", CertificateArn="arn:aws:acm:eu-west-1:1:certificate/1")
    (action,) = stack["PlainListener"]["Properties"]["DefaultActions"]
    assert action["RedirectConfig"]["Protocol"] == "HTTPS"


# --- what machines run when they start ---


def user_data(name: str) -> tuple[str, Stack]:
    text, words = machines(resources("multi"))[name]["UserData"]["Fn::Base64"]["Fn::Sub"]
    return text, words


def test_user_data_differs_in_the_role_only_and_is_a_sound_script(tmp_path: Path) -> None:
    web, worker = user_data("WebTemplate"), user_data("WorkerTemplate")
    assert web[0] == worker[0]
    assert (web[1]["Role"], worker[1]["Role"]) == ("web", "worker")
    script = tmp_path / "user-data"
    text = web[0]
    for name in placeholders(text):
        text = text.replace(f"${{{name}}}", "x")
    script.write_text(text)
    checked = subprocess.run(
        [program("shellcheck"), "--shell=bash", "--exclude=SC2157", script], capture_output=True, text=True, check=False
    )
    assert (checked.stdout, checked.returncode) == ("", 0)
    assert len(base64.b64encode(text.encode())) < 16_384


@pytest.mark.parametrize("script", sorted(AWS.glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_sound(script: Path) -> None:
    checked = subprocess.run([program("shellcheck"), script], capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.returncode) == ("", 0)
    assert os.access(script, os.X_OK)


FAKES = {
    "aws": """
case "$*" in
*wiring*) sed "s/DOMAIN=/DOMAIN=$FAKE_DOMAIN/" <<'END'
BUCKET=ads-bucket
DATABASE_HOST=db.internal
DATABASE_SECRET=arn:db
SIGNING_SECRET=arn:key
LOG_GROUP=/adgen/x
DOMAIN=
NETWORK=10.86.0.0/16
REDIS_HOST=redis.internal
REDIS_SECRET=arn:redis
ADDRESS=eipalloc-1
END
;;
*arn:db*) echo databasepassword ;;
*arn:key*) echo signingsigningsigning ;;
*arn:redis*) echo redistoken ;;
*/env*) printf '/adgen/x/env/ADGEN_ADS_PER_HOUR\\t25\\n/adgen/x/env/SENTRY_DSN\\thttps://key@sentry.example/1\\n' ;;
esac
""",
    "openssl": 'touch "$FAKE_ETC/tls.key" "$FAKE_ETC/tls.pem"',
    "curl": 'while [ $# -gt 0 ]; do [ "$1" = --output ] && [ "$2" != /dev/null ] && echo fetched >"$2"; shift; done',
    "systemctl": "",
    "apt-get": "",
    "dpkg": "",
    "sleep": "",
}


class Machine:
    """A folder that stands for a new machine, with a release in it and programs that only note how they were called."""

    def __init__(self, folder: Path) -> None:
        self.root, self.programs, self.calls = folder / "root", folder / "bin", folder / "calls"
        self.release = folder / "release"
        self.etc = self.root / "etc" / "adgen"
        self.programs.mkdir()
        for name, does in FAKES.items():
            self.program(self.programs / name, does)
        shutil.copytree(AWS, self.release / "deploy" / "aws")
        self.program(self.release / "deploy" / "deploy.sh", "")
        agent = self.root / "opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl"
        agent.parent.mkdir(parents=True)
        self.program(agent, "")
        for made in ("var/lib/cloud/data", "etc/systemd/system", "etc/logrotate.d"):
            (self.root / made).mkdir(parents=True)
        (self.root / "var/lib/cloud/data/instance-id").write_text("i-1")

    def program(self, path: Path, does: str) -> None:
        path.write_text(f'#!/bin/bash\necho "{path.name} $*" >>{self.calls}\n{does}\n')
        path.chmod(0o755)

    def start(self, role: str, domain: str = "") -> subprocess.CompletedProcess[str]:
        surroundings = {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "ROOT": str(self.root),
            "ROLE": role,
            "STACK": "x",
            "AWS_DEFAULT_REGION": "eu-west-1",
            "FAKE_ETC": str(self.etc),
            "FAKE_DOMAIN": domain,
        }
        script = self.release / "deploy/aws/bootstrap.sh"
        return subprocess.run([script], env=surroundings, capture_output=True, text=True, check=False)

    def said(self) -> list[str]:
        return self.calls.read_text().splitlines()

    def settings(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in (self.etc / "adgen.env").read_text().splitlines())


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("role", ["web", "worker", "single"])
def test_a_machine_gets_its_settings_and_no_secret_is_seen(machine: Machine, role: str) -> None:
    done = machine.start(role)
    assert done.returncode == 0, done.stderr
    settings = machine.settings()
    assert settings["STORAGE_URL"] == "s3://ads-bucket/adgen"
    assert settings["DATABASE_URL"].startswith(
        "postgresql://adgen:databasepassword@db.internal:5432/adgen?sslmode=verify-full"
    )
    assert settings["SECRET_KEY"] == "signingsigningsigning"
    assert settings["ADGEN_ADS_PER_HOUR"] == "25"
    assert settings["SENTRY_DSN"] == "https://key@sentry.example/1"
    assert stat.S_IMODE((machine.etc / "adgen.env").stat().st_mode) == 0o600
    seen = done.stdout + done.stderr + machine.calls.read_text()
    assert [secret for secret in ("databasepassword", "signingsigning", "redistoken") if secret in seen] == []


def test_a_web_machine_serves_behind_the_load_balancer_and_makes_no_ads(machine: Machine) -> None:
    assert machine.start("web").returncode == 0
    said = machine.said()
    assert machine.settings()["REDIS_URL"] == "rediss://:redistoken@redis.internal:6379/0"
    (deployed,) = [call for call in said if call.startswith("deploy.sh")]
    assert "--tls-cert" in deployed
    assert "--no-backup" in deployed
    assert "systemctl disable --now adgen-worker@1.service" in said
    site = (machine.root / "etc/nginx/adgen/local/load-balancer.conf").read_text()
    assert "set_real_ip_from 10.86.0.0/16;" in site


def test_a_worker_makes_ads_and_serves_nothing(machine: Machine) -> None:
    assert machine.start("worker").returncode == 0
    assert "systemctl disable --now adgen-web.service adgen-health.timer" in machine.said()
    assert "REDIS_URL" not in machine.settings()


def test_a_single_machine_takes_the_address_over_when_it_works_then_gets_its_certificate(machine: Machine) -> None:
    assert machine.start("single", domain="ads.example").returncode == 0
    wanted = ("deploy.sh", "aws ec2 associate-address")
    first, address, second = [call for call in machine.said() if call.startswith(wanted)]
    assert "--tls" not in first
    assert "--allocation-id eipalloc-1 --instance-id i-1" in address
    assert second.endswith("--tls ads.example")


def test_a_release_that_does_not_come_up_fails_the_machine_before_it_takes_over(machine: Machine) -> None:
    machine.program(machine.release / "deploy" / "deploy.sh", "exit 1")
    assert machine.start("single").returncode != 0
    assert not [call for call in machine.said() if "associate-address" in call]


def test_logs_and_figures_are_sent_by_units_that_systemd_accepts(machine: Machine, tmp_path: Path) -> None:
    assert machine.start("worker").returncode == 0
    configured = json.loads((machine.root / "opt/aws/amazon-cloudwatch-agent/etc/adgen.json").read_text())
    files = configured["logs"]["logs_collected"]["files"]["collect_list"]
    assert {file["log_group_name"] for file in files} == {"/adgen/x"}
    if analyze := shutil.which("systemd-analyze"):
        for unit in (AWS / "units").iterdir():
            here = tmp_path / unit.name
            here.write_text(unit.read_text().replace("/usr/local/lib/adgen/figures.sh", "/bin/true"))
        checked = subprocess.run(
            [analyze, "verify", *(tmp_path / unit.name for unit in (AWS / "units").iterdir())],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (checked.stderr, checked.returncode) == ("", 0)


METRICS = """# TYPE adgen_queue_oldest_seconds gauge
adgen_queue_oldest_seconds{queue="ads"} 0.0
adgen_queue_oldest_seconds{queue="cuts"} 734.5
"""


def figures(tmp_path: Path, role: str, curl: str) -> str:
    for name, does in {"curl": curl, "aws": 'printf "%s\\n" "$@"'}.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{does}\n")
        (tmp_path / name).chmod(0o755)
    surroundings = {"PATH": f"{tmp_path}:/usr/bin:/bin", "ROLE": role, "STACK": "x"}
    return subprocess.run([AWS / "figures.sh"], env=surroundings, capture_output=True, text=True, check=True).stdout


def test_a_web_machine_tells_how_it_is_and_how_long_ads_wait(tmp_path: Path) -> None:
    sent = figures(tmp_path, "web", f"case $* in *metrics*) cat <<'END'\n{METRICS}END\nesac")
    assert "MetricName=Healthy,Value=1,Unit=None,Dimensions=[{Name=Stack,Value=x}]" in sent
    assert "MetricName=QueueAgeSeconds,Value=734.5,Unit=Seconds" in sent
    assert "MetricName=DiskUsedPercent" in sent


def test_a_web_app_that_is_down_is_said_to_be_unhealthy(tmp_path: Path) -> None:
    sent = figures(tmp_path, "single", "exit 7")
    assert "MetricName=Healthy,Value=0" in sent
    assert "QueueAge" not in sent


def test_a_worker_tells_of_its_disk_and_memory_only(tmp_path: Path) -> None:
    sent = figures(tmp_path, "worker", "exit 7")
    assert "MemoryUsedPercent" in sent
    assert "Healthy" not in sent


# --- the bucket, by the machine's role ---


class Metadata(BaseHTTPRequestHandler):
    """What a machine on EC2 is asked for its credentials, only with a token, as the stack demands."""

    tokens = 0

    def do_PUT(self) -> None:
        type(self).tokens += 1
        self.answer("token")

    def do_GET(self) -> None:
        if self.headers.get("X-aws-ec2-metadata-token") != "token":
            self.send_error(401)
        elif self.path.endswith("/security-credentials/"):
            self.answer("machine-role")
        else:
            self.answer(json.dumps(self.credentials()))

    @staticmethod
    def credentials() -> dict[str, str]:
        now = datetime.now(UTC)
        return {
            "AccessKeyId": "role",
            "SecretAccessKey": "role",
            "Token": "session",
            "Expiration": (now + timedelta(hours=6)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }

    def answer(self, text: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def metadata() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Metadata)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


USE_STORAGE = """
from adgen_app import storage
storage.put("ads/1/ad.mp4", b"film")
assert storage.read("ads/1/ad.mp4") == b"film"
link = storage.locate("ads/1/ad.mp4")
assert "X-Amz-Security-Token" in link
storage.remove("ads/1/")
"""


@pytest.mark.slow
def test_files_reach_the_bucket_with_the_machines_role_and_no_key(metadata: str, tmp_path: Path) -> None:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    key = {"aws_access_key_id": "x", "aws_secret_access_key": "x"}
    client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **key)
    client.create_bucket(Bucket="ads-bucket")
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "ADGEN_ENV_FILE": os.devnull,
        "ADGEN_DATA_DIR": str(tmp_path),
        "STORAGE_URL": "s3://ads-bucket/adgen",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ALLOW_HTTP": "true",
        "AWS_METADATA_ENDPOINT": metadata,
    }
    before = Metadata.tokens
    done = subprocess.run(
        [sys.executable, "-c", USE_STORAGE], env=surroundings, capture_output=True, text=True, check=False
    )
    client.close()
    server.stop()
    assert (done.returncode, done.stderr) == (0, "")
    assert Metadata.tokens > before
