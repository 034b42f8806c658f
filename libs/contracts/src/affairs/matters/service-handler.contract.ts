import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';

/** Unions at which one person is named, over all services. */
export const namingsMax = 100;
/** People named for one service at one union. */
export const handlersOfUnionMax = 20;

export class NameServiceHandlers {
  @Uuid() serviceId: string;
  @Uuid({ description: 'For its matters and those of unions below it' }) unionId: string;
  @UuidList({ min: 1, max: handlersOfUnionMax, description: 'They hold no office necessarily' })
  personIds: string[];
  @Text({ max: 60, example: '执业律师', description: 'As what they deal with it' }) title: string;
}

export class ListServiceHandlers extends PageRequest {
  @Uuid() serviceId: string;
  @Uuid({ optional: true, description: 'Only those who are named at this very union' }) unionId?: string;
}

export class EndServiceHandler {
  @Uuid() handlerId: string;
  @Text({ max: 500, example: '聘期届满' }) reason: string;
}

/** Somebody who is named for a service at a union. */
export class ServiceHandlerView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() serviceId: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Uuid() personId: string;
  @Text({ description: 'Masked' }) name: string;
  @Text({ max: 60 }) title: string;
  @Instant() namedAt: string;
  @Instant({ nullable: true, description: 'Since when they are not any more' }) endedAt: string | null;
  @Whole({ description: 'Matters of the service in their hands' }) open: number;
  @Flag({ description: 'The caller may end it' }) endable: boolean;
}

export class ServiceHandlersView {
  @ListOf(() => ServiceHandlerView, {
    max: handlersOfUnionMax,
    description: 'In the order in which they were sent',
  })
  items: ServiceHandlerView[];
}

export const serviceHandlerContract = {
  name: command('affairs.service-handler.name', NameServiceHandlers, ServiceHandlersView, {
    http: 'POST service-handlers',
    tag: 'matters',
    summary:
      'An officer names other people for a service, all of them or nobody: they deal with its matters there and below',
    example: {
      serviceId: '019a0000-0000-7000-8000-000000000001',
      unionId: '019a0000-0000-7000-8000-000000000002',
      personIds: ['019a0000-0000-7000-8000-000000000003'],
      title: '执业律师',
    },
  }),
  list: query('affairs.service-handler.list', ListServiceHandlers, pageOf(ServiceHandlerView), {
    http: 'GET service-handlers',
    tag: 'matters',
    summary:
      'Who is named for a service now at the unions of an officer, above and below, the first named first',
  }),
  end: command('affairs.service-handler.end', EndServiceHandler, ServiceHandlerView, {
    http: 'POST service-handlers/:handlerId/end',
    tag: 'matters',
    summary: 'Somebody deals with a service no more; what they have in hand waits to be taken again',
    status: 200,
    ifMatch: true,
    example: { reason: '聘期届满' },
  }),
};
