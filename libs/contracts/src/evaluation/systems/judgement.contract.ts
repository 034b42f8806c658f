import { command, query } from '../../core/contract.js';
import { Instant, ListOf, OneOf, Rows, secretPattern, Text, Whole } from '../../core/fields.js';
import { isJudgementCell, judgementCell } from './preview.contract.js';
import {
  JudgementConsistency,
  type JudgementRoundState,
  judgementRoundStates,
} from './judgement-round.contract.js';

export class OpenJudgementsRequest {
  @Text({ max: 43, pattern: secretPattern }) judgeToken: string;
}

/** What a judge says of the indicators below one node. */
export class GivenJudgements {
  @Text({ nullable: true, max: 40, description: 'Null for the indicators at the top' }) parentKey:
    string | null;
  @Rows(judgementCell, isJudgementCell, {
    maxRows: 8,
    maxColumns: 8,
    description: 'The upper triangle, row by row; "5", "1/3" or null for a pair that is left out',
    example: [['1/3', null], ['5']],
  })
  upper: (string | null)[][];
}

export class SaveJudgementsRequest extends OpenJudgementsRequest {
  @ListOf(() => GivenJudgements, {
    min: 1,
    max: 200,
    description: 'Each takes the place of what was said of the same indicators before; the others stay',
  })
  groups: GivenJudgements[];
}

export class ComparedItem {
  @Text({ max: 40 }) key: string;
  @Text({ max: 100 }) name: string;
}

/** One group as a judge is asked about it, and their judgements so far. */
export class JudgementSheetGroup extends JudgementConsistency {
  @Text({ nullable: true, max: 40 }) parentKey: string | null;
  @Text({ nullable: true, max: 100, description: 'What the node above them is called; null at the top' })
  title: string | null;
  @ListOf(() => ComparedItem, { min: 2, max: 9 }) items: ComparedItem[];
  @Rows(judgementCell, isJudgementCell, { maxRows: 8, maxColumns: 8 }) upper: (string | null)[][];
}

/** All that a judge sees: the questions, the deadline, and their own judgements. Nothing of the other judges. */
export class JudgementSheetView {
  @Text() indicatorSystemName: string;
  @Whole({ min: 1 }) indicatorSystemVersion: number;
  @Text({ max: 100 }) roundName: string;
  @Text({ max: 60 }) judgeName: string;
  @OneOf(judgementRoundStates) state: JudgementRoundState;
  @Instant() closesAt: string;
  @Instant({ nullable: true }) savedAt: string | null;
  @ListOf(() => JudgementSheetGroup, { max: 200 }) groups: JudgementSheetGroup[];
}

/** Whoever has the secret address of a judge; nobody is signed in. */
export const judgementContract = {
  open: query('evaluation.judgement.open', OpenJudgementsRequest, JudgementSheetView, {
    http: 'GET judgements/:judgeToken',
    tag: 'indicators',
    summary: 'What a judge is asked, and their judgements so far; for the holder of the address',
    public: true,
  }),
  save: command('evaluation.judgement.save', SaveJudgementsRequest, JudgementSheetView, {
    http: 'PUT judgements/:judgeToken',
    tag: 'indicators',
    summary:
      'Saves a judge’s judgements of some groups, replacing earlier ones of these groups, until the round ends',
    public: true,
    idempotent: false,
    example: { groups: [{ parentKey: null, upper: [['1/3', null], ['5']] }] },
  }),
};
