// The errors common to all AWS services, which are not in the model of the service.
// Sources: https://docs.aws.amazon.com/privateca/latest/APIReference/CommonErrors.html, and the JSON protocol for requests
// that cannot be read: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

/** Errors about the credentials of the caller; they say nothing about the input (AUTH-09). */
export const callerErrors: readonly string[] = [
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'NotAuthorized',
  'OptInRequired',
  'RequestExpired',
  'UnrecognizedClientException',
];

/** Every error that is common to all services. */
export const commonErrors: readonly string[] = [
  ...callerErrors,
  'InternalFailure',
  'InternalServerException',
  'MalformedHttpRequestException',
  'RequestAbortedException',
  'RequestEntityTooLargeException',
  'RequestTimeoutException',
  'SerializationException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ThrottlingException',
  'UnknownOperationException',
  'ValidationError',
  'ValidationException',
];
