import { Module } from '@nestjs/common';
import { CryptoModule } from '../../persons/crypto/crypto.module.js';
import { ClubMemberPresenter } from './club-member.presenter.js';
import { ClubMemberRepository } from './club-member.repository.js';

/** On its own, as a club tells the caller whether he is in it, and its members need the club. */
@Module({
  imports: [CryptoModule],
  providers: [ClubMemberRepository, ClubMemberPresenter],
  exports: [ClubMemberRepository, ClubMemberPresenter],
})
export class ClubMemberRepositoryModule {}
