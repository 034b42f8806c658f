import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { adoptionAwaitsDue } from './adoption-awaits.due.js';
import { AdoptionRequestRepository } from './adoption-request.repository.js';
import { awaitsOfAdoption } from './brand.model.js';
import { BrandRepository } from './brand.repository.js';

/** Says whom requests for a brand wait for: its founder. */
@Injectable()
export class AdoptionAwaits {
  constructor(
    private readonly brands: BrandRepository,
    private readonly requests: AdoptionRequestRepository,
  ) {}

  @OnDue(adoptionAwaitsDue)
  async sync(tx: Transaction, brandId: string): Promise<void> {
    const brand = await this.brands.findById(tx, brandId);
    if (brand === null) return;
    const requests = await this.requests.ofBrand(tx, brandId);
    await syncAwaits(
      tx,
      'sharing',
      'adoptionRequest',
      requests.map((row) => ({ id: row.id, awaits: awaitsOfAdoption(brand, row, actions.manageBrand) })),
    );
  }
}
