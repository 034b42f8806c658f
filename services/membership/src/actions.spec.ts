import { describe, expect, it } from '@jest/globals';
import { type Actor, mayDo, newId, type RoleName, roleNames } from '@gongxiang/domain';
import { actions as accessActions } from './access/actions.js';
import { actions as cardActions } from './card/actions.js';
import { actions as censusActions } from './census/actions.js';
import { actions as clubsActions } from './clubs/actions.js';
import { actions as duesActions } from './dues/actions.js';
import { actions as findingActions } from './finding/actions.js';
import { actions as joiningActions } from './joining/actions.js';
import { actions as membersActions } from './members/actions.js';
import { actions as personsActions } from './persons/actions.js';
import { actions as privacyActions } from './privacy/actions.js';
import { actions as reorganisationActions } from './reorganisation/actions.js';
import { actions as unionsActions } from './unions/actions.js';

const actions = {
  ...accessActions,
  ...cardActions,
  ...censusActions,
  ...clubsActions,
  ...duesActions,
  ...findingActions,
  ...joiningActions,
  ...membersActions,
  ...personsActions,
  ...privacyActions,
  ...reorganisationActions,
  ...unionsActions,
};
const path = '1.4.';
const himself = newId();

function actor(part: Partial<Actor> = {}): Actor {
  return { personId: newId(), unionId: null, unionPath: null, roles: [], version: 1, ...part };
}

function holding(role: RoleName, at: string): Actor {
  return actor({ roles: [{ role, unionId: newId(), path: at }] });
}

type ActionName = keyof typeof actions;

/** Permission other than by a role: anyone signed in, the person themselves, or nobody. */
const table: readonly (readonly [ActionName, 'anyone' | 'self' | 'none', readonly RoleName[]])[] = [
  ['createUnion', 'none', ['officer', 'operator']],
  ['changeUnion', 'none', ['officer', 'operator']],
  ['seeUnion', 'anyone', []],
  ['closeOrganisation', 'none', ['officer', 'operator']],
  ['proposeUnionClosing', 'none', ['officer']],
  ['previewUnionMove', 'none', ['officer', 'operator']],
  ['seeUnionClosing', 'none', ['officer']],
  ['decideUnionClosing', 'none', ['officer']],
  ['withdrawUnionClosing', 'self', []],
  ['seeFilingStatistics', 'none', ['officer', 'auditor', 'operator']],
  ['seeCommittees', 'anyone', []],
  ['seeCommitteeElection', 'none', ['officer']],
  ['fileCommitteeElection', 'none', ['officer']],
  ['decideCommitteeElection', 'none', ['officer']],
  ['withdrawCommitteeElection', 'self', []],
  ['proposeUnionTransfer', 'none', ['officer']],
  ['seeUnionTransfer', 'none', ['officer']],
  ['decideUnionTransfer', 'none', ['officer']],
  ['withdrawUnionTransfer', 'self', []],
  ['manageContactPoints', 'none', ['officer', 'operator']],
  ['seeCensus', 'none', ['officer', 'auditor']],
  ['setDuesRule', 'none', ['officer', 'finance']],
  ['seeDuesRules', 'anyone', []],
  ['recordDues', 'none', ['officer', 'finance']],
  ['seeDues', 'self', ['officer', 'finance', 'auditor']],
  ['listDues', 'none', ['officer', 'finance', 'auditor']],
  ['seeOwnDues', 'anyone', []],
  ['decideConsent', 'anyone', []],
  ['exportOwnData', 'anyone', []],
  ['eraseOwnData', 'anyone', []],
  ['seeErasures', 'none', ['officer', 'auditor']],
  ['filePaperErasure', 'none', ['officer']],
  ['seePaperErasures', 'none', ['officer']],
  ['decidePaperErasure', 'none', ['officer']],
  ['withdrawPaperErasure', 'none', ['officer']],
  ['publishConsentText', 'none', ['officer', 'operator']],
  ['keepDataBreaches', 'none', ['officer', 'operator']],
  ['withdrawDataBreach', 'self', []],
  ['seeOwnDataBreaches', 'anyone', []],
  ['useOwnCards', 'anyone', []],
  ['revokeCard', 'self', []],
  ['proposeMerge', 'none', ['officer']],
  ['decideMerge', 'none', ['officer']],
  ['seeMerges', 'none', ['officer']],
  ['seeOwnSessions', 'anyone', []],
  ['revokeOwnSessions', 'anyone', []],
  ['revokeSession', 'self', ['operator']],
  ['seeMe', 'anyone', []],
  ['changeMe', 'anyone', []],
  ['seeOwnContacts', 'anyone', []],
  ['changeOwnContacts', 'anyone', []],
  ['seeRoles', 'none', ['officer', 'operator', 'auditor']],
  ['seePendingChange', 'self', ['officer', 'operator', 'auditor']],
  ['listPendingChanges', 'none', ['officer', 'operator', 'auditor']],
  ['seeOwnPendingChanges', 'anyone', []],
  ['decidePendingChange', 'none', ['officer', 'operator']],
  ['acceptRole', 'self', []],
  ['withdrawPendingChange', 'self', []],
  ['changeRoot', 'none', ['operator']],
  ['seeOwnCredentials', 'anyone', []],
  ['changeOwnCredentials', 'anyone', []],
  ['seeSignInPolicy', 'anyone', []],
  ['changeSignInPolicy', 'none', ['officer', 'operator']],
  ['createApiKey', 'anyone', []],
  ['seeOwnApiKeys', 'anyone', []],
  ['revokeApiKey', 'self', ['operator']],
  ['useReference', 'anyone', []],
  ['seeColleagues', 'none', roleNames],
  ['handUpOffice', 'none', ['officer']],
  ['createEnterprise', 'none', ['officer', 'operator']],
  ['changeEnterprise', 'none', ['officer', 'operator']],
  ['seeEnterprise', 'anyone', []],
  ['seeFigures', 'none', ['officer', 'auditor', 'operator']],
  ['createOrganisation', 'none', ['officer', 'operator']],
  ['createClub', 'none', ['officer', 'organiser', 'operator']],
  ['seeOrganisation', 'anyone', []],
  ['joinClub', 'anyone', []],
  ['addClubMember', 'none', ['officer']],
  ['seeClubMembers', 'none', ['officer', 'organiser']],
  ['seeRemovalReasons', 'none', ['officer']],
  ['endClubMembership', 'self', ['officer']],
  ['createMember', 'none', ['officer']],
  ['changeMember', 'none', ['officer']],
  ['endMembership', 'none', ['officer']],
  ['issueEntryCode', 'none', ['officer']],
  ['printRegistrationForms', 'none', ['officer']],
  ['listMembers', 'none', ['officer', 'auditor', 'operator']],
  ['search', 'anyone', []],
  ['searchMembers', 'none', ['officer', 'auditor', 'operator']],
  ['seeMaskedMember', 'self', ['officer', 'auditor', 'operator']],
  ['seeMember', 'self', ['officer']],
  ['changeStanding', 'none', ['officer']],
  ['listLapses', 'none', ['officer']],
  ['warnOfLapse', 'none', ['officer']],
  ['seeLapseWarning', 'self', ['officer']],
  ['seeOwnLapseWarning', 'anyone', []],
  ['answerLapseWarning', 'anyone', []],
  ['seeOwnMembership', 'anyone', []],
  ['leaveUnion', 'anyone', []],
  ['seeEmployments', 'self', ['officer']],
  ['seeOwnEmployments', 'anyone', []],
  ['manageEmployments', 'none', ['officer']],
  ['listServedMembers', 'none', ['officer']],
  ['manageGroups', 'none', ['officer']],
  ['listGroups', 'none', ['officer', 'finance', 'auditor']],
  ['seeGroup', 'self', ['officer']],
  ['seeOwnGroups', 'anyone', []],
  ['importMembers', 'none', ['officer']],
  ['seeImport', 'none', ['officer', 'auditor']],
  ['askCorrection', 'anyone', []],
  ['makeCorrection', 'none', ['officer']],
  ['seeCorrection', 'self', ['officer', 'auditor']],
  ['listCorrections', 'none', ['officer', 'auditor']],
  ['decideCorrection', 'none', ['officer']],
  ['withdrawCorrection', 'self', []],
  ['askTransfer', 'anyone', []],
  ['seeTransfer', 'self', ['officer']],
  ['decideTransfer', 'none', ['officer']],
  ['listApplications', 'none', ['officer']],
  ['seeApplication', 'none', ['officer']],
  ['seeApplicationStatistics', 'none', ['officer', 'auditor', 'operator']],
  ['seeJoiningPolicy', 'anyone', []],
  ['changeJoiningPolicy', 'none', ['officer', 'operator']],
  ['invite', 'none', ['officer']],
  ['listFoundings', 'none', ['officer']],
  ['seeFounding', 'none', ['officer']],
];

describe('who may do what', () => {
  it('is written down for every action', () => {
    expect(table.map(([name]) => name).sort()).toEqual(Object.keys(actions).sort());
  });

  it.each(table)('%s: %s, and %j at the union or above', (name, besides, roles) => {
    const may = (who: Actor): boolean => mayDo(who, actions[name], { paths: [path], personId: himself });
    const isForAnyone = besides === 'anyone';
    expect(may(actor({ unionPath: path }))).toBe(isForAnyone);
    expect(may(actor({ personId: himself }))).toBe(besides !== 'none');
    for (const role of roleNames) {
      const isAllowed = isForAnyone || roles.includes(role);
      expect([role, may(holding(role, path)), may(holding(role, '1.'))]).toEqual([
        role,
        isAllowed,
        isAllowed,
      ]);
      expect([role, may(holding(role, '1.5.')), may(holding(role, '1.4.2.'))]).toEqual([
        role,
        isForAnyone,
        isForAnyone,
      ]);
    }
  });
});
