/** What is said of a series of numbers. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle and the ends of a series that is not empty. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (i: number): number => sorted[i] ?? NaN;
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/** A ratio of two series that were measured in turns. */
export interface Ratio {
  /** Of the medians: what a bar is held against. */
  readonly ofMedians: number;
  /** Of the runs of each round, which share the machine's mood. */
  readonly pairwise: Spread;
}

/** `(over - less) / under`, round by round; `less` is what both sides are not about, such as a process's start. */
export function ratioOf(
  over: readonly number[],
  under: readonly number[],
  less: readonly number[] | null = null,
): Ratio {
  const lessMedian = less === null ? 0 : spreadOf(less).median;
  return {
    ofMedians: (spreadOf(over).median - lessMedian) / spreadOf(under).median,
    pairwise: spreadOf(over.map((value, i) => (value - (less?.[i] ?? 0)) / (under[i] ?? NaN))),
  };
}

/** Runs every one of `arms` once a round, each round beginning with another one; the first round is not kept. */
export async function inTurns<T>(arms: readonly (() => T | Promise<T>)[], rounds: number, warmups = 1): Promise<T[][]> {
  const results: T[][] = arms.map(() => []);
  for (let round = -warmups; round < rounds; round++) {
    for (let i = 0; i < arms.length; i++) {
      const index = (i + round + warmups) % arms.length;
      const result = await arms[index]?.();
      if (round >= 0) results[index]?.push(result as T);
    }
  }
  return results;
}
