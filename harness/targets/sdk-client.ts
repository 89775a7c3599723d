// Sends operations through a client of the AWS SDK for JavaScript, one attempt per call.

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
import type { Outcome, Output } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import { classifyError } from './classify.js';

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

/** Any of the commands, built from the plain input that it takes. */
type AnyCommand = Parameters<ACMPCAClient['send']>[0];

export async function sendOperation(
  client: Pick<ACMPCAClient, 'send'>,
  operation: Operation,
  { deadlineMs, signal }: CallOptions,
): Promise<Outcome> {
  const controller = new AbortController();
  const { promise: ended, resolve: endWith } = withResolvers<Outcome>();
  const timer = setTimeout(() => endWith({ kind: 'timeout', deadlineMs }), deadlineMs);
  const interrupt = (): void => endWith({ kind: 'transport-error', reason: 'the run was interrupted' });
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    // The race ends a call even where the client ignores the signal; a late answer is then dropped.
    return await Promise.race([ended, send(client, operation, controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
    controller.abort();
  }
}

/** Promise.withResolvers, which Node.js 20 does not have. */
function withResolvers<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  const resolvers: ((value: Value) => void)[] = [];
  const promise = new Promise<Value>((resolve) => {
    resolvers.push(resolve);
  });
  return { promise, resolve: (value) => resolvers[0]?.(value) };
}

async function send(
  client: Pick<ACMPCAClient, 'send'>,
  operation: Operation,
  abortSignal: AbortSignal,
): Promise<Outcome> {
  // The inputs are those of the SDK, as the table's keys promise; the compiler cannot follow a union of commands.
  const Command = commands[operation.kind] as new (input: unknown) => AnyCommand;
  try {
    const output: object = await client.send(new Command(operation.input), { abortSignal });
    return { kind: 'success', output: withoutMetadata(output) };
  } catch (error) {
    const outcome = classifyError(error);
    if (outcome !== undefined) return outcome;
    throw error;
  }
}

function withoutMetadata(output: object): Output {
  return Object.fromEntries(
    Object.entries(output).filter(([member, value]) => member !== '$metadata' && value !== undefined),
  );
}
