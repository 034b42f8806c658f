import { locales, type Locale } from '@gongxiang/domain';
import { command, NoRequest, query } from '../../core/contract.js';
import { Instant, ListOf, OneOf, Text, Uuid } from '../../core/fields.js';
import { employmentKinds, type EmploymentKind } from '../membership-events.js';
import { ActorRoleView } from '../access/session.contract.js';

export class UpdateMeRequest {
  @OneOf(locales, { optional: true }) locale?: Locale;

  @Text({ optional: true, description: 'Needed to set a new password' })
  currentPassword?: string;

  @Text({ optional: true, min: 10, description: 'Ends every session of the person: sign in again with it' })
  newPassword?: string;
}

export class MeView {
  @Uuid() personId: string;
  @Text() name: string;
  @Text() maskedName: string;
  @Text({ nullable: true, description: 'The login, or the masked phone that stands for it' }) account:
    string | null;
  @Uuid({ nullable: true }) unionId: string | null;
  @Text({ nullable: true }) unionName: string | null;
  @OneOf(employmentKinds, {
    nullable: true,
    name: 'EmploymentKind',
    description: 'As the union has recorded it',
  })
  employmentKind: EmploymentKind | null;
  @ListOf(() => ActorRoleView, { max: 1_000 }) roles: ActorRoleView[];
  @OneOf(locales) locale: Locale;
  @Instant({
    nullable: true,
    description:
      'From then on what a role permits is refused until a second factor is set up; null where none is asked for, or one is set up',
  })
  secondFactorDueAt: string | null;
}

/** Whole, as nobody confirms a number that is masked. */
export class OwnPhoneView {
  @Text({ nullable: true, max: 20, description: 'The phone on record', example: '13800001234' })
  phone: string | null;
}

export const meContract = {
  get: query('membership.me.get', NoRequest, MeView, {
    http: 'GET me',
    tag: 'sign-in',
    summary: 'Shows who I am and what I am granted',
  }),
  phone: query('membership.me.phone', NoRequest, OwnPhoneView, {
    http: 'GET me/phone',
    tag: 'sign-in',
    summary: 'Shows me my phone, to confirm it where a form asks for it; to no API key',
  }),
  update: command('membership.me.update', UpdateMeRequest, MeView, {
    http: 'PATCH me',
    tag: 'sign-in',
    summary: 'Sets my language or my password',
    example: { locale: 'zh-CN' },
  }),
};
