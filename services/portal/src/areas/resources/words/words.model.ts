import type { components } from '../../../api/schema.js';

export type WordGroup = components['schemas']['WordGroupView'];
export type WordKind = WordGroup['kind'];

export const wordKinds = [
  'venue',
  'equipment',
  'vehicle',
  'teacher',
  'helper',
  'service',
  'document',
  'topic',
] as const satisfies WordKind[];

/** A group as it is typed. */
export interface TypedGroup {
  readonly word?: string;
  readonly same?: string;
  readonly hints?: string;
  readonly wider?: string;
  readonly kind?: WordKind;
  readonly reason?: string;
}

/** Words as people separate them: by blanks, commas or lines. */
export function wordsIn(text = ''): string[] {
  return text.split(/[\s,，、;；]+/u).filter((word) => word !== '');
}

export function typedOf({ word, same, hints, wider, kind }: WordGroup): TypedGroup {
  return { word, same: same.join(' '), hints: hints.join(' '), wider: wider ?? '', kind };
}

export function bodyOf({ same, hints, wider, kind }: TypedGroup) {
  return {
    same: wordsIn(same),
    hints: wordsIn(hints),
    wider: wider?.trim() || null,
    kind: kind ?? 'topic',
  };
}

/** The groups that have a text in any of their words. */
export function groupsWith(groups: readonly WordGroup[], text: string): WordGroup[] {
  const sought = text.toLowerCase();
  return groups.filter(({ word, same, hints }) =>
    [word, ...same, ...hints].some((one) => one.toLowerCase().includes(sought)),
  );
}
