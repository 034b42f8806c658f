import type { LoadPart } from '../i18n/index.js';

type Part = () => Promise<{ readonly texts: object }>;

const files = import.meta.glob<{ readonly texts: object }>(['./texts/*/*.ts', '../areas/*/texts/*/*.ts']);
const parts = new Map<string, Part>(
  Object.entries(files).map(([path, load]) => [/texts\/(.+)\.ts$/.exec(path)?.[1] ?? path, load]),
);

/** @throws where there is no such part */
export const loadPart: LoadPart = async (locale, part) => {
  const load = parts.get(`${locale}/${part}`);
  if (load === undefined) throw new Error(`no texts ${locale}/${part}`);
  return (await load()).texts;
};
