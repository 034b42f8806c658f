import type { ServiceTopicDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';

/** What was learnt from matters whose topic somebody has confirmed. */
export interface TopicCounts {
  /** Matters by topic. */
  readonly matters: ReadonlyMap<string, number>;
  /** Of a word, the matters that had it, by topic. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface TopicProposal {
  readonly topic: string;
  /** What weighed most, at most three: they stand in the matter. */
  readonly words: readonly string[];
}

/** A word counts once it was in so many matters: fewer would let a single matter decide, and be guessed from what it decides. */
export const wordMattersMin = 5;
/** Different words of one matter that are looked at. */
export const wordsOfMatterMax = 400;
/** A topic's own word weighs as if it had been in so many matters of the topic. */
const ownWordMatters = wordMattersMin;
const smoothing = 0.5;
const reasonWordsMax = 3;
/** How much likelier than the next one a topic has to be, and than it was without a word, as natural logarithms: four times. */
const marginMin = Math.log(4);
const evidenceMin = Math.log(4);

type Topics = readonly Pick<ServiceTopicDto, 'id' | 'words'>[];

/**
 * The words of a text: those that topics name, whole; of the Chinese that is left pairs of characters, as nothing says where
 * a word ends; and Latin words. Numbers say nothing of a topic.
 */
export function wordsOf(text: string, topics: Topics): string[] {
  let rest = text.normalize('NFKC').toLowerCase();
  const found = new Set<string>();
  for (const word of ownWordsOf(topics)) {
    if (!rest.includes(word)) continue;
    found.add(word);
    rest = rest.replaceAll(word, ' ');
  }
  for (const [run] of rest.matchAll(/\p{Script=Han}+|\p{Script=Latin}{2,}/gu))
    for (const word of isHan(run) ? pairsOf(run) : [run]) found.add(word);
  return [...found].slice(0, wordsOfMatterMax);
}

/**
 * The topic that fits a text best, by naive Bayes with Laplace smoothing; null where it is unsure: two topics fit alike, or
 * next to nothing speaks for one.
 * @param counts of the words of this text; those of too few matters are left aside
 */
export function proposeTopic(text: string, topics: Topics, counts: TopicCounts): TopicProposal | null {
  const words = wordsOf(text, topics).filter((word) => isKnown(word, topics, counts));
  const scored = topics
    .map((topic) => ({ topic, score: scoreOf(words, topic, counts) }))
    .sort((left, right) => right.score - left.score);
  const [best, next] = scored;
  if (best === undefined || next === undefined || best.score - next.score < marginMin) return null;
  const others = topics.filter(({ id }) => id !== best.topic.id);
  const weights = words
    .map((word) => ({
      word,
      isOwn: isOwn(word, best.topic),
      weight: weightOf(word, best.topic, { others, counts }),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => Number(right.isOwn) - Number(left.isOwn) || right.weight - left.weight);
  if (weights.reduce((sum, { weight }) => sum + weight, 0) < evidenceMin) return null;
  return { topic: best.topic.id, words: weights.slice(0, reasonWordsMax).map(({ word }) => word) };
}

/** The longest first: 加班费 is not 加班. */
function ownWordsOf(topics: Topics): string[] {
  return [...new Set(topics.flatMap(({ words = [] }) => words ?? []).map(plainOf))].sort(
    (left, right) => right.length - left.length,
  );
}

function plainOf(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

function isOwn(word: string, { words }: Topics[number]): boolean {
  return (words ?? []).some((one) => plainOf(one) === word);
}

function isKnown(word: string, topics: Topics, { words }: TopicCounts): boolean {
  const matters = [...(words.get(word)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return matters >= wordMattersMin || topics.some((topic) => isOwn(word, topic));
}

/** The logarithm of how likely a topic is with these words, up to what is the same for all. */
function scoreOf(words: readonly string[], topic: Topics[number], counts: TopicCounts): number {
  const prior = Math.log((counts.matters.get(topic.id) ?? 0) + ownWordMatters);
  return words.reduce((sum, word) => sum + Math.log(likelihood(word, topic, counts)), prior);
}

/** How likely a matter of a topic has a word. */
function likelihood(word: string, topic: Topics[number], { matters, words }: TopicCounts): number {
  const learnt = words.get(word)?.get(topic.id) ?? 0;
  const own = isOwn(word, topic) ? ownWordMatters : 0;
  return (learnt + own + smoothing) / ((matters.get(topic.id) ?? 0) + ownWordMatters + 2 * smoothing);
}

/** By how much a word speaks for a topic, against the others as they are on average. */
function weightOf(
  word: string,
  topic: Topics[number],
  { others, counts }: { readonly others: Topics; readonly counts: TopicCounts },
): number {
  const mean = others.reduce((sum, other) => sum + likelihood(word, other, counts), 0) / others.length;
  return Math.log(likelihood(word, topic, counts) / mean);
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}
