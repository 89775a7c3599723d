// Sends operations through a client of the AWS SDK for JavaScript, with one attempt per call.

import {
  type ACMPCAClient,
  CreateCertificateAuthorityCommand,
  CreatePermissionCommand,
  DeleteCertificateAuthorityCommand,
  DeletePermissionCommand,
  DeletePolicyCommand,
  DescribeCertificateAuthorityCommand,
  GetCertificateAuthorityCertificateCommand,
  GetCertificateAuthorityCsrCommand,
  GetCertificateCommand,
  GetPolicyCommand,
  ImportCertificateAuthorityCertificateCommand,
  IssueCertificateCommand,
  ListCertificateAuthoritiesCommand,
  ListPermissionsCommand,
  ListTagsCommand,
  PutPolicyCommand,
  RestoreCertificateAuthorityCommand,
  RevokeCertificateCommand,
  TagCertificateAuthorityCommand,
  UntagCertificateAuthorityCommand,
  UpdateCertificateAuthorityCommand,
} from '@aws-sdk/client-acm-pca';
import type { Operation, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Output } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import { tellWire } from './tell-wire.js';
import { withinLimits } from './within-limits.js';

/** The SDK's command for each operation. */
export const commands = {
  PutPolicy: PutPolicyCommand,
  GetPolicy: GetPolicyCommand,
  DeletePolicy: DeletePolicyCommand,
  CreateCertificateAuthority: CreateCertificateAuthorityCommand,
  DescribeCertificateAuthority: DescribeCertificateAuthorityCommand,
  ListCertificateAuthorities: ListCertificateAuthoritiesCommand,
  GetCertificateAuthorityCsr: GetCertificateAuthorityCsrCommand,
  IssueCertificate: IssueCertificateCommand,
  GetCertificate: GetCertificateCommand,
  ImportCertificateAuthorityCertificate: ImportCertificateAuthorityCertificateCommand,
  GetCertificateAuthorityCertificate: GetCertificateAuthorityCertificateCommand,
  RevokeCertificate: RevokeCertificateCommand,
  UpdateCertificateAuthority: UpdateCertificateAuthorityCommand,
  DeleteCertificateAuthority: DeleteCertificateAuthorityCommand,
  RestoreCertificateAuthority: RestoreCertificateAuthorityCommand,
  CreatePermission: CreatePermissionCommand,
  DeletePermission: DeletePermissionCommand,
  ListPermissions: ListPermissionsCommand,
  ListTags: ListTagsCommand,
  TagCertificateAuthority: TagCertificateAuthorityCommand,
  UntagCertificateAuthority: UntagCertificateAuthorityCommand,
} as const satisfies Record<OperationName, unknown>;

/** Any of the commands, created from its input. */
type AnyCommand = Parameters<ACMPCAClient['send']>[0];

export function sendOperation(
  client: Pick<ACMPCAClient, 'send'>,
  operation: Operation,
  options: CallOptions,
): Promise<Outcome> {
  // The table pairs each name with its command and input, but the compiler cannot check a union of commands.
  const Command = commands[operation.kind] as new (input: unknown) => AnyCommand;
  return withinLimits(options, async (abortSignal) => {
    const command = new Command(operation.input);
    if (options.wire !== undefined) tellWire(command.middlewareStack, options.wire);
    const output: object = await client.send(command, { abortSignal });
    return { kind: 'success', output: withoutMetadata(output) };
  });
}

function withoutMetadata(output: object): Output {
  return Object.fromEntries(
    Object.entries(output).filter(([member, value]) => member !== '$metadata' && value !== undefined),
  );
}
