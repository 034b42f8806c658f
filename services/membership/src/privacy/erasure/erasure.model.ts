import type {
  ErasureState,
  ServiceErasurePreview,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import { dayMs, DomainError } from '@gongxiang/domain';

export type ErasureStep = 'begin' | 'finish' | 'withdraw' | 'lapse';

/** What has begun cannot be taken back: other services may have erased their part already. */
const steps: Readonly<Record<ErasureState, Readonly<Partial<Record<ErasureStep, ErasureState>>>>> = {
  waiting: { begin: 'erasing', withdraw: 'withdrawn', lapse: 'lapsed' },
  erasing: { finish: 'erased' },
  erased: {},
  withdrawn: {},
  lapsed: {},
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function nextErasureState(state: ErasureState, step: ErasureStep): ErasureState {
  const next = steps[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}

/** When an erasure that is asked for now begins. */
export function erasureBegins(now: Date, delayDays: number): Date {
  return new Date(now.getTime() + delayDays * dayMs);
}

/** @throws DomainError `ERASURE_SERVICE_SILENT`, `ERASURE_IN_THE_WAY` with the services that it concerns */
export function requireFree(
  preview: readonly ServiceErasurePreview[],
  services: readonly MergeService[],
): void {
  const of = (service: MergeService): ServiceErasurePreview | undefined =>
    preview.find((one) => one.service === service);
  const silent = services.filter((service) => of(service)?.answered !== true);
  if (silent.length > 0)
    throw new DomainError('ERASURE_SERVICE_SILENT', {
      params: { services: silent.join(', ') },
      retryAfterSeconds: 5,
    });
  const inTheWay = services.filter((service) => (of(service)?.obstacles.length ?? 0) > 0);
  if (inTheWay.length > 0)
    throw new DomainError('ERASURE_IN_THE_WAY', { params: { services: inTheWay.join(', ') } });
}

/** Whether each of these services has done its part. */
export function isComplete(
  parts: readonly { readonly service: MergeService; readonly doneAt: Date | null }[],
  services: readonly MergeService[],
): boolean {
  return services.every((service) => parts.some((part) => part.service === service && part.doneAt !== null));
}
