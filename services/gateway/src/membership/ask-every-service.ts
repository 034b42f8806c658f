import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import type { CallContext } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';

/** A service that does not answer within this time is silent. */
const answerWithinMs = 5_000;

type Answer<Service, Part, Silent> = { readonly service: Service } & (
  (Part & { answered: true }) | (Silent & { answered: false })
);

/**
 * Asks every service that keeps something of people for its part, at once.
 * @returns the parts in the order of the services; of a silent one what `silent` says, as its silence is an answer:
 * why it was silent stands in its own log
 */
export function askEveryService<Part, Silent>(
  call: CallContext,
  ask: (service: MergeService, call: CallContext) => Promise<Outcome<Part>>,
  silent: Silent,
): Promise<Answer<MergeService, Part, Silent>[]> {
  return askServices(mergeServices, call, ask, silent);
}

/** The same of some of them. */
export function askServices<Service extends MergeService, Part, Silent>(
  services: readonly Service[],
  call: CallContext,
  ask: (service: Service, call: CallContext) => Promise<Outcome<Part>>,
  silent: Silent,
): Promise<Answer<Service, Part, Silent>[]> {
  const deadline = Math.min(call.deadline, Date.now() + answerWithinMs);
  const asked = { ...call, idempotencyKey: null, ifMatch: null, deadline };
  return Promise.all(
    services.map(async (service) => {
      try {
        return { service, answered: true as const, ...(await ask(service, asked)).body };
      } catch {
        return { service, answered: false as const, ...silent };
      }
    }),
  );
}
