import type {
  ServiceItemSummary,
  ServiceItemView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { type Actor, mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { isUsable } from './service-item.model.js';
import type { ServiceItemRecord } from './service-item.repository.js';

export function serviceItemView(record: ServiceItemRecord, actor: Actor | null): ServiceItemView {
  const { id, version, edition, state, definition, unionId, unionName, unionPath } = record;
  return {
    ...definition,
    id,
    version,
    edition,
    state,
    guidance: definition.guidance ?? null,
    papers: definition.papers ?? [],
    topics: definition.topics ?? [],
    steps: definition.steps ?? [],
    limitation: definition.limitation ?? null,
    allowance: definition.allowance ?? null,
    handledBy: definition.handledBy ?? 'officers',
    pays: definition.pays ?? null,
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
