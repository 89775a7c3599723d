// A fake as a team writes it for its own tests: policies in a map, the errors that the application meets, and no more.

import { randomUUID } from 'node:crypto';
import * as sdk from '@aws-sdk/client-acm-pca';
import { mockClient } from 'aws-sdk-client-mock';

/** @typedef {{ status: string, policy?: string | undefined }} Authority */

/** A stub of every client of AWS Private CA, with a memory of its own. */
export function createFake() {
  /** @type {Map<string, Authority>} */
  const authorities = new Map();
  const mock = mockClient(sdk.ACMPCAClient);

  /** @param {string | undefined} arn */
  const find = (arn = '') => {
    const authority = authorities.get(arn);
    if (authority === undefined || authority.status === 'DELETED') throw notFound(`There is no ${arn}.`);
    return authority;
  };

  mock.on(sdk.CreateCertificateAuthorityCommand).callsFake(async () => {
    const arn = `arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/${randomUUID()}`;
    authorities.set(arn, { status: 'PENDING_CERTIFICATE' });
    return { CertificateAuthorityArn: arn };
  });
  mock.on(sdk.DescribeCertificateAuthorityCommand).callsFake(async (input) => {
    return { CertificateAuthority: { Status: find(input.CertificateAuthorityArn).status } };
  });
  mock.on(sdk.DeleteCertificateAuthorityCommand).callsFake(async (input) => {
    find(input.CertificateAuthorityArn).status = 'DELETED';
    return {};
  });
  mock.on(sdk.PutPolicyCommand).callsFake(async (input) => {
    // Whatever it is given: nobody thought of policies that the service refuses.
    find(input.ResourceArn).policy = input.Policy;
    return {};
  });
  mock.on(sdk.GetPolicyCommand).callsFake(async (input) => {
    const { policy } = find(input.ResourceArn);
    if (policy === undefined) throw notFound('There is no policy.');
    return { Policy: policy };
  });
  mock.on(sdk.DeletePolicyCommand).callsFake(async (input) => {
    find(input.ResourceArn).policy = undefined;
    return {};
  });
  return mock;
}

/** @param {string} message */
function notFound(message) {
  return new sdk.ResourceNotFoundException({ message, $metadata: { httpStatusCode: 400 } });
}
