import type { components } from '../../../api/schema.js';

export type Review = components['schemas']['BulletinReviewView'];
export type ReviewLine = components['schemas']['BulletinReviewLine'];
export type ReviewAct = Review['acts'][number]['act'];
export type ReportGround = Review['grounds'][number];

export const reportGrounds = [
  'untrue',
  'unlawful',
  'privacy',
  'offensive',
  'advertising',
  'other',
] as const satisfies readonly ReportGround[];

export const wordsMax = 500;
export const appealMax = 2_000;

/** Which of two commands an act is, and what it says beside its words. */
export const decisions = ['dismiss', 'askCorrection', 'hide'] as const satisfies readonly ReviewAct[];
