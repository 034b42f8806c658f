import { Injectable } from '@nestjs/common';
import { MatchKeyRepository } from './match-key.repository.js';
import { MatchRepository } from '../../lending/need/match.repository.js';
import { NeedRepository } from '../../lending/need/need.repository.js';

/** The stores that matching reads and writes. */
@Injectable()
export class MatchingStores {
  constructor(
    readonly needs: NeedRepository,
    readonly matches: MatchRepository,
    readonly keys: MatchKeyRepository,
  ) {}
}
