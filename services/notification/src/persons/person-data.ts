import { kept, lookData, type PersonDataPlan } from '@gongxiang/persistence';

/** What this service has of people and tells them. */
export const personData: PersonDataPlan = {
  data: [
    ...kept('notices', { reason: 'takingPart', term: 'oneYear' }, { notice: 't.person_id' }),
    ...kept('notices', { reason: 'consent', term: 'whileUsed' }, { notice_address: 't.person_id' }),
    ...lookData,
  ],
  excepted: {
    notice_preference: 'settings, which the person reads and changes by themselves',
    address_code: 'times, kept to count codes within a day',
    role_ref: 'a copy of what membership tells',
    delegation_ref: 'a copy of what sharing tells',
    await_person: 'a copy of what the services tell',
    await_except: 'a copy of what the services tell',
    await_matter: 'a copy of what the services tell',
    await_told: 'kept as long as something waits, so that nobody is told of it twice',
  },
};
