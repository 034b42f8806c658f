import type { components } from '../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { type Candidate, candidatesOf, seatsOf, type Vote } from './vote.model.js';

type CallVote = components['schemas']['CallVote'];

export interface Voter {
  readonly personId: string;
  readonly name: string;
}

/** As it is typed; times are of the wall in Beijing. */
export interface VoteForm {
  readonly unionId?: string;
  readonly title?: string;
  readonly text?: string;
  readonly kind?: Vote['kind'];
  /** In the order of the ballot. */
  readonly candidates?: readonly Candidate[];
  readonly seats?: string;
  readonly roll?: Vote['roll'];
  readonly personIds?: readonly Voter[];
  readonly quorum?: Vote['quorum'];
  readonly majority?: Vote['majority'];
  readonly showTo?: Vote['showTo'];
  readonly opensAt?: string;
  readonly closesAt?: string;
}

const dayMs = 86_400_000;

/** By the rule of most assemblies: two thirds take part, and more than half of all agree. */
const defaults = {
  title: '',
  text: '',
  kind: 'motion',
  roll: 'named',
  quorum: 'twoThirds',
  majority: 'all',
  showTo: 'roll',
  opensAt: '',
  closesAt: '',
} as const satisfies VoteForm;

/** Open now, for a day. */
export function emptyVote(now: Date): VoteForm {
  return {
    ...defaults,
    seats: '1',
    candidates: [],
    personIds: [],
    opensAt: localTimeOf(now.toISOString()),
    closesAt: localTimeOf(new Date(now.getTime() + dayMs).toISOString()),
  };
}

/** What is sent; null where a field says already what is missing. */
export function voteOf(form: VoteForm): CallVote | null {
  const { unionId, title, text, kind, roll, quorum, majority, showTo, opensAt, closesAt } = {
    ...defaults,
    ...form,
  };
  const choosing = kind === 'election' ? electionOf(form) : {};
  if (!unionId || choosing === null) return null;
  const personIds = (form.personIds ?? []).map(({ personId }) => personId);
  return {
    unionId,
    title: title.trim(),
    text,
    kind,
    ...choosing,
    roll,
    ...(roll === 'named' ? { personIds } : {}),
    quorum,
    majority,
    showTo,
    opensAt: instantOf(opensAt),
    closesAt: instantOf(closesAt),
  };
}

function electionOf(form: VoteForm): Pick<CallVote, 'candidates' | 'seats'> | null {
  const candidates = candidatesOf(form.candidates ?? []);
  const seats = seatsOf(form.seats, candidates?.length ?? 0);
  return candidates === null || seats === null ? null : { candidates, seats };
}
