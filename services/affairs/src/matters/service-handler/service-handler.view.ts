import type { ServiceHandlerView } from '@gongxiang/contracts/affairs/matters/service-handler.contract';
import { type Actor, mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import type { ServiceHandlerRecord } from './service-handler.repository.js';

export function serviceHandlerView(record: ServiceHandlerRecord, actor: Actor | null): ServiceHandlerView {
  const { id, version, serviceId, unionId, unionName, personId, name, title, namedAt, endedAt, open } =
    record;
  return {
    id,
    version,
    serviceId,
    unionId,
    unionName,
    personId,
    name,
    title,
    namedAt: namedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    open,
    endable:
      endedAt === null && actor !== null && mayDo(actor, actions.nameHandlers, { paths: [record.unionPath] }),
  };
}
