import { candidatesMax } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query, traceless, versioned } from '../../core/contract.js';
import {
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import { base64Of } from '../../words/examples.js';
import {
  type BallotMajority,
  ballotMajorities,
  type BallotQuorum,
  ballotQuorums,
} from '../../affairs/matters/service-step.js';
import { base64Pattern, ResponseReceived, TokenSignature } from '../surveys/survey.contract.js';

/** `motion`: yes, no or abstain. `election`: up to as many candidates as there are seats. */
export const voteKinds = ['motion', 'election'] as const;
export type VoteKind = (typeof voteKinds)[number];

/** Who may vote: people who are named, such as deputies, or all active full members of the union and those below it. */
export const voteRolls = ['named', 'all'] as const;
export type VoteRoll = (typeof voteRolls)[number];

/** Who may read the result beside officers: those who could vote, or all members of the union and those below it. */
export const voteAudiences = ['roll', 'members'] as const;
export type VoteAudience = (typeof voteAudiences)[number];

/** `closing`: ended, and being counted. `void`: nobody can open its ballots any more. */
export const voteStates = ['scheduled', 'open', 'closing', 'closed', 'withdrawn', 'void'] as const;
export type VoteState = (typeof voteStates)[number];

/** An officer has called it off; or at its opening too few were left who may vote, or a candidate could stand no more. */
export const voteWithdrawals = ['officer', 'rollSmall', 'candidateGone'] as const;
export type VoteWithdrawal = (typeof voteWithdrawals)[number];

export const namedVotersMax = 2_000;
export const votersMax = 100_000;
export const voteTitleMax = 100;
export const voteTextMax = 4_000;

/** With the union, where two share a name. */
export const candidateNameMax = 120;

/** Somebody who stands in an election. */
export class VoteCandidate {
  @Uuid({ description: 'A full member of the union or of one below it; a retained one does not stand' })
  personId: string;
  @Text({
    max: candidateNameMax,
    example: '张敏',
    description: 'As it stands on the ballot, each another one',
  })
  name: string;
}

export class CallVote {
  @Uuid() unionId: string;
  @Text({ max: voteTitleMax, example: '集体合同草案' }) title: string;
  @Text({
    max: voteTextMax,
    description: 'What is decided. Markdown; HTML in it is shown as it is written',
  })
  text: string;
  @OneOf(voteKinds) kind: VoteKind;
  @ListOf(() => VoteCandidate, {
    optional: true,
    max: candidatesMax,
    description: 'Of an election: two or more',
  })
  candidates?: VoteCandidate[] | null;
  @Whole({ optional: true, min: 1, max: candidatesMax, description: 'Of an election: how many are chosen' })
  seats?: number | null;
  @OneOf(voteRolls) roll: VoteRoll;
  @UuidList({
    optional: true,
    max: namedVotersMax,
    description: 'Of `named`: active members; not retained ones, who have no vote',
  })
  personIds?: string[] | null;
  @OneOf(ballotQuorums, {
    description: 'Has to take part of those who may vote: more than half, or at least two thirds',
  })
  quorum: BallotQuorum;
  @OneOf(ballotMajorities, {
    description:
      'More than half of those who voted, more than half of all who may vote, or half of all and more',
  })
  majority: BallotMajority;
  @OneOf(voteAudiences) showTo: VoteAudience;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
}

export class VoteId {
  @Uuid() voteId: string;
}

export class ListVotes extends PageRequest {
  @OneOf(voteStates, { optional: true }) state?: VoteState;
}

export class VoteChoice {
  @Text({ description: '`yes`, `no`, `abstain`, or the key of a candidate' }) key: string;
  @Text({ nullable: true, description: 'Of a candidate' }) name: string | null;
}

export class VoteChoiceCount {
  @Text() key: string;
  @Whole() count: number;
}

/** What a closed vote has found; it never changes. */
export class VoteResultView {
  @Whole({ description: 'All who could vote' }) entitled: number;
  @Whole({ description: 'Ballots that were counted' }) voted: number;
  @ListOf(() => VoteChoiceCount, {
    nullable: true,
    max: candidatesMax,
    description:
      'By choice. Null where fewer than five voted: then nothing is counted, and nothing is carried',
  })
  counts: VoteChoiceCount[] | null;
  @Flag({ description: 'Enough took part' }) quorate: boolean;
  @Flag({ description: 'A motion is carried; an election has filled its seats' }) carried: boolean;
  @TextList({ max: candidatesMax, description: 'Of an election: the keys of those who are elected' })
  elected: string[];
}

export class VoteView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text() title: string;
  @Text({ max: voteTextMax, description: 'Markdown' }) text: string;
  @OneOf(voteKinds) kind: VoteKind;
  @ListOf(() => VoteChoice, { max: candidatesMax, description: 'What can be chosen, in this order' })
  choices: VoteChoice[];
  @Whole({ nullable: true }) seats: number | null;
  @OneOf(voteRolls) roll: VoteRoll;
  @OneOf(ballotQuorums) quorum: BallotQuorum;
  @OneOf(ballotMajorities) majority: BallotMajority;
  @OneOf(voteAudiences) showTo: VoteAudience;
  @OneOf(voteStates) state: VoteState;
  @OneOf(voteWithdrawals, { nullable: true }) withdrawal: VoteWithdrawal | null;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Instant({ nullable: true }) closedAt: string | null;
  @Whole({ nullable: true, description: 'Who may vote; null until the roll is fixed at the opening' })
  entitled: number | null;
  @Flag({ description: 'The caller is on the roll' }) onRoll: boolean;
  @Flag({ description: 'The caller may withdraw it now' }) withdrawable: boolean;
  @Text({ description: 'RFC 9474 variant by which tokens are blinded' }) tokenVariant: string;
  @Json({ nullable: true, description: 'JWK, RSA-PSS with SHA-384; null until it opens' })
  publicKey: Record<string, unknown> | null;
  @Text({
    nullable: true,
    description: 'X25519, base64url: ballots are kept sealed to it; null until it opens',
  })
  sealingKey: string | null;
  @Nested(() => VoteResultView, { nullable: true, description: 'Null until it is closed, for everybody' })
  result: VoteResultView | null;
}

/** The same for everybody, without a sign-in: whoever is given other keys than these is being marked. */
export class VoteKeysView {
  @Uuid() voteId: string;
  @Text({
    nullable: true,
    example: 'a'.repeat(64),
    description: 'SHA-256, in hex, of `n.e.sealingKey`, as of surveys; null until it opens',
  })
  keysHash: string | null;
}

export class MyVoteView {
  @Uuid() id: string;
  @Text() title: string;
  @Text() unionName: string;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Flag({ description: 'A token was issued. Whether it was used, nobody knows.' }) tokenIssued: boolean;
}

export class ListMyVotes extends PageRequest {}

export class TakeVoteToken {
  @Uuid() voteId: string;
  @Text({ max: 400, pattern: base64Pattern, description: '256 bytes, base64' }) blindedToken: string;
}

export class CastBallot {
  @Uuid() voteId: string;
  @Text({ max: 60, pattern: base64Pattern, description: 'The 32 random bytes, base64' }) token: string;
  @Text({ max: 400, pattern: base64Pattern, description: 'The finalised signature, 256 bytes, base64' })
  signature: string;
  @Text({
    max: 60,
    pattern: base64Pattern,
    description:
      '32 random bytes, base64, of this ballot alone: with the same it is the same ballot, sent again',
  })
  receipt: string;
  @TextList({
    max: candidatesMax,
    length: 40,
    description: 'Of a motion one; of an election up to its seats, and none is a blank ballot',
  })
  choices: string[];
}

const shown = query('evaluation.vote.get', VoteId, VoteView, {
  http: 'GET votes/:voteId',
  tag: 'votes',
  summary: 'One secret vote; its result once it is closed',
});

/** Secret votes of assemblies. */
export const voteContract = {
  call: command('evaluation.vote.call', CallVote, VoteView, {
    http: 'POST votes',
    tag: 'votes',
    summary: 'Calls a secret vote of named people or of all members of a union',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      title: '集体合同草案',
      text: '是否通过集体合同草案（第二稿）？',
      kind: 'motion',
      roll: 'all',
      quorum: 'twoThirds',
      majority: 'all',
      showTo: 'members',
      opensAt: '2026-11-29T09:00:00+08:00',
      closesAt: '2026-11-30T18:00:00+08:00',
    },
  }),
  get: shown,
  list: query('evaluation.vote.list', ListVotes, pageOf(VoteView), {
    http: 'GET votes',
    tag: 'votes',
    summary: 'Secret votes that the caller may see, newest first',
  }),
  listMine: query('evaluation.vote.listMine', ListMyVotes, pageOf(MyVoteView), {
    http: 'GET me/votes',
    tag: 'votes',
    summary: 'Open votes on whose roll the caller is',
  }),
  keys: query('evaluation.vote.keys', VoteId, VoteKeysView, {
    http: 'GET public/votes/:voteId/keys',
    tag: 'public',
    summary: 'Says to anyone by which keys a vote signs tokens and seals ballots: the same to all',
    public: true,
  }),
  withdraw: versioned(
    command('evaluation.vote.withdraw', VoteId, VoteView, {
      http: 'POST votes/:voteId/withdraw',
      tag: 'votes',
      summary: 'Calls off a vote that is not open yet',
      status: 200,
    }),
    shown,
  ),
  takeToken: command('evaluation.vote.takeToken', TakeVoteToken, TokenSignature, {
    http: 'POST votes/:voteId/tokens',
    tag: 'votes',
    summary: 'Signs one blinded token of somebody on the roll',
    example: { blindedToken: base64Of(256) },
  }),
};

/** Nothing of this call may be written down anywhere: no sign-in, no key, no audit, no log line, no trace. */
export const ballotContract = {
  cast: traceless(
    command('evaluation.ballot.cast', CastBallot, ResponseReceived, {
      http: 'POST votes/:voteId/ballots',
      tag: 'votes',
      summary: 'Takes a ballot from whoever holds a signed token; send it without signing in',
      public: true,
      idempotent: false,
      example: {
        token: base64Of(32),
        signature: base64Of(256),
        receipt: base64Of(32),
        choices: ['yes'],
      },
    }),
  ),
};
