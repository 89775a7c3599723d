import type { CallAnswer, DriverCall } from '../../api/driver.js';
import { newestModelRevision, serviceModels } from '../../api/service-model.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'What is outside the lengths and patterns of the model is refused by the client.',
  permittedBy: 'SDK-13',
  mutate: () => ({ refusal: objectionTo }),
};

/** As the newest model has it. */
function objectionTo({ operation, input }: DriverCall): CallAnswer | undefined {
  const { arn, policy } = serviceModels[newestModelRevision];
  const shapes = operation === 'PutPolicy' ? { ResourceArn: arn, Policy: policy } : { ResourceArn: arn };
  const wrong = Object.entries(shapes).find(([member, { min, max, pattern }]) => {
    const text = input[member];
    return typeof text !== 'string' || text.length < min || text.length > max || !new RegExp(`^${pattern}$`).test(text);
  });
  return wrong === undefined
    ? undefined
    : { type: 'transportError', id: '', cause: 'request', message: `${wrong[0]} is not as the model has it` };
}
