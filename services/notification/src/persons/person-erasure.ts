import { type ErasurePlan, personAmongParties, rowsOf } from '@gongxiang/persistence';

const whose = 't.person_id';

/** What becomes of everything that this service has of a person once they are erased. */
export const erasurePlan: ErasurePlan = {
  obstacles: [],
  emptied: [],
  removed: [
    ...rowsOf({ delegation_ref: personAmongParties('matter_kind', 'matter_id') }),
    ...rowsOf({
      person_look: whose,
      notice_address: whose,
      notice_preference: whose,
      address_code: whose,
      notice: whose,
      await_person: whose,
      await_except: whose,
      await_told: whose,
      delegation_ref: whose,
      await_matter: personAmongParties('kind', 'id'),
    }),
  ],
  stays: { 'words of the platform': ['role_ref.role'] },
};
