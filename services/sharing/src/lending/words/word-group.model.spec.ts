import { describe, expect, it } from '@jest/globals';
import { Analyser } from './analyser.js';
import { readGroup } from './read-group.js';
import { shippedMeanings } from './thesaurus.model.js';
import {
  concernedBy,
  originOf,
  removedFrom,
  thesaurusWith,
  undoneBy,
  type WordGroupChange,
} from './word-group.model.js';

const shuttle: WordGroupChange = {
  step: 'set',
  word: '摆渡车',
  same: ['穿梭车'],
  hints: ['园区接驳'],
  wider: '车辆',
  kind: 'vehicle',
};
const removed = (word: string): WordGroupChange => removedFrom(shippedMeanings, word);

describe('the words of a network', () => {
  it('are those that are shipped, with what the federation has added, and each knows how to read', () => {
    const analyser = new Analyser(thesaurusWith([shuttle]));
    expect(analyser.wordTerms('职工穿梭车').has('#摆渡车')).toBe(true);
    expect(analyser.wordTerms('职工穿梭车').has('#^车辆')).toBe(true);
    expect(analyser.wantedIn('园区接驳').words[0]).toMatchObject({ word: '摆渡车', isHint: true });
    expect(analyser.wantedIn('大巴').words[0]?.word).toBe('大巴');
  });

  it('are fewer once a group is removed; what it covered is covered by what is above it', () => {
    const now = thesaurusWith([removed('会场')]);
    expect(now.has('会场')).toBe(false);
    expect(now.get('礼堂')?.wider).toBe('场地');
  });

  it('are as shipped again where a change was undone', () => {
    expect([...thesaurusWith([{ ...shuttle, word: '大巴', step: 'asShipped' }])]).toEqual([
      ...shippedMeanings,
    ]);
  });
});

describe('a group', () => {
  it('is kept as it is compared, each word once', () => {
    const written = { ...shuttle, word: ' 擺渡車', same: ['摆渡车', '穿梭车', '穿梭車'], hints: ['穿梭车'] };
    expect(readGroup(written, shippedMeanings)).toEqual({
      word: '摆渡车',
      same: ['穿梭车'],
      hints: [],
      wider: '车辆',
      kind: 'vehicle',
    });
  });

  it.each([
    [{ word: '车' }, 'WORD_UNREADABLE', '/word'],
    [{ same: ['穿梭 车'] }, 'WORD_UNREADABLE', '/same/0'],
    [{ hints: ['接驳', '，！'] }, 'WORD_UNREADABLE', '/hints/1'],
    [{ word: '客车' }, 'WORD_GROUP_TAKEN', '/word'],
    [{ same: ['穿梭车', '客车'] }, 'WORD_GROUP_TAKEN', '/same/1'],
    [{ wider: '飞船' }, 'WORD_GROUP_WIDER_UNKNOWN', '/wider'],
    [{ wider: '摆渡车' }, 'WORD_GROUP_CIRCLE', '/wider'],
    [{ word: '车辆', same: [], wider: '大巴' }, 'WORD_GROUP_CIRCLE', '/wider'],
  ])('with %j is refused: %s at %s', (changes, code, pointer) => {
    expect(() => readGroup({ ...shuttle, ...changes }, shippedMeanings)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it.each([
    ['大巴', [], 'shipped'],
    ['大巴', [{ ...shuttle, word: '大巴' }], 'changed'],
    ['大巴', [removed('大巴')], 'removed'],
    ['摆渡车', [shuttle], 'added'],
    ['摆渡车', [], 'absent'],
  ] as const)('%s after %j is %s', (word, changes, origin) => {
    expect(originOf(word, thesaurusWith(changes), changes[0])).toBe(origin);
  });

  it('is undone to what it was before, or to what was shipped; what was never changed is not', () => {
    const later = { ...shuttle, same: [] };
    expect(undoneBy('摆渡车', later, shuttle)).toBe(shuttle);
    expect(undoneBy('摆渡车', shuttle, undefined).step).toBe('asShipped');
    expect(() => undoneBy('大巴', undefined, undefined)).toThrow(
      expect.objectContaining({ code: 'WORD_GROUP_AS_SHIPPED' }),
    );
    expect(() => removedFrom(shippedMeanings, '摆渡车')).toThrow(
      expect.objectContaining({ code: 'WORD_GROUP_ABSENT' }),
    );
  });

  it('concerns what says its words, before or after', () => {
    const after = { ...shuttle, same: ['通勤巴'] };
    expect(concernedBy('摆渡车', shuttle, after).words).toEqual(['摆渡车', '穿梭车', '园区接驳', '通勤巴']);
  });
});

it('no word names two groups as shipped', () => {
  const names = [...shippedMeanings.values()].flatMap(({ word, same }) => [word, ...new Set(same)]);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
