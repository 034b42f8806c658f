import { createInterface } from 'node:readline/promises';
import { moneyText } from '@gongxiang/domain';

export interface Figure {
  readonly name: string;
  readonly value: string | number | boolean;
}

export interface Proof {
  readonly claim: string;
  readonly holds: boolean;
}

export interface StepRecord {
  readonly title: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
  readonly proofs: readonly Proof[];
}

export interface ReportOptions {
  /** Print one JSON document at the end instead of lines as they come. */
  readonly json: boolean;
  /** Wait for the Enter key after each step. */
  readonly step: boolean;
}

/** Tells what the demo does, figure by figure, and keeps whether every proof holds. */
export class Report {
  readonly steps: StepRecord[] = [];
  private figures: Figure[] = [];
  private proofs: Proof[] = [];

  constructor(private readonly options: ReportOptions) {}

  async step(title: string, work: () => Promise<void>): Promise<void> {
    this.figures = [];
    this.proofs = [];
    const startedAt = performance.now();
    this.print(`\n▸ ${this.steps.length + 1}. ${title}`);
    await work();
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    this.steps.push({ title, seconds, figures: this.figures, proofs: this.proofs });
    if (this.options.step) await this.pause();
  }

  figure(name: string, value: Figure['value']): void {
    this.figures.push({ name, value });
    this.print(`    ${name}: ${value}`);
  }

  yuan(name: string, fen: bigint): void {
    this.figure(name, moneyText(fen));
  }

  /** A claim that the figures bear out. One that does not hold makes the whole run fail, at its end. */
  prove(claim: string, holds: boolean): void {
    this.proofs.push({ claim, holds });
    this.print(`    ${holds ? '✔' : '✘'} ${claim}`);
  }

  /** @returns whether every proof held */
  finish(where: Readonly<Record<string, string>>): boolean {
    const proofs = this.steps.flatMap((one) => one.proofs);
    const failed = proofs.filter((proof) => !proof.holds);
    const seconds = this.steps.reduce((sum, one) => sum + one.seconds, 0);
    if (this.options.json) {
      const document = { holds: failed.length === 0, proofs: proofs.length, steps: this.steps, where };
      process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
      return failed.length === 0;
    }
    this.print(
      `\n${proofs.length - failed.length} of ${proofs.length} proofs hold, ${Math.round(seconds)} s`,
    );
    for (const proof of failed) this.print(`  ✘ ${proof.claim}`);
    for (const [name, value] of Object.entries(where)) this.print(`  ${name.padEnd(10)} ${value}`);
    return failed.length === 0;
  }

  private print(line: string): void {
    if (!this.options.json) process.stdout.write(`${line}\n`);
  }

  private async pause(): Promise<void> {
    if (!process.stdin.isTTY) return;
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    await terminal.question('    Enter goes on ');
    terminal.close();
  }
}
