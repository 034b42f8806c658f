import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { proposeTopic, type TopicCounts, wordMattersMin, wordsOf } from './triage.model.js';

interface Labelled {
  readonly topics: readonly { readonly id: string; readonly label: string; readonly words: string[] }[];
  readonly texts: readonly { readonly text: string; readonly topics: readonly string[] }[];
}

const { topics, texts } = JSON.parse(
  readFileSync(new URL('labelled-texts.json', import.meta.url), 'utf8'),
) as Labelled;
const nothing: TopicCounts = { matters: new Map(), words: new Map() };

function countsOf(learnt: Labelled['texts']): TopicCounts {
  const matters = new Map<string, number>();
  const words = new Map<string, Map<string, number>>();
  for (const { text, topics: labels } of learnt) {
    const [topic = ''] = labels;
    matters.set(topic, (matters.get(topic) ?? 0) + 1);
    for (const word of wordsOf(text, topics)) {
      const byTopic = words.get(word) ?? new Map<string, number>();
      words.set(word, byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1));
    }
  }
  return { matters, words };
}

/** Of the texts that nothing was learnt from: how many it proposes a topic for, and how many of these are wrong. */
function measure(counts: TopicCounts, asked: Labelled['texts']) {
  const proposals = asked.map((one) => ({ ...one, proposed: proposeTopic(one.text, topics, counts) }));
  const made = proposals.flatMap((one) =>
    one.proposed === null ? [] : [{ ...one, topic: one.proposed.topic }],
  );
  const wrong = made.filter((one) => !one.topics.includes(one.topic));
  return {
    asked: asked.length,
    proposed: made.length / asked.length,
    right: (made.length - wrong.length) / made.length,
    wrong: wrong.length / asked.length,
    wrongTexts: wrong.map(({ text, topic }) => `${text} ${topic}`),
  };
}

describe('the words of a matter', () => {
  it.each([
    ['加班费没给', ['加班费', '没给']],
    ['工资，12 月的', ['工资', '月的']],
    ['用 WiFi 很慢', ['wifi', '很慢']],
    ['！？…', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text, topics)).toEqual(words);
  });
});

describe('a topic', () => {
  it('is proposed for its own words before anything is learnt, which are the reason', () => {
    expect(proposeTopic('食堂的饭菜太咸', topics, nothing)).toEqual({
      topic: 'living',
      words: ['食堂', '饭菜'],
    });
  });

  it.each([
    ['says nothing', '您好，想反映一个问题'],
    ['has two topics', '合同没签，社保也没有'],
  ])('is not proposed where the text %s', (_what, text) => {
    expect(proposeTopic(text, topics, nothing)).toBeNull();
  });

  it('is learnt from words only once they were in five matters', () => {
    const learnt = (count: number): TopicCounts =>
      countsOf(Array.from({ length: count }, () => ({ text: '滤芯', topics: ['living'] })));
    expect(proposeTopic('滤芯', topics, learnt(wordMattersMin - 1))).toBeNull();
    expect(proposeTopic('滤芯', topics, learnt(wordMattersMin))).toEqual({
      topic: 'living',
      words: ['滤芯'],
    });
  });
});

describe('labelled texts, of which every second one is learnt from', () => {
  const learnt = texts.filter((_text, index) => index % 2 === 0);
  const asked = texts.filter((_text, index) => index % 2 === 1);

  it('are of two matters in at least twenty cases', () => {
    expect(texts.length).toBeGreaterThanOrEqual(200);
    expect(texts.filter((one) => one.topics.length === 2).length).toBeGreaterThanOrEqual(20);
  });

  it('get a topic that is right, or none', () => {
    const before = measure(nothing, asked);
    const after = measure(countsOf(learnt), asked);
    process.stdout.write(`triage of ${asked.length} texts: ${JSON.stringify({ before, after })}\n`);
    expect(after.right).toBeGreaterThanOrEqual(0.9);
    expect(after.proposed).toBeGreaterThanOrEqual(0.5);
    expect(after.wrong).toBeLessThanOrEqual(0.05);
  });
});
