// The public material that the requirements cite.

/** One piece of public material. */
export interface Source {
  /** What it is, in our own words, and how to find the passage if the address alone does not lead there. */
  readonly title: string;
  readonly urls: readonly [string, ...string[]];
  /** The date of the text that was read, as precisely as is known: a year, a month or a day. */
  readonly read: string;
}

/**
 * Every source by its key: `S` for AWS documentation and models, `O` for observations, `I` for IAM documentation, `P` for
 * the specifications of the protocols and of the language of the model, `C` for CBOR, `M` for models with two protocols, `L`
 * for recorded answers of other services, `F` for server frameworks.
 */
export const sources = {
  S1: {
    title: 'AWS Private CA API Reference: PutPolicy',
    urls: ['https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html'],
    read: '2026',
  },
  S2: {
    title: 'AWS Private CA API Reference: GetPolicy',
    urls: ['https://docs.aws.amazon.com/privateca/latest/APIReference/API_GetPolicy.html'],
    read: '2026',
  },
  S3: {
    title: 'AWS Private CA API Reference: DeletePolicy',
    urls: ['https://docs.aws.amazon.com/privateca/latest/APIReference/API_DeletePolicy.html'],
    read: '2026',
  },
  S4: {
    title: 'AWS Private CA API Reference: errors common to all operations',
    urls: ['https://docs.aws.amazon.com/privateca/latest/APIReference/CommonErrors.html'],
    read: '2026',
  },
  S5: {
    title: 'AWS Private CA User Guide: resource-based policies, present text',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html'],
    read: '2026',
  },
  S5b: {
    title:
      'AWS Private CA User Guide: resource-based policies, an earlier snapshot with certificate ARNs as Resource and the list of six templates (file pca-rbp in the history repository)',
    urls: ['https://github.com/crowecawcaw/aws-docs-history'],
    read: '2026',
  },
  S6: {
    title: 'AWS Private CA User Guide: resource-based policies, five revisions from 2020-09 to 2023-02',
    urls: [
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/eeba25d/doc_source/pca-rbp.md',
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/046b50b/doc_source/pca-rbp.md',
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/772b396/doc_source/pca-rbp.md',
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/c5cdbe0/doc_source/pca-rbp.md',
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/da9a125/doc_source/pca-rbp.md',
    ],
    read: '2023-02',
  },
  S7: {
    title: 'AWS Private CA User Guide: customer managed permissions in RAM',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/pca-cmp.html'],
    read: '2026',
  },
  S8: {
    title: 'AWS Private CA User Guide: cross-account access to a CA through RAM',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/pca-ram.html'],
    read: '2026',
  },
  S9: {
    title: 'AWS Private CA User Guide: sharing a CA, text of 2022',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/pca-resource-sharing.html'],
    read: '2022',
  },
  S10: {
    title: 'AWS Private CA User Guide: granting access to a private CA',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/granting-ca-access.html'],
    read: '2026',
  },
  S11: {
    title: 'AWS Private CA User Guide: exceptions and their meanings',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/PCATsExceptions.html'],
    read: '2026',
  },
  S12: {
    title: 'AWS Private CA User Guide: states of a CA',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/PcaUpdateStatus.html'],
    read: '2026',
  },
  S13: {
    title: 'AWS Private CA User Guide: deleting a CA',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/PCADeleteCA.html'],
    read: '2026',
  },
  S14: {
    title: 'AWS Private CA User Guide: restoring a CA',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/PCARestoreCA.html'],
    read: '2026',
  },
  S15: {
    title: 'AWS Private CA API Reference: DeleteCertificateAuthority',
    urls: ['https://docs.aws.amazon.com/privateca/latest/APIReference/API_DeleteCertificateAuthority.html'],
    read: '2026',
  },
  S16: {
    title: 'AWS General Reference: endpoints and quotas of AWS Private CA',
    urls: ['https://docs.aws.amazon.com/general/latest/gr/pca.html'],
    read: '2026',
  },
  S17: {
    title: 'ACM User Guide: the service-linked role of ACM',
    urls: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-slr.html'],
    read: '2026',
  },
  S18: {
    title: 'ACM User Guide: troubleshooting the service-linked role',
    urls: ['https://docs.aws.amazon.com/acm/latest/userguide/slr-problems.html'],
    read: '2026',
  },
  S19: {
    title: 'Service Authorization Reference: actions, resources and condition keys of AWS Private CA',
    urls: ['https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm-pca.html'],
    read: '2026',
  },
  S20: {
    title: 'RAM User Guide: resource types that can be shared',
    urls: ['https://docs.aws.amazon.com/ram/latest/userguide/shareable.html'],
    read: '2026',
  },
  S21: {
    title:
      'RAM API Reference: PromoteResourceShareCreatedFromPolicy, with the text of ResourceShare.featureSet in the service model of RAM',
    urls: ['https://docs.aws.amazon.com/ram/latest/APIReference/API_PromoteResourceShareCreatedFromPolicy.html'],
    read: '2026',
  },
  S22: {
    title: 'AWS Private CA User Guide: revoking a certificate',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/PcaRevokeCert.html'],
    read: '2026',
  },
  S23: {
    title: 'AWS Private CA User Guide: CloudTrail records of the three operations, text of 2022',
    urls: [
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/c5cdbe0/doc_source/PutPolicy.md',
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/c5cdbe0/doc_source/GetPolicy.md',
      'https://github.com/awsdocs/aws-private-ca-user-guide/blob/c5cdbe0/doc_source/DeletePolicy.md',
    ],
    read: '2022',
  },
  S24: {
    title: 'AWS Private CA User Guide: logging with CloudTrail',
    urls: ['https://docs.aws.amazon.com/privateca/latest/userguide/logging-using-cloudtrail-pca.html'],
    read: '2026',
  },
  S25: {
    title: 'Network Firewall Developer Guide: prerequisites of the proxy',
    urls: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/proxy-pre-requisites.html'],
    read: '2026',
  },
  S26: {
    title:
      'Network Firewall Developer Guide: the page on security of the proxy, section on the private CA (its example is not valid JSON)',
    urls: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/'],
    read: '2026',
  },
  S27: {
    title: 'AWS Private CA User Guide: prerequisites of Connector for Active Directory',
    urls: [
      'https://docs.aws.amazon.com/privateca/latest/userguide/connector-for-ad-getting-started-prerequisites.html',
    ],
    read: '2026',
  },
  S28: {
    title: 'CloudFormation Template Reference: resource types of AWS::ACMPCA',
    urls: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ACMPCA.html'],
    read: '2026',
  },
  S29: {
    title: 'Prices of AWS Private CA, and the page of its User Guide on short-lived certificates',
    urls: [
      'https://aws.amazon.com/private-ca/pricing/',
      'https://docs.aws.amazon.com/privateca/latest/userguide/short-lived-certificates.html',
    ],
    read: '2026',
  },
  S30: {
    title:
      'botocore: the service model data/acm-pca/2017-08-22/service-2.json at three commits (2020-08-17, 2024-01-25, 2025-02-11) and in release 1.43.11; the model of ACM stands in the same repository',
    urls: [
      'https://github.com/boto/botocore',
      'https://github.com/boto/botocore/commit/3ce0dd036',
      'https://github.com/boto/botocore/commit/0d0f0e0d8',
      'https://github.com/boto/botocore/commit/93fa9dd58',
    ],
    read: '2026',
  },
  S33: {
    title: 'RAM User Guide: managed permissions',
    urls: ['https://docs.aws.amazon.com/ram/latest/userguide/permissions.html'],
    read: '2026',
  },
  S34: {
    title: 'AWS RAM User Guide: terms and concepts, how shares of one resource add up and where it is listed',
    urls: ['https://docs.aws.amazon.com/ram/latest/userguide/getting-started-terms-and-concepts.html'],
    read: '2023',
  },
  S44: {
    title: 'AWS Managed Policy Reference: AWSPrivateCAUser',
    urls: ['https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSPrivateCAUser.html'],
    read: '2026',
  },

  O1: {
    title:
      'Terraform AWS provider: live acceptance test of aws_acmpca_policy, with its configuration testdata/Policy/basic/main_gen.tf',
    urls: [
      'https://github.com/hashicorp/terraform-provider-aws/blob/03412d530417901a6e5360333350b8d3c802cece/internal/service/acmpca/policy_test.go',
    ],
    read: '2026',
  },
  O2: {
    title: 'Terraform AWS provider: internal/service/acmpca/policy.go, the version with findPolicyByARN',
    urls: ['https://github.com/hashicorp/terraform-provider-aws'],
    read: '2026',
  },
  O3: {
    title: 'Terraform AWS provider: pull request 25109, log of a passing live run',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/pull/25109'],
    read: '2022-05',
  },
  O4: {
    title: 'Terraform AWS provider: pull request 28788, log of a passing live run',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/pull/28788'],
    read: '2023-01',
  },
  O5: {
    title: 'Terraform AWS provider: pull request 36338, log of a passing live run',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/pull/36338'],
    read: '2024-03',
  },
  O6: {
    title:
      'Terraform AWS provider: pull request 8159 and certificate_authority_data_source_test.go, on a CA of another account',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/pull/8159'],
    read: '2026',
  },
  O7: {
    title: 'Terraform AWS provider: issue 45137, text of InvalidArnException',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/issues/45137'],
    read: '2026',
  },
  O8: {
    title: 'Terraform AWS provider: issue 26968, GetCertificate on a CA in the wrong state',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/issues/26968'],
    read: '2026',
  },
  O9: {
    title: 'Terraform AWS provider: issue 26868 and pull request 28017, a grantee refused GetCertificateAuthorityCsr',
    urls: [
      'https://github.com/hashicorp/terraform-provider-aws/issues/26868',
      'https://github.com/hashicorp/terraform-provider-aws/pull/28017',
    ],
    read: '2026',
  },
  O10: {
    title: 'endgame: remarks in its exposure module for AWS Private CA (repository known from the module imports)',
    urls: ['https://github.com/salesforce/endgame'],
    read: '2021',
  },
  O11: {
    title:
      'Landing Zone Accelerator on AWS: comment in its resource policy strategy for AWS Private CA (repository known from the content)',
    urls: ['https://github.com/awslabs/landing-zone-accelerator-on-aws'],
    read: '2026',
  },
  O12: {
    title: 'alchemy: live test of certificate authorities',
    urls: [
      'https://github.com/alchemy-run/alchemy/blob/13c1f96185e710dd9cfcf0e34b9ec70591a5ea51/packages/alchemy/test/AWS/ACMPCA/CertificateAuthority.test.ts',
    ],
    read: '2026',
  },
  O13: {
    title: 'alchemy: its resource for the policy of a CA, for which no live test was seen',
    urls: [
      'https://github.com/alchemy-run/alchemy/blob/755710d5c77b8abe60d027b6d8ea54dfc0eaa7cc/packages/alchemy/src/AWS/ACMPCA/CertificateAuthorityPolicy.ts',
    ],
    read: '2026',
  },
  O14: {
    title: 'aws-nuke: issue 825, ListTags on a deleted CA',
    urls: ['https://github.com/ekristen/aws-nuke/issues/825'],
    read: '2025-12',
  },
  O15: {
    title: 'Crossplane AWS provider: pull request 226, deletion of an active CA',
    urls: ['https://github.com/crossplane-contrib/provider-aws/pull/226'],
    read: '2026',
  },
  O16: {
    title: 'iam-collect: commit 2233442 and pull request 217, handling of a CA without a policy',
    urls: [
      'https://github.com/cloud-copilot/iam-collect/commit/2233442',
      'https://github.com/cloud-copilot/iam-collect/pull/217',
    ],
    read: '2025-09-04',
  },
  O17: {
    title: 'AWS Private CA issuer for cert-manager: issues 50, 211, 351, 409 and 460, refusals across accounts',
    urls: [
      'https://github.com/cert-manager/aws-privateca-issuer/issues/50',
      'https://github.com/cert-manager/aws-privateca-issuer/issues/211',
      'https://github.com/cert-manager/aws-privateca-issuer/issues/351',
      'https://github.com/cert-manager/aws-privateca-issuer/issues/409',
      'https://github.com/cert-manager/aws-privateca-issuer/issues/460',
    ],
    read: '2026',
  },
  O18: {
    title: 'AWS Private CA issuer for cert-manager: its live test across accounts, with awspcaissuer_test.go beside it',
    urls: ['https://github.com/cert-manager/aws-privateca-issuer/blob/cc32c13/e2e/aws_helpers.go'],
    read: '2026',
  },
  O19: {
    title: 'Account Assessment for AWS Organizations: unit test that holds a captured policy of a shared CA',
    urls: [
      'https://github.com/aws-solutions/account-assessment-for-aws-organizations/blob/c495efed3e7d48e0f341ec29106aba104d1663db/source/lambda/tests/test_policy_explorer/test_convert_policy_into_ddb_items.py',
    ],
    read: '2026',
  },
  O20: {
    title: 'AWS CLI: example of ssm-incidents get-resource-policies, a document that RAM wrote for another service',
    urls: [
      'https://github.com/aws/aws-cli/blob/3332bf93950a86f56b79eb95eae1160da2939aa1/awscli/examples/ssm-incidents/get-resource-policies.rst',
    ],
    read: '2026',
  },
  O21: {
    title:
      'Terraform AWS provider: pull request 46939, test of the network firewall proxy (closed, no passing log seen)',
    urls: ['https://github.com/hashicorp/terraform-provider-aws/pull/46939'],
    read: '2026',
  },
  O22: {
    title: 'Terraform AWS provider: internal/service/networkfirewall/resource_policy.go',
    urls: ['https://github.com/hashicorp/terraform-provider-aws'],
    read: '2026',
  },
  O23: {
    title: 'moto: its model of AWS Private CA in moto/acmpca/models.py and tests/test_acmpca, and pull request 8835',
    urls: ['https://github.com/getmoto/moto', 'https://github.com/getmoto/moto/pull/8835'],
    read: '2026',
  },
  O24: {
    title: 'StackPioneers: article on customer managed permissions for AWS Private CA',
    urls: [
      'https://stackpioneers.com/2026/04/12/aws-private-ca-customer-managed-permissions-for-cross-account-sharing',
    ],
    read: '2026-04-12',
  },
  O25: {
    title: 'eks-hybrid: pull request 686, text of a refusal for missing identity permissions',
    urls: ['https://github.com/aws/eks-hybrid/pull/686'],
    read: '2026',
  },
  O32: {
    title:
      'awspolicyequivalence: the comparison of policies that the live test of the Terraform AWS provider relies on',
    urls: ['https://github.com/hashicorp/awspolicyequivalence/blob/main/aws_policy_equivalence.go'],
    read: '2026',
  },
  O33: {
    title:
      'Three live answers of IAM to a policy that begins with white space: JSON strings must not have leading spaces',
    urls: [
      'https://github.com/hashicorp/terraform-provider-aws/pull/12267',
      'https://github.com/aws-samples/aws-blockchain-node-runners/pull/94',
      'https://github.com/hashicorp/terraform/issues/14652',
    ],
    read: '2026',
  },

  I1: {
    title: 'IAM User Guide: grammar of the policy language',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'],
    read: '2023',
  },
  I2: {
    title: 'IAM User Guide: Sid',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html'],
    read: '2026',
  },
  I3: {
    title: 'IAM User Guide: Effect',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html'],
    read: '2023',
  },
  I4: {
    title: 'IAM User Guide: Principal',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
    read: '2023',
  },
  I5: {
    title: 'IAM User Guide: Version',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html'],
    read: '2023',
  },
  I6: {
    title: 'IAM User Guide: Statement',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html'],
    read: '2023',
  },
  I7: {
    title: 'IAM User Guide: Action',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html'],
    read: '2023',
  },
  I8: {
    title: 'IAM User Guide: Condition and condition operators',
    urls: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    ],
    read: '2023',
  },
  I9: {
    title: 'IAM User Guide: global condition keys',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'],
    read: '2023',
  },
  I10: {
    title: 'IAM User Guide: Resource',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html'],
    read: '2023',
  },
  I11: {
    title: 'IAM User Guide: NotPrincipal',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
    read: '2023',
  },
  I12: {
    title: 'IAM User Guide: how policies are evaluated across accounts',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html'],
    read: '2026',
  },

  I13: {
    title: 'IAM User Guide: how policies are evaluated within one account',
    urls: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
    ],
    read: '2026',
  },

  P1: {
    title: 'Smithy: AWS JSON 1.1 protocol, how an error is named',
    urls: ['https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html'],
    read: '2026',
  },
  P2: {
    title: 'Smithy: constraint traits, where a pattern adds no anchors by itself',
    urls: ['https://smithy.io/2.0/spec/constraint-traits.html'],
    read: '2026',
  },
  P3: {
    title: 'Smithy: RPC v2 CBOR protocol',
    urls: ['https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html'],
    read: '2026-08',
  },
  P4: {
    title: 'Smithy: protocol tests of RPC v2 CBOR, read by name',
    urls: [
      'https://github.com/smithy-lang/smithy/tree/main/smithy-protocol-tests/model/rpcv2Cbor',
      'https://github.com/smithy-lang/smithy/tree/main/smithy-aws-protocol-tests/model/rpcv2Cbor',
    ],
    read: '2026-08',
  },
  P5: {
    title: 'Smithy: how services and clients choose among several protocols, and which requests a protocol claims',
    urls: ['https://smithy.io/2.0/guides/wire-protocol-selection.html'],
    read: '2026',
  },
  C1: {
    title: 'RFC 8949: Concise Binary Object Representation',
    urls: ['https://www.rfc-editor.org/rfc/rfc8949'],
    read: '2020-12',
  },
  M1: {
    title: 'Model of the service with both protocols, in botocore 1.44.8, and its shapes in the AWS SDK for Go v2',
    urls: [
      'https://github.com/boto/botocore/blob/1.44.8/botocore/data/acm-pca/2017-08-22/service-2.json',
      'https://github.com/aws/aws-sdk-go-v2/tree/service/acmpca/v1.57.0/service/acmpca',
    ],
    read: '2026-11',
  },
  L1: {
    title: 'CBOR answers of CloudWatch, another service of AWS, as LocalStack recorded them for its tests',
    urls: [
      'https://github.com/localstack/localstack/blob/8b9a79f05/tests/aws/services/cloudwatch/test_cloudwatch.snapshot.json',
    ],
    read: '2025-10',
  },
  F1: {
    title: 'Server frameworks of AWS that implement RPC v2 CBOR: what they leave open must not be asserted',
    urls: [
      'https://github.com/smithy-lang/smithy-rs/tree/main/rust-runtime/aws-smithy-http-server',
      'https://github.com/smithy-lang/smithy/issues/2348',
      'https://github.com/smithy-lang/smithy/issues/2325',
    ],
    read: '2026',
  },
} as const satisfies Record<string, Source>;
