"""Walks a CA through its life with boto3, and prints every answer as one line of JSON."""

import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

client = boto3.client(
    "acm-pca",
    endpoint_url=sys.argv[1],
    region_name="us-east-1",
    aws_access_key_id=sys.argv[2],
    aws_secret_access_key=sys.argv[3],
    config=Config(retries={"total_max_attempts": 1}),
)


def say(step, answer):
    print(json.dumps({"step": step, "answer": answer}, default=str), flush=True)


def refused(step, call, **arguments):
    """Says the modelled class and the code of an expected refusal."""
    try:
        call(**arguments)
        say(step, "accepted")
    except ClientError as error:
        say(step, [type(error).__name__, error.response["Error"]["Code"]])


arn = client.create_certificate_authority(
    CertificateAuthorityType="ROOT",
    CertificateAuthorityConfiguration={
        "KeyAlgorithm": "EC_prime256v1",
        "SigningAlgorithm": "SHA256WITHECDSA",
        "Subject": {"CommonName": "boto3"},
    },
    IdempotencyToken="boto3",
)["CertificateAuthorityArn"]
authority = {"CertificateAuthorityArn": arn}
say("created", arn)

refused("no certificate yet", client.get_certificate_authority_certificate, **authority)
csr = client.get_certificate_authority_csr(**authority)["Csr"]
issued = client.issue_certificate(
    **authority,
    Csr=csr,
    SigningAlgorithm="SHA256WITHECDSA",
    TemplateArn="arn:aws:acm-pca:::template/RootCACertificate/V1",
    Validity={"Value": 30, "Type": "DAYS"},
)["CertificateArn"]
client.get_waiter("certificate_issued").wait(**authority, CertificateArn=issued)
certificate = client.get_certificate(**authority, CertificateArn=issued)["Certificate"]
client.import_certificate_authority_certificate(**authority, Certificate=certificate)
described = client.describe_certificate_authority(**authority)["CertificateAuthority"]
say("described", {name: described[name] for name in ("Status", "Type", "Serial", "NotAfter", "CreatedAt")})

read = ["DescribeCertificateAuthority", "GetCertificate", "GetCertificateAuthorityCertificate", "ListPermissions", "ListTags"]
grant = {"Effect": "Allow", "Principal": {"AWS": arn.split(":")[4]}, "Resource": arn}
policy = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {"Sid": "1", **grant, "Action": [f"acm-pca:{action}" for action in read]},
            {
                "Sid": "1",
                **grant,
                "Action": ["acm-pca:IssueCertificate"],
                "Condition": {
                    "StringEquals": {"acm-pca:TemplateArn": "arn:aws:acm-pca:::template/EndEntityCertificate/V1"}
                },
            },
        ],
    }
)
refused("no policy yet", client.get_policy, ResourceArn=arn)
refused("no policy at all", client.put_policy, ResourceArn=arn, Policy="no policy at all")
client.put_policy(ResourceArn=arn, Policy=policy)
say("policy read", json.loads(client.get_policy(ResourceArn=arn)["Policy"]) == json.loads(policy))
client.delete_policy(ResourceArn=arn)
refused("policy deleted", client.get_policy, ResourceArn=arn)

refused("deleted while active", client.delete_certificate_authority, **authority)
client.update_certificate_authority(**authority, Status="DISABLED")
client.delete_certificate_authority(**authority, PermanentDeletionTimeInDays=7)
say("deleted", client.describe_certificate_authority(**authority)["CertificateAuthority"]["Status"])
client.restore_certificate_authority(**authority)
say("restored", client.describe_certificate_authority(**authority)["CertificateAuthority"]["Status"])
