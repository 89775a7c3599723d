// How one call is sent: the parts of a caller decorate this function.

import type { Outcome } from '../../../api/outcome.js';
import type { ApiCall } from '../../../api/raw-request.js';
import type { CallOptions } from '../../../api/target.js';

/** Sends one call. What the parts do before and after it is in their files. */
export type Send = (call: ApiCall, options: CallOptions) => Promise<Outcome>;
