import { normaliseIdentifier } from '@gongxiang/domain';
import type { NamedUnion } from '../../unions/union/union.repository.js';

/** The unions of a subtree by the words that a roster may use: name or code, their own or those of the enterprise. */
export class UnionDirectory {
  private readonly byWord = new Map<string, Set<string>>();

  constructor(unions: readonly NamedUnion[]) {
    for (const union of unions) {
      const words = [union.name, union.uscc, union.enterpriseName, union.enterpriseUscc];
      for (const word of words) if (word !== null) this.add(normaliseIdentifier(word), union.id);
    }
  }

  /** `unknown` and `ambiguous` are findings about a row, not failures. */
  find(word: string): { readonly id: string } | 'unknown' | 'ambiguous' {
    const [id, ...others] = this.byWord.get(normaliseIdentifier(word)) ?? [];
    if (id === undefined) return 'unknown';
    return others.length > 0 ? 'ambiguous' : { id };
  }

  private add(word: string, id: string): void {
    this.byWord.set(word, (this.byWord.get(word) ?? new Set()).add(id));
  }
}
