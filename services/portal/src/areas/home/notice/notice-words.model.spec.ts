import { expect, it } from '@jest/globals';
import type { components } from '../../../api/schema.js';
import { type Sentence, sentencesOf } from './notice-words.model.js';

type Notice = components['schemas']['NoticeView'];

const nothing = {
  state: null,
  expiresAt: null,
  cause: null,
  role: null,
  reason: null,
  startsAt: null,
  startsAtBefore: null,
  venue: null,
  venueBefore: null,
  anchor: null,
  at: null,
  keysHash: null,
  direction: null,
  poolName: null,
  subject: null,
  text: null,
  withdrawnAt: null,
};

it.each<[string, Notice['kind'], Partial<Notice['details']>, Sentence[]]>([
  ['a seat', 'seatGiven', {}, ['seatGiven']],
  ['a sign-up by an officer', 'signedUp', { state: 'confirmed' }, ['signedUpConfirmed']],
  ['a place in the line by an officer', 'signedUp', { state: 'waitlisted' }, ['signedUpWaitlisted']],
  ['an officer who cancels', 'registrationCancelled', { cause: 'byOfficer' }, ['cancelledByOfficer']],
  [
    'a membership that ends',
    'registrationCancelled',
    { cause: 'membershipEnded' },
    ['cancelledMembershipEnded'],
  ],
  ['a reason', 'activityCancelled', { reason: '暴雨' }, ['activityCancelled', 'reason']],
  ['a new time', 'activityChanged', { startsAtBefore: '2099-11-21T01:00:00Z' }, ['timeChanged']],
  ['a new place', 'activityChanged', { venue: '东门' }, ['placeChanged']],
  [
    'both',
    'activityChanged',
    { startsAtBefore: '2099-11-21T01:00:00Z', venue: '东门' },
    ['timeChanged', 'placeChanged'],
  ],
  ['a place that is not known yet', 'activityChanged', { venueBefore: '东门' }, ['placeUnknown']],
  ['a reminder', 'reminder', { anchor: 'start', state: 'confirmed' }, ['startsAt']],
  ['one with an offer', 'reminder', { anchor: 'start', state: 'held' }, ['startsAt', 'acceptBy']],
  ['an opening', 'reminder', { anchor: 'poolOpens' }, ['poolOpens']],
  ['a close', 'reminder', { anchor: 'signUpCloses' }, ['signUpCloses']],
  ['a picture that the hosts hid', 'albumHidden', { reason: '画面模糊' }, ['albumHidden', 'reason']],
  ['one that was reported', 'albumHidden', {}, ['albumReported']],
  ['a report that was right', 'albumReportDecided', { reason: '涉及孩子' }, ['albumStaysHidden', 'reason']],
  ['one that was not', 'albumReportDecided', {}, ['albumShownAgain']],
  ['money of somebody', 'confirmationAsked', { direction: 'owed' }, ['confirmationAskedOwed']],
  ['money of whom is not told', 'confirmationDue', {}, ['confirmationDue']],
  ['a survey', 'surveyOpened', { keysHash: 'a1b2' }, ['surveyOpened', 'surveyKeys']],
  ['a ranking on notice', 'rankingOnNotice', {}, ['rankingOnNotice']],
  [
    'one that is withdrawn for a reason',
    'rankingWithdrawn',
    { reason: '记录有误' },
    ['rankingWithdrawn', 'reason'],
  ],
  ['a message, whose words are not ours', 'message', { subject: '集合' }, []],
  ['one that is withdrawn', 'message', { withdrawnAt: '2099-11-21T01:00:00Z' }, ['messageWithdrawn']],
])('tells %s', (_what, kind, details, sentences) => {
  const notice = { kind, details: { ...nothing, ...details } } as Notice;
  expect(sentencesOf(notice)).toEqual(sentences);
});
