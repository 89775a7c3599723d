import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Headers are spelt in capitals, as they may be.',
  permittedBy: 'SDK-02',
  mutate: (correct) => ({
    sign: async (request, choice) => {
      const signed = await correct.sign(request, choice);
      const headers = Object.entries(signed.headers).map(([name, value]) => [capitals(name), value]);
      return { ...signed, headers: Object.fromEntries(headers) };
    },
  }),
};

function capitals(name: string): string {
  return name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
