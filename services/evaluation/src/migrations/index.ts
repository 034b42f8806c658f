import { Baseline1764000000000 } from './1764000000000-baseline.js';
import { FiguresOfAUnion1764500000900 } from './1764500000900-figures-of-a-union.js';
import { Awaits1765100000100 } from './1765100000100-awaits.js';
import { Search1766000000400 } from './1766000000400-search.js';
import { Affairs1766540000000 } from './1766540000000-affairs.js';
import { Votes1766900000000 } from './1766900000000-votes.js';
import { VoteTitles1766910000000 } from './1766910000000-vote-titles.js';
import { MemberStanding1767310000000 } from './1767310000000-member-standing.js';
import { VoteCandidates1767315000000 } from './1767315000000-vote-candidates.js';
import { EfficacySurveysByState1767317000000 } from './1767317000000-efficacy-surveys-by-state.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Baseline1764000000000,
  FiguresOfAUnion1764500000900,
  Awaits1765100000100,
  Search1766000000400,
  Affairs1766540000000,
  Votes1766900000000,
  VoteTitles1766910000000,
  MemberStanding1767310000000,
  VoteCandidates1767315000000,
  EfficacySurveysByState1767317000000,
];
