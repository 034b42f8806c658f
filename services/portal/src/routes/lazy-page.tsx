import { type ComponentType, lazy } from 'react';
import { loadTexts } from '../i18n/index.js';
import type { TextPart } from '../i18n/texts.js';

/**
 * A page that is a chunk of its own, with the texts that it speaks: both are on their way at once.
 * @param load the module that exports the page under `name`
 */
export function lazyPage<Name extends string>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  ...parts: readonly TextPart[]
): ComponentType {
  return lazy<ComponentType>(async () => {
    const [module] = await Promise.all([load(), loadTexts(...parts)]);
    return { default: module[name] };
  });
}
