import { query } from '../../core/contract.js';
import { CalendarDate, ListOf, OneOf, Text, Uuid, UuidList } from '../../core/fields.js';
import type { Sex } from '@gongxiang/domain';
import {
  type EmploymentKind,
  employmentKinds,
  type MembershipStanding,
  membershipStandings,
  sexes,
} from '../membership-events.js';

/** For what a form is printed: whoever it is about reads it among those who have looked at their data. */
export const formReasons = ['admission', 'moving', 'filing', 'inspection'] as const;
export type FormReason = (typeof formReasons)[number];

/** Forms that are printed at a time: each of them is a page. */
export const registrationFormsMax = 100;

export class PrintRegistrationForms {
  @UuidList({ min: 1, max: registrationFormsMax, description: 'Memberships' }) memberIds: string[];
  @OneOf(formReasons, { name: 'FormReason', description: 'Told to each of the people' }) reason: FormReason;
}

/** What the platform knows of a 会员登记表. It is the one place where a resident number is shown whole. */
export class RegistrationFormView {
  @Uuid() memberId: string;
  @Text({ max: 100 }) name: string;
  @OneOf(sexes, { nullable: true, name: 'Sex', description: 'As the resident number tells it' })
  sex: Sex | null;
  @CalendarDate({ nullable: true, description: 'As the resident number tells it' }) birthDate: string | null;
  @Text({ nullable: true, max: 18, description: 'Whole' }) residentNumber: string | null;
  @Text({ nullable: true, max: 20, description: 'Whole' }) phone: string | null;
  @Text() unionName: string;
  @Text({ nullable: true, description: 'For whom they work, else the enterprise of their union' })
  employerName: string | null;
  @Text({ nullable: true, description: 'Its Unified Social Credit Code' }) employerCode: string | null;
  @OneOf(employmentKinds, { nullable: true, name: 'EmploymentKind' }) employmentKind: EmploymentKind | null;
  @OneOf(membershipStandings, { name: 'MembershipStanding' }) standing: MembershipStanding;
  @CalendarDate({ description: 'Since when they are a member' }) validFrom: string;
}

export class RegistrationFormsView {
  @ListOf(() => RegistrationFormView, { max: registrationFormsMax, description: 'In the order asked for' })
  forms: RegistrationFormView[];
}

export const registrationFormContract = {
  print: query('membership.registration-form.print', PrintRegistrationForms, RegistrationFormsView, {
    http: 'POST members/registration-forms',
    tag: 'members',
    summary:
      'What officers print as the registration forms of members, with whole numbers: each look and its reason is told to the person; to no API key',
    status: 200,
    idempotent: false,
    example: { memberIds: ['019a0000-0000-7000-8000-000000000001'], reason: 'filing' },
  }),
};
