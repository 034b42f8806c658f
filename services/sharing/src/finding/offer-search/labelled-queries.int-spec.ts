import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offerContract } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { hall, type Lending, startLending } from '../../lending/loan/lending.fixture.js';
import {
  type WordedQuery,
  wordedOffers,
  wordedQueries,
} from '../match/labelled/words/labelled-words.fixture.js';

let lending: Lending;
const topicOf = new Map(wordedOffers().map(({ title, topic }) => [title, topic]));

beforeAll(async () => {
  lending = await startLending();
  for (const { title, text, function: wanted, businesses, room } of wordedOffers())
    await hall(lending, {
      title,
      description: text,
      function: wanted,
      businesses: [...businesses],
      capacity: room,
    });
});
afterAll(() => lending.sharing.stop());

async function topThree(query: string): Promise<string[]> {
  const { items } = await lending.sharing.ask(offerContract.list, { q: query, limit: 3 }, lending.member);
  return items.map(({ title }) => title);
}

/** Queries that show nothing that would do among the first three. */
async function missed(of: WordedQuery['of']): Promise<string[]> {
  const lost: string[] = [];
  for (const { query, topics } of wordedQueries().filter((one) => one.of === of)) {
    const titles = await topThree(query);
    if (!titles.some((title) => topics.includes(topicOf.get(title) ?? '')))
      lost.push(`${query}: ${titles.join(', ')}`);
  }
  return lost;
}

describe('a search in words of one’s own', () => {
  it.each([
    ['synonym', 0.9],
    ['typo', 0.75],
    ['traditional', 1],
    ['sentence', 0.8],
  ] as const)('finds among the first three: %s, at least %d of them', async (of, least) => {
    const all = wordedQueries().filter((one) => one.of === of);
    const lost = await missed(of);
    // The names of what was not found are shown where this fails.
    expect({ lost, share: 1 - lost.length / all.length >= least }).toEqual({ lost, share: true });
  });
});
