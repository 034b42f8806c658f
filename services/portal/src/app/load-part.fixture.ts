import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LoadPart } from '../i18n/index.js';

const source = new URL('../', import.meta.url);
const files = readdirSync(fileURLToPath(source), { recursive: true, encoding: 'utf8' });

/** As `load-part.ts`, which only the bundler can read. */
export const loadPartOf: LoadPart = async (locale, part) => {
  const file = files.find((one) => one.endsWith(`texts/${locale}/${part}.ts`));
  const { texts } = (await import(new URL(file ?? part, source).href)) as { readonly texts: object };
  return texts;
};
