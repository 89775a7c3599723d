// The two protocols of the service, and what a request of RPC v2 CBOR looks like.
// Sources: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html,
// https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html, and for the names of shapes the model,
// https://github.com/boto/botocore/blob/1.44.8/botocore/data/acm-pca/2017-08-22/service-2.json

export const protocols = ['json', 'cbor'] as const;

/** `json` is AWS JSON 1.1, `cbor` is Smithy RPC v2 CBOR. */
export type Protocol = (typeof protocols)[number];

/** The protocols that a user asks for: `both` means those that the target answers. */
export const protocolChoices = [...protocols, 'both'] as const;
export type ProtocolChoice = (typeof protocolChoices)[number];

/** The value of the header Smithy-Protocol. */
export const cborProtocolId = 'rpc-v2-cbor';

export const cborContentType = 'application/cbor';

/** Whether a header Content-Type names CBOR, with parameters or without. */
export function isCborType(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === cborContentType;
}

/** The name of the service shape, which is part of the path of a CBOR request. */
export const serviceShape = 'ACMPrivateCA';

/** The namespace of every shape of the model. */
export const shapeNamespace = 'com.amazonaws.acmpca';

/** @example cborPath('GetPolicy') // /service/ACMPrivateCA/operation/GetPolicy */
export function cborPath(operation: string, service = serviceShape): string {
  return `/service/${service}/operation/${operation}`;
}

/** The service and the operation that a path names, after any prefix; undefined if it names none. */
export function readCborPath(path: string): { readonly service: string; readonly operation: string } | undefined {
  const [, service, operation] = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path) ?? [];
  return service === undefined || operation === undefined ? undefined : { service, operation };
}
