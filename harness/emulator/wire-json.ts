// The JSON 1.1 protocol: requests read into operations, outcomes written as answers.
// Source: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

import type { HttpAnswer } from '../api/http-answer.js';
import type { OperationName } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import { serviceShape } from '../api/protocol.js';
import { wireForm } from '../api/wire-form.js';
import { RequestFault, type Failure } from './failure.js';
import { operationNamed, operationShapes } from './members.js';
import type { RequestParts, WireProtocol } from './wire-protocol.js';

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.1' };

const targetPrefix = `${serviceShape}.`;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const jsonWire: WireProtocol = {
  readOperationName({ method, target }: RequestParts): OperationName {
    if (method !== 'POST') {
      throw new RequestFault('UnknownOperationException', `Calls are made with POST and not with ${method}.`, 404);
    }
    const name = operationNamed(target?.startsWith(targetPrefix) === true ? target.slice(targetPrefix.length) : '');
    if (name !== undefined) return name;
    const given = target === undefined ? 'without the header X-Amz-Target' : `"${target.slice(0, 200)}"`;
    throw new RequestFault('UnknownOperationException', `There is no operation ${given}.`, 404);
  },
  readBody({ body }) {
    // The protocol allows an empty body for an input without members.
    if (body.length === 0) return {};
    try {
      return JSON.parse(typeof body === 'string' ? body : utf8.decode(body));
    } catch {
      throw new RequestFault('SerializationException', 'The body is not JSON in UTF-8.');
    }
  },
  writeOutput(kind: OperationName, output: Output): HttpAnswer {
    const body = operationShapes[kind].hasOutput ? JSON.stringify(wireForm(output)) : '';
    return { status: 200, headers: jsonHeaders, body };
  },
  writeFailure({ error, status, message }: Failure): HttpAnswer {
    return { status, headers: jsonHeaders, body: JSON.stringify({ __type: error, message }) };
  },
};
