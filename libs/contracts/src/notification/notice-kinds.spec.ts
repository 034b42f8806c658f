import { expect, it } from '@jest/globals';
import { kindsAbout, noticeKinds, noticeTopics } from './notice-kinds.js';

it('each kind of notice is about one topic', () => {
  expect(noticeTopics.flatMap(kindsAbout).toSorted()).toEqual(noticeKinds.toSorted());
});
