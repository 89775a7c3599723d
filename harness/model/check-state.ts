// The objections to a policy operation because of the state of the CA: a table with one row for each state.

import type { CertificateAuthorityStatus } from '../api/operation.js';
import type { Answer, PolicyOperationName } from '../catalogue/requirement.js';
import type { RequirementId } from '../catalogue/index.js';
import type { Objection } from './policy/objection.js';
import type { CertificateAuthority } from './state/state.js';

type Answers = readonly [Answer, ...Answer[]];
interface Row {
  readonly requirement: RequirementId;
  readonly PutPolicy: Answers;
  readonly GetPolicy: Answers;
  readonly DeletePolicy: Answers;
}

const mayBeRefused: Answers = ['Success', 'InvalidStateException'];
const transient: Answers = ['Success', 'InvalidStateException', 'ResourceNotFoundException'];
const shelved: Row = {
  requirement: 'ST-04',
  PutPolicy: mayBeRefused,
  GetPolicy: mayBeRefused,
  DeletePolicy: mayBeRefused,
};

/** States without a row raise no objection (ST-05). */
const rows: Readonly<Partial<Record<CertificateAuthorityStatus, Row>>> = {
  DISABLED: shelved,
  EXPIRED: shelved,
  CREATING: { requirement: 'ST-04', PutPolicy: transient, GetPolicy: transient, DeletePolicy: transient },
  FAILED: {
    requirement: 'ST-04',
    PutPolicy: ['InvalidStateException', 'Success'],
    GetPolicy: ['InvalidStateException', 'ResourceNotFoundException', 'Success'],
    DeletePolicy: ['InvalidStateException', 'Success'],
  },
};

const deletedWithPolicy: Row = {
  requirement: 'ST-06',
  PutPolicy: ['InvalidStateException', 'ResourceNotFoundException'],
  GetPolicy: ['Success', 'InvalidStateException', 'ResourceNotFoundException'],
  DeletePolicy: ['InvalidStateException', 'Success', 'ResourceNotFoundException'],
};

/** For GetPolicy a live test shows ResourceNotFoundException; the other error gives a note (ST-07). */
const deletedWithoutPolicy: Row = {
  ...deletedWithPolicy,
  GetPolicy: ['ResourceNotFoundException', 'InvalidStateException'],
};

export function objectionsToState(
  authority: CertificateAuthority,
  operation: PolicyOperationName,
): readonly Objection[] {
  const row = authority.status === 'DELETED' ? deletedRow(authority) : rows[authority.status];
  return row === undefined ? [] : [{ requirement: row.requirement, answers: row[operation] }];
}

function deletedRow(authority: CertificateAuthority): Row {
  return authority.policy === undefined ? deletedWithoutPolicy : deletedWithPolicy;
}
