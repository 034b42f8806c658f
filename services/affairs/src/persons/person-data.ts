import { kept, lookData, type PersonDataPlan } from '@gongxiang/persistence';

/** What this service has of people and tells them. */
export const personData: PersonDataPlan = {
  data: [
    ...kept(
      'matters',
      { reason: 'takingPart', term: 'withRecord' },
      { matter: 't.person_id', occasion: 't.person_id', household_person: 't.person_id' },
    ),
    ...kept(
      'matters',
      { reason: 'takingPart', term: 'withRecord' },
      { matter_paper: 'm.person_id', matter_payment: 'm.person_id' },
      'JOIN matter m ON m.id = t.matter_id',
    ),
    ...kept('offices', { reason: 'takingPart', term: 'withRecord' }, { service_handler: 't.person_id' }),
    ...kept(
      'bulletins',
      { reason: 'takingPart', term: 'withRecord' },
      {
        bulletin_receipt: 't.person_id',
        bulletin_report: 't.person_id',
        bulletin_comment: 't.person_id',
        bulletin_comment_report: 't.person_id',
        bulletin_subscription: 't.person_id',
      },
    ),
    ...kept(
      'records',
      { reason: 'membership', term: 'withRecord' },
      { person_record: 't.person_id', visit: 't.person_id', course_taking: 't.person_id' },
    ),
    ...kept(
      'works',
      { reason: 'takingPart', term: 'withRecord' },
      { work: 't.person_id', works_juror: 't.person_id', works_ballot: 't.person_id' },
    ),
    ...kept(
      'works',
      { reason: 'takingPart', term: 'withRecord' },
      { work_file: 'w.person_id' },
      'JOIN work w ON w.id = t.work_id',
    ),
    ...kept('vacancies', { reason: 'takingPart', term: 'whileUsed' }, { vacancy_interest: 't.person_id' }),
    ...kept('vacancies', { reason: 'takingPart', term: 'withRecord' }, { listing_report: 't.person_id' }),
    ...kept(
      'circles',
      { reason: 'takingPart', term: 'withRecord' },
      { circle_member: 't.person_id', circle_post: 't.person_id', circle_report: 't.person_id' },
    ),
    ...lookData,
  ],
  excepted: {
    member_ref: 'a copy of what membership tells',
    occasion_day: 'a copy of what membership tells, without the year',
    occasion_choice: 'a copy of what membership tells',
    role_ref: 'a copy of what membership tells',
  },
};
