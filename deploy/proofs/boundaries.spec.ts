import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One deliberate breach of each boundary, and the rule that must name it. */
const breaches: readonly (readonly [what: string, file: string, source: string, rule: string])[] = [
  [
    'a service imports another service',
    'services/sharing/src/planted.service.ts',
    `import { MembershipModule } from '../../membership/src/membership.module.js';\nexport const planted = MembershipModule;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a library imports one above it',
    'libs/domain/src/planted.ts',
    `import { Money } from '@gongxiang/contracts/words/money';\nexport const planted = Money;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the gateway imports persistence',
    'services/gateway/src/planted.ts',
    `import { migrate } from '@gongxiang/persistence';\nexport const planted = migrate;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the gateway imports the events of messaging',
    'services/gateway/src/planted.ts',
    `import { recordEvent } from '@gongxiang/messaging/events';\nexport const planted = recordEvent;\n`,
    'no-restricted-imports',
  ],
  [
    'a model imports a framework',
    'services/sharing/src/planted.model.ts',
    `import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n`,
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'a model imports a file that is no model',
    'services/sharing/src/planted.model.ts',
    `import { actions } from './actions.js';\nexport const planted = actions;\n`,
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'a consumer imports a repository',
    'services/sharing/src/planted.consumer.ts',
    `import { ReferenceRepository } from './reference/reference.repository.js';\nexport const planted = ReferenceRepository;\n`,
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'the portal imports a library',
    'services/portal/src/planted.ts',
    `import { Money } from '@gongxiang/contracts/words/money';\nexport const planted = Money;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the portal imports more than the rule of the door',
    'services/portal/src/planted.ts',
    `import { DomainError } from '@gongxiang/domain';\nexport const planted = DomainError;\n`,
    'no-restricted-imports',
  ],
  [
    'a file reads the environment',
    'services/sharing/src/planted.service.ts',
    `export const planted = process.env['SECRET'];\n`,
    'no-restricted-properties',
  ],
  [
    'a feature writes due work by SQL of its own',
    'services/sharing/src/planted.service.ts',
    "export const planted = `DELETE FROM due WHERE kind = 'planted'`;\n",
    'no-restricted-syntax',
  ],
];

let eslint: ESLint;

beforeAll(() => {
  // Files that no tsconfig lists are linted without types: the boundaries need none.
  eslint = new ESLint({
    cwd: root,
    overrideConfigFile: join(root, '.config/eslint.config.js'),
    overrideConfig: {
      languageOptions: { parserOptions: { project: false, programs: null, projectService: false } },
    },
    ruleFilter: ({ ruleId }) =>
      !ruleId.startsWith('@typescript-eslint/') || ruleId.endsWith('no-restricted-imports'),
  });
});

async function rulesBroken(file: string, source: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(source, { filePath: join(root, file) });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId));
}

describe('the lint names each breach of a boundary', () => {
  it.each(breaches)('%s', async (_what, file, source, rule) => {
    expect(await rulesBroken(file, source)).toContain(rule);
  });
});

/** Of each service, which of its districts each of them may import. */
type Districts = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const services = Object.entries(
  JSON.parse(readFileSync(join(root, '.config/districts.json'), 'utf8')) as Districts,
);
const pairs = services.flatMap(([service, arrows]) =>
  Object.entries(arrows).flatMap(([from, allowed]) =>
    Object.keys(arrows)
      .filter((to) => to !== from)
      .map((to) => ({ service, from, to, isAllowed: allowed.includes(to) })),
  ),
);

describe('between the districts of a service', () => {
  it.each(pairs)('$service: $from imports $to: $isAllowed', async ({ service, from, to, isAllowed }) => {
    for (const folder of ['', 'noun/']) {
      const file = `services/${service}/src/${from}/${folder}planted.service.ts`;
      const up = folder === '' ? '../' : '../../';
      const broken = await rulesBroken(file, `export { planted } from '${up}${to}/noun/planted.js';\n`);
      expect(broken.includes('no-restricted-imports')).toBe(!isAllowed);
    }
  });

  it.each(services)('%s: imports go one way, and each folder is a district', (service, arrows) => {
    const order = Object.keys(arrows);
    for (const [from, allowed] of Object.entries(arrows))
      expect(allowed.filter((to) => order.indexOf(to) >= order.indexOf(from))).toEqual([]);
    const folders = readdirSync(join(root, 'services', service, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['migrations', 'config'].includes(entry.name))
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(order.sort());
  });

  it.each(services)('%s: the picture in its README is what the lint allows', (service, arrows) => {
    const text = readFileSync(join(root, 'services', service, 'README.md'), 'utf8');
    const [, picture = ''] = /```mermaid\n([^`]*)```/.exec(text) ?? [];
    const drawn = [...picture.matchAll(/^ *(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} ${to}`);
    const allowed = Object.entries(arrows).flatMap(([from, others]) => others.map((to) => `${from} ${to}`));
    expect(drawn.sort()).toEqual(allowed.sort());
  });
});
