// node deploy/local/reseal.mjs: seals personal values of the running stack under its present key, when that was changed.
import { runMembershipCommand } from './membership-command.mjs';

await runMembershipCommand('reseal');
