import type { KitContentDto } from '@gongxiang/contracts/sharing/lending/kit.contract';
import type { Counting } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { DomainError } from '@gongxiang/domain';

interface Content {
  readonly id: string;
  readonly ownerUnionId: string;
  readonly counting: Counting;
  readonly partOfId: string | null;
}

/**
 * Checks the contents of a kit: all of one union, no kit in it, no duplicates, and quantities only of counted
 * resources.
 * @param found the existing ones of the named resources
 * @throws DomainError `NOT_A_KIT`, `NOT_FOUND`, `KIT_IN_KIT`, `KIT_OF_OTHER_UNION`, `KIT_CONTENT_TWICE`,  
 * `QUANTITY_NOT_COUNTED`
 */
export function checkContents(
  kit: { readonly counting: Counting; readonly ownerUnionId: string },
  contents: readonly KitContentDto[],
  found: readonly Content[],
): void {
  if (kit.counting !== 'kit') throw new DomainError('NOT_A_KIT');
  const byId = new Map(found.map((one) => [one.id, one]));
  const seen = new Set<string>();
  contents.forEach(({ resourceId, quantity }, place) => {
    const pointer = `/contents/${place}/resourceId`;
    const content = byId.get(resourceId);
    if (content === undefined) throw new DomainError('NOT_FOUND', { pointer });
    if (content.counting === 'kit') throw new DomainError('KIT_IN_KIT', { pointer });
    if (content.ownerUnionId !== kit.ownerUnionId) throw new DomainError('KIT_OF_OTHER_UNION', { pointer });
    // A whole includes its parts, so a part beside it would be a duplicate.
    const isThereAlready =
      seen.has(resourceId) || contents.some((one) => one.resourceId === content.partOfId);
    if (isThereAlready) throw new DomainError('KIT_CONTENT_TWICE', { pointer });
    if (content.counting === 'one' && quantity > 1) {
      throw new DomainError('QUANTITY_NOT_COUNTED', { pointer: `/contents/${place}/quantity` });
    }
    seen.add(resourceId);
  });
}
