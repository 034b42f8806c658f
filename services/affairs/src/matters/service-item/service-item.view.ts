import type {
  ServiceItemSummary,
  ServiceItemView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { type Actor, mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { isUsable } from './service-item.model.js';
import type { ServiceItemRecord } from './service-item.repository.js';

/** What editions say that were written before it could be said. */
const unsaid = {
  guidance: null,
  topics: [],
  steps: [],
  limitation: null,
  allowance: null,
  handledBy: 'officers',
  pays: null,
  occasion: null,
  coverage: null,
  templateId: null,
} as const satisfies Partial<ServiceItemView>;

export function serviceItemView(record: ServiceItemRecord, actor: Actor | null): ServiceItemView {
  const { id, version, edition, state, definition, unionId, unionName, unionPath } = record;
  return {
    ...unsaid,
    ...definition,
    id,
    version,
    edition,
    state,
    papers: definition.papers ?? [],
    unionId,
    unionName,
    usable: isUsable({ state, applicants: definition.applicants }, unionPath, actor),
    changeable: actor !== null && mayDo(actor, actions.manageServices, { paths: [unionPath] }),
    closeReason: record.closeReason,
    openedAt: record.openedAt?.toISOString() ?? null,
  };
}

export function serviceItemSummary(record: ServiceItemRecord, actor: Actor | null): ServiceItemSummary {
  const { id, version, state, name, category, definition, unionId, unionName, unionPath } = record;
  const { summary, anonymous, decideWithin, applicants } = definition;
  return {
    id,
    version,
    state,
    name,
    category,
    summary,
    unionId,
    unionName,
    anonymous,
    decideWithin,
    usable: isUsable({ state, applicants }, unionPath, actor),
  };
}
