import { awaitEvents, type AwaitState } from '@gongxiang/contracts/notification/awaits';
import type { NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import { eventually } from './eventually.js';
import type { ServiceFixture } from './service-fixture.js';

/** Waits until a thing waits for exactly this, kind by kind, as its service has told it last. */
export function untilAwaits(
  service: ServiceFixture,
  name: NotifyingService,
  id: string,
  kinds: readonly string[],
): Promise<AwaitState[]> {
  return eventually(async () => {
    const told = await service.recorded(awaitEvents[name]);
    const awaits = told.filter((one) => one.id === id).at(-1)?.awaits ?? [];
    const found = awaits.map(({ kind }) => kind);
    if (found.join() !== kinds.join()) throw new Error(`it waits for ${found.join(', ') || 'nothing'}`);
    return awaits;
  });
}
