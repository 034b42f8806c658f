import { readFileSync } from 'node:fs';
import { shippedAnalyser } from '../../../../lending/words/analyser.js';
import { join } from 'node:path';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Want } from '../../../../lending/need/want.model.js';
import { firstFree } from '../../../../lending/need/span.model.js';
import type { Offer, SoughtNeed } from '../../match.model.js';
import { toldBy } from '../../need-offers.js';

type Line = Readonly<Record<string, string>>;

/** What is offered: the topic is what it is, by judgement; the matcher does not see it. */
export interface WordedOffer {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  readonly function: ResourceFunction;
  readonly businesses: readonly UnionBusiness[];
  readonly room: number | null;
}

export interface WordedNeed {
  readonly id: string;
  readonly half: 'tuned' | 'held' | 'fourth' | 'fifth';
  readonly title: string;
  readonly need: SoughtNeed;
  /** The topics that would do. */
  readonly topics: readonly string[];
}

export interface WordedQuery {
  readonly of: 'synonym' | 'typo' | 'traditional' | 'sentence';
  readonly query: string;
  readonly topics: readonly string[];
}

export function wordedOffers(): WordedOffer[] {
  return linesOf('offers.tsv').map((line) => ({
    id: line['id'] ?? '',
    topic: line['topic'] ?? '',
    title: line['title'] ?? '',
    text: line['text'] ?? '',
    function: line['function'] as ResourceFunction,
    businesses: listOf(line['businesses']) as UnionBusiness[],
    room: line['room'] ? Number(line['room']) : null,
  }));
}

export function wordedNeeds(): WordedNeed[] {
  return linesOf('needs.tsv').map((line) => ({
    id: line['id'] ?? '',
    half: line['half'] as WordedNeed['half'],
    title: line['title'] ?? '',
    topics: listOf(line['topics']),
    need: needOf(line),
  }));
}

export function wordedQueries(): WordedQuery[] {
  return linesOf('queries.tsv').map((line) => ({
    of: line['of'] as WordedQuery['of'],
    query: line['query'] ?? '',
    topics: listOf(line['topics']),
  }));
}

/** Free at any time, for nothing, for everybody, anywhere: only words, kind and room tell one from another. */
export function asOffer({ id, title, text, room, ...rest }: WordedOffer): Offer {
  return {
    id,
    ownerUnionId: 'owner',
    ownerPersonId: null,
    functions: [rest.function],
    businesses: rest.businesses,
    room,
    pieces: null,
    words: shippedAnalyser.wordTerms(title, text),
    district: null,
    place: null,
    earlier: null,
    terms: {
      kind: 'resource',
      freeIn: (span) => firstFree(span, []),
      isInService: () => true,
      rightAt: () => ({ isAutomatic: true, isFree: true, isForSmall: false, costFen: null }),
    },
  };
}

function needOf(line: Line): SoughtNeed {
  const wanted: Want = {
    function: line['function'] as ResourceFunction,
    business: null,
    capacity: null,
    quantity: null,
    skill: null,
  };
  return {
    seeker: { unionId: 'seeker', path: '1.2.', sizeClass: 'small' } as SoughtNeed['seeker'],
    wants: [wanted],
    told: toldBy({ wants: [wanted], title: line['title'] ?? '', text: line['text'] ?? '' }, shippedAnalyser),
    spans: [{ start: new Date('2026-12-05T01:00:00Z'), end: new Date('2026-12-05T09:00:00Z'), minutes: 180 }],
    audience: 'everyone',
    district: null,
    place: null,
    headcount: Number(line['headcount']),
    budgetFen: null,
    smallMicro: true,
  };
}

function listOf(text = ''): string[] {
  return text === '' ? [] : text.split(',');
}

function linesOf(name: string): Line[] {
  // Works from dist and from src: the tables exist only beside the sources.
  const folder = import.meta.dirname.replace('/dist/', '/src/');
  const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((column, place) => [column, cells[place] ?? '']));
  });
}
