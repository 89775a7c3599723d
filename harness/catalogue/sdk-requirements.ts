// The requirements on clients of the three operations; their coverage is counted separately from that of the service.
import type { Level } from './requirement.js';

/** One statement about clients, with its evidence. */
export interface SdkRequirement {
  /** The protocol that it is about; absent if it holds in both. */
  readonly protocol?: 'json' | 'cbor';
  readonly level: Level;
  readonly evidence: 'documented' | 'ambiguous' | 'inferred';
  /** One or two sentences in our own words, present tense. */
  readonly statement: string;
  /** Keys of `sdkSources`, or of `sources`. */
  readonly sources: readonly string[];
  /** What is not published and therefore not asserted. */
  readonly unknown?: string;
}

/** The frozen set of requirements for the coverage of a client. */
export const sdkRequirementSet = {
  revision: 'sdk-2026-11-28',
  requirements: {
    'SDK-01': {
      level: 'must',
      evidence: 'documented',
      statement:
        'A call is one request, a POST to the path of the endpoint without a query. HTTP/1.1 is recommended, and another version is only noted.',
      sources: ['K1', 'K2', 'S30'],
    },
    'SDK-02': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'The header X-Amz-Target is sent once, with ACMPrivateCA, a dot, and the operation.',
      sources: ['K1', 'S30'],
    },
    'SDK-03': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'The header Content-Type is sent once, with application/x-amz-json-1.1.',
      sources: ['K1', 'S30'],
    },
    'SDK-04': {
      level: 'must',
      evidence: 'documented',
      statement:
        'The header Host is sent once, with the host of the endpoint, and its port if that is not the default one.',
      sources: ['K2', 'K4'],
    },
    'SDK-05': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'The body is one JSON object in UTF-8.',
      sources: ['K1', 'K3'],
    },
    'SDK-06': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'The client adds no member: the body has those of the call and no others.',
      sources: ['S30', 'K1'],
    },
    'SDK-07': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'ResourceArn is sent unchanged, character by character.',
      sources: ['S1', 'S2', 'S3', 'S30'],
    },
    'SDK-08': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'Policy is the given text and not a JSON value: it is sent as a string, character by character.',
      sources: ['S1', 'S30'],
    },
    'SDK-09': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement:
        'Each character that a policy may contain, from tab to U+00FF, arrives unchanged, however it is escaped in the body.',
      sources: ['S1', 'K3'],
    },
    'SDK-10': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'White space in a policy arrives unchanged: line ends, tabs, spaces at either end and between tokens.',
      sources: ['S1', 'S30'],
    },
    'SDK-11': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'The JSON text of a policy arrives unchanged: order of keys, duplicate keys, escapes, numbers.',
      sources: ['S1', 'S30'],
    },
    'SDK-12': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'A policy of the maximum length arrives completely.',
      sources: ['S1', 'S30'],
    },
    'SDK-13': {
      level: 'must',
      evidence: 'documented',
      statement:
        'A value outside a length or pattern of the model is rejected by the client or sent unchanged, and never changed.',
      sources: ['S30'],
    },
    'SDK-14': {
      level: 'must',
      evidence: 'documented',
      statement:
        'A call without a required member is rejected by the client or sent without it; the member is never filled in.',
      sources: ['S30'],
    },
    'SDK-15': {
      level: 'note',
      evidence: 'inferred',
      statement: 'A member that the model does not define is rejected or left out by the client.',
      sources: ['S30'],
      unknown: 'What a client has to do with it; services ignore what they do not know.',
    },
    'SDK-16': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call that succeeds is sent once.',
      sources: ['K5', 'K1'],
    },
    'SDK-17': {
      level: 'must',
      evidence: 'documented',
      statement: 'Each of several concurrent calls gets its own answer, on whichever connection it arrives.',
      sources: ['K2'],
    },
    'SDK-18': {
      level: 'note',
      evidence: 'inferred',
      statement: 'Sequential calls share a connection that the service leaves open.',
      sources: ['K2'],
      unknown: 'HTTP permits persistent connections, but does not require them.',
    },
    'SDK-19': {
      level: 'note',
      evidence: 'inferred',
      statement: 'The header User-Agent identifies the client.',
      sources: ['K2'],
      unknown: 'A user agent should be sent, but need not be.',
    },
    'SDK-20': {
      level: 'must',
      evidence: 'documented',
      statement:
        'A request is signed: one header Authorization of the form AWS4-HMAC-SHA256 with Credential, SignedHeaders and Signature.',
      sources: ['K4', 'S30'],
    },
    'SDK-21': {
      level: 'must',
      evidence: 'documented',
      statement: 'The signature is that of the request as it is sent, made with the given secret key.',
      sources: ['K4'],
    },
    'SDK-22': {
      level: 'must',
      evidence: 'documented',
      statement: 'The credential scope names the region of the client.',
      sources: ['K4'],
    },
    'SDK-23': {
      level: 'must',
      evidence: 'documented',
      statement: 'The credential scope names the service acm-pca.',
      sources: ['K4', 'S30'],
    },
    'SDK-24': {
      level: 'must',
      evidence: 'documented',
      statement:
        'X-Amz-Date is the current time in the basic form of ISO 8601 in UTC, and the scope has its date; if it is absent, Date has the time.',
      sources: ['K4'],
    },
    'SDK-25': {
      level: 'must',
      evidence: 'documented',
      statement: 'Host and every X-Amz- header that is sent are signed.',
      sources: ['K4'],
    },
    'SDK-26': {
      level: 'must',
      evidence: 'documented',
      statement: 'A session token is sent once in X-Amz-Security-Token; without one there is no such header.',
      sources: ['K4'],
    },
    'SDK-27': {
      level: 'must',
      evidence: 'documented',
      statement: 'The secret key is in no header, no request line, no body, and in nothing that the client writes.',
      sources: ['K4'],
    },
    'SDK-28': {
      level: 'must',
      evidence: 'documented',
      statement: 'Each attempt is signed, including retries.',
      sources: ['K4', 'K5'],
    },
    'SDK-29': {
      level: 'must',
      evidence: 'documented',
      statement: 'The given credentials take precedence over those in the environment.',
      sources: ['K8'],
    },
    'SDK-30': {
      level: 'note',
      evidence: 'inferred',
      statement: 'After an error about a wrong time, the client signs with the time in the Date header of the answer.',
      sources: ['K5'],
      unknown: 'No guide for all SDKs says so; some do.',
    },
    'SDK-31': {
      level: 'must',
      evidence: 'documented',
      statement: 'Calls with different credentials are each signed with their own.',
      sources: ['K4'],
    },
    'SDK-40': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'Each error that the model declares for an operation is reported by name.',
      sources: ['S1', 'S2', 'S3', 'S30'],
    },
    'SDK-41': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement:
        'Each error that the model declares for an operation has a type of its own, if the client has types for errors.',
      sources: ['S30', 'K1'],
    },
    'SDK-42': {
      level: 'must',
      evidence: 'documented',
      statement: 'The message of an error is reported as the service sent it.',
      sources: ['S30', 'K1'],
    },
    'SDK-43': {
      level: 'must',
      evidence: 'documented',
      statement: 'The HTTP status of an error, if the client reports it, is that of the answer.',
      sources: ['K2'],
    },
    'SDK-44': {
      level: 'any-of',
      evidence: 'ambiguous',
      statement: 'The request id of an error, if the client reports any, is that of the answer, for every error.',
      sources: ['S4'],
      unknown: 'That a client has to tell it.',
    },
    'SDK-45': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement:
        'The name of an error is what stands after the first # of __type and before the first colon after it. Of a __type without a # the URL after a colon should be removed, but need not be.',
      sources: ['K1', 'K12'],
    },
    'SDK-46': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement:
        'The header X-Amzn-Errortype names the error if the body does not; a colon and the text after it are ignored.',
      sources: ['K1', 'K12'],
    },
    'SDK-47': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'The member code of the body names the error if nothing else does.',
      sources: ['K1', 'K12'],
    },
    'SDK-48': {
      protocol: 'json',
      level: 'note',
      evidence: 'inferred',
      statement: 'The member with the message of an error may be named Message.',
      sources: ['S30', 'K12'],
      unknown: 'The model has it in lower case; services have been observed to send both.',
    },
    'SDK-49': {
      level: 'must',
      evidence: 'documented',
      statement:
        'An error that the model does not define is reported as an error of the service, by the name that was sent.',
      sources: ['K1', 'S4'],
    },
    'SDK-50': {
      level: 'must',
      evidence: 'documented',
      statement: 'The errors common to all operations are reported by name, with any status.',
      sources: ['S4'],
    },
    'SDK-51': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'An error without a message is reported by name.',
      sources: ['S30', 'K1', 'K12'],
    },
    'SDK-52': {
      level: 'must',
      evidence: 'documented',
      statement: 'An answer with a status of 400 or above is never reported as success, whatever its body.',
      sources: ['K1', 'K2'],
    },
    'SDK-53': {
      level: 'must',
      evidence: 'documented',
      statement: 'Members of an error that the model does not define are ignored.',
      sources: ['K1', 'K10', 'K12'],
    },
    'SDK-54': {
      level: 'must',
      evidence: 'documented',
      statement: 'An error is identified by its name, not by its status.',
      sources: ['K1'],
    },
    'SDK-60': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'An answer of PutPolicy or DeletePolicy with status 200 and an empty body is success.',
      sources: ['S1', 'S3'],
    },
    'SDK-61': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'An answer of PutPolicy or DeletePolicy with status 200 and the body {} is success without members.',
      sources: ['K1', 'S30'],
    },
    'SDK-62': {
      level: 'must',
      evidence: 'documented',
      statement: 'The policy of GetPolicy is returned unchanged, character by character.',
      sources: ['S2', 'K3'],
    },
    'SDK-63': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'Members of an answer that the model does not define are ignored, however many or long they are.',
      sources: ['K1', 'K10'],
    },
    'SDK-64': {
      protocol: 'json',
      level: 'any-of',
      evidence: 'ambiguous',
      statement:
        'An answer of GetPolicy without a policy is success without one, and so is one whose policy is null; a policy is never invented.',
      sources: ['S2', 'S30', 'K10'],
      unknown: 'The model does not mark Policy as required, and no answer without one is published.',
    },
    'SDK-65': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'White space around the tokens of an answer is ignored.',
      sources: ['K3'],
    },
    'SDK-66': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'Escapes in the policy of an answer are decoded as JSON defines.',
      sources: ['K3'],
    },
    'SDK-67': {
      level: 'must',
      evidence: 'documented',
      statement: 'An answer in chunks is read like one of known length.',
      sources: ['K2'],
    },
    'SDK-68': {
      level: 'must',
      evidence: 'documented',
      statement: 'The names of the headers of an answer are read in any case.',
      sources: ['K2'],
    },
    'SDK-69': {
      level: 'must',
      evidence: 'documented',
      statement: 'An HTML page of a proxy with status 502 is a failure.',
      sources: ['K2', 'K5'],
    },
    'SDK-70': {
      level: 'must',
      evidence: 'documented',
      statement: 'A body that ends before its announced length, and before its JSON does, is a failure.',
      sources: ['K2'],
    },
    'SDK-71': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'An answer with truncated JSON gives no policy.',
      sources: ['K3', 'S2'],
    },
    'SDK-72': {
      level: 'note',
      evidence: 'inferred',
      statement: 'An HTML page with status 200 is a failure for every operation.',
      sources: ['K1'],
      unknown: 'Operations without output have nothing to read in it.',
    },
    'SDK-73': {
      protocol: 'json',
      level: 'note',
      evidence: 'inferred',
      statement: 'The content type of an answer does not matter.',
      sources: ['K1'],
      unknown: 'The protocol fixes it; no source says what a client does with another one.',
    },
    'SDK-74': {
      protocol: 'json',
      level: 'note',
      evidence: 'inferred',
      statement: 'Of duplicate members the last one is used.',
      sources: ['K3'],
      unknown: 'RFC 8259 leaves it open.',
    },
    'SDK-75': {
      level: 'must',
      evidence: 'documented',
      statement: 'After an answer that closes its connection, the next call is sent on another one.',
      sources: ['K2'],
    },
    'SDK-76': {
      protocol: 'json',
      level: 'must',
      evidence: 'documented',
      statement: 'An HTML page instead of an answer never becomes a policy.',
      sources: ['K1', 'S2'],
    },
    'SDK-77': {
      protocol: 'json',
      level: 'note',
      evidence: 'inferred',
      statement: 'An answer of GetPolicy with truncated JSON is a failure.',
      sources: ['K3'],
      unknown: 'RFC 8259 defines JSON texts, but not how a parser treats other texts.',
    },
    'SDK-80': {
      level: 'must',
      evidence: 'documented',
      statement: 'A throttled call is retried.',
      sources: ['K5'],
    },
    'SDK-81': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call that is answered with status 500, 502, 503 or 504 is retried.',
      sources: ['K5'],
    },
    'SDK-82': {
      level: 'must',
      evidence: 'documented',
      statement:
        'A call that is answered with an error of the model that the call caused is not retried. After RequestFailedException and ConcurrentModificationException, which may be transient, it may be.',
      sources: ['K5', 'S11', 'S30'],
    },
    'SDK-83': {
      level: 'must',
      evidence: 'documented',
      statement:
        'A call is sent at most as often as the maximum number of attempts. While it is answered with transient errors it is sent that often, or less often if the retry tokens of the client are exhausted.',
      sources: ['K5'],
    },
    'SDK-84': {
      level: 'must',
      evidence: 'documented',
      statement: 'A retry sends the same operation, members and values.',
      sources: ['K5'],
    },
    'SDK-85': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call succeeds once an attempt succeeds.',
      sources: ['K5'],
    },
    'SDK-86': {
      level: 'must',
      evidence: 'documented',
      statement: 'If every attempt fails, the error of the last one is reported.',
      sources: ['K5'],
    },
    'SDK-87': {
      level: 'must',
      evidence: 'documented',
      statement: 'Before a retry the client waits, on average a noticeable time.',
      sources: ['K5'],
    },
    'SDK-88': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call whose connection is reset before anything of it was read is retried.',
      sources: ['K5'],
    },
    'SDK-89': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call whose connection is reset after it was read, before any answer, is retried.',
      sources: ['K5'],
    },
    'SDK-90': {
      level: 'must',
      evidence: 'documented',
      statement: 'With one attempt, a write is sent once, whatever its result.',
      sources: ['K5'],
    },
    'SDK-91': {
      level: 'note',
      evidence: 'inferred',
      statement: 'By default a call that keeps failing is sent three times.',
      sources: ['K5'],
      unknown: 'Three is the number of mode standard; mode legacy has its own number in every SDK.',
    },
    'SDK-92': {
      level: 'note',
      evidence: 'inferred',
      statement: 'If an answer has Retry-After, the client waits that long.',
      sources: ['K5'],
      unknown: 'The guide does not speak of that header.',
    },
    'SDK-93': {
      level: 'note',
      evidence: 'inferred',
      statement: 'A call that is answered with RequestTimeout and status 400 is retried.',
      sources: ['K5'],
      unknown: 'Mode standard does so; mode legacy need not.',
    },
    'SDK-94': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call that is answered with a common error that the call caused is not retried.',
      sources: ['K5', 'S4'],
    },
    'SDK-100': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call ends when its deadline has passed, if the client has deadlines.',
      sources: ['K11'],
    },
    'SDK-101': {
      level: 'must',
      evidence: 'documented',
      statement: 'A call that is answered within its deadline succeeds.',
      sources: ['K11'],
    },
    'SDK-102': {
      level: 'must',
      evidence: 'documented',
      statement: 'A cancelled call ends, if the client can cancel calls.',
      sources: ['K11'],
    },
    'SDK-103': {
      level: 'must',
      evidence: 'documented',
      statement: 'After a call that timed out or was cancelled, the next one succeeds.',
      sources: ['K11', 'K2'],
    },
    'SDK-104': {
      level: 'must',
      evidence: 'documented',
      statement: 'The client waits for an answer that takes some time.',
      sources: ['K2'],
    },
    'SDK-110': {
      level: 'must',
      evidence: 'documented',
      statement: 'A client calls the given endpoint.',
      sources: ['K6', 'K8'],
    },
    'SDK-111': {
      level: 'must',
      evidence: 'documented',
      statement: 'The path of an endpoint is kept and signed.',
      sources: ['K6', 'K4'],
    },
    'SDK-112': {
      level: 'must',
      evidence: 'documented',
      statement: 'Without a given endpoint, a client calls the one in AWS_ENDPOINT_URL_ACM_PCA.',
      sources: ['K6'],
    },
    'SDK-113': {
      level: 'must',
      evidence: 'documented',
      statement: 'Without an endpoint for the service, a client calls the one in AWS_ENDPOINT_URL.',
      sources: ['K6'],
    },
    'SDK-114': {
      level: 'must',
      evidence: 'documented',
      statement: 'AWS_ENDPOINT_URL_ACM_PCA takes precedence over AWS_ENDPOINT_URL.',
      sources: ['K6'],
    },
    'SDK-115': {
      level: 'must',
      evidence: 'documented',
      statement: 'The given endpoint takes precedence over those in the environment.',
      sources: ['K6', 'K8'],
    },
    'SDK-116': {
      level: 'must',
      evidence: 'documented',
      statement: 'The endpoint of a region is that of the endpoint rules in the partition aws.',
      sources: ['K7'],
    },
    'SDK-117': {
      level: 'must',
      evidence: 'documented',
      statement: 'The endpoint of a region in China is that of the endpoint rules in the partition aws-cn.',
      sources: ['K7'],
    },
    'SDK-118': {
      level: 'must',
      evidence: 'documented',
      statement: 'The endpoint of a region in GovCloud is that of the endpoint rules in the partition aws-us-gov.',
      sources: ['K7'],
    },
    'SDK-119': {
      level: 'must',
      evidence: 'documented',
      statement: 'With FIPS, the endpoint is that of the endpoint rules; in GovCloud it is the one without FIPS.',
      sources: ['K7', 'K9'],
    },
    'SDK-120': {
      level: 'must',
      evidence: 'documented',
      statement: 'With dual stack, the endpoint is that of the endpoint rules.',
      sources: ['K7', 'K9'],
    },
    'SDK-121': {
      level: 'must',
      evidence: 'documented',
      statement: 'With FIPS and dual stack, the endpoint is that of the endpoint rules.',
      sources: ['K7', 'K9'],
    },
    'SDK-122': {
      level: 'must',
      evidence: 'documented',
      statement: 'The request over HTTPS is the same.',
      sources: ['K2', 'K1'],
    },
    'SDK-123': {
      level: 'must',
      evidence: 'documented',
      statement: 'Nothing is sent to a service whose certificate no known CA has signed.',
      sources: ['K2'],
    },
    'SDK-124': {
      level: 'must',
      evidence: 'documented',
      statement: 'The header Content-Length is sent once, with the number of bytes of the body.',
      sources: ['K1', 'K2'],
    },
    'SDK-130': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'A request in CBOR follows that protocol alone: it has neither X-Amz-Target nor X-Amzn-Target, the headers of JSON.',
      sources: ['P3'],
    },
    'SDK-131': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'A request in CBOR is a POST to the path of the endpoint, /service/ACMPrivateCA/operation/ and the name of the operation without a namespace, without a query.',
      sources: ['P3', 'M1'],
    },
    'SDK-132': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'A request in CBOR has each of these headers once: Smithy-Protocol with rpc-v2-cbor, Content-Type and Accept with application/cbor. x-amzn-query-mode is for other services.',
      sources: ['P3', 'P4'],
    },
    'SDK-133': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'The body in CBOR is one well-formed map, of definite or indefinite length, with the members of the call and no others; names and values are text strings. Nothing follows it.',
      sources: ['P3', 'C1', 'S30'],
    },
    'SDK-134': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement: 'In CBOR ResourceArn and Policy are sent unchanged, character by character, up to the maximum length.',
      sources: ['S1', 'S2', 'S3', 'P3'],
    },
    'SDK-135': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'An answer in CBOR is read as a map of definite and of indefinite length. Members that the model does not define are skipped, whatever their type.',
      sources: ['P3', 'P4'],
    },
    'SDK-136': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'An answer of PutPolicy or DeletePolicy in CBOR with status 200 is success without a body and with an empty map of either form, with or without a content type.',
      sources: ['P3', 'P4'],
    },
    'SDK-137': {
      protocol: 'cbor',
      level: 'any-of',
      evidence: 'ambiguous',
      statement:
        'A member in the answer of an operation without output ends in success or in an error; the client goes on.',
      sources: ['P3', 'P4'],
      unknown:
        'Whether such a member is skipped; the model can get outputs later, and no text says what a client does until then.',
    },
    'SDK-138': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'An answer of GetPolicy in CBOR without a body, without a policy, or with a policy of null is success without a policy.',
      sources: ['P4', 'K13'],
    },
    'SDK-139': {
      protocol: 'cbor',
      level: 'note',
      evidence: 'inferred',
      statement: 'A member that is undefined in CBOR is read as null.',
      sources: ['P3'],
      unknown: 'The specification recommends it, and does not demand it.',
    },
    'SDK-140': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'The name of an error in CBOR is what stands in __type after the #, in any namespace. The header x-amzn-errortype and the members code and Code do not count.',
      sources: ['P3', 'P4', 'L1'],
    },
    'SDK-141': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'Each error of the model is reported in CBOR by the absolute shape id in __type, by name and by type, with a message or without one.',
      sources: ['P3', 'P4', 'L1'],
    },
    'SDK-142': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'An answer to a request in CBOR whose Smithy-Protocol is missing or another is malformed: only its status counts, and no policy and no name of an error is taken from it.',
      sources: ['P3'],
    },
    'SDK-143': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement:
        'An error answer in CBOR whose body is empty, without a name, broken or a page is a failure with its status, and is retried as the status says.',
      sources: ['P3', 'K2', 'K5'],
    },
    'SDK-144': {
      protocol: 'cbor',
      level: 'must',
      evidence: 'documented',
      statement: 'An answer with status 200 that is not one well-formed map of CBOR gives no policy.',
      sources: ['C1', 'P3', 'S2'],
    },
    'SDK-145': {
      protocol: 'cbor',
      level: 'any-of',
      evidence: 'ambiguous',
      statement:
        'A Policy in CBOR that is not a text string is never handed on as it is: it is read as the text that it stands for, left out, or a failure.',
      sources: ['P3', 'S2'],
      unknown: 'What a client does with a member of another type.',
    },
    'SDK-146': {
      protocol: 'cbor',
      level: 'note',
      evidence: 'inferred',
      statement: 'Only status 200 is success in CBOR.',
      sources: ['P3'],
      unknown: 'No service sends another status below 300.',
    },
    'SDK-147': {
      protocol: 'cbor',
      level: 'note',
      evidence: 'inferred',
      statement:
        'The header x-amzn-query-error does not name the error, since the service has no older protocol of queries.',
      sources: ['P4', 'M1'],
      unknown: 'Clients read it without a look at the model, and no service without that protocol sends it.',
    },
    'SDK-148': {
      protocol: 'cbor',
      level: 'note',
      evidence: 'inferred',
      statement:
        'Bytes after the map are ignored, of repeated members the last one counts, and a text that is not UTF-8 gives no policy.',
      sources: ['C1', 'P3'],
      unknown: 'RFC 8949 leaves to decoders what they do with data that is well-formed and not valid.',
    },
  },
} as const satisfies { readonly revision: string; readonly requirements: Readonly<Record<string, SdkRequirement>> };

/** The id of a requirement on clients, such as `SDK-21`. */
export type SdkRequirementId = keyof typeof sdkRequirementSet.requirements;

export const sdkRequirements: Readonly<Record<SdkRequirementId, SdkRequirement>> = sdkRequirementSet.requirements;

/** Every id, in ascending order. */
export const sdkRequirementIds: readonly SdkRequirementId[] = Object.keys(sdkRequirements).filter(isSdkRequirementId);

/** Whether the text is the id of a requirement on clients. */
export function isSdkRequirementId(text: string): text is SdkRequirementId {
  return Object.hasOwn(sdkRequirements, text);
}
