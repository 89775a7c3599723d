"""A pca-driver/1 driver of the AWS CLI: each call is one `aws acm-pca ...`. Usage: aws_cli_driver.py [PATH OF aws]"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile

AWS = sys.argv[1] if len(sys.argv) > 1 else "aws"
COMMANDS = {"PutPolicy": "put-policy", "GetPolicy": "get-policy", "DeletePolicy": "delete-policy"}
MEMBERS = {
    "PutPolicy": {"ResourceArn", "Policy"},
    "GetPolicy": {"ResourceArn"},
    "DeletePolicy": {"ResourceArn"},
}
SERVICE_ERROR = re.compile(
    r"An error occurred \((?P<code>[^)]*)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?:\s*(?P<message>.*)",
    re.DOTALL,
)
# What the CLI prints about the cause, where the service did not report an error.
CAUSES = (
    (re.compile(r"[Tt]imeout on endpoint URL"), "timeout"),
    (re.compile(r"Could not connect to the endpoint|Connection was closed|Connection reset|HTTP Client raised"), "connection"),
    (re.compile(r"Parameter validation failed|Invalid (?:length|type)|Missing required"), "request"),
    (re.compile(r"Unable to parse response|Error parsing|invalid (?:JSON|XML)"), "answer"),
)


def environment_for(call, folder):
    credentials = call["credentials"]
    # Its texts are UTF-8, whatever the locale is.
    environment = {**os.environ, "AWS_PAGER": "", "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}
    environment["AWS_ACCESS_KEY_ID"] = credentials["accessKeyId"]
    environment["AWS_SECRET_ACCESS_KEY"] = credentials["secretAccessKey"]
    if "sessionToken" in credentials:
        environment["AWS_SESSION_TOKEN"] = credentials["sessionToken"]
    if call["maxAttempts"] is not None:
        environment["AWS_MAX_ATTEMPTS"] = str(call["maxAttempts"])
    if not call.get("checkInput", True):
        # There is no option for it, and no variable.
        environment["AWS_CONFIG_FILE"] = os.path.join(folder, "config")
        with open(environment["AWS_CONFIG_FILE"], "w", encoding="ascii") as file:
            file.write("[default]\nparameter_validation = false\n")
    return environment


def words_for(call, input_path):
    # A text that begins with file:// is taken for a file everywhere but inside of this one, where nothing is changed.
    words = [AWS, "acm-pca", COMMANDS[call["operation"]], "--cli-input-json", f"file://{input_path}"]
    words += ["--region", call["region"], "--output", "json"]
    if call["endpoint"] is not None:
        words += ["--endpoint-url", call["endpoint"]]
    if call["deadlineMs"] is not None:
        # The CLI has no limit for a whole call: these hold for each attempt, in whole seconds.
        seconds = str(-(-call["deadlineMs"] // 1000))
        words += ["--cli-connect-timeout", seconds, "--cli-read-timeout", seconds]
    return words


def make_call(call):
    operation, given = call["operation"], call["input"]
    if operation not in COMMANDS:
        return {"type": "unsupported", "reason": f"no operation {operation}"}
    unknown = sorted(given.keys() - MEMBERS[operation])
    if unknown:
        return {"type": "unsupported", "reason": f"{operation} has no member {', '.join(unknown)}"}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "input.json")
        with open(path, "w", encoding="ascii") as file:
            json.dump(given, file)
        ended = subprocess.run(
            words_for(call, path), env=environment_for(call, folder), stdin=subprocess.DEVNULL, capture_output=True
        )
    if ended.returncode != 0:
        return answer_of_error(ended.stderr.decode("utf-8", "replace").strip())
    return {"type": "ok", "output": json.loads(ended.stdout) if ended.stdout.strip() else {}}


def answer_of_error(text):
    told = SERVICE_ERROR.search(text)
    if told is None:
        cause = next((cause for pattern, cause in CAUSES if pattern.search(text)), "other")
        return {"type": "transportError", "cause": cause, "message": text}
    return {
        "type": "serviceError",
        "code": told["code"],
        # A command line has no classes, and shows neither the status nor the id of the request.
        "className": None,
        "message": told["message"],
        "status": None,
        "requestId": None,
        "retryable": None,
    }


def hello():
    # aws-cli/1.45.11 Python/3.11.7 ...
    told = subprocess.run([AWS, "--version"], capture_output=True, check=True, text=True).stdout
    return {
        "type": "hello",
        "protocol": "pca-driver/1",
        "language": f"Python {platform.python_version()}",
        "sdk": {"name": "aws-cli", "version": told.split()[0].partition("/")[2]},
        "capabilities": ["max-attempts", "session-token", "unchecked-input"],
    }


def main():
    # Bytes up to a line feed: text streams would also end a line elsewhere.
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if request["type"] == "bye":
            return
        if request["type"] == "hello":
            message = hello()
        elif request["type"] == "call":
            try:
                message = {**make_call(request), "id": request["id"]}
            except Exception as error:  # A fault of this program.
                message = {"type": "driverError", "message": f"{type(error).__name__}: {error}", "id": request["id"]}
        else:
            message = {"type": "unsupported", "reason": f"no {request['type']}", "id": request["id"]}
        print(json.dumps(message), flush=True)


main()
