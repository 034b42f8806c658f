import { readFileSync } from 'node:fs';
import { shippedAnalyser } from '../../../lending/words/analyser.js';
import { join } from 'node:path';
import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { NeedAudience } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Coordinates, Period } from '@gongxiang/domain';
import { firstFree } from '../../../lending/need/span.model.js';
import type { Allowed, Offer, SoughtNeed } from '../match.model.js';
import { toldBy } from '../need-offers.js';

type Line = Readonly<Record<string, string>>;

export interface LabelledNeed {
  readonly id: string;
  readonly need: SoughtNeed;
  /** The ids of suitable offers, by judgement. */
  readonly relevant: ReadonlySet<string>;
}

/**
 * The offers and needs beside this file as the matcher sees them, with the topics and judgements that it does not
 * see.
 */
export function labelledSet(): { readonly offers: Offer[]; readonly needs: LabelledNeed[] } {
  return { offers: linesOf('offers.tsv').map(offerOf), needs: linesOf('needs.tsv').map(needOf) };
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

function offerOf(line: Line): Offer {
  return {
    id: line['id'] ?? '',
    ownerUnionId: 'owner',
    ownerPersonId: null,
    functions: [line['function'] as ResourceFunction],
    businesses: listOf(line['businesses']) as UnionBusiness[],
    room: numberOf(line['room']),
    pieces: numberOf(line['pieces']),
    words: shippedAnalyser.wordTerms(line['title'] ?? '', line['text']),
    district: line['district'] || null,
    place: placeOf(line['place']),
    earlier: null,
    terms: termsOf(line),
  };
}

function termsOf(line: Line): Offer['terms'] {
  const [held] = periodsOf(line['held']);
  const activityKind = line['activityKind'] as ActivityKind;
  switch (line['kind']) {
    case 'activity': {
      const seats = [{ unionPath: null, sizeClasses: [], free: Number(line['seats']) }];
      const period = held ?? { start: new Date(0), end: new Date(0) };
      return { kind: 'activity', period, activityKind, seats, rules: null, rulePaths: [] };
    }
    case 'brand':
      return {
        kind: 'brand',
        minutes: Number(line['minutes']),
        activityKind,
        isOpen: line['right'] === 'open',
      };
    case 'need':
      return { kind: 'need', smallMicro: false, spans: held ? [{ ...held, minutes: 180 }] : [] };
    default:
      return {
        kind: 'resource',
        freeIn: (span) => firstFree(span, periodsOf(line['taken'])),
        isInService: () => true,
        rightAt: () => allowedBy(line['right']),
      };
  }
}

/** `automatic|approval`, then `free`, `share` or an amount in fen, then `small` if it is only for small ones. */
function allowedBy(right = ''): Allowed | null {
  const [approval, price, size] = right.split(' ');
  if (approval === 'none' || price === undefined) return null;
  return {
    isAutomatic: approval === 'automatic',
    isFree: price === 'free',
    isForSmall: size === 'small',
    costFen: /^\d+$/.test(price) ? BigInt(price) : null,
  };
}

function needOf(line: Line): LabelledNeed {
  const minutes = Number(line['minutes']);
  const want = {
    function: line['function'] as ResourceFunction,
    business: (line['business'] || null) as UnionBusiness | null,
    capacity: numberOf(line['capacity']),
    quantity: numberOf(line['quantity']),
    skill: line['skill'] || null,
  };
  return {
    id: line['id'] ?? '',
    relevant: new Set(listOf(line['relevant'])),
    need: {
      seeker: { unionId: 'seeker', path: '1.2.', sizeClass: 'small' } as SoughtNeed['seeker'],
      wants: [want],
      told: toldBy({ wants: [want], title: line['title'] ?? '', text: line['text'] ?? '' }, shippedAnalyser),
      spans: (line['days'] ?? '')
        .split(' ')
        .map((day) => ({ ...periodOf(`${day}T09`, `${day}T17`), minutes })),
      audience: line['audience'] as NeedAudience,
      district: line['district'] || null,
      place: placeOf(line['place']),
      headcount: Number(line['headcount']),
      budgetFen: line['budgetFen'] ? BigInt(line['budgetFen']) : null,
      smallMicro: true,
    },
  };
}

function listOf(text = ''): string[] {
  return text === '' ? [] : text.split(',');
}

function numberOf(text = ''): number | null {
  return text === '' ? null : Number(text);
}

function placeOf(text = ''): Coordinates | null {
  const [latitude, longitude] = listOf(text).map(Number);
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude };
}

function periodsOf(text = ''): Period[] {
  return (text === '' ? [] : text.split(';')).map((one) => {
    const [from = '', to = ''] = one.split('/');
    return periodOf(from, to);
  });
}

/** `12-05T09` is nine o'clock in the morning of the fifth of December 2026 in China. */
function periodOf(from: string, to: string): Period {
  const instant = (text: string): Date => {
    const [day, hour] = text.split('T');
    return new Date(Date.parse(`2026-${day}T00:00:00+08:00`) + Number(hour) * 3_600_000);
  };
  return { start: instant(from), end: instant(to) };
}
