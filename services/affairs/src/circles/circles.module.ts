import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { CircleMerges } from './circle/circle-merges.js';
import { CirclePeopleService } from './circle/circle-people.service.js';
import { CirclePresenter } from './circle/circle-presenter.js';
import { CircleRepository } from './circle/circle.repository.js';
import { CircleSeal } from './circle/circle-seal.js';
import { CircleService } from './circle/circle.service.js';
import { CircleWaits } from './circle/circle-waits.js';
import { CirclePostPresenter } from './post/post-presenter.js';
import { CirclePostRepository } from './post/post.repository.js';
import { CirclePostService } from './post/post.service.js';

@Module({
  imports: [ReferenceModule],
  providers: [
    CircleRepository,
    CircleSeal,
    CircleWaits,
    CircleMerges,
    CirclePresenter,
    CircleService,
    CirclePeopleService,
    CirclePostRepository,
    CirclePostPresenter,
    CirclePostService,
  ],
  exports: [CircleWaits, CircleMerges],
})
export class CirclesModule {}
