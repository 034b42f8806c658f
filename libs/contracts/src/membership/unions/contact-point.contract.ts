import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Text, Uuid, Whole } from '../../core/fields.js';

const example = {
  name: '职工服务中心',
  about: '入会、困难帮扶、法律咨询',
  phone: '027-8686 1200',
  address: '青山区钢桥路 18 号 3 楼',
  hours: '周一至周五 8:30–17:00',
};

/** Where people turn to at a union: an office, never a person. What is left out or null is not known. */
class ContactPointFields {
  @Text({ max: 60 }) name: string;
  @Text({ optional: true, max: 200, description: 'What it helps with' }) about?: string | null;
  @Text({ optional: true, max: 40 }) phone?: string | null;
  @Text({ optional: true, max: 200 }) address?: string | null;
  @Text({ optional: true, max: 100, description: 'When it is open' }) hours?: string | null;
}

export class CreateContactPoint extends ContactPointFields {
  @Uuid() unionId: string;
}

export class ChangeContactPoint extends ContactPointFields {
  @Uuid() contactPointId: string;
  @Flag({ description: 'False closes it: only officers see it from then on; true opens it again' })
  active: boolean;
}

export class ContactPointId {
  @Uuid() contactPointId: string;
}

export class ListContactPoints extends PageRequest {
  @Uuid({ optional: true, description: 'Only those of this union' }) union?: string;
  @Text({ optional: true, description: 'Only those whose name contains this' }) q?: string;
}

export class ListPublicContactPoints extends PageRequest {
  @Uuid() unionId: string;
}

export class ContactPointView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text() name: string;
  @Text({ nullable: true }) about: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Text({ nullable: true }) address: string | null;
  @Text({ nullable: true }) hours: string | null;
  @Flag() active: boolean;
}

export const contactPointContract = {
  create: command('membership.contact-point.create', CreateContactPoint, ContactPointView, {
    http: 'POST contact-points',
    tag: 'unions',
    summary: 'Adds an office of a union where people turn to',
    example: { unionId: '019a0000-0000-7000-8000-000000000001', ...example },
  }),
  change: command('membership.contact-point.change', ChangeContactPoint, ContactPointView, {
    http: 'PUT contact-points/:contactPointId',
    tag: 'unions',
    summary: 'Changes an office, closes it or opens it again',
    ifMatch: true,
    example: { ...example, active: true },
  }),
  get: query('membership.contact-point.get', ContactPointId, ContactPointView, {
    http: 'GET contact-points/:contactPointId',
    tag: 'unions',
    summary: 'Shows an office of a union',
  }),
  list: query('membership.contact-point.list', ListContactPoints, pageOf(ContactPointView), {
    http: 'GET contact-points',
    tag: 'unions',
    summary: 'Lists offices by name; closed ones only for officers of their union',
  }),
  listPublic: query(
    'membership.contact-point.listPublic',
    ListPublicContactPoints,
    pageOf(ContactPointView),
    {
      http: 'GET public/unions/:unionId/contact-points',
      tag: 'public',
      summary: 'Lists the open offices of a union for anyone',
      public: true,
      cacheSeconds: 10,
    },
  ),
};
