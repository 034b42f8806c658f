// node deploy/local/reset-password.mjs [phone or login]: prints a code by which that account gets another password.
import { runMembershipCommand } from './membership-command.mjs';

await runMembershipCommand('reset-password', process.argv.slice(2));
