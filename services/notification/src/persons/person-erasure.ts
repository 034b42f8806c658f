import { type ErasurePlan, rowsOf } from '@gongxiang/persistence';

const whose = 't.person_id';

/** What becomes of everything that this service has of a person once they are erased. */
export const erasurePlan: ErasurePlan = {
  obstacles: [],
  emptied: [],
  removed: rowsOf({
    person_look: whose,
    notice_address: whose,
    notice_preference: whose,
    address_code: whose,
    notice: whose,
    await_person: whose,
    await_except: whose,
    delegation_ref: whose,
  }),
  stays: { 'words of the platform': ['role_ref.role'] },
};
