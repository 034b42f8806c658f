import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { rootAbove } from '../root.js';
import { manifestPath, readManifest, textOfManifest, usersPath } from './files.js';
import { manifestFrom, sourcesFor } from './sources.js';
import { usersFile } from './users.js';

const root = rootAbove(fileURLToPath(import.meta.url));
const manifest = readManifest(root);
const remedy = 'npm run build && node deploy/dist/nats/write.js';

/** How often a service says that it hears something, in whatever way: what the manifest's own reading passes over counts as well. */
function decoratorsIn(folder: string): number {
  return readdirSync(join(folder, 'services'))
    .flatMap((service) => sourcesFor(folder, service))
    .reduce((sum, text) => sum + [...text.matchAll(/@Consumes\w*\(/g)].length, 0);
}

describe('the manifest of NATS', () => {
  it(`is what the code needs; if not: ${remedy}`, () => {
    expect(readFileSync(manifestPath(root), 'utf8')).toBe(textOfManifest(manifestFrom(root)));
  });

  it('has every event that a service hears, once', () => {
    const heard = manifest.consumers.flatMap(({ service, subjects }) =>
      subjects.map((subject) => `${service} ${subject}`),
    );
    expect(heard).toHaveLength(decoratorsIn(root));
    expect(manifest.consumers.flatMap(({ subjects }) => subjects)).not.toContain('');
  });

  it('names each consumer once', () => {
    const names = manifest.consumers.map(({ stream, name }) => `${stream} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it(`is what the users of NATS are made from; if not: ${remedy}`, () => {
    expect(readFileSync(usersPath(root), 'utf8')).toBe(usersFile(manifest));
  });
});
