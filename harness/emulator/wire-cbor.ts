// The RPC v2 CBOR protocol: requests read into operations, outcomes written as answers.
// Source: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html

import type { HttpAnswer } from '../api/http-answer.js';
import type { OperationName } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import { cborContentType, cborProtocolId, readCborPath, serviceShape, shapeNamespace } from '../api/protocol.js';
import { cborBodyOf, readCbor } from '../api/cbor/read-cbor.js';
import { writeCbor } from '../api/cbor/write-cbor.js';
import { serviceErrors } from '../api/service-model.js';
import { RequestFault, type Failure } from './failure.js';
import { operationNamed, operationShapes } from './members.js';
import type { RequestParts, WireProtocol } from './wire-protocol.js';

const protocolHeaders = { 'smithy-protocol': cborProtocolId };
const bodyHeaders = { ...protocolHeaders, 'content-type': cborContentType };

/** The names by which a path may name the service (WIRE-27, WIRE-28). */
const serviceNames: readonly string[] = [serviceShape, `${shapeNamespace}.${serviceShape}`];

export const cborWire: WireProtocol = {
  readOperationName({ method, path, target, otherTarget, contentType }: RequestParts): OperationName {
    if (method !== 'POST') {
      throw new RequestFault('UnknownOperationException', `Calls are made with POST and not with ${method}.`, 405);
    }
    if (target !== undefined || otherTarget !== undefined) {
      throw new RequestFault('MalformedHttpRequestException', 'A CBOR request has no header that names a target.');
    }
    const { service, operation } = readCborPath(path) ?? { service: '', operation: '' };
    const name = serviceNames.includes(service) ? operationNamed(operation) : undefined;
    if (name === undefined) {
      throw new RequestFault('UnknownOperationException', `There is no operation ${path.slice(0, 200)}.`, 404);
    }
    if (contentType?.split(';', 1)[0]?.trim().toLowerCase() !== cborContentType) {
      throw new RequestFault('UnsupportedMediaTypeException', `The content type is not ${cborContentType}.`, 415);
    }
    return name;
  },
  readBody({ body }) {
    if (body.length === 0) return {};
    const read = readCbor(typeof body === 'string' ? Buffer.from(body, 'utf8') : body);
    if (read.kind === 'value') return read.value;
    throw new RequestFault('SerializationException', `The body is not CBOR: ${read.reason}.`);
  },
  writeOutput(kind: OperationName, output: Output): HttpAnswer {
    if (!operationShapes[kind].hasOutput) return { status: 200, headers: protocolHeaders, body: '' };
    return { status: 200, headers: bodyHeaders, body: '', cbor: cborBodyOf(writeCbor(output)) };
  },
  writeFailure({ error, status, message }: Failure): HttpAnswer {
    return { status, headers: bodyHeaders, body: '', cbor: cborBodyOf(writeCbor({ __type: shapeId(error), message })) };
  },
};

/** Errors of the model have its namespace; others have that of the framework, as in other AWS services. */
function shapeId(error: string): string {
  return `${serviceErrors.includes(error) ? shapeNamespace : 'com.amazon.coral.service'}#${error}`;
}
