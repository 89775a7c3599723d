// `npm run matrix`: writes the tables and the pictures of the published results.

import { writeFileSync } from 'node:fs';
import { madeOfPublished } from './published-files.js';

const folder = new URL('../../../../reports/published/', import.meta.url);
for (const [name, text] of Object.entries(await madeOfPublished(folder))) writeFileSync(new URL(name, folder), text);
