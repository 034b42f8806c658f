import type { components } from '../../../api/schema.js';

export type JudgementRound = components['schemas']['JudgementRoundView'];
export type Judge = components['schemas']['JudgeView'];
export type InvitedJudge = components['schemas']['InvitedJudgeView'];
export type RoundResult = components['schemas']['JudgementRoundResultView'];
