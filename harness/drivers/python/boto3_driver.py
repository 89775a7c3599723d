"""A pca-driver/1 driver of boto3: reads calls as lines of JSON on stdin, makes them, and answers on stdout."""

import functools
import json
import platform
import sys
import threading

import boto3
import botocore.exceptions as errors
import botocore.session
from botocore import parsers
from botocore.config import Config

MEMBERS = {
    "PutPolicy": {"ResourceArn", "Policy"},
    "GetPolicy": {"ResourceArn"},
    "DeletePolicy": {"ResourceArn"},
}
METHODS = {"PutPolicy": "put_policy", "GetPolicy": "get_policy", "DeletePolicy": "delete_policy"}

# The first that fits: what an exception of botocore says about the cause.
CAUSES = (
    (errors.ParamValidationError, "request"),
    (errors.ReadTimeoutError, "timeout"),
    (errors.ConnectTimeoutError, "timeout"),
    (errors.ConnectionError, "connection"),
    (errors.HTTPClientError, "connection"),
    (parsers.ResponseParserError, "answer"),
)

# The names that botocore has for the protocols.
PROTOCOLS = {"json": "json", "cbor": "smithy-rpc-v2-cbor"}

# Only answers may go to stdout, whatever a library prints.
answers, sys.stdout = sys.stdout, sys.stderr
answers_lock = threading.Lock()
clients = {}
clients_lock = threading.Lock()


def say(message):
    # botocore may hand on what is not a text: it is told as Python writes it.
    line = json.dumps(message, default=repr)
    with answers_lock:
        answers.write(line + "\n")
        answers.flush()


def client_for(call):
    """One client for all calls that have the same settings."""
    settings = {name: call[name] for name in ("endpoint", "region", "credentials", "deadlineMs", "maxAttempts")}
    settings["protocol"] = call.get("protocol")
    settings["checkInput"] = call.get("checkInput", True)
    key = json.dumps(settings, sort_keys=True)
    with clients_lock:
        if key not in clients:
            clients[key] = new_client(**settings)
        return clients[key]


def new_client(endpoint, region, credentials, deadlineMs, maxAttempts, protocol, checkInput):
    config = Config(parameter_validation=checkInput)
    if deadlineMs is not None:
        # boto3 has no limit for a whole call: these hold for each attempt.
        config = config.merge(Config(connect_timeout=deadlineMs / 1000, read_timeout=deadlineMs / 1000))
    if maxAttempts is not None:
        config = config.merge(Config(retries={"total_max_attempts": maxAttempts}))
    return session_for(protocol).client(
        "acm-pca",
        region_name=region,
        endpoint_url=endpoint,
        aws_access_key_id=credentials["accessKeyId"],
        aws_secret_access_key=credentials["secretAccessKey"],
        aws_session_token=credentials.get("sessionToken"),
        config=config,
    )


def model_in(session):
    """The loader of a session of botocore, and the service model as it has it."""
    loader = session.get_component("data_loader")
    return loader, loader.load_service_model("acm-pca", "service-2")


def offered_protocols():
    """Those of the model that botocore speaks; older models have one, and no list."""
    metadata = model_in(botocore.session.Session())[1]["metadata"]
    listed = metadata.get("protocols", [metadata["protocol"]])
    return [name for name, theirs in PROTOCOLS.items() if theirs in listed]


@functools.cache
def session_for(protocol):
    """boto3 has no setting for the protocol: its session gets a model that lists only this one."""
    session = botocore.session.Session()
    if protocol is not None:
        loader, model = model_in(session)
        only = PROTOCOLS[protocol]
        model["metadata"].update(protocol=only, protocols=[only])
        # The loader remembers what it loaded, so that this model is the one of the clients.
    return boto3.session.Session(botocore_session=session)


def make_call(call):
    operation, given = call["operation"], call["input"]
    if operation not in METHODS:
        return {"type": "unsupported", "reason": f"no operation {operation}"}
    unknown = sorted(given.keys() - MEMBERS[operation])
    if unknown:
        return {"type": "unsupported", "reason": f"{operation} has no member {', '.join(unknown)}"}
    try:
        output = getattr(client_for(call), METHODS[operation])(**given)
    except errors.ClientError as error:
        return service_error(error)
    except (errors.BotoCoreError, parsers.ResponseParserError) as error:
        cause = next((cause for kind, cause in CAUSES if isinstance(error, kind)), "other")
        return {"type": "transportError", "cause": cause, "message": str(error)}
    except Exception as error:  # One that no user of boto3 would expect.
        return {"type": "transportError", "cause": "other", "message": f"{type(error).__name__}: {error}"}
    output.pop("ResponseMetadata", None)
    return {"type": "ok", "output": output}


def service_error(error):
    told = error.response.get("Error", {})
    metadata = error.response.get("ResponseMetadata", {})
    return {
        "type": "serviceError",
        "code": told.get("Code"),
        "className": type(error).__name__,
        "message": told.get("Message"),
        "status": metadata.get("HTTPStatusCode"),
        "requestId": metadata.get("RequestId"),
        "retryable": None,
    }


def compute_endpoint(question):
    with clients_lock:
        client = session_for(None).client(
            "acm-pca",
            region_name=question["region"],
            config=Config(use_fips_endpoint=question["useFips"], use_dualstack_endpoint=question["useDualStack"]),
        )
    return {"type": "ok", "output": {"url": client.meta.endpoint_url}}


def answer(work, request):
    try:
        result = work(request)
    except Exception as error:  # A fault of this program.
        result = {"type": "driverError", "message": f"{type(error).__name__}: {error}"}
    say({**result, "id": request["id"]})


WORK = {"call": make_call, "endpoint": compute_endpoint}


def main():
    # Bytes up to a line feed: text streams would also end a line elsewhere.
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if request["type"] == "bye":
            return
        if request["type"] == "hello":
            say(
                {
                    "type": "hello",
                    "protocol": "pca-driver/1",
                    "language": f"Python {platform.python_version()}",
                    "sdk": {"name": "boto3", "version": boto3.__version__},
                    "capabilities": ["concurrency", "max-attempts", "session-token", "endpoints", "unchecked-input"],
                    "protocols": offered_protocols(),
                }
            )
        else:
            # What is under way at the end does not keep the process.
            threading.Thread(target=answer, args=(WORK[request["type"]], request), daemon=True).start()


main()
