import { type ComponentType, createElement, lazy, type ReactElement } from 'react';
import { loadTexts, type TextPart } from '../i18n/index.js';
import { NotLoadedError } from './not-loaded-error.js';

/** An address of the portal, and what stands there. */
export interface PageRoute {
  readonly path: string;
  readonly element: ReactElement;
}

/**
 * A page as a chunk of its own. Its script and the texts that it needs are loaded at the same time.
 * @param name under which `load`'s module exports the page
 */
export function page<Name extends string>(
  path: string,
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  ...parts: readonly TextPart[]
): PageRoute {
  const component = lazy<ComponentType>(async () => {
    try {
      const [module] = await Promise.all([load(), loadTexts(...parts)]);
      return { default: module[name] };
    } catch (cause) {
      throw new NotLoadedError(cause);
    }
  });
  return { path, element: createElement(component) };
}
