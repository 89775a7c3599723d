import { ok, outputs } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'A policy of null is handed on as null.',
  permittedBy: 'SDK-64',
  bend: outputs((right, { text }) => (text === '{"Policy":null}' ? ok({ Policy: null }) : right)),
};
